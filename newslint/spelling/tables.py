"""The tables of the misspelling check, mapped into memory: nothing is read or parsed until it is asked for.

``data/tables.bin`` is written by ``tools/build_spelling.py``. It begins with a line of its own (``MAGIC``), the version
of its form, and the place and length of each section in bytes; all numbers are little-endian.
"""

from __future__ import annotations

import mmap
import struct
from array import array
from collections.abc import Iterator, MutableSequence
from functools import cache
from os.path import dirname, join

from newslint.spelling.known import Known

#: The code points of the characters that stand for themselves; 〇 is another one.
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FFF
MAGIC = b"newslint spelling\n"
#: The form of the file: other forms are not read.
FORM = 1
#: The sections in their order: numbers of a mark, a digit, a letter, 〇 and the Han characters; articles that have a
#: character, as a level by code point; two bits for each string of three that is known; levels of strings of two and
#: three; where the candidates for a character begin, by code point; candidates; idioms by three of their characters;
#: idioms.
SECTIONS = ("numbers", "singles", "known", "strings", "places", "candidates", "idiom_keys", "idioms")
HEADER = struct.Struct(f"<{len(MAGIC)}sH{2 * len(SECTIONS)}I")
#: A level of a string is one of 15: it stands in LEAST articles or more, and 1.64 times as many for each level more.
LEAST = 10
STEP = 14 / 6.907755278982137  # the fifteenth level begins at a thousand times LEAST
#: A level of a character is 20 times the logarithm of one more than its articles.
SINGLE_STEP = 20
#: By how many bits of its number a string finds its slot, and by which it is told from others there.
STRING_BITS = 21
IDIOM_BITS = 17
CHECK = (1 << 10) - 1
_PATH = join(dirname(__file__), "data", "tables.bin")


class Tables:
    """The sections as sequences of numbers."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        magic, form, *places = HEADER.unpack_from(data)
        if magic != MAGIC or form != FORM:
            raise ValueError("not a table of this version of newslint")
        view = memoryview(data)
        parts = [view[start : start + size] for start, size in zip(places[::2], places[1::2], strict=True)]
        self.numbers = parts[0].cast("I")
        self.singles = parts[1]
        self.known = Known(parts[2])
        self.strings = Slots(parts[3])
        self._places = parts[4].cast("I")
        self._candidates = parts[5].cast("H")
        #: The first slot of an idiom without the character at a place is ``idiom_slot``; 0 is an empty slot.
        self.idiom_slots = parts[6].cast("H")
        self._idioms = parts[7].cast("H")

    def candidates(self, code: int) -> memoryview:
        """Return the code points of the characters that are mistaken for the one with this code point."""
        place = self._places[code]
        return self._candidates[place + 1 : place + 1 + self._candidates[place]]

    def kinds(self, code: int, other: int) -> int:
        """Return how the second character is like the first: bits 1 same syllable and tone, 2 same syllable, 4 near
        sound, 8 shape; 0 if it is not mistaken for it.
        """
        place = self._places[code]
        size = self._candidates[place]
        found = self._candidates[place + 1 : place + 1 + size].tolist()
        return self._candidates[place + 1 + size + found.index(other)] if other in found else 0

    def has_candidates(self, code: int) -> int:
        """Return what is true if the character may be a misspelling."""
        return self._places[code]

    def idioms(self, slot: int) -> Iterator[str]:
        """Yield the idioms from a slot of ``idiom_slots`` on."""
        while entry := self.idiom_slots[slot]:
            yield "".join(map(chr, self._idioms[entry * 4 - 4 : entry * 4]))
            slot = slot + 1 & len(self.idiom_slots) - 1


class Slots:
    """A hash table of levels: the number of a string finds its slot by the upper bits, and is told from others by the
    lower ten.

    About one string in five hundred that is not in the table seems to be.
    """

    def __init__(self, data: memoryview) -> None:
        self.slots = data.cast("H")
        self.last = len(self.slots) - 1
        self.shift = 32 - self.last.bit_length()

    def level(self, number: int) -> int:
        """Return the level of the string with this number, 0 if it is not there."""
        slots, check = self.slots, number & CHECK
        at = number >> self.shift
        while entry := slots[at]:
            if entry >> 4 == check:
                return entry & 15
            at = at + 1 & self.last
        return 0


def put(slots: MutableSequence[int], number: int, level: int) -> None:
    """Put the level of a string into a table of slots, of which a part must be empty, as ``Slots`` finds it."""
    last = len(slots) - 1
    at = number >> 32 - last.bit_length()
    while slots[at]:
        at = at + 1 & last
    slots[at] = (number & CHECK) << 4 | level


def idiom_slot(number: int, place: int) -> int:
    """Return the slot of an idiom of which the characters but the one at ``place`` have this number."""
    return number >> 4 * place & (1 << IDIOM_BITS) - 1


@cache
def tables() -> Tables:
    """Return the tables that newslint carries."""
    # A mapping stays valid after its file is closed, and parallel processes share its pages.
    with open(_PATH, "rb") as file:
        return Tables(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


@cache
def numbers() -> array[int]:
    """Return the number of each code point of 16 bits; those that the tables do not tell apart have the same."""
    mark, digit, letter, zero = tables().numbers[:4]
    found = array("I", [mark]) * (1 << 16)
    found[FIRST_HAN : LAST_HAN + 1] = array("I", tables().numbers[4:])
    found[ord("〇")] = zero
    for number, ranges in ((digit, ("09", "０９")), (letter, ("AZ", "az", "ＡＺ", "ａｚ"))):
        for ends in ranges:
            for code in range(ord(ends[0]), ord(ends[1]) + 1):
                found[code] = number
    return found
