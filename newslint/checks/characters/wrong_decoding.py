"""Text that was decoded with the wrong code, in pieces within good text: what it looks like, and what it was.

Whole passages are known of a document already (``chinese.garbled_passages``). Here are single letters (Ã©), clauses
without marks, and text that lost its characters on the way: 锟斤拷 (U+FFFD in UTF-8 read as GBK), 烫烫烫 and 屯屯屯
(memory that a program never filled, read as GBK).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from newslint.chinese.garbled import Garbled
from newslint.chinese.garbled_passages import GBK_SIGNS, LATIN, UNREAD, read_latin, readable_gbk, widened_gbk
from newslint.patterns import lazy

#: What such a run can be in real text: Chinese, its marks, and the letters and signs of Latin-1.
_READS = lazy(
    "[\u00a0-\u00ff\u2010-\u2027\u2030-\u203b\u2103\u2160-\u2169\u2460-\u2473\u25a0-\u25cf\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]+"
)
_LOST = lazy("[锟斤拷]{3,}锟?|烫{3,}(?![的了！!得])|屯{3,}")
_ALL_SIGNS = frozenset(GBK_SIGNS + "锟烫屯") | frozenset(map(chr, range(0xC2, 0xF5)))


def _shown(first: range, second: range) -> str:
    """Return the characters that GB 18030 has for two bytes, each from its range."""
    pairs = b"\n".join(bytes((one, two)) for one in first for two in second)
    return "".join(
        char for char in pairs.decode("gb18030", "replace").split("\n") if len(char) == 1 and char != "\ufffd"
    )


#: What GBK shows for the first two bytes of a Han character or a full-width mark in UTF-8: no everyday character.
_GBK_LEADS = frozenset(_shown(range(0xE3, 0xEA), range(0x80, 0xC0))) | frozenset(GBK_SIGNS)
#: One of these is in every garbled stretch.
SIGNS = tuple(sorted(_GBK_LEADS | _ALL_SIGNS))


def garbled(text: str, places: Sequence[int]) -> Iterator[Garbled]:
    """Yield the stretches of ``text`` that were decoded with the wrong code, one way after the other.

    ``places`` are the offsets of the ``SIGNS`` in it, in order.
    """
    signs = {text[at] for at in places}
    if not signs.isdisjoint(_GBK_LEADS):
        runs = _at_places(_gbk_start(), text, [at for at in places if text[at] in _GBK_LEADS])
        yield from widened_gbk(text, readable_gbk(runs))
    if _ALL_SIGNS.isdisjoint(signs):
        return
    for match in _at_places(LATIN, text, places):
        if match[0] == "â€":
            yield Garbled(match.start(), match.end(), None)
            continue
        original = read_latin(match[0])
        if original is not None and _READS.fullmatch(original):
            yield Garbled(match.start(), match.end(), original)
    if any(char in text for char in "锟拷烫屯") or "斤斤斤" in text:
        for match in _LOST.finditer(text):
            yield Garbled(match.start(), match.end(), None)


def _at_places(pattern: re.Pattern[str], text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer(text)`` would, of a pattern whose matches all begin at one of ``places``."""
    reached = 0
    for at in places:
        match = pattern.match(text, at) if at >= reached else None
        if match is not None:
            reached = match.end()
            yield match


@cache
def _gbk_start() -> re.Pattern[str]:
    """Match three bytes of a Han character and the first of the next, read as GBK, and the run that they begin."""
    leads = "".join(sorted(_GBK_LEADS))
    return re.compile(f"[{leads}][{_shown(range(0x81, 0xC0), range(0xE3, 0xEA))}{UNREAD}][^\\s\0-\x7f]{{2,}}")
