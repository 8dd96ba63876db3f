"""Texts told by their clauses: small numbers, one for each clause, that show which texts share most of their words.

A clause between two marks is long enough to be rare and short enough to survive an edit elsewhere, so what two texts share of
their clauses tells reprints from texts that merely treat of one thing. Sizes are in thirds of a Chinese character, as UTF-8
counts them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from zlib import crc32

#: A clause held by more texts than this is a set phrase and tells nothing.
MOST_OWNERS = 20
#: Shorter clauses, in bytes of UTF-8, are set phrases too: five characters.
SHORTEST = 16

_MARKS = "，；：！？、“”（）《》\n\r \u3000\ufffc"
_FIGURES = b"0123456789"
_LONGEST = 1023


def shingles(text: str) -> bytes:
    """Return the clauses of ``text`` as eight bytes each: what it says, how long it is, and whether it holds a figure.

    The same in every run and on every machine; bytes compare and travel cheaply.
    """
    for mark in _MARKS:
        text = text.replace(mark, "。")
    parts = [part for part in text.encode("utf-8", "surrogatepass").split("。".encode()) if len(part) >= SHORTEST]
    return array("Q", [crc32(part) << 11 | min(len(part), _LONGEST) << 1 | _has_figure(part) for part in parts]).tobytes()


def _has_figure(part: bytes) -> bool:
    return len(part.translate(None, _FIGURES)) < len(part)


def nearly_same(texts: Sequence[bytes], share: float) -> Iterator[tuple[int, int]]:
    """Yield each two of ``texts``, as ``shingles`` gives them, of which both hold ``share`` of the other's characters.

    The first of each pair is the smaller place. A form filled in anew is left out: what it does not share are figures. The
    time grows with the clauses, not with the pairs of texts.
    """
    clauses = [set(array("Q", text)) for text in texts]
    owners: dict[int, list[int]] = {}
    for number, own in enumerate(clauses):
        for clause in own:
            owners.setdefault(clause, []).append(number)
    common = {clause: holders for clause, holders in owners.items() if 1 < len(holders) <= MOST_OWNERS}
    shared: dict[tuple[int, int], int] = {}
    for clause, holders in common.items():
        for at, second in enumerate(holders):
            for first in holders[:at]:
                shared[first, second] = shared.get((first, second), 0) + _size(clause)
    for (first, second), size in sorted(shared.items()):
        one, other = clauses[first], clauses[second]
        enough = size >= share * max(sum(map(_size, one)), sum(map(_size, other)))
        if enough and not _filled_in(one - other, other - one):
            yield first, second


def _size(clause: int) -> int:
    return clause >> 1 & _LONGEST


def _filled_in(one: set[int], other: set[int]) -> bool:
    """Whether two texts differ in figures on both sides."""
    return any(clause & 1 for clause in one) and any(clause & 1 for clause in other)
