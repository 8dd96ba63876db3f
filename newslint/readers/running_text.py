"""Runs of characters to lines of running text, white space collapsed as a page shows it.

A source that is wrapped at some width has its line ends anywhere: between two Chinese characters such a line end is
nothing, between Latin words a space. Offsets are code points of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from newslint.document import MASK, Span
from newslint.document.projection import Piece
from newslint.patterns import lazy

_SPACES = lazy("[ \t\n\r\f\xa0]+")
#: Wide characters, and the marks that Chinese shares with others.
_WIDE = lazy("[\u2e80-\U0010ffff“”‘’…—·]")
#: The tags that may go when two lines are joined: a line break, or the end of a paragraph and the start of the next.
_JOINABLE = lazy(r"\s*(?:<br\s*/?>|</(p|div)\s*>\s*<\1(?:\s[^<>]*)?>)\s*", re.I)
#: The line that a rule across the page becomes.
_RULE = "-----"


class Run(NamedTuple):
    """Characters of a line and where the file has them: ``literal`` the same characters, ``sealed`` markup to leave
    alone.
    """

    text: str
    start: int
    end: int
    literal: bool = True
    sealed: bool = False


class RunningText:
    """The running text of ``source`` as it grows; ``pieces`` and ``masks`` are what a projection and its Document
    take.
    """

    def __init__(self, source: str) -> None:
        self.pieces: list[Piece] = []
        self.masks: list[tuple[int, int]] = []
        self._source = source
        self._parts: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """What has been added so far."""
        return "".join(self._parts)

    def add_line(self, runs: list[Run], breaks: int) -> Span | None:
        """Add a line, ``breaks`` line ends below the last one; None if the runs hold nothing that shows."""
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
        """Add a line of dashes for the rule that a tag draws across the page."""
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
    """A line as the source has it, and what becomes of its white space. Places count from the start of the line."""

    def __init__(self, runs: list[Run], text: str) -> None:
        self._runs = runs
        self._text = text
        self._places = [0]
        for run in runs[:-1]:
            self._places.append(self._places[-1] + len(run.text))

    def touched(self, start: int, end: int) -> list[tuple[Run, int]]:
        """Return the runs that hold the places from ``start`` to ``end``, with the place where each begins."""
        if start >= end:
            return []
        first, last = bisect_right(self._places, start) - 1, bisect_left(self._places, end)
        return list(zip(self._runs[first:last], self._places[first:last], strict=True))

    def shown(self, start: int, end: int) -> str:
        """Return what white space shows: an indent in front, nothing at the end of a line or where the source was
        wrapped.
        """
        spaces = self._text[start:end]
        if not start:
            return " " * spaces.count("\xa0")
        if end == len(self._text):
            return ""
        wide = _WIDE.match(self._text, start - 1) or _WIDE.match(self._text, end)
        if "\xa0" in spaces or not wide or not ("\n" in spaces or "\r" in spaces):
            return " "
        return MASK if self._between_tags(start, end) else ""

    def place(self, start: int, end: int) -> Span:
        """Return where white space stands in the file, the part before the first tag if there are tags in it."""
        runs = self.touched(start, end)
        (head, place), (tail, last) = runs[0], runs[-1]
        first = head.start + (start - place if head.literal else 0)
        if any(one.end != other.start for (one, _), (other, _) in pairwise(runs)):
            return Span(first, head.end)
        return Span(first, tail.start + end - last if tail.literal else tail.end)

    def _between_tags(self, start: int, end: int) -> bool:
        """Return True if tags stand on both sides of white space: it parts two boxes of the page, not the words of a
        sentence.
        """
        index = bisect_right(self._places, start) - 1
        if not 0 < index < len(self._runs) - 1 or self._places[index] != start or self._places[index + 1] != end:
            return False
        before, run, after = self._runs[index - 1 : index + 2]
        return before.end < run.start and run.end < after.start
