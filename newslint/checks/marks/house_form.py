"""Signs that a house writes in one of two ways, but one article not both: brackets, percent signs, thousands in
numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newslint.checks.check import Hit, Match
from newslint.checks.marks.width import is_folded
from newslint.checks.options import Options
from newslint.chinese.characters import BYTE
from newslint.document import Document
from newslint.finding import Edit
from newslint.patterns import lazy

_PERCENT = lazy("[%％](?<=[0-9].)")
#: What shows that a text has such a number: the pattern below begins with a look-behind and is slow.
_COMMA = lazy(",(?<=[0-9],)(?=[0-9]{3})")
_PARTED = lazy("(?<![0-9.,，])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,]*[0-9])")
#: Of five digits and counting something: shorter ones are written without commas in either style, others are numbers of
#: things (a telephone, a document).
_CLOSE = lazy(
    "[1-9](?<![0-9A-Za-z.,，#№:：\\-].)[0-9]{4,}(?=(?:\\.[0-9]+)?[余多]?"
    "(?:[元人名个件台辆吨家亩户间部套册头株份张棵平米]|公[里斤顷]|立方|千[米克瓦]|美元|欧元|日元|港元|万))"
)
_ROUND = BYTE["（"]
_WIDE, _HALF = "（）", "()"


#: What a text must hold to have the one form, and the other.
_SIGNS = {"bracket": ("（", "("), "percent": ("%", "％"), "thousands": (",", "0123456789")}


class _Place(NamedTuple):
    """A place and how it is written: as the first or the second form; ``edits`` turn it into the other."""

    start: int
    end: int
    first: bool
    edits: tuple[Edit, ...]


class HouseForm:
    """Options: ``sign``: ``bracket`` (forms ``（）`` and ``()``, of Chinese brackets outside bylines and with more than
    a number in them), ``percent`` (``%`` and ``％`` behind half-width digits) or ``thousands`` (``,`` and ``none``, in
    numbers of five digits or more); ``want``, the form of the house, or ``consistent``, what the article does in most
    places.

    All places of an article that are written otherwise are one finding, at the first of them, with one fix.
    ``{problem}`` in the message says what to write.
    """

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        sign = options.choice("sign", ("bracket", "percent", "thousands"))
        self._forms, self._find = {
            "bracket": ((_WIDE, _HALF), _brackets),
            "percent": (("%", "％"), _percents),
            "thousands": ((",", "none"), _thousands),
        }[sign]
        self._want = options.choice("want", (*self._forms, "consistent"), "consistent")
        # A text that lacks the form that is not wanted is silent; to be inconsistent it must have both.
        one, other = _SIGNS[sign]
        consistent = self._want == "consistent"
        self._signs = (other, one) if consistent else (other,) if self._want == self._forms[0] else (one,)
        self.gate = self._is_worth_it
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield one match for each article in which a place is not written as wanted."""
        for places in _by_article(document, self._find(document)):
            firsts = sum(place.first for place in places)
            consistent = self._want == "consistent"
            first = 2 * firsts >= len(places) if consistent else self._want == self._forms[0]
            odd = [place for place in places if place.first is not first]
            if odd and not (consistent and len(odd) == len(places)):
                yield _finding(document, odd, len(places))

    def _is_worth_it(self, document: Document) -> bool:
        if (
            self._find is _thousands
            and self._want != ","
            and not ("," in document.text and _COMMA.search(document.view))
        ):
            return False
        text = document.text
        for chars in self._signs:
            for char in chars:
                if char in text:
                    break
            else:
                return False
        return True


def _by_article(document: Document, places: Iterable[_Place]) -> Iterator[list[_Place]]:
    """Yield the places of each article, in their order."""
    starts = [article.start for article in document.articles]
    groups: dict[int, list[_Place]] = {}
    for place in places:
        index = bisect_right(starts, place.start) - 1
        if index >= 0 and place.start < document.articles[index].end:
            groups.setdefault(index, []).append(place)
    for _, group in sorted(groups.items()):
        yield group


def _brackets(document: Document) -> Iterator[_Place]:
    text = document.text
    for pair in document.pairing.pairs:
        last = pair.end - 1
        ends = text[pair.start] + text[last : pair.end]
        if pair.opener != _ROUND or ends not in (_WIDE, _HALF) or document.inside(pair.start, pair.end, "byline"):
            continue
        first = ends == _WIDE
        if text[pair.start + 1 : last].isdigit() or (not first and document.once(is_folded)):
            continue  # the number of an item; a text folded as a whole, which is another fault
        mates = _HALF if first else _WIDE
        edits = (Edit(pair.start, pair.start + 1, mates[0]), Edit(last, pair.end, mates[1]))
        yield _Place(pair.start, pair.end, first, edits)


def _percents(document: Document) -> Iterator[_Place]:
    for match in _PERCENT.finditer(document.view):
        start, end = match.span()
        first = match[0] == "%"
        yield _Place(start, end, first, (Edit(start, end, "％" if first else "%"),))


def _thousands(document: Document) -> Iterator[_Place]:
    view = document.view
    for match in _PARTED.finditer(view):
        start, end = match.span()
        yield _Place(start, end, True, (Edit(start, end, match[0].replace(",", "")),))
    for match in _CLOSE.finditer(view):
        start, end = match.span()
        parted = re.sub("(?<=[0-9])(?=(?:[0-9]{3})+$)", ",", match[0])
        yield _Place(start, end, False, (Edit(start, end, parted),))


def _finding(document: Document, odd: Sequence[_Place], count: int) -> Match:
    odd = sorted(odd)
    first = odd[0]
    written = list(document.text[first.start : first.end])
    for edit in first.edits:
        written[edit.start - first.start : edit.end - first.start] = [edit.text] + [""] * (edit.end - edit.start - 1)
    right = "".join(written)
    counted = f"（此类{count}处，须改{len(odd)}处）" if count > 1 else ""
    problem = f"“{document.text[first.start : first.end]}”应为“{right}”{counted}"
    edits = sorted((edit for place in odd for edit in place.edits), key=lambda edit: edit.start)
    return Match(first.start, first.end, right if len(odd) == 1 else None, tuple(edits), {"problem": problem})
