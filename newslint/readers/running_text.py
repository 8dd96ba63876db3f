"""Runs of characters to lines of running text, with white space collapsed as on the page.

Source that is wrapped at some width has line ends anywhere: between two Chinese characters such a line end is nothing,
between Latin words it is a space. Offsets are code points of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from newslint.document import MASK, Span
from newslint.document.projection import Piece, is_wide
from newslint.patterns import lazy

#: White space that is shown as something else, or may be: a single space between two words stays one.
_SPACES = lazy("[ \t\n\r\f\xa0]{2,}|[\t\n\r\f\xa0]|\\A | \\Z")
#: Tags that may be deleted to join two lines: a line break, or the end of a paragraph and the start of the next.
_JOINABLE = lazy(r"\s*(?:<br\s*/?>|</(p|div)\s*>\s*<\1(?:\s[^<>]*)?>)\s*", re.I)
#: The line that stands for a horizontal rule.
_RULE = "-----"


class Run(NamedTuple):
    """Characters of a line and their place in the file.

    ``literal`` means that the file has the same characters, ``sealed`` that this is markup which no fix may touch.
    """

    text: str
    start: int
    end: int
    literal: bool = True
    sealed: bool = False


class RunningText:
    """The growing running text of ``source``; ``pieces`` and ``masks`` are for a projection and its Document."""

    def __init__(self, source: str) -> None:
        self.pieces: list[Piece] = []
        self.masks: list[tuple[int, int]] = []
        self._source = source
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    def add_line(self, runs: list[Run], breaks: int) -> Span | None:
        """Add a line, ``breaks`` line ends below the last one; None if the runs show nothing."""
        rough = "".join(run.text for run in runs)
        if not rough.strip():
            return None
        gap = len(self.pieces)
        if gap:
            self._add("\n" * breaks, self.pieces[-1].end, self.pieces[-1].end, literal=False)
        start = self._length
        line = _Rough(runs, rough)
        at = 0
        for spaces in _SPACES.finditer(rough):
            self._copy(line, at, spaces.start())
            shown = line.shown(*spaces.span())
            if shown:
                self._add(shown, *line.place(*spaces.span()), literal=False, sealed=shown == MASK)
            at = spaces.end()
        self._copy(line, at, len(rough))
        if gap:
            between = Span(self.pieces[gap].start, self.pieces[gap + 1].start)
            joinable = _JOINABLE.fullmatch(self._source, *between) is not None
            self.pieces[gap] = self.pieces[gap]._replace(end=between.end, sealed=not joinable)
        return Span(start, self._length)

    def add_rule(self, start: int, end: int) -> None:
        """Add a line of dashes for a horizontal rule."""
        if self.pieces:
            self._add("\n\n", self.pieces[-1].end, start, literal=False, sealed=True)
        self._add(_RULE, start, end, literal=False, sealed=True)

    def _add(self, text: str, start: int, end: int, *, literal: bool, sealed: bool = False) -> None:
        self.pieces.append(Piece(self._length, start, end, literal, sealed))
        if sealed and text == MASK:
            self.masks.append((self._length, self._length + 1))
        self._parts.append(text)
        self._length += len(text)

    def _copy(self, line: _Rough, start: int, end: int) -> None:
        for run, place in line.touched(start, end):
            if run.literal:
                first, last = max(start - place, 0), min(end - place, len(run.text))
                self._add(run.text[first:last], run.start + first, run.start + last, literal=True)
            else:
                self._add(run.text, run.start, run.end, literal=False, sealed=run.sealed)


class _Rough:
    """A line as it is in the source, and what its white space becomes. Positions count from the start of the line."""

    def __init__(self, runs: list[Run], text: str) -> None:
        self._runs = runs
        self._text = text
        self._places = [0]
        for run in runs[:-1]:
            self._places.append(self._places[-1] + len(run.text))

    def touched(self, start: int, end: int) -> list[tuple[Run, int]]:
        """Return the runs between the positions ``start`` and ``end``, each with the position of its start."""
        if start >= end:
            return []
        first, last = bisect_right(self._places, start) - 1, bisect_left(self._places, end)
        return list(zip(self._runs[first:last], self._places[first:last], strict=True))

    def shown(self, start: int, end: int) -> str:
        """Return what white space becomes: an indent at the start of a line, nothing at its end or where the source was
        wrapped.
        """
        spaces = self._text[start:end]
        if not start:
            return " " * spaces.count("\xa0")
        if end == len(self._text):
            return ""
        wide = is_wide(self._text[start - 1]) or is_wide(self._text[end])
        if "\xa0" in spaces or not wide or not ("\n" in spaces or "\r" in spaces):
            return " "
        return MASK if self._between_tags(start, end) else ""

    def place(self, start: int, end: int) -> Span:
        """Return the place of white space in the file; if there are tags in it, the part before the first tag."""
        runs = self.touched(start, end)
        (head, place), (tail, last) = runs[0], runs[-1]
        first = head.start + (start - place if head.literal else 0)
        if any(one.end != other.start for (one, _), (other, _) in pairwise(runs)):
            return Span(first, head.end)
        return Span(first, tail.start + end - last if tail.literal else tail.end)

    def _between_tags(self, start: int, end: int) -> bool:
        """Return True if tags are on both sides of white space, which then separates boxes of the page, not words of a
        sentence.
        """
        index = bisect_right(self._places, start) - 1
        if not 0 < index < len(self._runs) - 1 or self._places[index] != start or self._places[index + 1] != end:
            return False
        before, run, after = self._runs[index - 1 : index + 2]
        return before.end < run.start and run.end < after.start
