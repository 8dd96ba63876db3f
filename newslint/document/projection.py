"""Prose extracted from markup, and the way back: what rules read of a format such as HTML, and its place in the file.

In HTML a tag may be inside a word, a character may be an entity, and a line of the file is not a line of the article.
So the reader makes a running text, which is checked like plain text; a ``Projection`` maps each place in it, and each
edit, to the file. Offsets are code points: of the running text if they are called places, else of the file.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from html import escape
from itertools import pairwise
from typing import NamedTuple

from newslint.document import Document, Span
from newslint.document.edits import least
from newslint.document.structure import Block, Line
from newslint.finding import Edit
from newslint.patterns import lazy

#: Marks that belong to the word after them: inserted between two tags, they go before it.
_OPENERS = frozenset("“‘（《〈「『【〔")
#: A bare < or & that the text after it could turn into a tag or a reference, and how far it reaches, in characters.
_BARE = lazy("(?:&[#A-Za-z0-9]*|<(?:[/!?A-Za-z][^>]*)?)$")
_REACH = 200
_LINE_END = lazy(r"[\r\n]")
#: From here on Unicode has wide characters, and before it the marks that Chinese shares with other scripts.
_FIRST_WIDE = "\u2e80"
_SHARED_MARKS = frozenset("“”‘’…—·")


class Piece(NamedTuple):
    """A part of the running text, from ``place`` on, and the characters of the file it stands for.

    ``literal`` means that the file has the same characters, ``sealed`` that they are markup which no edit may touch.
    """

    place: int
    start: int
    end: int
    literal: bool = True
    sealed: bool = False


def is_wide(char: str) -> bool:
    """Return True if ``char`` is a wide character or a mark of Chinese: beside it a line end of the source is nothing,
    elsewhere it is a space.
    """
    return char >= _FIRST_WIDE or char in _SHARED_MARKS


class Projection:
    """The pieces of a running text in order, without gaps. ``text`` is the running text, ``source`` the file."""

    def __init__(self, pieces: Sequence[Piece], text: str, source: str) -> None:
        self._pieces = pieces
        self._places = [piece.place for piece in pieces]
        self._text = text
        self._source = source

    def start(self, place: int) -> int:
        """Return the start of the character at ``place``; after the last one, the end of the file's prose."""
        index = bisect_right(self._places, place) - 1
        if place >= len(self._text) or index < 0:
            return self.end(place) if self._pieces else len(self._source)
        piece = self._pieces[index]
        return piece.start + (place - piece.place if piece.literal else 0)

    def end(self, place: int) -> int:
        """Return the end of the character before ``place``."""
        index = bisect_left(self._places, place) - 1
        if index < 0:
            return self.start(place)
        piece = self._pieces[index]
        return piece.start + place - piece.place if piece.literal else piece.end

    def span(self, start: int, end: int) -> Span:
        """Return the span in the file of the characters from ``start`` to ``end``, including markup between them."""
        first = self.start(start)
        return Span(first, max(first, self.end(end)))

    def edits(self, edit: Edit) -> list[Edit] | None:
        """Return the edits of the file that are equivalent to ``edit``; None if they would touch markup."""
        start, end, text = least(self._text, edit)
        if "\n" in text or "\r" in text:
            return None
        text = escape(text, quote=False)
        if start == end:
            at = self._gap(start, text)
            if at is None or self._completes_markup(at):
                return None
            behind = self._unwrapped(start, text[-1:], self._text[start : start + 1]) if at == self.end(start) else []
            return None if behind is None else [Edit(at, at, text), *behind]
        first, last = bisect_right(self._places, start) - 1, bisect_left(self._places, end)
        spans = [self._within(index, start, end) for index in range(first, last)]
        if None in spans or self._completes_markup(self.start(start)):
            return None
        known = [span for span in spans if span is not None]
        if any(self._source[one.end : other.start].strip() for one, other in pairwise(known)):
            return None if text else [Edit(*span, "") for span in known]
        before, after = self._text[max(0, start - 1) : start], self._text[end : end + 1]
        ahead = self._unwrapped(start, before, text[:1] or after)
        behind = self._unwrapped(end, text[-1:] or before, after)
        if ahead is None or behind is None:
            return None
        return [*ahead, Edit(known[0].start, known[-1].end, text), *behind]

    def _unwrapped(self, place: int, left: str, right: str) -> list[Edit] | None:
        """Return the edits that remove a line end of wrapped source at ``place`` which would show as a space, or hide
        one, when an edit puts it between ``left`` and ``right``; None if it stands among tags.
        """
        start, end = self.end(place), self.start(place)
        if start >= end or ((is_wide(left) or is_wide(right)) and not (left.isspace() or right.isspace())):
            return []
        between = self._source[start:end]
        head, tail = start + len(between) - len(between.lstrip()), start + len(between.rstrip())
        if head > tail:
            return [Edit(start, end, "")]
        if _LINE_END.search(self._source, head, tail):
            return None
        return [Edit(*span, "") for span in ((start, head), (tail, end)) if span[0] < span[1]]

    def _completes_markup(self, at: int) -> bool:
        """Return True if a change at ``at`` could turn a bare < or & before it into a tag or a reference."""
        return _BARE.search(self._source[max(0, at - _REACH) : at]) is not None

    def _within(self, index: int, start: int, end: int) -> Span | None:
        """Return what an edit from ``start`` to ``end`` takes of a piece; None if it must not."""
        piece = self._pieces[index]
        until = self._places[index + 1] if index + 1 < len(self._places) else len(self._text)
        first, last = max(start, piece.place), min(end, until)
        if piece.literal:
            return Span(piece.start + first - piece.place, piece.start + last - piece.place)
        return None if piece.sealed or (first, last) != (piece.place, until) else Span(piece.start, piece.end)

    def _gap(self, place: int, text: str) -> int | None:
        """Return where ``text`` is inserted at ``place``: after the character before it, or before the next one.

        At the start of a line, and for an opening mark, it is before the next one. None means inside markup.
        """
        index = bisect_right(self._places, place) - 1
        if 0 <= index < len(self._pieces):
            piece = self._pieces[index]
            if not piece.literal and piece.place < place < self._until(index):
                return None
        leading = (
            not place
            or self._text[place - 1] == "\n"
            or (text[:1] in _OPENERS and self._text[place : place + 1] not in ("", "\n"))
        )
        return self.start(place) if leading else self.end(place)

    def _until(self, index: int) -> int:
        return self._places[index + 1] if index + 1 < len(self._places) else len(self._text)


class ProjectedDocument(Document):
    """A file in a format whose prose is read from a running text of its own.

    Text, offsets and positions are those of the file; ``prose`` is the Document that rules look at.
    """

    def __init__(
        self, text: str, prose: Document, pieces: Sequence[Piece], comments: Sequence[tuple[int, int]]
    ) -> None:
        shown = [(piece.start, piece.end) for piece in pieces if not piece.sealed and prose.text[piece.place] != "\n"]
        edges = [0, *(edge for span in shown for edge in span), len(text)]
        hidden = [(start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end]
        super().__init__(
            text,
            name=prose.name,
            format=prose.format,
            masked=hidden,
            comments=comments,
            encode=prose.encode,
            issued=prose.issued,
            author=prose.author,
            source=prose.source,
            content=prose.content,
        )
        self._prose = prose
        self._projection = Projection(pieces, prose.text, text)

    @property
    def prose(self) -> Document:
        """The running text as a Document."""
        return self._prose

    @property
    def bare(self) -> Document:
        """The text of the file, read as plain text with comments."""
        return Document(
            self.text, name=self.name, format=self.format, masked=self._format_masks, comments=self.comments
        )

    def locate(self, start: int, end: int) -> Span:
        """Return the place in the file of the running text from ``start`` to ``end``."""
        return self._projection.span(start, end)

    def carry(self, edits: Iterable[Edit]) -> tuple[Edit, ...] | None:
        """Return the edits of the file that are equivalent to ``edits`` of the running text; None if they would touch
        markup.
        """
        carried: list[Edit] = []
        for edit in edits:
            made = self._projection.edits(edit)
            if made is None:
                return None
            carried.extend(made)
        carried.sort(key=lambda edit: (edit.start, edit.end))
        return tuple(carried)

    @cached_property
    def folded(self) -> tuple[int, ...]:
        """Empty: half-width marks are folded in ``prose``, where their neighbours are those that a reader sees."""
        return ()

    @cached_property
    def dots(self) -> Mapping[int, str]:
        """Empty, for the same reason."""
        return {}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the running text at their places in the file; their texts are those of the running text."""
        found = []
        for line in self._prose.lines:
            start, end = self.locate(line.start, line.end)
            found.append(line._replace(number=self.position(start).line, start=start, end=end))
        return tuple(found)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the running text at their places in the file; the spans in bylines are those of the running
        text.
        """
        found = []
        for block in self._prose.blocks:
            start, end = self.locate(block.start, block.end)
            found.append(block._replace(start=start, end=end, line=self.position(start).line))
        return tuple(found)

    @cached_property
    def characters(self) -> int:
        """The number of characters of the running text, without white space."""
        return self._prose.characters
