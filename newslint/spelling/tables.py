"""The tables of the misspelling check, mapped into memory: nothing is read or parsed until it is asked for.

``data/tables.bin`` is written by ``tools/build_spelling.py``. It begins with a line of its own (``MAGIC``), the version
of its form, and the place and length of each section in bytes; all numbers are little-endian.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import MutableSequence
from functools import cache
from os.path import dirname, join

#: The code points of the characters that stand for themselves; 〇 is another one.
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FFF
MAGIC = b"newslint spelling\n"
#: The form of the file: other forms are not read.
FORM = 2
#: The sections in their order: by code point the kind of a character, in the lower 32 bits, and its number; articles
#: that have a character, as a level by code point; the commonest Han characters by rank, and their numbers as the
#: second of a string; two bits for each pair of these; one for each known pair by the first character, and by the
#: second; levels of strings of two and three; one bit for each string of three with a word in its middle that may be
#: put for another; where the candidates for a character begin, by code point; candidates; one bit for each pair in an
#: idiom; idioms by three of their characters; idioms.
SECTIONS = (
    *("characters", "singles", "ranked", "seconds", "pairs", "followers", "precursors", "strings", "triggers"),
    *("places", "candidates", "idiom_pairs", "idiom_keys", "idioms"),
)
HEADER = struct.Struct(f"<{len(MAGIC)}sH{2 * len(SECTIONS)}I")
#: A level of a string is one of 15: it stands in LEAST articles or more, and 1.64 times as many for each level more.
LEAST = 10
STEP = 14 / 6.907755278982137  # the fifteenth level begins at a thousand times LEAST
#: Pairs of characters of this level, in some 500 articles or more, are right as they are.
COMMON = 9
#: A level of a character is 20 times the logarithm of one more than its articles.
SINGLE_STEP = 20
#: By how many bits of its number a string finds its slot, and by which it is told from others there.
STRING_BITS = 21
SLOT_SHIFT = 32 - STRING_BITS
CHECK = (1 << 11) - 1
#: Characters have ranks by the number of articles that have them, from 1; 0 is every other, and none.
RANK_BITS = 12
#: Pairs are asked for at once where both ranks have fewer bits; others may be known, and are not common.
COMMON_BITS = 11
_ROW = 1 << RANK_BITS - 3
#: The bits of a kind: the rank, whether the character may be doubted, whether it is one of a pair, and the rank again
#: if it is one of those that common pairs have.
RANK = (1 << RANK_BITS) - 1
DOUBTED, PAIRED = 1 << 15, 1 << 14
COMMON_SHIFT = 16
#: The last slot of the idioms. Of an entry the lower bits are its index, the upper ones tell it from others there.
IDIOM_SLOTS = (1 << 18) - 1
IDIOM_INDEX = (1 << 13) - 1
#: The bit of a pair of characters is that with its number without so many lower bits.
IDIOM_PAIR = 12
_PATH = join(dirname(__file__), "data", "tables.bin")


class Tables:
    """The sections as sequences of numbers."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        magic, form, *places = HEADER.unpack_from(data)
        if magic != MAGIC or form != FORM:
            raise ValueError("not a table of this version of newslint")
        view = memoryview(data)
        parts = [view[start : start + size] for start, size in zip(places[::2], places[1::2], strict=True)]
        named = dict(zip(SECTIONS, parts, strict=True))
        self.characters = named["characters"].cast("Q")
        self._halves = named["characters"].cast("I")
        self.singles = named["singles"]
        self.ranked = named["ranked"].cast("H")
        self.seconds = named["seconds"].cast("I")
        #: Of the pair of the characters with the ranks a and b, number ``a << COMMON_BITS | b``, the first bit tells
        #: that it may be known, the second that it is common.
        self.pairs = named["pairs"]
        self._followers, self._precursors = named["followers"], named["precursors"]
        self.strings = Slots(named["strings"])
        #: A bit for a string is that with the number of its slot in ``strings``.
        self.triggers = named["triggers"]
        self._places = named["places"].cast("I")
        self._candidates = named["candidates"].cast("H")
        self.idiom_pairs = named["idiom_pairs"]
        #: The first slot of an idiom without the character at a place is ``idiom_slot``; 0 is an empty slot.
        self.idiom_slots = named["idiom_keys"].cast("H")
        self._idioms = named["idioms"].cast("H")

    def number(self, code: int) -> int:
        """Return the number of a code point of 16 bits; those that the tables do not tell apart have the same."""
        return self._halves[2 * code + 1]

    def rank(self, code: int) -> int:
        """Return the rank of a code point of 16 bits."""
        return self._halves[2 * code] & RANK

    def followers(self, rank: int) -> int:
        """Return the characters known to stand behind the one with this rank, as bits by rank."""
        return int.from_bytes(self._followers[rank * _ROW : (rank + 1) * _ROW], "little")

    def precursors(self, rank: int) -> int:
        """Return the characters known to stand before the one with this rank, as bits by rank."""
        return int.from_bytes(self._precursors[rank * _ROW : (rank + 1) * _ROW], "little")

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

    def idiom(self, entry: int, number: int) -> str:
        """Return the idiom of an entry of ``idiom_slots`` if its other characters may have this number, else none."""
        if entry & ~IDIOM_INDEX != idiom_check(number):
            return ""
        end = (entry & IDIOM_INDEX) * 4
        return "".join(map(chr, self._idioms[end - 4 : end]))


class Slots:
    """A hash table of levels: the number of a string finds its slot by the upper bits, and is told from others by the
    lower eleven.

    About one string in a thousand that is not in the table seems to be.
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


def turned(number: int, by: int) -> int:
    """Return a number of 32 bits turned left by ``by`` bits."""
    return (number << by | number >> 32 - by) & 0xFFFFFFFF


def idiom_slot(number: int, place: int) -> int:
    """Return the slot of an idiom of which the characters but the one at ``place`` have this number."""
    return number >> 4 * place & IDIOM_SLOTS


def idiom_check(number: int) -> int:
    """Return the upper bits of the entry of such an idiom."""
    return number >> 16 & ~IDIOM_INDEX & 0xFFFF


@cache
def tables() -> Tables:
    """Return the tables that newslint carries."""
    # A mapping stays valid after its file is closed, and parallel processes share its pages.
    with open(_PATH, "rb") as file:
        return Tables(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
