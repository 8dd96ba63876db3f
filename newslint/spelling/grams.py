"""Short strings as numbers of 32 bits, by which the tables keep them.

A text is seen one code point at a time: Han characters (U+4E00 to U+9FFF, 〇) are themselves, every digit is 0, every
Latin letter A, and everything else, white space and the ends of the text included, is |. Every character has a number
of 32 bits; that of a string of two or three is made of these, each turned by ten bits more than the one before.

The numbers of all strings of a text are worked out at once, as one long integer, many times faster than by a loop.
"""

from __future__ import annotations

from array import array
from operator import itemgetter

from newslint.spelling.tables import tables, turned

#: What a character outside Han becomes, and what stands before and after a text.
DIGIT, LETTER, MARK = "0", "A", "|"
PADDING = MARK * 2
#: Tells strings of two characters from those of three.
PAIR = 0x15555555
_ALL = 0xFFFFFFFF


def is_han(char: str) -> bool:
    """Return True for a character that stands for itself in the tables."""
    return "一" <= char <= "鿿" or char == "〇"


def codes_of(text: str) -> array[int]:
    """Return the code points of ``text``, those beyond 16 bits replaced, so that positions stay."""
    codes = array("H", text.encode("utf-16-le", "surrogatepass"))
    if len(codes) != len(text):
        plain = "".join([char if char < "\U00010000" else MARK for char in text])
        codes = array("H", plain.encode("utf-16-le", "surrogatepass"))
    return codes


def number_of(first: int, second: int, third: int | None = None) -> int:
    """Return the number of a string from those of its two or three characters."""
    return first ^ turned(second, 10) ^ (PAIR if third is None else turned(third, 20))


class Numbered:
    """The numbers and kinds of every character of a text.

    ``first[i]`` ^ ``second[i + 1]`` ^ ``third[i + 2]`` is ``threes[i]``, the number of the string of three that begins
    at i; ``twos[i]`` is that of the first two. The kinds stand in one long integer, 32 bits each, the first one lowest.
    """

    def __init__(self, codes: array[int]) -> None:
        size = len(codes)
        halves = memoryview(array("Q", itemgetter(*codes)(tables().characters))).cast("B").cast("I")
        self.kinds = int.from_bytes(halves[::2].tobytes(), "little")
        self.first = array("I", halves[1::2].tobytes())
        first = int.from_bytes(self.first.tobytes(), "little")
        second, third = _turned_lanes(first, size, 10), _turned_lanes(first, size, 20)
        self.second = array("I", second.to_bytes(4 * size, "little"))
        self.third = array("I", third.to_bytes(4 * size, "little"))
        twos = first ^ second >> 32
        self.twos = array("I", twos.to_bytes(4 * size, "little"))
        self.threes = array("I", (twos ^ third >> 64).to_bytes(4 * size, "little"))


def lanes(number: int, size: int) -> int:
    """Return a number of 32 bits ``size`` times in one long integer."""
    return int.from_bytes(number.to_bytes(4, "little") * size, "little")


def _turned_lanes(long: int, size: int, by: int) -> int:
    """Turn each of ``size`` numbers of 32 bits in a long integer."""
    return long << by & lanes(_ALL << by & _ALL, size) | long >> 32 - by & lanes((1 << by) - 1, size)
