"""A stretch of text as the tables see it, and the places in it that no known string covers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import compress
from operator import itemgetter

from newslint.spelling.grams import FIRST, PADDING, PAIR, SECOND, THIRD, Numbered, codes_of, is_han, number_of
from newslint.spelling.lanes import BIT, YES, as_array, lanes, places_of, taken
from newslint.spelling.tables import COMMON_BITS, COMMON_SHIFT, DOUBTED, HAN, PAIRED, Tables

#: The highest level of a string of three that begins or ends with a suspicious character. About one error in eight has
#: such a string by chance.
FAINT = 2
#: 1 for the highest byte of what is known of a character.
_DOUBTED = bytes(byte & DOUBTED >> 24 and 1 for byte in range(256))
_HAN = bytes(byte & HAN >> 24 and 1 for byte in range(256))
_PAIRED = bytes(byte & PAIRED >> 24 and 1 for byte in range(256))


class Places:
    """A stretch of text with its padding: ``text[i]`` is the character of the stretch at ``i - 2``."""

    def __init__(self, text: str, tables: Tables) -> None:
        self.text = f"{PADDING}{text}{PADDING}"
        self.tables = tables
        self.codes = codes_of(self.text)
        #: The numbers of the strings that begin at each place.
        self.numbered = Numbered(self.codes)
        doubted, paired = self._marked(_DOUBTED), self._marked(_PAIRED)
        common = self._common()
        #: The places of characters that may be doubted, make no common pair with a neighbour, and none that another
        #: such place shows to be repeated, as most of a name or term is.
        self.in_doubt = self._not_repeated(doubted & ~(common | common << 8))
        #: Those of characters that may be put for another one of a closed list, but where both pairs are common.
        self.paired = places_of((paired & ~(common & common << 8)).to_bytes(len(self.codes), "little"))

    def _not_repeated(self, in_doubt: int) -> list[int]:
        """Return those of some places, a byte each, that make no pair of Han that another of them makes, too."""
        size = len(self.codes)
        han = self._marked(_HAN)
        pairs = places_of(((in_doubt | in_doubt >> 8) & han & han >> 8).to_bytes(size, "little"))
        numbers = taken(self.numbered.twos, pairs)
        many = {number for number, count in Counter(numbers).items() if count > 1}
        repeated = bytearray(size)
        for at in compress(pairs, map(many.__contains__, numbers)):
            repeated[at] = 1
        again = int.from_bytes(repeated, "little")
        return places_of((in_doubt & ~(again | again << 8)).to_bytes(size, "little"))

    def suspicious(self, places: Sequence[int]) -> list[int]:
        """Return those of some places that no known string of three covers but a rare one that begins or ends there."""
        threes, levels = self.numbered.threes, self.tables.strings.levels
        middle = levels(taken(threes, [at - 1 for at in places]))
        places = [at for at, level in zip(places, middle, strict=True) if not level]
        before = levels(taken(threes, [at - 2 for at in places]))
        behind = levels(taken(threes, places))
        return [at for at, one, other in zip(places, before, behind, strict=True) if one + other <= FAINT]

    def _marked(self, kind: bytes) -> int:
        """Return, in one long integer, a byte for each character: 1 if it is of a kind, else 0."""
        return int.from_bytes(self.numbered.marks.translate(kind), "little")

    def _common(self) -> int:
        """Return, in one long integer, a byte for each character: 1 if it makes a common pair with the next, else 0."""
        size = len(self.codes)
        ranks = self.numbered.kinds >> COMMON_SHIFT & lanes((1 << COMMON_BITS) - 1, size)
        pairs = ranks << COMMON_BITS | ranks >> 32
        places = as_array(pairs >> 3 & lanes((1 << 2 * COMMON_BITS - 3) - 1, size), size)
        found = int.from_bytes(bytes(itemgetter(*places)(self.tables.pairs)), "little")
        asked = int.from_bytes(pairs.to_bytes(4 * size, "little")[::4].translate(BIT), "little")
        return int.from_bytes((found & asked).to_bytes(size, "little").translate(YES), "little")

    def is_inside(self, at: int) -> bool:
        """Return True if both neighbours are characters that may be misspelt, no marks or digits."""
        is_han, codes = self.tables.has_candidates, self.codes
        return bool(is_han(codes[at - 1]) and is_han(codes[at + 1]))

    def has_with(self, code: int, at: int) -> bool:
        """Return True if the text has a character with a Han neighbour of a place."""
        text, char = self.text, chr(code)
        before, behind = text[at - 1], text[at + 1]
        return (is_han(before) and before + char in text) or (is_han(behind) and char + behind in text)

    def levels(self, at: int) -> tuple[int, int, int]:
        """Return the levels of the strings of three over a place: that with both neighbours, that with the two before,
        that with the two behind.
        """
        level, threes = self.tables.strings.level, self.numbered.threes
        return level(threes[at - 1]), level(threes[at - 2]), level(threes[at])

    def number(self, at: int) -> int:
        """Return the number of the character at a place."""
        return self.tables.number(self.codes[at])

    def middle_with(self, code: int, at: int) -> int:
        """Return the level of the string of three over a place and its neighbours with another character there."""
        return self.tables.strings.level(self.numbered.frames[at - 1] ^ self.tables.number(code) * SECOND)

    def sides_with(self, code: int, at: int) -> tuple[int, int]:
        """Return the levels of the strings of three that end and that begin at a place with another character there."""
        level, threes = self.tables.strings.level, self.numbered.threes
        own, other = self.number(at), self.tables.number(code)
        return level(threes[at - 2] ^ own * THIRD ^ other * THIRD), level(threes[at] ^ own * FIRST ^ other * FIRST)

    def level_of(self, code: int, other: int) -> int:
        """Return the level of two characters."""
        return self.tables.strings.level(number_of(self.tables.number(code), self.tables.number(other)))

    def pair_level(self, at: int) -> int:
        """Return the level of the two characters at ``at``."""
        return self.tables.strings.level(self.numbered.twos[at] ^ PAIR)

    def is_repeated(self, at: int) -> bool:
        """Return True if the character stands with one of its neighbours in the text a second time."""
        text, count = self.text, self.text.count
        left = is_han(text[at - 1]) and count(text[at - 1 : at + 1]) > 1
        return left or (is_han(text[at + 1]) and count(text[at : at + 2]) > 1)
