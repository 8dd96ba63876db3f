"""What the check knows of single characters, by code point: numbers, ranks, and which may be misspellings of what."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from functools import cache, lru_cache
from os.path import dirname, join

from newslint.spelling.tables import COMMON_BITS, FIRST_HAN, LAST_HAN, RANK_BITS, numbers, tables, turned

#: Characters that are hardly ever a misspelling where they are written: particles, pronouns, prepositions.
FUNCTIONAL = frozenset("的地得着他她它们由及却于亦到向因也又将把与或而且之其这那是在有不了所为被从对和经待")
#: Those that fit nearly everywhere, so that they are never suggested.
PARTICLES = frozenset("的地得了是在和也他她它们")
#: The bits of a kind: the rank, whether the character may be doubted, whether it is one of a pair, and the rank again
#: if it is one of those that common pairs have.
RANK = (1 << RANK_BITS) - 1
DOUBTED, PAIRED = 1 << 15, 1 << 14
COMMON_SHIFT = 16
#: How many rows of neighbours are kept, of half a kilobyte each.
_ROWS = 2048
_PAIRS = join(dirname(__file__), "data", "pairs.txt")


@cache
def partners() -> Mapping[int, tuple[int, ...]]:
    """Return the characters that one may be put for in the closed list of pairs, by code point."""
    found: dict[int, tuple[int, ...]] = {}
    with open(_PAIRS, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                one, other = map(ord, line.strip())
                found[one] = (*found.get(one, ()), other)
                found[other] = (*found.get(other, ()), one)
    return found


@cache
def kinds() -> array[int]:
    """Return the kind of each code point of 16 bits, 0 for all but Han characters."""
    found = array("I", [0]) * (1 << 16)
    found[FIRST_HAN : LAST_HAN + 1] = array("I", [DOUBTED]) * (LAST_HAN - FIRST_HAN + 1)
    for rank, code in enumerate(tables().ranked.tolist()):
        if rank:
            found[code] |= rank | (rank << COMMON_SHIFT if rank < 1 << COMMON_BITS else 0)
    for char in FUNCTIONAL:
        found[ord(char)] &= ~DOUBTED
    for code in partners():
        found[code] |= PAIRED
    return found


@cache
def characters() -> array[int]:
    """Return for each code point of 16 bits its number, in the upper 32 bits, and its kind."""
    found = array("Q", [0]) * (1 << 16)
    halves = memoryview(found).cast("B").cast("I")
    halves[::2], halves[1::2] = memoryview(kinds()), memoryview(numbers())
    return found


@cache
def confusable(code: int) -> int:
    """Return the characters that may be meant by one, as bits by rank."""
    ranks = kinds()
    found = 0
    for other in tables().candidates(code).tolist():
        if chr(other) not in PARTICLES:
            found |= 1 << (ranks[other] & RANK)
    return found & ~1


@lru_cache(_ROWS)
def followers(rank: int) -> int:
    """Return the characters known to stand behind the one with this rank, as bits by rank."""
    return tables().followers(rank)


@lru_cache(_ROWS)
def precursors(rank: int) -> int:
    """Return the characters known to stand before the one with this rank, as bits by rank."""
    return tables().precursors(rank)


@cache
def seconds() -> array[int]:
    """Return the number of each character as the second of a string, by rank."""
    return array("I", (turned(numbers()[code], 10) for code in tables().ranked))
