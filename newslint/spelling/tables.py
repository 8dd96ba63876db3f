"""The tables of the misspelling check, mapped into memory: nothing is read or parsed until it is asked for.

``data/tables.bin`` is written by ``tools/build_spelling.py``. It begins with a line of its own (``MAGIC``), the version
of its form, and the place and length of each section in bytes; all numbers are little-endian.
"""

from __future__ import annotations

import mmap
import struct
from functools import cache
from os.path import dirname, join

from newslint.spelling.slots import Bits, Slots

#: The code points of the characters that stand for themselves; 〇 is another one.
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FFF
MAGIC = b"newslint spelling\n"
#: The form of the file: other forms are not read.
FORM = 3
#: The sections in their order: by code point what is known of a character; its rank; the articles that have it, as a
#: level; the commonest Han characters by rank, and what they add to the number of a string in its middle; one bit for
#: each common pair of these, one for each known pair by the first character, and by the second; levels of strings of
#: two and three; one bit for each string of three without its middle, one for each with a word in its middle that may
#: be put for another; where the candidates for a character begin, by code point; candidates; one bit for each pair in
#: an idiom; idioms by three of their characters; idioms.
SECTIONS = (
    *("characters", "ranks", "singles", "ranked", "seconds", "pairs", "followers", "precursors", "strings", "frames"),
    *("triggers", "places", "candidates", "idiom_pairs", "idiom_keys", "idioms"),
)
HEADER = struct.Struct(f"<{len(MAGIC)}sH{2 * len(SECTIONS)}I")
#: A level of a string is one of 15: it stands in LEAST articles or more, and 1.64 times as many for each level more.
LEAST = 10
STEP = 14 / 6.907755278982137  # the fifteenth level begins at a thousand times LEAST
#: Pairs of characters of this level, in some 500 articles or more, are right as they are.
COMMON = 9
#: A level of a character is 20 times the logarithm of one more than its articles.
SINGLE_STEP = 20
#: By how many bits of its number a string finds its bit, where there is one for each.
FRAME_BITS, TRIGGER_BITS, IDIOM_PAIR_BITS = 22, 22, 20
#: By how many bits of its number a string finds its slot.
STRING_BITS = 21
#: Characters have ranks by the number of articles that have them, from 1; 0 is every other, and none.
RANK_BITS = 12
#: A pair is common only where both ranks have fewer bits.
COMMON_BITS = 11
_ROW = 1 << RANK_BITS - 3
#: What is known of a character, in one number of so few bits that Python is quick with it: the number by which strings
#: with it are found; the rank if it is one of the commonest; whether the character may be doubted, is one of a pair, is
#: Han.
NUMBER = (1 << 15) - 1
COMMON_SHIFT = 15
DOUBTED, PAIRED, HAN = 1 << 26, 1 << 27, 1 << 28
#: The last slot of the idioms. Of an entry the lower bits are its index, the upper ones tell it from others there.
IDIOM_SLOTS = (1 << 18) - 1
IDIOM_INDEX = (1 << 13) - 1
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
        self.characters = named["characters"].cast("I")
        #: By code point of 16 bits.
        self.ranks = named["ranks"].cast("H")
        self.singles = named["singles"]
        self.ranked = named["ranked"].cast("H")
        self.seconds = named["seconds"].cast("I")
        #: The bit of the pair of the characters of ranks a and b is that with the number ``a << COMMON_BITS | b``.
        self.pairs = named["pairs"]
        self._followers, self._precursors = named["followers"], named["precursors"]
        self.strings = Slots(named["strings"])
        self.frames, self.triggers = Bits(named["frames"]), Bits(named["triggers"])
        self._places = named["places"].cast("I")
        self._candidates = named["candidates"].cast("H")
        self.idiom_pairs = Bits(named["idiom_pairs"])
        #: The first slot of an idiom without the character at a place is ``idiom_slot``; 0 is an empty slot.
        self.idiom_slots = named["idiom_keys"].cast("H")
        self._idioms = named["idioms"].cast("H")

    def number(self, code: int) -> int:
        """Return the number of a code point of 16 bits; those that the tables do not tell apart have the same."""
        return self.characters[code] & NUMBER

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
