"""A stretch of text as the tables see it, and the places in it that no known string covers."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import compress
from operator import itemgetter

from newslint.spelling.grams import PADDING, PAIR, Numbered, codes_of, is_han, lanes
from newslint.spelling.tables import COMMON_BITS, COMMON_SHIFT, DOUBTED, PAIRED, Tables

#: The highest level of a string of three that begins or ends with a suspicious character. About one error in eight has
#: such a string by chance.
FAINT = 2
#: The bits of a byte for a pair that is known and for one that is common, by the lowest two bits of its number.
_KNOWN_BIT = bytes(1 << 2 * (byte & 3) for byte in range(256))
_COMMON_BIT = bytes(2 << 2 * (byte & 3) for byte in range(256))
#: 1 for all bytes but 0; 1 for the second byte of kinds.
_YES = bytes([0]) + bytes([1]) * 255
_DOUBTED = bytes(byte & DOUBTED >> 8 and 1 for byte in range(256))
_PAIRED = bytes(byte & PAIRED >> 8 and 1 for byte in range(256))


class Places:
    """A stretch of text with its padding: ``text[i]`` is the character of the stretch at ``i - 2``."""

    def __init__(self, text: str, tables: Tables) -> None:
        self.text = f"{PADDING}{text}{PADDING}"
        self.tables = tables
        self.codes = codes_of(self.text)
        self._numbered = Numbered(self.codes)
        self.first, self.second, self.third = self._numbered.first, self._numbered.second, self._numbered.third
        #: The numbers of the strings of three that begin at each place.
        self.threes = self._numbered.threes
        #: Those of the strings of two, but for ``PAIR``.
        self.twos = self._numbered.twos

    def suspicious(self) -> list[int]:
        """Return the places of characters that make no common pair with a neighbour, and that no known string of three
        covers but a rare one that begins or ends with them.
        """
        size = len(self.codes)
        known, common = self._pairs()
        doubted = int.from_bytes(self._marks.translate(_DOUBTED), "little")
        in_doubt = (doubted & ~(common | common << 8)).to_bytes(size, "little")
        level, threes = self.tables.strings.level, self.threes
        found = []
        for at in compress(range(size), in_doubt):
            # A string of three is known only if its pairs are. That is cheaper to ask.
            left, right = known[at - 1], known[at]
            if left and right and level(threes[at - 1]):
                continue
            faint = level(threes[at]) if right and known[at + 1] else 0
            if faint <= FAINT and left and known[at - 2]:
                faint += level(threes[at - 2])
            if faint <= FAINT:
                found.append(at)
        return found

    def paired(self) -> Iterator[int]:
        """Yield the places of characters that may be put for another one of a closed list."""
        return compress(range(len(self.codes)), self._marks.translate(_PAIRED))

    @cached_property
    def _marks(self) -> bytes:
        """The second byte of the kind of each character."""
        return self._numbered.kinds.to_bytes(4 * len(self.codes), "little")[1::4]

    def _pairs(self) -> tuple[bytes, int]:
        """Return one byte for each character: whether the pair with the one behind it may be known, more than 0 if so,
        and, in one long integer, whether it is common, 1 if so.
        """
        size = len(self.codes)
        ranks = self._numbered.kinds >> COMMON_SHIFT & lanes((1 << COMMON_BITS) - 1, size)
        pairs = ranks << COMMON_BITS | ranks >> 32
        places = array("I", (pairs >> 2 & lanes((1 << 2 * COMMON_BITS - 2) - 1, size)).to_bytes(4 * size, "little"))
        found = int.from_bytes(bytes(itemgetter(*places)(self.tables.pairs)), "little")
        asked = pairs.to_bytes(4 * size, "little")[::4]
        known = found & int.from_bytes(asked.translate(_KNOWN_BIT), "little")
        common = found & int.from_bytes(asked.translate(_COMMON_BIT), "little")
        return known.to_bytes(size, "little"), int.from_bytes(common.to_bytes(size, "little").translate(_YES), "little")

    def is_suspicious(self, at: int) -> bool:
        """Return True if no known string of three covers the place."""
        return not any(self.levels(at))

    def levels(self, at: int) -> tuple[int, int, int]:
        """Return the levels of the strings of three over a place: that with both neighbours, that with the two before,
        that with the two behind.
        """
        level, threes = self.tables.strings.level, self.threes
        return level(threes[at - 1]), level(threes[at - 2]), level(threes[at])

    def pair_level(self, at: int) -> int:
        """Return the level of the two characters at ``at``."""
        return self.tables.strings.level(self.first[at] ^ self.second[at + 1] ^ PAIR)

    def is_repeated(self, at: int) -> bool:
        """Return True if the character stands with one of its neighbours in the text a second time."""
        text, count = self.text, self.text.count
        left = is_han(text[at - 1]) and count(text[at - 1 : at + 1]) > 1
        return left or (is_han(text[at + 1]) and count(text[at : at + 2]) > 1)

    def not_repeated(self, places: Sequence[int]) -> Iterator[int]:
        """Yield those of some places that do not show each other to be repeated: most of a name or term are there."""
        text = self.text
        left, right = [text[at - 1 : at + 1] for at in places], [text[at : at + 2] for at in places]
        many, many_right = Counter(left), Counter(right)
        for at, one, other in zip(places, left, right, strict=True):
            if (many[one] == 1 or not is_han(one[0])) and (many_right[other] == 1 or not is_han(other[1])):
                yield at
