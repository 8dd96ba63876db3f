"""Passages of text that was decoded with the wrong code, whole, with the bytes they lost on the way.

UTF-8 read as GBK gives 锛 for ，, 銆 for 。 and three strange characters for two of the text, with U+FFFD or a
private-use character where GBK has nothing for the bytes; read as Windows-1252 or Latin-1 it gives Ã© and â€œ; GBK read
as UTF-8 gives U+FFFD for most bytes. What a program could not show it may have written as ?, or left out. A passage
reaches as far as its line has nothing that is certainly good text, and over all lines that are garbled.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from newslint.chinese.garbled import HIGH, Garbled
from newslint.patterns import lazy

#: Characters that contain the lead bytes of ，。“ in UTF-8 and are hardly ever written otherwise.
GBK_SIGNS = "锛銆鈥紝"
#: Runs that may be UTF-8 read as Latin-1.
LATIN = lazy(f"(?:[\u00c2-\u00f4][\u0080-\u00bf{HIGH}]{{1,3}})+|â€")
_RUN = lazy(r"[^\s\0-\x7f]{2,}")
#: What is shown for the byte 80, which begins no character of GBK but ends many in UTF-8.
UNREAD = "\ufffd€"
#: Four or more characters from general punctuation to the end of the common ideographs, or full-width forms, in UTF-8.
_UTF8 = lazy(b"(?:(?:\xe2\x80|[\xe3-\xe9][\x80-\xbf]|\xef\xbc)[\x80-\xbf]){4,}")
#: Bytes of GBK that are UTF-8, though not whole characters of it: leads of Han and full-width marks, what follows them.
_PARTS = lazy(b"[\x80-\xbf\xe2-\xe9\xef]{2}")
#: Characters that may be lost between two readable parts of one passage.
_LOST_BETWEEN = 6
#: What is left of a character whose last byte was lost.
_CUT_OFF = lazy("[\ufffd€?]{1,2}")
#: Letters and signs of Latin-1 and Windows-1252 that Chinese text has, too.
_COMMON_SIGNS = frozenset("×÷°·“”‘’…—–•€™")
_FIRST_CHINESE = "\u2e80"
_LOST_LINE = lazy("\ufffd[^\r\n]*\ufffd")
_LOST_RUN = lazy("\ufffd+")
#: GBK read as UTF-8 has so many runs of lost bytes, and so many in all, also for one character that looks Chinese.
_LOST_RUNS, _LOST_BYTES, _LOST_SHARE = 3, 6, 4

_Test = Callable[[str], bool]


def passages(text: str) -> list[Garbled]:
    """Return the passages of ``text`` that are garbled beyond doubt, in order: UTF-8 in Chinese that was read as GBK or
    Latin-1, and GBK that was read as UTF-8.
    """
    found = []
    if any(sign in text for sign in GBK_SIGNS):
        found += widened_gbk(text, readable_gbk(_RUN.finditer(text)))
    if "ï¼" in text or "ã€" in text or "ã\x80" in text:
        runs = (run.span() for run in LATIN.finditer(text) if _is_chinese(run[0]))
        found += _widened(text, runs, _may_be_latin, _is_odd_latin, read_latin)
    if "\ufffd" in text:
        found += _replaced(text)
    found.sort()
    apart: list[Garbled] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return _in_one(text, apart)


def readable_gbk(runs: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of ``runs`` that are UTF-8 once they are encoded in GBK again: good text hardly ever is, for
    four characters in a row.
    """
    for run in runs:
        pieces = [_gbk(char) for char in run[0]]
        ends = list(accumulate(map(len, pieces)))
        for match in _UTF8.finditer(b"".join(pieces)):
            yield run.start() + bisect_right(ends, match.start()), run.start() + bisect_left(ends, match.end()) + 1


def widened_gbk(text: str, stretches: Iterable[tuple[int, int]]) -> list[Garbled]:
    """Return the passages of UTF-8 read as GBK around ``stretches`` that are certain, in order."""
    return _widened(text, stretches, _may_be_gbk, _is_odd_gbk, _read_gbk)


def read_latin(passage: str) -> str | None:
    """Return what was read as Windows-1252 or Latin-1, or None if that is lost."""
    try:
        return b"".join(char.encode("cp1252" if char in HIGH else "latin-1") for char in passage).decode("utf-8")
    except UnicodeError:
        return None


def _widened(
    text: str, stretches: Iterable[tuple[int, int]], may_be: _Test, is_odd: _Test, read: Callable[[str], str | None]
) -> list[Garbled]:
    """Widen ``stretches``, in order, to the first and last odd character around, as far as the line may be garbled."""
    spans: list[tuple[int, int]] = []
    looked = 0  # what is before has been looked at
    for start, end in stretches:
        if start < looked:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
            continue
        first = at = start
        while at > looked and may_be(text[at - 1]):
            at -= 1
            first = at if is_odd(text[at]) else first
        last = looked = end
        while looked < len(text) and may_be(text[looked]):
            looked += 1
            last = looked if is_odd(text[looked - 1]) else last
        gap = text[spans[-1][1] : first] if spans else "\n"
        if len(gap) <= _LOST_BETWEEN and not _has_line_end(gap):
            spans[-1] = (spans[-1][0], last)
        else:
            spans.append((first, last))
    found = []
    for start, end in spans:
        cut_off = _CUT_OFF.match(text, end)
        end = cut_off.end() if cut_off else end
        found.append(Garbled(start, end, read(text[start:end])))
    return found


def _has_line_end(text: str) -> bool:
    return "\n" in text or "\r" in text


def _in_one(text: str, found: Sequence[Garbled]) -> list[Garbled]:
    """Return passages with those in one that only line ends part."""
    joined: list[Garbled] = []
    for one in found:
        between = text[joined[-1].end : one.start] if joined else "-"
        if between.isspace():
            start, _, before = joined[-1]
            original = None if before is None or one.original is None else before + between + one.original
            joined[-1] = Garbled(start, one.end, original)
        else:
            joined.append(one)
    return joined


def _gbk(char: str) -> bytes:
    return b"\x80" if char in UNREAD else char.encode("gb18030", "replace")


def _read_gbk(passage: str) -> str | None:
    if "\ufffd" in passage:
        return None
    try:
        return b"".join(map(_gbk, passage)).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _may_be_gbk(char: str) -> bool:
    return char not in "\r\n" and (char.isascii() or char in UNREAD or _PARTS.fullmatch(_gbk(char)) is not None)


def _is_odd_gbk(char: str) -> bool:
    """Return True if good text hardly ever has the character: it is no mark and not of the first level of GB 2312."""
    code = _gbk(char)
    is_usual = code[-1] >= 0xA1 and (0xA1 <= code[0] <= 0xA3 or 0xB0 <= code[0] <= 0xD7)
    return len(code) == 2 and not is_usual


def _is_chinese(run: str) -> bool:
    original = read_latin(run)
    return original is not None and max(original) >= _FIRST_CHINESE and original.isprintable()


def _may_be_latin(char: str) -> bool:
    return char not in "\r\n" and (char <= "\u00ff" or char in HIGH or char == "\ufffd")


def _is_odd_latin(char: str) -> bool:
    return not char.isascii() and char != "\ufffd" and char not in _COMMON_SIGNS


def _replaced(text: str) -> Iterator[Garbled]:
    """Yield the stretches of lines that are mostly U+FFFD, with what stands between by chance."""
    for line in _LOST_LINE.finditer(text):
        runs = _LOST_RUN.findall(line[0])
        lost = sum(map(len, runs))
        kept = sum(char >= _FIRST_CHINESE and char != "\ufffd" for char in line[0])
        if len(runs) >= _LOST_RUNS and lost >= max(_LOST_BYTES, _LOST_SHARE * kept):
            yield Garbled(line.start(), line.end(), None)
