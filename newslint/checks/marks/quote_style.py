"""How quotes and brackets are used: 「」 among “”, single quotes outside, round brackets inside round brackets.

What lacks its other half is the business of ``pairing``; here every pair is whole and only its form is in question.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese.characters import BYTE
from newslint.document import Document
from newslint.document.marks.pairs import Pair
from newslint.finding import Edit
from newslint.patterns import lazy

FAULTS = ("corner", "outer-single", "nested-round", "headlines")

_CORNERS = {BYTE["「"]: "“”", BYTE["『"]: "‘’"}
_CURVED = {BYTE["“"]: "「」", BYTE["‘"]: "『』"}
#: What an article may be told to quote with.
_WANTS = ("“”", "「」", "consistent")
#: From so many quotations on an article that keeps to the wrong marks was written that way, which is one fault.
_MANY = 5
_DOUBLE, _SINGLE = BYTE["“"], BYTE["‘"]
_ROUND, _TITLES = BYTE["（"], (BYTE["《"], BYTE["〈"])
_ROUND_IN_ROUND = lazy("[（(][^（）()\r\n]*[（(]")
#: A bracket this short that holds no sentence is an ordinal or an abbreviation: （一）, (2), （试行）.
_SHORT = 5


def _has_curved(document: Document) -> bool:
    return "“" in document.text or "‘" in document.text


def _has_corners(document: Document) -> bool:
    return "「" in document.text or "『" in document.text


def _has_singles(document: Document) -> bool:
    return "‘" in document.text


def _has_both_in_headlines(document: Document) -> bool:
    return "‘" in document.text and "“" in document.text and bool(document.headlines)


def _has_round_in_round(document: Document) -> bool:
    # Where each bracket closes before the next one opens there is none: counting them costs less than the pattern.
    return (
        document.text.count("（") + document.text.count("(") > 1 and _ROUND_IN_ROUND.search(document.view) is not None
    )


_GATES: dict[str, Callable[[Document], bool]] = {
    "corner": _has_corners,
    "outer-single": _has_singles,
    "nested-round": _has_round_in_round,
    "headlines": _has_both_in_headlines,
}


class QuoteStyle:
    """Options: ``fault``, one of ``FAULTS``: ``corner`` (「」 where the article uses “”, or what is not the house's),
    ``outer-single`` (‘ ’ outside any “ ” in running text), ``nested-round`` (（ ） directly inside （ ）),
    ``headlines`` (‘ ’ in one headline of a page and “ ” in another). For ``corner`` ``want``: ``“”`` or ``「」``
    everywhere, or ``consistent``; ``{count}`` in the message counts those that a finding stands for, if they are
    many.
    """

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", FAULTS)
        self._want = options.choice("want", _WANTS, "consistent") if self._fault == "corner" else ""
        self.gate = _has_curved if self._want == "「」" else _GATES[self._fault]
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the pairs in question: both marks, or for brackets the inner pair."""
        if self._want == "「」":
            for pairs in _pairs_by_article(document):
                yield from _as_one(list(_changed(document, pairs, _CURVED)))
        elif self._fault == "corner":
            yield from _corners(document, always=self._want == "“”")
        elif self._fault == "outer-single":
            yield from _outer_singles(document)
        elif self._fault == "nested-round":
            yield from _nested_rounds(document)
        else:
            yield from _headlines(document)


def _corners(document: Document, *, always: bool) -> Iterator[Match]:
    """In an article that quotes with “ ”, report each 「 」; one that has more 「 」 than “ ” has a style of its own,
    unless the house ``always`` quotes with “ ”.
    """
    for pairs in _pairs_by_article(document):
        corners = [pair for pair in pairs if pair.opener in _CORNERS]
        curved = sum(pair.opener == _DOUBLE for pair in pairs)
        if always and not curved:
            yield from _as_one(list(_changed(document, corners, _CORNERS)))
        elif always or (curved and curved >= sum(pair.opener == BYTE["「"] for pair in corners)):
            yield from _changed(document, corners, _CORNERS)


def _pairs_by_article(document: Document) -> Iterator[Sequence[Pair]]:
    """Yield the pairs of each article, in order."""
    pairs = document.pairing.pairs
    starts = [pair.start for pair in pairs]
    for article in document.articles:
        yield pairs[bisect_left(starts, article.start) : bisect_left(starts, article.end)]


def _as_one(matches: list[Match]) -> list[Match]:
    """Return the matches, or where they are many, one at the first of them with the edits of all."""
    if len(matches) < _MANY:
        return matches
    edits = tuple(edit for match in matches for edit in match.edits)
    return [matches[0]._replace(edits=edits, values={"count": f"（全文{len(matches)}处）"})]


def _changed(document: Document, pairs: Sequence[Pair], forms: Mapping[int, str]) -> Iterator[Match]:
    """Report the pairs that ``forms`` names, outer ones with those inside them."""
    reached = 0
    chosen = [pair for pair in pairs if pair.opener in forms]
    starts = [pair.start for pair in chosen]
    for index, pair in enumerate(chosen):
        if pair.end > reached:  # else told, and mended, with the pair around it
            reached = pair.end
            following = chosen[index + 1 : bisect_left(starts, pair.end)]
            yield _change(document, pair, [mate for mate in following if mate.end <= pair.end], forms)


def _change(document: Document, pair: Pair, inner: Sequence[Pair], forms: Mapping[int, str]) -> Match:
    inside = document.inside(pair.start - 1, pair.end, "quotation")
    outer_marks, inner_marks = forms.values()
    edits = []
    for mate in (pair, *inner):
        marks = inner_marks if mate is not pair or inside else outer_marks
        edits += [Edit(mate.start, mate.start + 1, marks[0]), Edit(mate.end - 1, mate.end, marks[1])]
    written = list(document.text[pair.start : pair.end])
    for edit in edits:
        written[edit.start - pair.start] = edit.text
    ordered = tuple(sorted(edits, key=lambda edit: edit.start))
    return Match(pair.start, pair.end, "".join(written), ordered, {"count": ""})


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
        nested = pair.opener == _ROUND and stack and stack[-1].opener == _ROUND and pair.end <= stack[-1].end
        if nested and pair.end - pair.start > _SHORT:
            yield Match(pair.start, pair.end)
        stack.append(pair)


def _headlines(document: Document) -> Iterator[Match]:
    """Report the quotes of the headlines in the minority; the page is one piece of work and has one style."""
    found: dict[int, list[Pair]] = {_DOUBLE: [], _SINGLE: []}
    heads = document.headlines
    starts = [block.start for block in heads]
    for pair in document.pairing.pairs:
        index = bisect_right(starts, pair.start) - 1
        in_headline = index >= 0 and pair.end <= heads[index].end
        if in_headline and pair.opener in found and not document.inside(pair.start - 1, pair.end, "quotation"):
            found[pair.opener].append(pair)
    double, single = found[_DOUBLE], found[_SINGLE]
    if not double or not single:
        return
    for pair in single if len(single) <= len(double) else double:
        mate = double[0] if pair in single else single[0]
        related = ((mate.start, mate.end, "同版别的标题用的是这一种"),)
        yield Match(pair.start, pair.end, related=related)
