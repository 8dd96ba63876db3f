"""What may have been meant at a suspicious place: characters of the same sound or shape that the context knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def candidates(places: Places, in_doubt: Iterable[int]) -> Iterator[tuple[int, list[Candidate]]]:
    """Yield the doubtful places where something else may be meant, and what.

    With it the string with both neighbours is known, and that with the two before or the two after. (Where only these
    two are known, the character is right in two of three.)
    """
    codes, first, third = places.codes, places.first, places.third
    rank, level, in_middle = places.tables.rank, places.tables.strings.level, places.tables.seconds
    for at in in_doubt:
        before, after = rank(codes[at - 1]), rank(codes[at + 1])
        # A string of three is known only if its pairs are.
        if before and after:
            bits = confusable(codes[at]) & followers(before) & precursors(after)
        elif before or after:
            bits = confusable(codes[at]) & (followers(before) if before else precursors(after))
        else:
            continue
        if not bits:
            continue
        around, found = first[at - 1] ^ third[at + 1], []
        while bits:
            likely = bits.bit_length() - 1
            bits ^= 1 << likely
            if (middle := level(around ^ in_middle[likely])) and (own := _candidate(places, at, likely, middle)):
                found.append(own)
        if found:
            yield at, found


def _candidate(places: Places, at: int, rank: int, middle: int) -> Candidate | None:
    """Return the character of a rank if it is proved to fit at a place."""
    code, level = places.tables.ranked[rank], places.tables.strings.level
    number = places.tables.number(code)
    left = level(places.twos[at - 2] ^ turned(number, 20))
    right = level(places.second[at + 1] ^ places.third[at + 2] ^ number)
    return Candidate(code, middle, left, right) if left or right else None
