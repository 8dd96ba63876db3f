"""Short strings as numbers, by which the tables keep them.

A text is seen one code point at a time: Han characters (U+4E00 to U+9FFF, 〇) are themselves, every digit is 0, every
Latin letter A, and everything else, white space and the ends of the text included, is |. Every character has a number
of 15 bits; that of a string of two or three, of 32 bits, is made of these, each multiplied by a factor of its place.

The numbers of all strings of a text are worked out at once, as one long integer, many times faster than by a loop.
"""

from __future__ import annotations

from array import array
from operator import itemgetter

from newslint.spelling.lanes import as_array, lanes
from newslint.spelling.tables import NUMBER, tables

#: What a character outside Han becomes, and what stands before and after a text.
DIGIT, LETTER, MARK = "0", "A", "|"
PADDING = MARK * 2
#: Tells strings of two characters from those of three.
PAIR = 0x15555555
#: The factors of the three places: odd, of 17 bits, so that a product has 32 at most.
FIRST, SECOND, THIRD = 0x1A35D, 0x1C64F, 0x14D2B


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
    return first * FIRST ^ second * SECOND ^ (PAIR if third is None else third * THIRD)


def frame_of(first: int, third: int) -> int:
    """Return the number of a string of three without its middle."""
    return first * FIRST ^ third * THIRD


class Numbered:
    """What is known of the characters of a text, and the numbers of the strings that begin at each.

    The former, ``kinds``, stands in one long integer, 32 bits each, the first one lowest; ``marks`` are the highest
    bytes of it. ``threes`` are the numbers of the strings of three, ``frames`` those without their middle, ``twos``
    those of two but for ``PAIR``.
    """

    def __init__(self, codes: array[int]) -> None:
        size = len(codes)
        kinds = array("I", itemgetter(*codes)(tables().characters)).tobytes()
        self.kinds, self.marks = int.from_bytes(kinds, "little"), kinds[3::4]
        own = self.kinds & lanes(NUMBER, size)
        first, second, third = own * FIRST, own * SECOND >> 32, own * THIRD >> 64
        self.twos = as_array(first ^ second, size)
        self.frames = as_array(first ^ third, size)
        self.threes = as_array(first ^ second ^ third, size)
