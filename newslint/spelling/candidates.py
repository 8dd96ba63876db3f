"""What may have been meant at a suspicious place: characters of the same sound or shape that the context knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newslint.spelling.grams import PAIR, turned
from newslint.spelling.known import BLOCK_BYTES, bits_of
from newslint.spelling.places import Places
from newslint.spelling.tables import FIRST_HAN, LAST_HAN, numbers, tables

#: Characters that are hardly ever a misspelling where they are written: particles, pronouns, prepositions.
FUNCTIONAL = frozenset(map(ord, "的地得他她它们由及却于亦到向因也又将把与或而且之其这那是在有不了所为被从对和经待"))
PARTICLES = frozenset(map(ord, "的地得了是在和也他她它们"))
#: Strings of two of this level, in some 1,400 articles or more, are right as they are.
_COMMON = 11


class Candidate(NamedTuple):
    """A character that may be meant: its code point, and the levels of the three strings of three over the place with
    it, with one neighbour on each side, with two before, and with two after.
    """

    code: int
    middle: int
    left: int
    right: int


def doubtful(places: Places) -> list[int]:
    """Return the suspicious places whose two neighbours do not prove the character.

    Run for one character in ten: hence the comparisons of code points, which save calls.
    """
    codes, first, second, level = places.codes, places.first, places.second, places.tables.strings.level
    found = []
    for at in places.suspicious():
        if not FIRST_HAN <= codes[at] <= LAST_HAN or codes[at] in FUNCTIONAL:
            continue
        left = FIRST_HAN <= codes[at - 1] <= LAST_HAN
        right = FIRST_HAN <= codes[at + 1] <= LAST_HAN
        # A common pair is no misspelling.
        if left and level(first[at - 1] ^ second[at] ^ PAIR) >= _COMMON:
            continue
        if right and level(first[at] ^ second[at + 1] ^ PAIR) >= _COMMON:
            continue
        # Of the strings with another character, two must be known: the one with both neighbours, and one of these.
        if (
            left
            and right
            and FIRST_HAN <= codes[at - 2] <= LAST_HAN
            and FIRST_HAN <= codes[at + 2] <= LAST_HAN
            and not level(first[at - 2] ^ second[at - 1] ^ PAIR)
            and not level(first[at + 1] ^ second[at + 2] ^ PAIR)
        ):
            continue
        found.append(at)
    return found


def candidates(places: Places, at: int) -> list[Candidate]:
    """Return what may be meant at a doubtful place.

    With it the string with both neighbours is known, and that with the two before or the two after. (Where only these
    two are known, the character is right in two of three.)
    """
    around = places.first[at - 1] ^ places.third[at + 1]
    block = places.tables.known.block(around)
    raw = block.to_bytes(BLOCK_BYTES, "little")
    # One bit of a byte is asked first: few have it, and it is faster than both bits of the block.
    codes = [code for code, byte, bit, bits in _possible(places.codes[at]) if raw[byte] & bit and block & bits == bits]
    return list(_fitting(places, at, around, codes)) if codes else []


def _fitting(places: Places, at: int, around: int, codes: Sequence[int]) -> Iterator[Candidate]:
    """Yield those of some candidates for a place that are proved to fit."""
    first, second, third = places.first, places.second, places.third
    before, after = first[at - 2] ^ second[at - 1], second[at + 1] ^ third[at + 2]
    level, own = places.tables.strings.level, numbers()
    for code in codes:
        number = own[code]
        if middle := level(around ^ turned(number, 10)):
            left, right = level(before ^ turned(number, 20)), level(after ^ number)
            if left or right:
                yield Candidate(code, middle, left, right)


@cache
def _possible(code: int) -> list[tuple[int, int, int, int]]:
    """Return the characters that may be meant by one, as ``_asked`` does for each.

    A particle fits nearly everywhere, which proves nothing.
    """
    return [_asked(other) for other in tables().candidates(code).tolist() if other not in PARTICLES]


@cache
def _asked(code: int) -> tuple[int, int, int, int]:
    """Return the code point of a character, the byte and the bit of a block of the lower of its bits, and both bits."""
    bits = bits_of(numbers()[code])
    lower = (bits & -bits).bit_length() - 1
    return code, lower >> 3, 1 << (lower & 7), bits
