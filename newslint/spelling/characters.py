"""What the check knows of single characters, by code point: numbers, ranks, and which may be misspellings of what."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from os.path import dirname, join

from newslint.spelling.tables import RANK_BITS, tables

#: Characters that are hardly ever a misspelling where they are written: particles, pronouns, prepositions.
FUNCTIONAL = frozenset("的地得着他她它们由及却于亦到向因也又将把与或而且之其这那是在有不了所为被从对和经待")
#: Those that fit nearly everywhere, so that they are never suggested.
PARTICLES = frozenset("的地得了是在和也他她它们")
#: All bits by rank.
ANY = -1
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
def confusable(code: int) -> int:
    """Return the characters that may be meant by one, as bits by rank."""
    ranks = tables().ranks
    bits = bytearray(1 << RANK_BITS - 3)
    for other in tables().candidates(code).tolist():
        rank = ranks[other]
        bits[rank >> 3] |= 1 << (rank & 7)
    return int.from_bytes(bits, "little") & ~_never_meant()


@cache
def _never_meant() -> int:
    """Return the bits of what has no rank and of the particles."""
    return sum(1 << tables().ranks[ord(char)] for char in PARTICLES) | 1


@cache
def followers(code: int) -> int:
    """Return the characters that may stand behind one, as bits by rank: those known to, any behind one of no rank."""
    rank = tables().ranks[code]
    return tables().followers(rank) if rank else ANY


@cache
def precursors(code: int) -> int:
    """Return the characters that may stand before one, as ``followers`` does."""
    rank = tables().ranks[code]
    return tables().precursors(rank) if rank else ANY
