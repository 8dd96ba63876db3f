"""Runs of characters to lines of running text, white space collapsed as a page shows it.

A source that is wrapped at some width has its line breaks anywhere: between two Chinese characters such a break is nothing,
between Latin words a space. Offsets are code points of the file.
"""

from __future__ import annotations

from typing import NamedTuple

from newslint.document import MASK
from newslint.patterns import lazy
from newslint.projection import Piece
from newslint.structure import Label

_SPACES = lazy("[ \t\n\r\f\xa0]+")
#: What begins or ends at a wide character, marks included: from the radicals on, and the marks that Chinese shares.
_WIDE = lazy("[\u2e80-\U0010ffff“”‘’…—·]")


class Run(NamedTuple):
    """Characters of a line and where the file has them: ``literal`` the same characters, ``sealed`` markup to leave alone."""

    text: str
    start: int
    end: int
    literal: bool = True
    sealed: bool = False


class RunningText:
    """The text as it grows, line by line; ``pieces``, ``labels`` and ``masks`` are what a projection and its Document take."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.length = 0
        self.pieces: list[Piece] = []
        self.labels: dict[int, Label] = {}
        self.masks: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        """What has been added so far."""
        return "".join(self._parts)

    def add_line(self, runs: list[Run]) -> tuple[int, int] | None:
        """Add a line and return its start and end in the running text; None if the runs hold nothing that shows."""
        rough = "".join(run.text for run in runs)
        if not rough.strip():
            return None
        first = self.length
        places = _places(runs)
        at = 0
        for spaces in _SPACES.finditer(rough):
            start, end = spaces.span()
            self._copy(runs, places, at, start)
            self._space(runs, places, rough, start, end)
            at = end
        self._copy(runs, places, at, len(rough))
        return first, self.length

    def add_break(self, lines: int, start: int, end: int, *, sealed: bool) -> None:
        """Add line ends that stand for ``start`` to ``end`` of the file."""
        self._add("\n" * lines, start, end, literal=False, sealed=sealed)

    def add_rule(self, start: int, end: int) -> None:
        """Add a line of dashes for the rule across the page that stands at ``start``."""
        self._add("-----", start, end, literal=False, sealed=True)

    def _add(self, text: str, start: int, end: int, *, literal: bool, sealed: bool) -> None:
        self.pieces.append(Piece(self.length, start, end, literal, sealed))
        if text == MASK and sealed:
            self.masks.append((self.length, self.length + 1))
        self._parts.append(text)
        self.length += len(text)

    def _copy(self, runs: list[Run], places: list[int], start: int, end: int) -> None:
        """Add what the runs have between two places of their line."""
        for run, place in zip(runs, places, strict=True):
            first, last = max(start, place), min(end, place + len(run.text))
            if first < last:
                text = run.text[first - place : last - place]
                if run.literal:
                    self._add(text, run.start + first - place, run.start + last - place, literal=True, sealed=False)
                else:
                    self._add(text, run.start, run.end, literal=False, sealed=run.sealed)

    def _space(self, runs: list[Run], places: list[int], rough: str, start: int, end: int) -> None:
        """Add what a run of white space shows: an indent in front, nothing at the end of the line or where it was wrapped."""
        spaces = rough[start:end]
        if end == len(rough):
            return
        touched = [
            (run, place) for run, place in zip(runs, places, strict=True) if place < end and start < place + len(run.text)
        ]
        (head, place), (tail, last) = touched[0], touched[-1]
        first = head.start + max(0, start - place) if head.literal else head.start
        until = tail.start + min(len(tail.text), end - last) if tail.literal else tail.end
        if not start:
            shown = " " * spaces.count("\xa0")
        elif "\xa0" in spaces or not _is_wrapped(rough, start, end):
            shown = " "
        elif place + len(head.text) == end and place == start and _between_tags(runs, head):
            shown = MASK
        else:
            return
        whole = all(one.end == other.start for (one, _), (other, _) in zip(touched, touched[1:], strict=False))
        if not whole:
            until = head.start + len(head.text) if head.literal else head.end
        if shown:
            self._add(shown, first, until, literal=False, sealed=shown == MASK)


def _places(runs: list[Run]) -> list[int]:
    """Return where each run begins in its line."""
    places = []
    at = 0
    for run in runs:
        places.append(at)
        at += len(run.text)
    return places


def _is_wrapped(rough: str, start: int, end: int) -> bool:
    """Whether white space only wraps the source: it holds a line end and stands beside a wide character."""
    spaces = rough[start:end]
    return ("\n" in spaces or "\r" in spaces) and bool(_WIDE.match(rough, start - 1) or _WIDE.match(rough, end))


def _between_tags(runs: list[Run], run: Run) -> bool:
    """Whether tags stand on both sides of a run: it parts two boxes of the page, not two words."""
    index = runs.index(run)
    return 0 < index < len(runs) - 1 and runs[index - 1].end < run.start and run.end < runs[index + 1].start
