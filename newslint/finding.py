"""Findings: what a check reports, with related places and fixes.

Offsets are Unicode code points of the decoded text, from 0, ends exclusive; lines and columns count from 1. This module
imports nothing of newslint, so that a report can be written from it alone.
"""

from enum import IntEnum, StrEnum
from typing import NamedTuple, Self


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
    def parse(cls, word: str) -> Self:
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
    """The clause of the newspaper error-rate method that covers an error.

    ``text`` is for wording, ``numbers`` for the style of numbers (GB/T 15835), ``marks`` for punctuation and form.
    """

    TEXT = "text"
    NUMBERS = "numbers"
    MARKS = "marks"


class Zone(StrEnum):
    """The part of an article in which a place stands. ``LEAD`` is the first of several paragraphs, ``QUOTATION`` what
    somebody said or wrote, ``BODY`` everything else.
    """

    HEADLINE = "headline"
    BYLINE = "byline"
    LEAD = "lead"
    BODY = "body"
    QUOTATION = "quotation"


class Position(NamedTuple):
    """A position in a text: code point offset from 0, line and column from 1."""

    offset: int
    line: int
    column: int


class Paragraph(NamedTuple):
    """Where a paragraph of a document begins, and how people find it: the ``number``, from 1, among those of its
    ``kind``, which is "" for the article itself, or "table", "box", "footnote", "endnote", "header" or "footer".
    """

    start: int
    kind: str
    number: int


class Edit(NamedTuple):
    """Replace the code points ``start`` to ``end`` (exclusive) by ``text``."""

    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """Edits that together fix one finding: apply all or none. They are sorted and do not overlap."""

    safety: Safety
    edits: tuple[Edit, ...]


class Related(NamedTuple):
    """Another place that a finding refers to, such as the first of two that contradict each other.

    ``path`` is its file, None for the file of the finding; ``zone`` is the part of the article in which it stands.
    """

    start: Position
    end: Position
    message: str
    path: str | None = None
    zone: Zone = Zone.BODY


class Finding(NamedTuple):
    """One fault at one place.

    ``weight`` is what it counts in the newspaper error-rate method, before doubling; ``headline`` is True if it is in a
    headline. ``clause`` is the clause that its rule names, None if the weight implies it.
    """

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
