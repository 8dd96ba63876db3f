"""Positions from offsets, for edits, which have only offsets, and for formats that count UTF-8 bytes."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from newslint.finding import Position

_LINE_END = re.compile(r"\r\n|\r|\n")
#: How many code points are encoded at a time, to find a byte offset without encoding all text before it.
_STEP = 1024


class Places:
    """The lines of one text, found once."""

    def __init__(self, text: str) -> None:
        self._text = text

    def position(self, offset: int) -> Position:
        """Return the position of ``offset`` as in a finding: lines end with CR LF, CR or LF."""
        line = bisect_right(self._line_starts, offset)
        return Position(offset, line, offset - self._line_starts[line - 1] + 1)

    def byte_position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of ``offset`` from 1: lines end with LF only, columns are UTF-8 bytes."""
        line = bisect_right(self._feeds, offset)
        return line, self._bytes_before(offset) - self._bytes_before(self._feeds[line - 1]) + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self._text))]

    @cached_property
    def _feeds(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self._text))]

    @cached_property
    def _milestones(self) -> list[int]:
        """The number of bytes before every ``_STEP``-th code point."""
        total, milestones = 0, [0]
        for start in range(0, len(self._text), _STEP):
            total += _bytes(self._text[start : start + _STEP])
            milestones.append(total)
        return milestones

    def _bytes_before(self, offset: int) -> int:
        steps = offset // _STEP
        return self._milestones[steps] + _bytes(self._text[steps * _STEP : offset])


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
