"""The strings of a house's own archive, which show that what is written is usual there.

The file is written by ``newslint learn``: a line of its own (``MAGIC``), the sizes of what was counted, and a table of
slots like that of the strings newslint carries. It only silences.
"""

from __future__ import annotations

import mmap
import struct
from functools import cache

from newslint.spelling.grams import MARK, is_han, number_of
from newslint.spelling.slots import Slots
from newslint.spelling.tables import tables
from newslint.storage import regular_file

#: How the first line begins, whatever the form of the rest.
OWN = b"newslint learnt "
MAGIC = OWN + b"2\n"
#: After the first line: articles, characters, strings.
HEADER = struct.Struct(f"<{len(MAGIC)}s2x3Q4x")
#: In how many articles a string of two and of three characters must stand.
LEAST = {2: 2, 3: 3}
_SMALLEST = 4


class Learnt:
    """The strings of an archive."""

    def __init__(self, data: mmap.mmap | bytes) -> None:
        if len(data) < HEADER.size or data[: len(MAGIC)] != MAGIC:
            raise ValueError("not written by newslint learn")
        _, self.articles, self.characters, self.strings = HEADER.unpack_from(data)
        if len(data) != HEADER.size + 2 * slots_for(self.strings):
            raise ValueError("cut short")
        self._slots = Slots(memoryview(data)[HEADER.size :])

    def knows(self, text: str, at: int) -> bool:
        """Return True if a string of two or three characters over a place stands in the archive."""
        window = [char if is_han(char) else MARK for char in text[max(0, at - 2) : at + 3]]
        place = min(at, 2)
        own = [tables().number(ord(char)) for char in window]
        for start in range(max(0, place - 2), min(place, len(own) - 3) + 1):
            if self._slots.level(number_of(*own[start : start + 3])):
                return True
        return any(
            window[start] != MARK != window[start + 1] and self._slots.level(number_of(*own[start : start + 2]))
            for start in range(max(0, place - 1), min(place, len(own) - 2) + 1)
        )


def slots_for(strings: int) -> int:
    """Return how many slots the table of so many strings has: a half of them at least are empty."""
    return 1 << max(_SMALLEST, (2 * strings).bit_length())


@cache
def open_learnt(path: str) -> Learnt:
    """Return the table in a file, mapped into memory; raises ``ValueError`` for another file, and ``OSError``."""
    with regular_file(path) as file:
        return Learnt(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
