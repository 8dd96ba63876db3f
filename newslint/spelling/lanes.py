"""Many numbers at once: in one long integer, 32 bits each and the first one lowest, or by one call for all.

All that is asked of every character of a text is asked so; a loop would take many times as long.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import lru_cache
from itertools import compress
from operator import itemgetter

#: 1 for all bytes but 0; the bit that the lowest three bits of a byte tell.
YES = bytes([0]) + bytes([1]) * 255
BIT = bytes(1 << (byte & 7) for byte in range(256))
#: Long integers and places are kept for so many characters, and for each multiple of it.
_STEP = 1024


def lanes(number: int, size: int) -> int:
    """Return a number, ``size`` times or more, in one long integer."""
    return _lanes(number, -(-size // _STEP))


def as_array(long: int, size: int) -> array[int]:
    """Return the ``size`` numbers of a long integer one by one."""
    return array("I", long.to_bytes(4 * size, "little"))


def taken(numbers: Sequence[int], places: Sequence[int]) -> tuple[int, ...]:
    """Return what stands at each of some places of a long sequence."""
    if len(places) < 2:  # for which it would give no tuple
        return tuple(numbers[at] for at in places)
    found: tuple[int, ...] = itemgetter(*places)(numbers)
    return found


def places_of(flags: bytes) -> list[int]:
    """Return the places of the bytes that are not 0."""
    return list(compress(_places(-(-len(flags) // _STEP)), flags))


@lru_cache(64)
def _lanes(number: int, steps: int) -> int:
    return int.from_bytes(number.to_bytes(4, "little") * (steps * _STEP), "little")


@lru_cache(8)
def _places(steps: int) -> tuple[int, ...]:
    # Each of these numbers is made once, not once for each text.
    return tuple(range(steps * _STEP))
