"""The text of a file on the page: lines cut into pieces where findings begin and end.

Findings may overlap, nest, span several lines or be empty, so a finding is not an element of its own: every piece has
the findings that cover it, and the number of a finding comes where it begins. Offsets are code points of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newslint.reports.characters import one_line
from newslint.results import CheckedArticle

#: The signs for a line end in a finding, and for the place of an empty finding.
LINE_END, CARET = "¶", "‸"
#: The sign for markup that begins a new line on the page within a line of the file.
NEW_LINE = "↵"
_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
# What is invisible or changes the order of what follows: control characters, direction and zero-width marks, lone
# surrogates, and code points that are not characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)


# Tags that begin a new line on the page.
_BREAKS = re.compile(
    r"</?(?:p|div|br|hr|h[1-6]|li|ul|ol|dl|dt|dd|table|tr|t[dh]|caption|blockquote|section|article|header|footer|figure|figcaption)\b",
    re.I,
)


def visible(text: str) -> str:
    """Return ``text`` with every invisible character as its code point, ⟨U+200B⟩, and line ends as ¶."""
    return _UNSEEN.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", one_line(text))


@dataclass(frozen=True, slots=True)
class Place:
    """A span to show: finding ``number`` itself, or another place it refers to, whose number from 1 is ``related``."""

    start: int
    end: int
    number: int
    level: str
    label: str
    related: int = 0

    @property
    def id(self) -> str:
        """The id of the element on the page."""
        return f"r{self.number}-{self.related}" if self.related else f"m{self.number}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that the same places cover, outermost first; ``numbered`` are those that begin here.

    ``sign`` is True if the text stands for a line end or for an empty finding, ``dim`` if it is markup before a
    headline.
    """

    text: str
    covering: tuple[Place, ...] = ()
    numbered: tuple[Place, ...] = ()
    sign: bool = False
    dim: bool = False

    @property
    def level(self) -> str:
        """The most severe level of the findings here, "related" if there are only other places, or ""."""
        levels = {place.level for place in self.covering}
        return next((level for level in ("error", "warning", "info", "related") if level in levels), "")

    @property
    def findings(self) -> str:
        """The numbers of the findings here, for the script."""
        return " ".join(str(place.number) for place in self.covering if not place.related)

    @property
    def relations(self) -> str:
        """The numbers of the findings that refer to this place, for the script."""
        return " ".join(str(place.number) for place in self.covering if place.related)

    @property
    def crossed(self) -> bool:
        """True if findings overlap here."""
        return sum(not place.related for place in self.covering) > 1


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text; ``articles`` begin in it, ``headline`` is True if it is the headline of one."""

    number: int
    pieces: tuple[Piece, ...]
    articles: tuple[int, ...] = ()
    headline: bool = False

    @property
    def blank(self) -> bool:
        """True if there is nothing to see."""
        return not any(piece.covering or piece.numbered or piece.text.strip() for piece in self.pieces)


def lines(
    text: str, places: Iterable[Place], articles: Sequence[CheckedArticle], hidden: Sequence[tuple[int, int]] = ()
) -> Iterator[Line]:
    """Yield the lines of ``text`` with the ``places`` in them; one outside the text is moved to its nearest end.

    ``hidden`` spans are not shown, except for a sign where they begin a new line within one of the file.
    """
    waiting = sorted(
        (_within(place, len(text)) for place in places), key=lambda place: (place.start, -place.end, place.number)
    )
    waiting.reverse()
    heads = sorted(
        ((article.start, index, bool(article.headline)) for index, article in enumerate(articles)), reverse=True
    )
    cutter = _Cutter(text, waiting, hidden)
    for number, match in enumerate(_LINE.finditer(text), 1):
        begin, end = match.span(1)
        begun = []
        while heads and (heads[-1][0] < match.end() or match.end() == len(text)):
            begun.append(heads.pop())
        headline = any(has_headline for _, _, has_headline in begun)
        words = min(max(begun[0][0], begin), end) if headline else begin
        yield Line(
            number, tuple(cutter.cut(begin, words, end, match.end())), tuple(index for _, index, _ in begun), headline
        )
        if not match[2]:
            break


class _Cutter:
    """Cuts line after line; ``waiting`` are the places to come, the next one last."""

    def __init__(self, text: str, waiting: list[Place], hidden: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._waiting = waiting
        self._hidden = list(reversed(hidden))
        self._open: list[Place] = []

    def cut(self, begin: int, words: int, end: int, after: int) -> Iterator[Piece]:
        """Yield the pieces of a line that ends at ``end``, its line end at ``after``; a headline in it begins at
        ``words``.
        """
        at = begin
        while True:
            # A line end of two characters is one place: what begins between them begins at it.
            opened = self._admit(at if at < end or after == end else after - 1)
            for place in opened:
                if place.end <= place.start:
                    yield Piece(CARET, (*self._open, place), (place,), sign=True)
            opened = [place for place in opened if place.end > place.start]
            self._open = [place for place in (*self._open, *opened) if place.end > at]
            if at >= end:
                break
            upto = min([end, *([words] if at < words else ()), *(place.end for place in self._open)])
            if self._waiting:
                upto = min(upto, max(self._waiting[-1].start, at + 1))
            first, last = self._next_hidden(at)
            if first <= at:
                upto = min(upto, last)
                inside = begin < at and upto < end
                sign = NEW_LINE if inside and _BREAKS.search(self._text, first, last) and last <= upto else ""
                if sign or opened:
                    yield Piece(sign, tuple(self._open), tuple(opened), dim=True)
            else:
                upto = min(upto, first)
                shown = visible(self._text[at:upto])
                yield Piece(shown, tuple(self._open), tuple(opened), dim=upto <= words and begin < words)
            at = upto
        if self._open and end < after and (opened or begin < end):
            yield Piece(LINE_END, tuple(self._open), tuple(opened), sign=True)

    def _next_hidden(self, at: int) -> tuple[int, int]:
        """Return the hidden span at or after ``at``; one after the text if there is none."""
        while self._hidden and self._hidden[-1][1] <= at:
            self._hidden.pop()
        return self._hidden[-1] if self._hidden else (len(self._text) + 1, len(self._text) + 1)

    def _admit(self, at: int) -> list[Place]:
        opened = []
        while self._waiting and self._waiting[-1].start <= at:
            opened.append(self._waiting.pop())
        return opened


def _within(place: Place, length: int) -> Place:
    start = min(max(place.start, 0), length)
    return Place(start, min(max(place.end, start), length), place.number, place.level, place.label, place.related)
