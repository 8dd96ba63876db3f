"""A pattern that also finds the dots between Chinese characters which stand for one mark: a full stop or an
interpunct.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from operator import attrgetter

from newslint.checks.check import Hit, Match
from newslint.checks.general.pattern import Pattern
from newslint.checks.options import Options
from newslint.document import Document


class Dots(Pattern):
    """Options: those of the kind ``pattern``; ``mark``, 。 or ·; and ``dots``, the characters that are reported where
    they stand for that mark.

    A match of the pattern at a dot that stands for the other mark is none.
    """

    def __init__(self, options: Options) -> None:
        self._mark = options.choice("mark", ("。", "·"))
        self._dots = options.text("dots")
        super().__init__(options)
        # The view shows a dot of the keyboard as the mark that it stands for.
        self._own = len(self.anchors)
        self.anchors = (*self.anchors, *(self._mark if dot == "." else dot for dot in self._dots))

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the matches of the pattern and the dots, in order of place."""
        dots = document.dots
        patterned = [
            match
            for match in super().matches(document, [hit for hit in hits if hit.anchor < self._own])
            if match.start not in dots
        ]
        found = (
            Match(at, at + 1, self._mark)
            for at, mark in dots.items()
            if mark == self._mark and document.text[at] in self._dots
        )
        yield from merge(patterned, found, key=attrgetter("start"))
