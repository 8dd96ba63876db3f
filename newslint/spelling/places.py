"""A stretch of text as the tables see it, and the places in it that no known string covers."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cached_property

from newslint.spelling.grams import PADDING, PAIR, Numbered, codes_of, is_han
from newslint.spelling.tables import Tables

_NONE_OF_THREE = b"\0\0\0"


class Places:
    """A stretch of text with its padding: ``text[i]`` is the character of the stretch at ``i - 2``."""

    def __init__(self, text: str, tables: Tables) -> None:
        self.text = f"{PADDING}{text}{PADDING}"
        self.tables = tables
        self.codes = codes_of(self.text)
        self._numbered = Numbered(self.codes)
        self.first, self.second, self.third = self._numbered.first, self._numbered.second, self._numbered.third

    def suspicious(self) -> Iterator[int]:
        """Yield the places that none of the three known strings of three over them covers."""
        known = self._known
        at = known.find(_NONE_OF_THREE)
        while at >= 0:
            yield at + 2
            at = known.find(_NONE_OF_THREE, at + 1)

    def hardly_known(self, codes: Container[int]) -> list[int]:
        """Return the places of characters in ``codes`` of which one known string of three at most covers them."""
        size = len(self._known)
        known = int.from_bytes(self._known, "little")
        two, three = known >> 8, known >> 16
        twice = (known & two | known & three | two & three).to_bytes(size, "little")
        return [
            at
            for at, (code, many) in enumerate(zip(self.codes[2:], twice, strict=False), 2)
            if not many and code in codes
        ]

    def is_known(self, at: int) -> bool:
        """Return True if the string of three that begins at ``at`` is known."""
        return self._known[at] == 1

    def is_suspicious(self, at: int) -> bool:
        """Return True if no known string of three covers the place."""
        return self._known[at - 2 : at + 1] == _NONE_OF_THREE

    @cached_property
    def _known(self) -> bytes:
        """One byte for each string of three: 1 if it is known."""
        size = len(self.codes) - 2
        middle = (self._numbered.long >> 32) & (1 << 32 * size) - 1
        return self.tables.known.strings(self._numbered.outer, middle, size)

    def pair_level(self, at: int) -> int:
        """Return the level of the two characters at ``at``."""
        return self.tables.strings.level(self.first[at] ^ self.second[at + 1] ^ PAIR)

    def is_repeated(self, at: int) -> bool:
        """Return True if the character stands with one of its neighbours in the text a second time."""
        text, count = self.text, self.text.count
        left = is_han(text[at - 1]) and count(text[at - 1 : at + 1]) > 1
        return left or (is_han(text[at + 1]) and count(text[at : at + 2]) > 1)
