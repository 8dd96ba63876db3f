"""Time texts that repeat one thing: each must take time in proportion to its length, whatever it repeats.

    python benchmarks/hostile.py [--size BYTES] [--format FORMAT ...] [--only WORD ...]

What is repeated are marks and words that checks look at, unclosed and nested markup, and the wrong examples of all
rules, each as one line and as lines, in every format. A text is doubled until it has SIZE bytes (default: a million,
which takes hours; a hundred thousand take minutes). One row shows the seconds of a text and what the last doubling made
of them. A row is faulty if that is more than three times, or if the text takes more than five seconds for a million
bytes. The exit code is 1 if a row is. With --only, only texts with one of the words in their name are timed, and all
their rows are shown.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from random import Random
from typing import NamedTuple

from newslint.config import Settings
from newslint.finding import Severity
from newslint.readers import FORMATS, ReadError, read_bytes
from newslint.rulebook.book import load_rules
from newslint.run.linter import Linter

#: The first size in bytes, how much the last doubling may cost, and the seconds that a million bytes may take.
_FIRST, _GROWTH, _SECONDS = 8_000, 3.0, 5.0
_ENDINGS = {"plain": ".txt", "markdown": ".md", "html": ".html"}
#: Less time than this is not compared.
_LITTLE = 0.1

#: Marks, words and pieces of markup, each repeated by itself.
_UNITS = (
    "（ 《 〈 【 “ ‘ 「 〔 ［ [ ( ） 》 ” ’ 」 ] ) （一 （周 （记者 （作者 （甲 “， 。” ！” ：“ "
    "、《 、和 “‘ ）（ 《甲 甲》 “甲” 、“甲” 《甲》 （甲） 甲、乙 张三、 ， 、 。 · . ． … — "
    "—— - -- --> ： ； ？ ！ ! ?! ，, ;,:! ,。 !? a a. x@ a@b.c a@ www. http:// https://a.b/ 甲a A Ab "
    "1 1. 1， 1，000 3. 3，5 0 00: 9：30 ① 一 第一 一、 1、 一是 一是甲， （一） (1) 1) 首先， 不仅 "
    "是否 的 的的 的。 甲甲 甲乙甲丙甲乙 互惠互利互惠 ，耐心倾听 记者 本报讯 据 说：“ 图书馆 月 "
    "2026年5月 5月 % ％ = / \\ | ` `` ~ ~~ * ** *甲_ **甲__ __甲** _ *甲* ***甲__ # > >甲 ![ ![[& [甲] "
    "[甲]( ]( [^1] <b> < & &amp; &#x4e00; <!-- <!--甲--> <p> </p> <p>甲</p> <br> <div> </div> <li>甲 "
    "<ul><li> <td> <table><tr><td>会议 <h1> <script> <style> <textarea> <pre> <title> <a <a<a <a甲 <a= "
    "<a=\" <a='> <![CDATA[ <? <! </ <svg> <b><i> <span> {{ {% $ $$ Ã³ ÊÐ 锟斤拷 \ufffd \u200b \ufeff "
    "\x01 \U00020000 é あ 囍 瞭 ㈠ Ⅷ ０ Ａ ;-) :) :( 〝 〞 "
).split()
_BLANKS = {
    "spaces": " ",
    "full-width spaces": "\u3000",
    "tabs": "\t",
    "line ends": "\n",
    "returns": "\r",
    "spaced": "图 书 ",
}
_LINES = {
    "list": "- 甲\n",
    "heading": "# 甲\n",
    "row": "| 甲 | 乙 |\n",
    "footnote": "[^1]: 甲\n",
    "definition": "[甲]: http://a.b\n",
    "comment for all": "<!-- newslint-disable -->\n\n会议。。\n\n",
    "comment for a rule": "<!-- newslint-disable DU03 -->会议\n<!-- newslint-enable DU03 -->\n",
    "unknown comment": "<!-- newslint-disable-line none-such -->会议\n",
    "short lines": "会议在\n",
    "month": "月\n1",
    "bracket and address": "（甲 www.a.cn ",
    "dot and address": "甲.乙 www.a.b/ ",
    "garbled and address": "锟斤拷 www.a.b ",
    "reference": "甲[M], 乙, ",
    "line control": "甲乙\x0b",
    "garbled": "好鏂板崕绀惧寳浜?11鏈?\n",
    "garbled and whole": "鏂板崕绀惧寳浜?11鏈?",
    "garbled letters": "æ–°åŽç¤¾ï¼Œ11",
    "lost": "\ufffd»\ufffd11",
    "nested marks": "“‘《（【会】）》’”",
    "quote without an end": "他说：“今天开馆，",
    "byline": "本报记者 王小明 通讯员 李大华\n",
    "credits": "本报记者 王小明 通讯员 李大华 ",
    "items in a line": "一是甲，二是乙，三是丙，",
    "period of two": "会议",
    "repeats and brackets": "会议会议开（甲）",
    "county of another city": "到长治市清徐县",
    "line of a table": "甲\t乙\t丙\n",
    "link by name": "[甲][r]，",
    "picture in a line": "![甲](a.png)\n\n",
    "table of one cell": "|甲|\n|-|\n|乙|\n\n",
    "quotes in a list": f"{'- > ' * 50}甲\n",
    "name behind a sign": "▲汝阳区 图书馆昨日开馆，读者三百人到场参加了活动，大家都说很好。\n",
    "space behind a word": "据甲 ",
    "six characters": "“甲”“乙”\n",
    "one and eleven": "1\nabcdefghijk\n",
    "story": "图书馆开馆\n本报讯（记者 王一川 通讯员 李小鸣）昨日，图书馆开馆。\n\n",
}


def _shapes() -> Iterator[tuple[str, Callable[[int], str]]]:
    """Yield the name of each text, and what makes it with about so many characters."""
    units = {unit: unit for unit in _UNITS} | _BLANKS | _LINES
    units |= {rule.code: rule.doc().wrong[0].text for rule in load_rules()}
    for name, unit in units.items():
        yield name, lambda size, unit=unit: unit * (size // len(unit)) + "。\n"  # type: ignore[misc]
        if "\n" not in unit:
            yield f"{name} in lines", lambda size, unit=unit: f"{unit}\n" * (size // (len(unit) + 1))  # type: ignore[misc]
    for first, last in ("（）", "《》", "【】", "“”", "‘’", "「」", "[]", "()"):
        yield f"nested {first}{last}", lambda size, a=first, b=last: a * (size // 2) + "会" + b * (size // 2)  # type: ignore[misc]
    yield "crossing", lambda size: "（" * (size // 4) + "《" * (size // 4) + "）》" * (size // 4)
    yield "half an address", lambda size: "a." * (size // 2) + "@b.c"
    yield "endless address", lambda size: "x@" + "a." * (size // 2)
    yield "picture", lambda size: f"![](data:image/png;base64,{'iVBORw0KGgo' * (size // 11)})\n\n见 www.a.cn。\n"
    yield "no stop", lambda size: "图书馆昨日开馆，读者三百人到场参加了活动。" * 2 + "\n" + _characters(size)
    yield "names", lambda size: "、".join(map(_name, range(size // 4))) + "。"
    yield "names again", lambda size: "、".join(_name(each % 500) for each in range(size // 4)) + "。"
    yield "reporters", lambda size: "".join(f"开馆\n本报讯（记者 {_name(n)}）昨日开馆。\n\n" for n in range(size // 24))
    yield "one long tag", lambda size: f"<p {'a' * size}>甲</p>"
    yield from _mixed()
    yield "nested lists", lambda size: "\n".join("  " * depth + "- 甲" for depth in range(int(size**0.5)))
    yield "nested quotes", lambda size: ">" * size + "甲"
    for first, last in ("[", "](a.b)"), ("![", "](a.b)"), ("*甲", "*"), ("<div>", "</div>"), ("“‘《（【", "】）》’”"):
        yield (
            f"nested {first}{last}",
            lambda size, a=first, b=last: (  # type: ignore[misc]
                a * (size // len(a + b)) + "会" + b * (size // len(a + b))
            ),
        )
    for mark in "# ", "<p ", '<p a="', "[甲](", "<!--", "&#", "甲：", "“", "|":
        for run in " ", "\u3000", "=", "-", "#", "(", "9", "一", "\u0301", "\ufe0f":
            yield f"{mark} and a run of {run!r}", lambda size, a=mark, b=run: f"{a}甲{b * size}乙\n"  # type: ignore[misc]
    yield (
        "quotes one deeper a line",
        lambda size: "\n".join(">" * depth + "甲" for depth in range(int((2 * size) ** 0.5))),
    )
    yield (
        "code one longer a time",
        lambda size: "".join("`" * length + "甲" for length in range(int((2 * size) ** 0.5))),
    )


def _mixed() -> Iterator[tuple[str, Callable[[int], str]]]:
    """Yield texts that do not repeat one thing: marks, words and markup in a random order, and numbers that grow."""
    marks = "（）《》【】〔〕“”‘’「」()[]，。、；：！？…—-·,.;:!?%/~"
    alphabets = {
        "brackets": "（）《》【】“”‘’「」()[]",
        "marks": marks,
        "marks and words": marks + "图书馆的了在一二三月日元",
        "digits and units": "0123456789.,万亿千百元%℃年月日时分吨公里-～—第",
        "letters": "abAB01 .-_@/:",
        "emoji": "😀👍🏽🇨\u200d\ufe0f❤",
        "combining": "a\u0301甲\u0300é\u20dd",
        "surrogates": "\ud800\udc00甲。",
        "controls": "\0\x01\x1b\x7f甲\r\n\t",
        "invisible": "\u200b\u200c\u202e\ufeff\xad甲，",
        "spaces": " \u3000\t\n甲乙。",
        "rare": "囍𠮷㙟瞭のАß你。",
        "periods": "会议",
        "emphasis": "*_甲 \n",
        "markup": "<>/!-[]()*_`&;#|~\\=\"' \n甲a",
    }
    for name, alphabet in alphabets.items():
        yield f"random {name}", lambda size, alphabet=alphabet: "".join(_random(alphabet, size))  # type: ignore[misc]
        yield f"random {name} in lines", lambda size, alphabet=alphabet: "\n".join(_random(alphabet, size // 2))  # type: ignore[misc]
    anchors = [anchor for rule in load_rules() for anchor in rule.anchors or ()]
    yield "anchors", lambda size: "".join(_random(anchors, size // 2))
    yield "anchors between words", lambda size: "图书馆".join(_random(anchors, size // 5))
    yield "anchors in lines", lambda size: "\n".join(_random(anchors, size // 3))
    pieces = [unit for unit in _UNITS if len(unit) > 1]
    yield "pieces", lambda size: "".join(_random(pieces, size // 4))
    yield "pieces in lines", lambda size: "\n".join(_random(pieces, size // 5))
    numbered = {
        "thousands": "{}千",
        "articles of law": "第{}条",
        "years": "{}年",
        "prices": "{}元，",
        "ordinals": "{}. ",
        "items": "{}. 甲。\n",
        "figures": "图{}",
        "ranges": "{0}-{0}天",
        "telephone numbers": "电话：010-{}，",
        "entities": "&#{};",
        "headings": "# {}\n",
        "cells": "|{}",
        "rows": "|{}|{}|\n",
        "links": "[{0}](http://a.b/{0})",
        "links of the page": "[{0}]",
        "targets": "[{0}]: http://a.b/{0}\n",
        "pictures": "![{0}](a{0}.png)\n",
        "comments": "<!-- newslint-disable-line DU{} -->甲\n",
        "tags": "<b id={0}>{0}</b>",
        "unclosed tags": "<div id={}>",
        "styles": '<p style="display:none;a:{}">甲',
        "paragraphs": "<p>本报讯（记者 王{}）昨日开馆。",
        "emphasis": "**{}** *{}*",
        "credits": "（记者 王{}）",
        "people": "局长王{}说，",
        "quoted": "“{}”",
        "titles": "《{}》",
        "dashes": "{}——",
        "laws": "《某{}法》第{}条",
        "footnotes": "甲[^{0}]乙。\n\n[^{0}]: 注{0}。\n\n",
        "list": "{}. 甲乙丙丁\n",
        "dates": "{}年3月1日（星期一），",
        "phrases in brackets": "世界组织（W{}），",
        "short names": "区管委会（以下简称管委{}）说，",
    }
    wholes = {
        "titles": ("《", 6, "》"),
        "foreign names": ("教练", 4, "·"),
        "people": ("局长王", 2, "说，"),
        "institutions": ("在", 4, "委员会，"),
        "terms": ("“", 4, "”工程，"),
        "places": ("在", 2, "市"),
        "words": ("", 4, "，"),
        "bylines": ("本报记者 ", 3, "\n"),
        "foreign names that begin alike": ("教练克里斯", 2, "说，"),
        "institutions that begin alike": ("中国", 3, "委员会，"),
    }
    for name, (before, size, after) in wholes.items():
        yield f"random {name}", lambda length, b=before, s=size, a=after: _filled(b, s, a, length)  # type: ignore[misc]
    for name, pattern in numbered.items():
        yield f"numbered {name}", lambda size, pattern=pattern: _numbered(pattern, size)  # type: ignore[misc]


def _random(items: Sequence[str], size: int) -> list[str]:
    return Random(size).choices(items, k=size)  # the same each time


def _filled(before: str, size: int, after: str, length: int) -> str:
    """Return many short wholes with characters in use in the middle, some of them alike."""
    count = length // (len(before) + size + len(after))
    chosen = iter(Random(length).choices("尔斯特卡马里安德亚维克罗伊诺夫图书馆市民中心农业发展会议", k=count * size))
    return "".join(before + "".join(next(chosen) for _ in range(size)) + after for _ in range(count))


def _numbered(pattern: str, size: int) -> str:
    count = size // (len(pattern) + 5)
    return "".join(pattern.replace("{0}", "{}").replace("{}", str(number)) for number in range(count))


def _characters(size: int) -> str:
    return "".join(chr(0x4E00 + index * 7919 % 20_000) for index in range(size))


def _name(number: int) -> str:
    return "王李张刘陈"[number % 5] + chr(0x4E00 + number * 31 % 6000) + chr(0x4E00 + number // 6000)


class Row(NamedTuple):
    """What was measured: the greatest size in bytes, its seconds of processor time, and those of half its size."""

    name: str
    size: int
    seconds: float
    half: float

    @property
    def is_faulty(self) -> bool:
        """True if the time grows with more than the size, or is too long."""
        grows = self.seconds > _LITTLE and self.seconds > _GROWTH * self.half
        return grows or self.seconds > _SECONDS * max(self.size, 100_000) / 1_000_000

    def __str__(self) -> str:
        growth = self.seconds / max(self.half, 1e-6)
        mark = "  <<<" if self.is_faulty else ""
        return f"{self.name:40} {self.size:9} bytes {self.seconds:7.2f} s  × {growth:4.1f}{mark}"


def _answer(linter: Linter, data: bytes, format: str) -> None:
    """Check the bytes of a file; to refuse it is an answer too."""
    try:
        linter.check_document(read_bytes(data, f"稿件{_ENDINGS[format]}"))
    except ReadError:
        return


def measured(linter: Linter, name: str, make: Callable[[int], str], format: str, size: int) -> Row:
    """Time a text at sizes that double up to ``size`` bytes, or until it takes too long."""
    characters = int(_FIRST / max(1.0, len(make(1000).encode("utf-8", "surrogatepass")) / 1000))
    row = Row(name, 0, 0.0, 0.0)
    while row.size * 2 <= size and row.seconds <= 2 * _SECONDS:
        data = make(characters).encode("utf-8", "surrogatepass")
        started = time.process_time()
        _answer(linter, data, format)
        seconds = time.process_time() - started
        row = Row(name, len(data), seconds, row.seconds)
        if row.is_faulty and row.size > 4 * _FIRST and row.seconds > 1:
            break
        characters *= 2
    return row


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000_000)
    parser.add_argument("--format", nargs="+", choices=FORMATS, default=FORMATS)
    parser.add_argument("--only", nargs="+", default=[])
    options = parser.parse_args()
    linter = Linter(Settings(level=Severity.INFO))
    faulty = timed = 0
    for format in options.format:
        for name, make in _shapes():
            if options.only and not any(word in name for word in options.only):
                continue
            row = measured(linter, f"{format}: {name!r}", make, format, options.size)
            timed += 1
            faulty += row.is_faulty
            if row.is_faulty or options.only:
                print(row, flush=True)
    print(f"{timed} texts, {faulty} faulty")
    return int(faulty > 0)


if __name__ == "__main__":
    sys.exit(main())
