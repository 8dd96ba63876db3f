"""How quotes and brackets are used: 「」 among “”, single quotes outside, round brackets inside round brackets.

What lacks its other half is the business of ``pairing``; here every pair is whole and only its form is in question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newslint.chinese.characters import BYTE
from newslint.chinese.pairs import Pair
from newslint.document import Document
from newslint.finding import Edit
from newslint.kinds.match import Hit, Match, Options
from newslint.structure import BlockKind

FAULTS = ("corner", "outer-single", "nested-round", "headlines")

_CORNERS = {BYTE["「"]: "“”", BYTE["『"]: "‘’"}
_DOUBLE, _SINGLE = BYTE["“"], BYTE["‘"]
_ROUND, _TITLES = BYTE["（"], (BYTE["《"], BYTE["〈"])
_ROUND_IN_ROUND = re.compile("[（(][^（）()\r\n]*[（(]")
#: A bracket this short that holds no sentence is an ordinal or an abbreviation: （一）, (2), （试行）.
_SHORT = 5
_HEADLINES = (BlockKind.HEADLINE,)


class QuoteStyle:
    """Options: ``fault``, one of ``FAULTS``: ``corner`` (「」 where the article uses “”), ``outer-single`` (‘ ’ outside
    any “ ” in running text), ``nested-round`` (（ ） directly inside （ ）), ``headlines`` (‘ ’ in one headline of a page
    and “ ” in another)."""

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", FAULTS)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the pairs in question: both marks, or for brackets the inner pair."""
        if self._fault == "corner" and not document.alphabet.isdisjoint("「『"):
            yield from _corners(document)
        elif self._fault == "outer-single" and "‘" in document.alphabet:
            yield from _outer_singles(document)
        elif self._fault == "nested-round" and _ROUND_IN_ROUND.search(document.view):
            yield from _nested_rounds(document)
        elif self._fault == "headlines" and "‘" in document.alphabet and "“" in document.alphabet:
            yield from _headlines(document)


def _corners(document: Document) -> Iterator[Match]:
    """In an article that quotes with “ ”, report each 「 」; one that has more 「 」 than “ ” has a style of its own."""
    for article in document.articles:
        pairs = [pair for pair in document.pairing.pairs if article.start <= pair.start < article.end]
        corners = [pair for pair in pairs if pair.opener in _CORNERS]
        curved = sum(pair.opener == _DOUBLE for pair in pairs)
        if curved < sum(pair.opener == BYTE["「"] for pair in corners) or not curved:
            continue
        for pair in corners:
            if any(outer.start < pair.start and pair.end <= outer.end for outer in corners):
                continue  # told, and mended, with the pair around it
            yield _curved(document, pair, [mate for mate in corners if pair.start < mate.start and mate.end <= pair.end])


def _curved(document: Document, pair: Pair, inner: Sequence[Pair]) -> Match:
    inside = document.inside(pair.start - 1, pair.end, "quotation")
    edits = []
    for mate in (pair, *inner):
        marks = "‘’" if mate is not pair or inside else "“”"
        edits += [Edit(mate.start, mate.start + 1, marks[0]), Edit(mate.end - 1, mate.end, marks[1])]
    written = list(document.text[pair.start : pair.end])
    for edit in edits:
        written[edit.start - pair.start] = edit.text
    return Match(pair.start, pair.end, "".join(written), edits=tuple(sorted(edits, key=lambda edit: edit.start)))


def _outer_singles(document: Document) -> Iterator[Match]:
    for pair in document.pairing.pairs:
        if pair.opener != _SINGLE or document.inside(pair.start - 1, pair.end, "quotation"):
            continue
        text = document.text[pair.start + 1 : pair.end - 1]
        if text and not text.isascii():
            edits = (Edit(pair.start, pair.start + 1, "“"), Edit(pair.end - 1, pair.end, "”"))
            yield Match(pair.start, pair.end, f"“{text}”", edits=edits)


def _nested_rounds(document: Document) -> Iterator[Match]:
    stack: list[Pair] = []
    for pair in document.pairing.pairs:
        while stack and stack[-1].end <= pair.start:
            stack.pop()
        if pair.opener == _ROUND and stack and stack[-1].opener == _ROUND and pair.end <= stack[-1].end:
            if pair.end - pair.start > _SHORT:
                yield Match(pair.start, pair.end)
        stack.append(pair)


def _headlines(document: Document) -> Iterator[Match]:
    """Report the quotes of the headlines in the minority; the page is one piece of work and has one style."""
    found: dict[int, list[Pair]] = {_DOUBLE: [], _SINGLE: []}
    for block in document.blocks:
        if block.kind in _HEADLINES:
            for pair in document.pairing.pairs:
                if block.start <= pair.start and pair.end <= block.end and pair.opener in found:
                    if not document.inside(pair.start - 1, pair.end, "quotation"):
                        found[pair.opener].append(pair)
    double, single = found[_DOUBLE], found[_SINGLE]
    if not double or not single:
        return
    for pair in single if len(single) <= len(double) else double:
        mate = double[0] if pair in single else single[0]
        related = ((mate.start, mate.end, "同版别的标题用的是这一种"),)
        yield Match(pair.start, pair.end, related=related)
