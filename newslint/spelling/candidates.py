"""What may have been meant at a suspicious place: characters of the same sound or shape that the context knows."""

from __future__ import annotations

from typing import NamedTuple

from newslint.spelling.characters import confusable, followers, precursors
from newslint.spelling.places import Places
from newslint.spelling.tables import turned


class Candidate(NamedTuple):
    """A character that may be meant: its code point, and the levels of the three strings of three over the place with
    it, with one neighbour on each side, with two before, and with two after.
    """

    code: int
    middle: int
    left: int
    right: int


def candidates(places: Places, at: int) -> list[Candidate]:
    """Return what may be meant at a doubtful place.

    With it the string with both neighbours is known, and that with the two before or the two after. (Where only these
    two are known, the character is right in two of three.)
    """
    codes, rank = places.codes, places.tables.rank
    before, after = rank(codes[at - 1]), rank(codes[at + 1])
    if not (before or after):
        return []
    bits = confusable(codes[at])
    # A string of three is known only if its pairs are.
    if before:
        bits &= followers(before)
    if after:
        bits &= precursors(after)
    return _fitting(places, at, bits) if bits else []


def _fitting(places: Places, at: int, bits: int) -> list[Candidate]:
    """Return those of some candidates for a place that are proved to fit."""
    first, second, third = places.first, places.second, places.third
    around = first[at - 1] ^ third[at + 1]
    before, after = first[at - 2] ^ second[at - 1], second[at + 1] ^ third[at + 2]
    found = []
    level, in_middle = places.tables.strings.level, places.tables.seconds
    while bits:
        rank = bits.bit_length() - 1
        bits ^= 1 << rank
        if middle := level(around ^ in_middle[rank]):
            code = places.tables.ranked[rank]
            number = places.tables.number(code)
            left, right = level(before ^ turned(number, 20)), level(after ^ number)
            if left or right:
                found.append(Candidate(code, middle, left, right))
    return found
