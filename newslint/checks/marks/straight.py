"""Typewriter quotes (" and ') that stand in Chinese for “ ” and ‘ ’."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese.characters import HAN_LETTER, is_han
from newslint.document import Document
from newslint.finding import Edit
from newslint.patterns import lazy

_MARKS = frozenset("，。、；：！？“”‘’（）《》……—")
_CODE = frozenset("=<>{}[]\\/_`\ufffc")
_SINGLE = lazy(
    rf"'(?<![A-Za-z0-9'].)(?={HAN_LETTER})([^'\n]{{1,40}})(?:(?<={HAN_LETTER})|(?<=[。！？，…]))'(?![A-Za-z0-9'])"
)


class StraightQuote:
    """Options: ``fault``: ``pair``, a pair of typewriter quotes with what they enclose, or the one that closes a proper
    “ or opens what a proper ” closes; or ``lone``, the only typewriter quote of its paragraph. ``want``: ``“”``,
    ``「」``, or ``consistent`` (as ``“”``), the marks to write for a pair. Inches, feet, code and Latin sentences are
    left alone.
    """

    anchors: Sequence[str] = ('"', "'", "＂")

    def __init__(self, options: Options) -> None:
        self._lone = options.choice("fault", ("pair", "lone"), "pair") == "lone"
        want = options.choice("want", ("“”", "「」", "consistent"), "consistent")
        self._marks = ("「」", "『』") if want == "「」" else ("“”", "‘’")
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the pairs in order of place."""
        halves = {misfit.offset: misfit.other or 0 for misfit in document.pairing.misfits if misfit.fault == "straight"}
        doubles: dict[int, list[int]] = {}
        found = [Match(at, at + 1, "“”"[at > other]) for at, other in halves.items()]
        singles = False
        for hit in hits:
            if document.view[hit.start] == "'":
                singles = True
            elif hit.start not in halves:
                doubles.setdefault(document.block_index(hit.start), []).append(hit.start)
        if self._lone:
            for block, places in doubles.items():
                if block >= 0 and len(places) == 1 and _is_chinese_mark(document.view, places[0]):
                    yield Match(places[0], places[0] + 1)
            return
        for block, places in doubles.items():
            if block >= 0:
                found.extend(_pairs(document, places, self._marks))
        if singles:
            found.extend(
                _replace(document, match.start(), match.end() - 1, self._marks)
                for match in _SINGLE.finditer(document.view)
            )
        yield from sorted(found, key=lambda match: match.start)


def _pairs(document: Document, places: list[int], marks: tuple[str, str]) -> Iterator[Match]:
    view = document.view
    if len(places) % 2:
        places = [at for at in places if not _is_inch(view, at)]
    if len(places) % 2:
        return
    for start, last in zip(places[::2], places[1::2], strict=True):
        if _is_chinese(view, start, last) and not (_is_inch(view, start) and _is_inch(view, last)):
            yield _replace(document, start, last, marks)


def _is_inch(view: str, at: int) -> bool:
    return at > 0 and view[at - 1].isdigit()


def _is_chinese_mark(view: str, at: int) -> bool:
    """Whether Chinese stands on either side of the mark, and neither a digit nor code."""
    sides = (view[at - 1 : at], view[at + 1 : at + 2])
    beside = [side for side in sides if side and (is_han(side) or side in _MARKS)]
    return bool(beside) and not any(side.isdigit() or side in _CODE for side in sides if side)


def _is_chinese(view: str, start: int, last: int) -> bool:
    """Whether a pair of quotes is Chinese: by what it holds, or by the letters on both sides of it."""
    inside = view[start + 1 : last]
    before, after = view[start - 1 : start], view[last + 1 : last + 2]
    if not inside.strip() or inside != inside.strip() or before in _CODE or after in _CODE:
        return False
    if any(map(is_han, inside)):
        return True
    return all(not char or is_han(char) or char in _MARKS for char in (before, after)) and bool(before or after)


def _replace(document: Document, start: int, last: int, marks: tuple[str, str]) -> Match:
    opener, closer = marks[document.inside(start, last + 1, "quotation")]
    inside = document.text[start + 1 : last]
    edits = (Edit(start, start + 1, opener), Edit(last, last + 1, closer))
    return Match(start, last + 1, f"{opener}{inside}{closer}", edits)
