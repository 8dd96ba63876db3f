"""Latin in Chinese text: full-width marks in whole Latin sentences, a comma there without its space, a stray letter.

Latin words inside a Chinese sentence are separated by Chinese marks (“来自Apple，Sony的展品”), so only a stretch that
fills its quotation, bracket or line and has words in a row is a Latin sentence.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newslint.checks.check import Match, StructureCheck
from newslint.checks.registry import Declared
from newslint.chinese.characters import is_han
from newslint.chinese.seam import straddle
from newslint.chinese.segmentation import after, before, segment
from newslint.document import Document
from newslint.finding import Edit
from newslint.patterns import lazy

_WIDE = {"，": ",", "；": ";", "：": ":", "！": "!", "？": "?", "。": "."}
_MARK = "".join(_WIDE)
_WIDE_PARTS = lazy(f"[{_MARK}]")
_NOT_LATIN = lazy(f"[^\\x00-\\x7f’{_MARK}]")
_LATIN = lazy("[A-Za-z0-9 ,.;:!?'’&-]+")
#: On class bytes: letters in a row.
_LETTERS = lazy(b"[A-Za-z]+")
#: Words that begin with a small letter: 第n次, x光, t恤, k歌, b超, p图, u盘, c位, e时代.
_LETTER_WORDS = {
    "a": "股级座厅区馆口栋组班",
    "b": "超股站端座厅区馆口栋组班",
    "c": "位端罩盘座厅区馆口栋组班",
    "d": "位盘座厅区馆口栋组班",
    "e": "时讯站网人座",
    "f": "座",
    "g": "点弦",
    "i": "型",
    "k": "歌线金厅",
    "m": "值",
    "n": "个次年倍种多天位代遍型",
    "o": "型",
    "p": "图过值主",
    "q": "版币群",
    "t": "恤台检",
    "u": "盘型",
    "v": "脸领型",
    "x": "光射线轴坐型",
    "y": "轴坐",
    "z": "轴世",
}
#: What follows a letter that is a sign, a size, a shape or a person: 报到m时, m形, i人; letters before a thing: e支付.
_AFTER_LETTERS = frozenset("人形号时的起是为和与、型级类组队区座字值线面点角边")
_PREFIXES = frozenset("eiuvxtkn")
_OPENERS, _CLOSERS = "\r\n“《（「", "\r\n”》）」"
#: How many words in a row make a sentence, and how far it is looked for on either side, in characters.
_WORDS, _REACH = 3, 300


class _Places(NamedTuple):
    """Offsets where Latin letters meet what may be a fault: wide marks after them, half-width marks between them, and
    single small letters between Chinese characters.
    """

    wide: tuple[int, ...]
    close: tuple[int, ...]
    lone: tuple[int, ...]


def _places(document: Document) -> _Places:
    view, classes = document.view, document.classes
    # One search for letters serves the three checks; a text has few of them.
    wide, close, lone = [], [], []
    before = size = 0  # of the letters before these: where they end, and how many they are
    for match in _LETTERS.finditer(classes):
        start, end = match.span()
        if size > 1 and start == before + 1 and end - start > 1 and view[before] in ",;":
            close.append(before)
        if view[end : end + 1] in _WIDE:
            wide.append(end)
        if end - start == 1 and view[start].islower() and _between_han(view, start):
            lone.append(start)
        before, size = end, end - start
    return _Places(tuple(wide), tuple(close), tuple(lone))


def _between_han(view: str, at: int) -> bool:
    return 0 < at < len(view) - 1 and is_han(view[at - 1]) and is_han(view[at + 1])


def has_wide_mark(document: Document) -> bool:
    """Return True if a full-width mark follows Latin letters."""
    return bool(document.once(_places).wide)


def has_close_mark(document: Document) -> bool:
    """Return True if a comma or semicolon is between Latin letters without a space."""
    return bool(document.once(_places).close)


def has_lone_letter(document: Document) -> bool:
    """Return True if a small letter is alone between Chinese characters."""
    return bool(document.once(_places).lone)


def fullwidth_in_latin(document: Document) -> Iterator[Match]:
    """A full-width mark in a Latin sentence: “See you next year，my old friend。”"""
    text, view = document.text, document.view
    for at in document.once(_places).wide:
        if text[at] != view[at]:
            continue  # a half-width mark that the view shows full-width
        start = max(view.rfind(mark, max(0, at - _REACH), at) for mark in _OPENERS) + 1
        end = min(
            (place for place in (view.find(mark, at, at + _REACH) for mark in _CLOSERS) if place >= 0),
            default=len(view),
        )
        if _NOT_LATIN.search(view, start, end):
            continue
        if _is_sentence(_WIDE_PARTS.split(view[start:end])):
            half = _WIDE[text[at]]
            # A mark inside the sentence is followed by a space, if there is none.
            gap = " " if text[at + 1 : at + 2].isalpha() and text[at + 1].isascii() else ""
            yield Match(at, at + 1, half, (Edit(at, at + 1, half + gap),))


def unspaced_latin_mark(document: Document) -> Iterator[Match]:
    """A comma or semicolon in a Latin sentence that no space follows: Light,Shadow and the Ink."""
    view = document.view
    for at in document.once(_places).close:
        before = re.split(r"[^A-Za-z0-9 ,.;:!?'’&-]", view[max(0, at - _REACH) : at])[-1]
        after = _LATIN.match(view, at + 1, at + _REACH)
        if _is_sentence(re.split("[,.;:!?]", before)) or (after and _is_sentence(re.split("[,.;:!?]", after[0]))):
            yield Match(at, at + 1, edits=(Edit(at + 1, at + 1, " "),))


def stray_letter(document: Document) -> Iterator[Match]:
    """A small letter alone between Chinese characters, in a word or between two: 免g费, 参加h会议."""
    view = document.view
    lone = document.once(_places).lone
    often = Counter(view[at] for at in lone)
    for start in lone:
        end = start + 1
        if view[end] in _LETTER_WORDS.get(view[start], "") or view[end] in _AFTER_LETTERS:
            continue
        if often[view[start]] > 1 or any(document.inside(start, end, kind) for kind in ("title", "quotation")):
            continue
        if _is_seam(view, start):
            yield Match(start, end, "")


def _is_seam(view: str, at: int) -> bool:
    """Return True if the letter at ``at`` cuts a word, or stands between two words of several characters."""
    head, tail = before(view, at), after(view, at + 1)
    word = straddle(head, tail)
    if word is not None and word.certain:
        return True
    if view[at] in _PREFIXES or not head or not tail:
        return False
    (left, right), (first, last) = segment(head)[-1], segment(tail)[0]
    return right - left > 1 and last - first > 1


def _is_sentence(parts: Sequence[str]) -> bool:
    return any(sum(word.isalpha() for word in part.split()) >= _WORDS for part in parts)


CHECKS: Mapping[str, Declared] = {
    "fullwidth-in-latin": StructureCheck(fullwidth_in_latin, gate=has_wide_mark),
    "stray-letter": StructureCheck(stray_letter, gate=has_lone_letter),
    "unspaced-latin-mark": StructureCheck(unspaced_latin_mark, gate=has_close_mark),
}
