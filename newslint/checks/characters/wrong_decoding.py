"""Text that was decoded with the wrong code: what it looks like, and what it was.

UTF-8 read as Windows-1252 or Latin-1 gives Ã© and â€œ. UTF-8 read as GBK gives 锛 for ，, 銆 for 。 and three strange
characters for two of the text, with U+FFFD or a private-use character where GBK has nothing for the bytes. Both can be
read back unless bytes were lost. Text that lost its characters on the way gives 锟斤拷 (U+FFFD in UTF-8 read as GBK),
or 烫烫烫 and 屯屯屯 (memory that a program never filled, read as GBK).
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate

from newslint.chinese.garbled import HIGH, Garbled
from newslint.patterns import lazy

_LATIN = lazy(f"(?:[\u00c2-\u00f4][\u0080-\u00bf{HIGH}]{{1,3}})+|â€")
#: What such a run can be in real text: Chinese, its marks, and the letters and signs of Latin-1.
_READS = lazy(
    "[\u00a0-\u00ff\u2010-\u2027\u2030-\u203b\u2103\u2160-\u2169\u2460-\u2473\u25a0-\u25cf\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]+"
)
#: Characters that contain the lead bytes of ，。“ and are hardly ever written otherwise.
_GBK_SIGNS = "锛銆鈥紝"
_GBK_RUN = lazy(f"[^\\s\0-\x7f]*[{_GBK_SIGNS}](?:[^\\s\0-\x7f]|[? ](?=[^\\s\0-\x7f]))*")
#: What is shown for the byte 80, which begins no character of GBK but ends many in UTF-8.
_UNREAD = "\ufffd€"
#: Four or more characters from general punctuation to the end of the common ideographs, or full-width forms, in UTF-8.
_UTF8 = lazy(b"(?:(?:\xe2\x80|[\xe3-\xe9][\x80-\xbf]|\xef\xbc)[\x80-\xbf]){4,}")
#: Characters that may be lost between two readable parts of one stretch.
_LOST_BETWEEN = 6
#: What is left of a character whose last byte was lost.
_CUT_OFF = lazy("[\ufffd€?]{1,2}")
_LOST = lazy("[锟斤拷]{3,}锟?|烫{3,}(?![的了！!得])|屯{3,}")
_ALL_SIGNS = frozenset(_GBK_SIGNS + "锟烫屯") | frozenset(map(chr, range(0xC2, 0xF5)))


def _shown(first: range, second: range) -> str:
    """Return the characters that GB 18030 has for two bytes, each from its range."""
    pairs = b"\n".join(bytes((one, two)) for one in first for two in second)
    return "".join(
        char for char in pairs.decode("gb18030", "replace").split("\n") if len(char) == 1 and char != "\ufffd"
    )


#: What GBK shows for the first two bytes of a Han character or a full-width mark in UTF-8: no everyday character.
_GBK_LEADS = frozenset(_shown(range(0xE3, 0xEA), range(0x80, 0xC0))) | frozenset(_GBK_SIGNS)
#: One of these is in every garbled stretch.
SIGNS = tuple(sorted(_GBK_LEADS | _ALL_SIGNS))


def garbled(text: str, places: Sequence[int]) -> Iterator[Garbled]:
    """Yield the stretches of ``text`` that were decoded with the wrong code, one way after the other.

    ``places`` are the offsets of the ``SIGNS`` in it, in order.
    """
    signs = {text[at] for at in places}
    if not signs.isdisjoint(_GBK_LEADS):
        signed = _GBK_RUN.finditer(text) if not signs.isdisjoint(_GBK_SIGNS) else ()
        yield from _from_gbk(text, signed, [at for at in places if text[at] in _GBK_LEADS])
    if _ALL_SIGNS.isdisjoint(signs):
        return
    for match in _at_places(_LATIN, text, places):
        if match[0] == "â€":
            yield Garbled(match.start(), match.end(), None)
            continue
        original = _read_again(match[0])
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


def _read_again(run: str) -> str | None:
    try:
        return b"".join(map(_byte, run)).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _byte(char: str) -> bytes:
    return char.encode("cp1252") if char in HIGH else char.encode("latin-1")


@cache
def _gbk_start() -> re.Pattern[str]:
    """Match three bytes of a Han character and the first of the next, read as GBK, and the run that they begin."""
    leads = "".join(sorted(_GBK_LEADS))
    return re.compile(f"[{leads}][{_shown(range(0x81, 0xC0), range(0xE3, 0xEA))}{_UNREAD}][^\\s\0-\x7f]{{2,}}")


def _from_gbk(text: str, signed: Iterable[re.Match[str]], leads: Iterable[int]) -> Iterator[Garbled]:
    """Yield what is UTF-8 once it is encoded in GBK again: good text hardly ever is, for four characters in a row.

    ``signed`` are the runs that have one of the signs, ``leads`` the offsets where a character may begin.
    """
    runs = list(signed)
    known = [run.span() for run in runs]
    runs += [
        run
        for run in _at_places(_gbk_start(), text, leads)
        if not any(start < run.end() and run.start() < end for start, end in known)
    ]
    for run in runs:
        pieces = [b"\x80" if char in _UNREAD else char.encode("gb18030", "replace") for char in run[0]]
        ends = list(accumulate(map(len, pieces)))
        stretches: list[Garbled] = []
        for match in _UTF8.finditer(b"".join(pieces)):
            first, last = bisect_right(ends, match.start()), bisect_left(ends, match.end())
            whole = (ends[first] - len(pieces[first]), ends[last]) == match.span() and run[0][last] not in _UNREAD
            start, end = run.start() + first, run.start() + last + 1
            if stretches and start - stretches[-1].end <= _LOST_BETWEEN:
                stretches[-1] = Garbled(stretches[-1].start, end, None)
            else:
                stretches.append(Garbled(start, end, match[0].decode("utf-8") if whole else None))
        if stretches and (tail := _CUT_OFF.match(text, stretches[-1].end)):
            stretches[-1] = Garbled(stretches[-1].start, tail.end(), None)
        yield from stretches
