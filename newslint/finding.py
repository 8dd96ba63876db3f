"""Findings: what a check reports, with related places and fixes.

Offsets are Unicode code points of the decoded text, from 0, ends exclusive; lines and columns count from 1. This module
imports nothing of newslint, so that a report can be written from it alone.
"""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NamedTuple


class Severity(IntEnum):
    """How certain and how serious a finding is, in ascending order. ``OFF`` is never reported."""

    OFF = 0
    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The name in rule files, options and reports."""
        return self.name.lower()

    @classmethod
    def parse(cls, word: str) -> Severity:
        """Return the severity called ``word``; raises ``ValueError`` that lists the allowed words."""
        try:
            return cls[word.upper()]
        except KeyError:
            allowed = ", ".join(member.label for member in reversed(cls))
            raise ValueError(f"{word!r} is not one of {allowed}") from None


class Safety(StrEnum):
    """Whether a fix may be applied unread: a ``safe`` one never changes the meaning, an ``unsafe`` one needs an
    editor's approval.
    """

    SAFE = "safe"
    UNSAFE = "unsafe"


class Clause(StrEnum):
    """Under which clause of the newspaper error-rate method a fault falls: ``text``, what is written; ``numbers``, the
    style of numbers (GB/T 15835); ``marks``, punctuation and form.
    """

    TEXT = "text"
    NUMBERS = "numbers"
    MARKS = "marks"


class Position(NamedTuple):
    """A place in a text: code point offset from 0, line and column from 1."""

    offset: int
    line: int
    column: int


class Edit(NamedTuple):
    """Replace the code points ``start`` to ``end`` (exclusive) by ``text``."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that together repair one finding: all of them are applied or none; sorted, not overlapping."""

    safety: Safety
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place that the finding speaks of, such as the first of two that contradict each other.

    ``path`` is the file it stands in, None for the file of the finding.
    """

    start: Position
    end: Position
    message: str
    path: str | None = None


class Finding(NamedTuple):
    """One fault at one place. ``weight`` is what the newspaper error-rate method counts for it, before what it doubles:
    ``headline`` says that it stands in one. ``clause`` is the one that its rule names, None if the weight tells it."""

    code: str
    name: str
    severity: Severity
    message: str
    text: str
    start: Position
    end: Position
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    weight: float = 0.0
    headline: bool = False
    clause: Clause | None = None

    @property
    def sort_key(self) -> tuple[int, str, int]:
        """Order within a file: by place, then code."""
        return (self.start.offset, self.code, self.end.offset)
