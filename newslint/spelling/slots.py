"""What is known of strings, found by their numbers: a level, or one bit."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, MutableSequence, Sequence

from newslint.spelling.lanes import BIT, YES, as_array, lanes, taken

#: The number of a string has so many bits.
NUMBER_BITS = 32
#: Of the entry of a string in a slot the lower bits are its level. Then one bit tells that others with the same slot
#: stand behind it; the upper bits are the lowest of the number, by which a string is told from others.
LEVEL, MORE, CHECK_SHIFT = 15, 16, 5
CHECK = (1 << 16 - CHECK_SHIFT) - 1
#: How far from its slot a string is looked for: ten times as far as any lies in a table that is half full. In one that
#: is damaged there may be no end.
_FARTHEST = 1000


class Slots:
    """A hash table of levels: the number of a string finds its slot by the upper bits, and is told from others by the
    lower eleven. Of two strings with the same slot, the second is behind it.

    About one string in 1,900 that is not in the table seems to be.
    """

    def __init__(self, data: memoryview) -> None:
        self.slots = data.cast("H")
        self.last = len(self.slots) - 1
        self.shift = NUMBER_BITS - self.last.bit_length()

    def level(self, number: int) -> int:
        """Return the level of the string with this number, 0 if it is not there."""
        slots, check = self.slots, number & CHECK
        at = number >> self.shift
        entry = slots[at]
        if entry & MORE and entry >> CHECK_SHIFT != check:
            for further in range(at + 1, at + _FARTHEST):
                entry = slots[further & self.last]
                if not entry or entry >> CHECK_SHIFT == check:
                    break
        return entry & LEVEL if entry >> CHECK_SHIFT == check else 0

    def levels(self, numbers: Iterable[int]) -> list[int]:
        """Return the levels of many strings, as ``level`` does, in half the time."""
        slots, shift, level = self.slots, self.shift, self.level
        return [
            # Most of those that are not there are told by the first slot.
            (entry := slots[number >> shift])
            and (entry & LEVEL if entry >> CHECK_SHIFT == number & CHECK else entry & MORE and level(number))
            for number in numbers
        ]


def put(slots: MutableSequence[int], number: int, level: int) -> None:
    """Put the level of a string into a table of slots, of which a part must be empty, as ``Slots`` finds it."""
    last = len(slots) - 1
    at = number >> NUMBER_BITS - last.bit_length()
    if slots[at]:
        slots[at] |= MORE
    while slots[at]:
        at = at + 1 & last
    slots[at] = (number & CHECK) << CHECK_SHIFT | level


class Bits:
    """One bit for each string, found by the upper and the lowest bits of its number.

    Some strings that are not there seem to be.
    """

    def __init__(self, data: memoryview) -> None:
        self._bytes = data
        self._shift = _byte_shift(data)

    def of(self, numbers: Sequence[int]) -> bytes:
        """Return 1 or 0 for each of some strings."""
        own = array("I", numbers).tobytes()
        places = int.from_bytes(own, "little") >> self._shift & lanes(len(self._bytes) - 1, len(numbers))
        found = taken(self._bytes, as_array(places, len(numbers)))
        bits = int.from_bytes(bytes(found), "little") & int.from_bytes(own[::4].translate(BIT), "little")
        return bits.to_bytes(len(numbers), "little").translate(YES)


def set_bit(found: bytearray, number: int) -> None:
    """Set the bit of a string, as ``Bits`` finds it."""
    found[number >> _byte_shift(found)] |= 1 << (number & 7)


def _byte_shift(data: bytearray | memoryview) -> int:
    return NUMBER_BITS - (len(data) - 1).bit_length()
