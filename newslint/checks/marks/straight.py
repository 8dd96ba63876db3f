"""Typewriter quotes (" and ') that stand in Chinese for “ ” and ‘ ’.

Inches, feet, code and Latin sentences are left alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from newslint.checks.check import Match, StructureCheck
from newslint.checks.either_form import CONSISTENT, Occurrence, Sign, each, either_form
from newslint.checks.marks.gates import has_straight_quotes
from newslint.checks.registry import Declared
from newslint.chinese.characters import HAN_LETTER, is_han
from newslint.document import Article, Document
from newslint.finding import Edit
from newslint.patterns import lazy

_STRAIGHT = '"'
_DOUBLE = lazy('["＂]')
_MARKS = frozenset("，。、；：！？“”‘’（）《》……—")
_CODE = frozenset("=<>{}[]\\/_`\ufffc")
_SINGLE = lazy(
    rf"'(?<![A-Za-z0-9'].)(?={HAN_LETTER})([^'\n]{{1,40}})(?:(?<={HAN_LETTER})|(?<=[。！？，…]))'(?![A-Za-z0-9'])"
)
#: The outer and the inner marks to write, by what is wanted.
_WANTED = {"“”": ("“”", "‘’"), "「」": ("「」", "『』"), CONSISTENT: ("“”", "‘’")}


def _halves(document: Document) -> Mapping[int, int]:
    """Return the typewriter quotes that close a proper “ or open what a proper ” closes, each with that mark."""
    misfits = document.pairing.misfits
    return {misfit.offset: misfit.other or 0 for misfit in misfits if misfit.fault == "straight"}


def _doubles(document: Document, start: int, end: int) -> list[list[int]]:
    """Return the other typewriter quotes of each paragraph from ``start`` to ``end``."""
    halves = document.once(_halves)
    found: dict[int, list[int]] = {}
    for match in _DOUBLE.finditer(document.view, start, end):
        if match.start() not in halves:
            found.setdefault(document.block_index(match.start()), []).append(match.start())
    found.pop(-1, None)
    return list(found.values())


def _pairs(document: Document, article: Article, want: str) -> Iterator[Occurrence]:
    """Yield the pairs of typewriter quotes, and single ones with a proper quote as their partner."""
    view = document.view
    halves = document.once(_halves)
    for match in _DOUBLE.finditer(view, article.start, article.end):
        at = match.start()
        if at in halves:
            yield Occurrence(at, at + 1, _STRAIGHT, (Edit(at, at + 1, "”" if at > halves[at] else "“"),))
    # The pairs of typewriter quotes that are written as quotations: single ones inside are inner ones.
    quoted: list[int] = []
    closed: list[int] = []
    for places in _doubles(document, article.start, article.end):
        if len(places) % 2:
            places = [at for at in places if not _is_inch(view, at)]
        if len(places) % 2:
            continue
        for start, last in zip(places[::2], places[1::2], strict=True):
            if _is_chinese(view, start, last) and not (_is_inch(view, start) and _is_inch(view, last)):
                quoted.append(start)
                closed.append(last)
                yield _pair(start, last, want, nested=document.inside(start, last + 1, "quotation"))
    if "'" in view:
        for match in _SINGLE.finditer(view, article.start, article.end):
            start, last = match.start(), match.end() - 1
            index = bisect_right(quoted, start) - 1
            nested = (index >= 0 and closed[index] > last) or document.inside(start, last + 1, "quotation")
            yield _pair(start, last, want, nested=nested)


def _pair(start: int, last: int, want: str, *, nested: bool) -> Occurrence:
    outer, inner = _WANTED[want]
    marks = inner if nested else outer
    edits = (Edit(start, start + 1, marks[0]), Edit(last, last + 1, marks[1]))
    return Occurrence(start, last + 1, _STRAIGHT, edits)


#: The form in the text is never wanted; one of two others is written in its place.
STRAIGHT = Sign({_STRAIGHT: has_straight_quotes}, _pairs, each, wants=tuple(_WANTED))


def lone_quotes(document: Document) -> Iterator[Match]:
    """Yield the typewriter quotes that are the only ones of their paragraph."""
    for places in _doubles(document, 0, len(document.view)):
        if len(places) == 1 and _is_chinese_mark(document.view, places[0]):
            yield Match(places[0], places[0] + 1)


def _is_inch(view: str, at: int) -> bool:
    return at > 0 and view[at - 1].isdigit()


def _is_chinese_mark(view: str, at: int) -> bool:
    """Return True if Chinese stands on either side of the mark, and neither a digit nor code."""
    sides = (view[at - 1 : at], view[at + 1 : at + 2])
    beside = [side for side in sides if side and (is_han(side) or side in _MARKS)]
    return bool(beside) and not any(side.isdigit() or side in _CODE for side in sides if side)


def _is_chinese(view: str, start: int, last: int) -> bool:
    """Return True if a pair of quotes is Chinese: by what it holds, or by the letters on both sides of it."""
    inside = view[start + 1 : last]
    before, after = view[start - 1 : start], view[last + 1 : last + 2]
    if not inside.strip() or inside != inside.strip() or before in _CODE or after in _CODE:
        return False
    if any(map(is_han, inside)):
        return True
    return all(not char or is_han(char) or char in _MARKS for char in (before, after)) and bool(before or after)


CHECKS: Mapping[str, Declared] = {
    "lone-straight-quote": StructureCheck(lone_quotes, has_straight_quotes),
    "straight-quote": either_form(STRAIGHT),
}
