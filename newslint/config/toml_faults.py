"""What is wrong with a TOML file that does not parse, for people who do not know TOML: the likeliest mistakes of those
who type Chinese. Imported only after a failure.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from unicodedata import east_asian_width

from newslint.language import tr

#: Full-width marks that an input method gives, and what TOML has in their place.
_HALF_WIDTH = str.maketrans("“”„‟‘’＂＇「」『』＝：，、［］【】｛｝＃．", '""""\'\'"\'""""==,,[][]{}#.')
_NAMES = {'"': "引号", "'": "引号", "=": "等号", ",": "逗号", "#": "井号", ".": "点", **dict.fromkeys("[]{}", "括号")}
_FULL_WIDTH = re.compile("[“”„‟‘’＂＇「」『』＝：，、［］【】｛｝＃．]")
#: Strings and comments, which may hold any mark.
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|#.*')
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")
_AT_END = "(at end of document)"
#: Keys and values without quotes, in a line whose strings are blanked out.
_KEY = re.compile(r"(?:^\s*|[{,]\s*)([^\s\"'={},\[\]#]+)(?=\s*=)")
_HEADER = re.compile(r"^\s*\[+([^\]]*)\]")
_VALUE = re.compile(r"[=,\[]\s*([^\s\"'={},\[\]#]+)")
_BARE = re.compile(r"[A-Za-z0-9_.-]*")
#: What needs no quotes: numbers, dates, true and false.
_PLAIN_VALUE = re.compile(r"[+-]?[0-9][0-9_.:eETZ+-]*|true|false|[+-]?(?:inf|nan)")
_COLON = re.compile(r"^\s*[^\s:{}\[\]]+\s*(:)")
#: How the parser begins to say what is wrong, and that in Chinese.
_REASONS = (
    ("Unescaped", "双引号之间的 \\ 有特别的意思：路径请用 / 分隔。"),
    ("Invalid hex value", "双引号之间的 \\ 有特别的意思：路径请用 / 分隔。"),
    ("Cannot", "这一项写了两次，请删去一处。"),
    ("Unclosed array", "列表没有写完：缺逗号，或缺右边的 ]。"),
    ("Expected ']", "方括号没有配对，请补上另一半。"),
    ("Expected '='", "键和值之间要用 =。"),
    ("Expected newline", "一行只能写一项。"),
    ("Invalid value", "= 后面的值没有写，或写得不对。"),
)
#: How much of a line is shown on either side of the fault.
_AROUND = 40
#: In a line longer than this, no likeliest mistake is looked for: nobody typed it.
_LONGEST = 10_000


class Fault(NamedTuple):
    """A fault: the number of its line from 1, what is wrong, and the line with the place marked beneath."""

    line: int
    problem: str
    shown: tuple[str, ...]


def fault(text: str, reason: str) -> Fault:
    """Return what is wrong with ``text``, of which the parser says ``reason``."""
    lines = text.split("\n")
    place = _PLACE.search(reason)
    if place:
        number, column = int(place[1]), int(place[2]) - 1
        detail = reason[: place.start()].rstrip()
    else:
        number = max((index for index, line in enumerate(lines, 1) if line.strip()), default=1)
        column, detail = len(lines[number - 1].rstrip()), reason.removesuffix(_AT_END)
    line = lines[number - 1].rstrip("\r")
    known = next((tr(said) for start, said in _REASONS if detail.startswith(start)), "")
    if not place and not detail.startswith("Cannot"):
        known = tr("文件到这里没有写完：缺值，或缺引号、括号的另一半。")
    at, problem = _likeliest(line) or (column, known or tr("不是有效的 TOML（{reason}）。", reason=detail))
    return Fault(number, problem, _shown(line, at))


def _likeliest(line: str) -> tuple[int, str] | None:
    """Return the place of the likeliest mistake in a line and what is wrong there, or None if it is none of these."""
    if len(line) > _LONGEST:
        return None
    blank = _QUOTED.sub(lambda match: ("_" if match[0][0] != "#" else " ") * len(match[0]), line)
    unclosed = min((at for mark in "\"'" if (at := blank.find(mark)) >= 0), default=-1)
    full = _FULL_WIDTH.search(blank) or (_FULL_WIDTH.search(line) if unclosed >= 0 else None)
    if full:
        half = full[0].translate(_HALF_WIDTH)
        name = tr(_NAMES[half])
        return full.start(), tr("{name}应为半角的 {half}，不能用全角的 {full}。", name=name, half=half, full=full[0])
    if unclosed >= 0:
        return unclosed, tr("引号没有配对，请补上另一半。")
    header = _HEADER.match(blank)
    keys = [(header.start(1), header[1])] if header else [(match.start(1), match[1]) for match in _KEY.finditer(blank)]
    for at, key in keys:
        if not _BARE.fullmatch(key.replace(" ", "")):
            word = next(part for part in key.split(".") if not _BARE.fullmatch(part.replace(" ", ""))).strip()
            return at + key.index(word), tr('键中有汉字或别的符号时要加引号，写作 "{word}"。', word=word)
    if colon := _COLON.match(blank):
        return colon.start(1), tr("键和值之间要用 =。")
    for match in _VALUE.finditer("" if blank.lstrip().startswith("[") and "=" not in blank else blank):
        if match[1].lower() in ("true", "false") and match[1] not in ("true", "false"):
            return match.start(1), tr("{word} 应写作 {right}。", word=match[1], right=match[1].lower())
        if not _PLAIN_VALUE.fullmatch(match[1]) and not match[1].startswith("_"):
            return match.start(1), tr('文字要加引号，写作 "{word}"。', word=match[1])
    return None


def _shown(line: str, at: int) -> tuple[str, str]:
    """Return the line around ``at``, and ^ beneath that place, after blanks as wide as what is before it."""
    first = max(0, at - _AROUND)
    before, after = line[first:at].replace("\t", " "), line[at : at + _AROUND].replace("\t", " ")
    pad = "".join("　" if east_asian_width(char) in "WF" else " " for char in before)
    return f"    {before}{after}", f"    {pad}^"
