"""Texts as sets of small numbers, one for each clause, which show what texts share most of their words.

A clause between two marks is long enough to be rare and short enough to survive an edit elsewhere, so how many clauses
two texts share tells reprints from texts about the same thing. Sizes are in thirds of a Chinese character, as UTF-8
counts them.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from zlib import crc32

#: A clause of more texts than this is a set phrase and shows nothing.
MOST_OWNERS = 20
#: Shorter clauses, in bytes of UTF-8, are set phrases too: five characters.
SHORTEST = 16

_MARKS = "，；：！？、“”（）《》\r \u3000\ufffc"
_STOP = "。".encode()
_NO_FIGURES = bytes(byte for byte in range(256) if byte not in b"0123456789")
_LONGEST = 1023
# A clause is a number of 63 bits: 32 of what it says, 10 of its length, 21 of its figures, 0 where it has none.
_LENGTH_AT = 21
_FIGURES = (1 << _LENGTH_AT) - 1


def shingles_by_line(text: str) -> list[bytes]:
    """Return the shingles of each line of ``text``, in order: each clause as eight bytes, a hash of its words, its
    length, and a hash of its figures. Lines end with a line feed.

    They are the same in every run and on every machine; bytes are cheap to compare and to send.
    """
    for mark in _MARKS:
        text = text.replace(mark, "。")
    return [
        array("Q", _clauses([part for part in line.split(_STOP) if len(part) >= SHORTEST])).tobytes()
        for line in text.encode("utf-8", "surrogatepass").split(b"\n")
    ]


def _clauses(parts: Sequence[bytes]) -> list[int]:
    clauses = [(crc32(part) << 10 | min(len(part), _LONGEST)) << _LENGTH_AT for part in parts]
    # Most lines have no figures.
    if b"".join(parts).translate(None, _NO_FIGURES):
        for at, part in enumerate(parts):
            clauses[at] |= crc32(part.translate(None, _NO_FIGURES)) & _FIGURES
    return clauses


def size(clauses: bytes) -> int:
    """Return how many characters ``clauses``, which are shingles, have together."""
    return sum(map(_size, array("Q", clauses))) // 3


def share_held(clauses: bytes, other: bytes) -> float:
    """Return how much of ``clauses``, by characters, ``other`` has, too: 0 to 1, and 0 of nothing."""
    own = set(array("Q", clauses))
    return sum(map(_size, own.intersection(array("Q", other)))) / max(1, sum(map(_size, own)))


def nearly_same(texts: Sequence[bytes], share: float) -> Iterator[tuple[int, int]]:
    """Yield the indices of each two of ``texts`` (the shingles of each) that share ``share`` of their characters.

    The first of each pair is the smaller. Two forms filled in differently are left out: they differ in figures. The
    time grows with the clauses, not with the pairs of texts.
    """
    clauses = [set(array("Q", text)) for text in texts]
    # Nearly all clauses are in one text alone; sets find these quickly.
    seen: set[int] = set()
    twice: set[int] = set()
    for own in clauses:
        twice |= own & seen
        seen |= own
    owners: dict[int, list[int]] = {}
    for number, own in enumerate(clauses):
        for clause in own & twice:
            owners.setdefault(clause, []).append(number)
    shared: dict[tuple[int, int], int] = {}
    for clause, holders in owners.items():
        if len(holders) > MOST_OWNERS:
            continue
        for at, second in enumerate(holders):
            for first in holders[:at]:
                shared[first, second] = shared.get((first, second), 0) + _size(clause)
    for (first, second), size in sorted(shared.items()):
        one, other = clauses[first], clauses[second]
        enough = size >= share * max(sum(map(_size, one)), sum(map(_size, other)))
        if enough and not _filled_in(one - other, other - one):
            yield first, second


def _size(clause: int) -> int:
    return clause >> _LENGTH_AT & _LONGEST


def _filled_in(one: set[int], other: set[int]) -> bool:
    """Return True if each of two texts has figures that the other lacks."""
    here, there = ({clause & _FIGURES for clause in clauses} - {0} for clauses in (one, other))
    return bool(here - there and there - here)
