"""The running text of a Word document as it grows: its pieces, each with the element that has it, and its lines.

Places are code points of the running text, from 0.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from newslint.document.structure import Label
from newslint.finding import Paragraph
from newslint.readers.word.names import Element


class Piece(NamedTuple):
    """A part of the running text, from ``place`` on, and the element that has it: text, a tab, a line break, or the
    paragraph that it ends.

    ``literal`` means that the element has the same characters, ``sealed`` that no change may touch them.
    """

    place: int
    size: int
    element: Element
    literal: bool = True
    sealed: bool = False

    @property
    def end(self) -> int:
        """The place after its last character."""
        return self.place + self.size


class Stretch(NamedTuple):
    """The paragraphs from ``start`` on that belong to one ``part`` of the package.

    ``host`` is what a comment on them is attached to, because Word shows none in text boxes, notes, headers and
    footers: the shape or mark in a run of the body, or a paragraph of it; None if they are in the body.
    """

    start: int
    part: str
    host: Element | None = None


class Words:
    """The running text of a document, one line a paragraph and one more for each line break.

    ``masks`` are the places of what is no text, ``labels`` what styles say about lines, by their starts, ``paragraphs``
    where each paragraph begins and how it is called; ``titles`` are the starts of the lines that are the title of the
    document, and ``indented`` says that first lines are indented by format. ``borders`` are the places where a text
    box, a cell, a note, a header or the text after one begins.
    """

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self.stretches: list[Stretch] = []
        self.masks: list[tuple[int, int]] = []
        self.labels: dict[int, Label] = {}
        self.paragraphs: list[Paragraph] = []
        self.titles: set[int] = set()
        self.borders: set[int] = set()
        self.indented = False
        self.length = 0
        self._parts: list[str] = []

    def add(self, text: str, element: Element, *, literal: bool = True, sealed: bool = False) -> None:
        """Add the text of an element."""
        if text:
            self.pieces.append(Piece(self.length, len(text), element, literal, sealed))
            self._parts.append(text)
            self.length += len(text)

    def text(self) -> str:
        """Return the text so far."""
        return "".join(self._parts)

    def since(self, place: int) -> str:
        """Return the text from ``place``, the start of a piece, to the end."""
        index = bisect_left(self.pieces, place, key=_place)
        return "".join(self._parts[index:])

    def between(self, start: int, end: int) -> list[Piece]:
        """Return the pieces that have characters from ``start`` to ``end``."""
        first = bisect_right(self.pieces, start, key=_place) - 1
        last = bisect_left(self.pieces, end, key=_place)
        return self.pieces[max(0, first) : last] if start < end else []

    def before(self, place: int) -> Piece | None:
        """Return the piece with the character before ``place``."""
        return self.pieces[bisect_left(self.pieces, place, key=_place) - 1] if place > 0 else None

    def at(self, place: int) -> Piece | None:
        """Return the piece with the character at ``place``; None at the end."""
        return self.pieces[bisect_right(self.pieces, place, key=_place) - 1] if place < self.length else None

    def stretch_at(self, place: int) -> Stretch:
        """Return the stretch of paragraphs that ``place`` belongs to."""
        return self.stretches[max(0, bisect_right(self.stretches, place, key=_start) - 1)]


def _place(piece: Piece) -> int:
    return piece.place


def _start(stretch: Stretch) -> int:
    return stretch.start
