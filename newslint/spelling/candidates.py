"""What may have been meant at a suspicious place: characters of the same sound or shape that the context knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import compress
from operator import not_
from typing import NamedTuple

from newslint.spelling.characters import confusable, followers, precursors
from newslint.spelling.lanes import taken
from newslint.spelling.places import Places

#: Beside a mark, a digit or a rare character, where little speaks for a character, the levels of its three strings make
#: so much, unless it stands there in the text. (Of 350 misspellings found, none there had less than 10.)
_LEAST = 9


class Candidate(NamedTuple):
    """A character that may be meant: its code point, and the levels of the three strings of three over the place with
    it, with one neighbour on each side, with two before, and with two after.
    """

    code: int
    middle: int
    left: int
    right: int


def framed(places: Places) -> tuple[list[int], list[int]]:
    """Return the doubtful places between whose neighbours any character is known, two in three, and the others."""
    in_doubt = places.in_doubt
    flags = places.tables.frames.of(taken(places.numbered.frames, [at - 1 for at in in_doubt]))
    return list(compress(in_doubt, flags)), list(compress(in_doubt, map(not_, flags)))


def candidates(places: Places, in_doubt: Iterable[int]) -> Mapping[int, list[Candidate]]:
    """Return what else may be meant at some doubtful places, by place.

    With it the string with both neighbours is known, and that with the two before or the two after. (Where only these
    two are known, the character is right in two of three.)
    """
    codes, frames, seconds = places.codes, places.numbered.frames, places.tables.seconds
    owners, ranks, numbers = list[int](), list[int](), list[int]()
    for at in in_doubt:
        # A string of three is known only if its pairs are.
        bits = confusable(codes[at]) & followers(codes[at - 1]) & precursors(codes[at + 1])
        frame = frames[at - 1]
        while bits:
            rank = bits.bit_length() - 1
            bits ^= 1 << rank
            owners.append(at)
            ranks.append(rank)
            numbers.append(frame ^ seconds[rank])
    levels = places.tables.strings.levels(numbers)
    found: dict[int, list[Candidate]] = {}
    for at, rank, middle in compress(zip(owners, ranks, levels, strict=True), levels):
        if own := _candidate(places, at, rank, middle):
            found.setdefault(at, []).append(own)
    return found


def _candidate(places: Places, at: int, rank: int, middle: int) -> Candidate | None:
    """Return the character of a rank if it is proved to fit at a place."""
    code = places.tables.ranked[rank]
    left, right = places.sides_with(code, at)
    return Candidate(code, middle, left, right) if left or right else None


def is_strong(places: Places, at: int, own: Candidate) -> bool:
    """Return True if a candidate is worth being weighed: all between two Han characters are, elsewhere those of common
    strings, and those that stand with the one neighbour in the text.
    """
    return own.middle + own.left + own.right >= _LEAST or places.is_inside(at) or places.has_with(own.code, at)
