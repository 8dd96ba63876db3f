"""How quotation marks are used that are all in pairs: 「 」 among “ ”, ‘ ’ outside “ ”, ‘ ’ and “ ” in the headlines of
one page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import Match, Place, StructureCheck
from newslint.checks.either_form import CONSISTENT, Occurrence, Sign, Usage, each, either_form, match_of, together
from newslint.checks.marks.gates import (
    has_corner_quotes,
    has_curved_quotes,
    has_headlines_with_both,
    has_quotes_of_both_forms,
    has_singles,
)
from newslint.checks.registry import Declared
from newslint.chinese.characters import BYTE
from newslint.document import Article, Document
from newslint.document.marks.pairmarks import Pair
from newslint.document.marks.pairs import pairs_between
from newslint.finding import Edit

_CURVED, _CORNER = "“”", "「」"
#: The outer and the inner marks of each form.
_FORMS = {_CURVED: ("“”", "‘’"), _CORNER: ("「」", "『』")}
_DOUBLE, _SINGLE = BYTE["“"], BYTE["‘"]
#: What may close a quotation: also a mark turned round, or a typewriter quote.
_CLOSING = frozenset('“”‘’「」『』"')
#: From so many quotations on an article that keeps to the wrong marks was written that way, which is one fault.
_MANY = 5


def _quotations(document: Document, article: Article, want: str) -> Iterator[Occurrence]:
    """Yield the outermost quotations of each form, inner ones with those around them.

    An article that has more 「 」 than “ ” has a style of its own: if it only has to be consistent, it has none.
    """
    pairs = pairs_between(document.pairing.pairs, article.start, article.end)
    curved, corner = (_nests(pairs, form) for form in (_CURVED, _CORNER))
    if want == CONSISTENT and not 0 < sum(map(_count_outer, curved)) >= sum(map(_count_outer, corner)):
        return
    for form, nests, right in ((_CURVED, curved, _FORMS[_CORNER]), (_CORNER, corner, _FORMS[_CURVED])):
        for nest in nests:
            edits = _edits(document, nest, *right)
            yield Occurrence(nest[0].start, nest[0].end, form, edits, _count_outer(nest))


def _nests(pairs: Sequence[Pair], form: str) -> list[list[Pair]]:
    """Return the outermost pairs of a form, each followed by those inside it."""
    openers = [BYTE[marks[0]] for marks in _FORMS[form]]
    nests: list[list[Pair]] = []
    for pair in pairs:
        if pair.opener in openers:
            if nests and pair.end <= nests[-1][0].end:
                nests[-1].append(pair)
            else:
                nests.append([pair])
    return nests


def _count_outer(nest: Sequence[Pair]) -> int:
    """Return how many of the pairs have the marks for outer quotations."""
    return sum(pair.opener in (_DOUBLE, BYTE["「"]) for pair in nest)


def _edits(document: Document, nest: Sequence[Pair], outer: str, inner: str) -> tuple[Edit, ...]:
    first = nest[0]
    first_marks = inner if document.inside(first.start - 1, first.end, "quotation") else outer
    marks_at = {}
    for pair in nest:
        marks = first_marks if pair is first else inner
        # A quotation that opens again in the next paragraph is not closed in its own.
        if document.view[pair.end - 1] in _CLOSING:
            marks_at[pair.end - 1] = marks[1]
        marks_at[pair.start] = marks[0]
    return tuple(Edit(at, at + 1, mark) for at, mark in sorted(marks_at.items()))


def _report(document: Document, usage: Usage) -> Iterator[Match]:
    keeps_to_one = usage.wanted == _CORNER or not any(place.weight for place in usage.others)
    if len(usage.odd) >= _MANY and keeps_to_one:
        yield together(document, usage, "many")
    else:
        yield from each(document, usage)


QUOTATION = Sign(
    {_CURVED: has_curved_quotes, _CORNER: has_corner_quotes},
    _quotations,
    _report,
    values=("odd",),
    messages=("many",),
    gate=has_quotes_of_both_forms,
)


def outer_singles(document: Document) -> Iterator[Match]:
    """Yield the quotations in ‘ ’ that are inside no other."""
    for pair in document.pairing.pairs:
        if pair.opener != _SINGLE or document.inside(pair.start - 1, pair.end, "quotation"):
            continue
        inside = document.text[pair.start + 1 : pair.end - 1]
        if inside and not inside.isascii():
            yield match_of(document, Occurrence(pair.start, pair.end, "‘’", _edits(document, [pair], "“”", "‘’")))


def headline_quotes(document: Document) -> Iterator[Match]:
    """Yield the quotations of the headlines in the minority; the page is one piece of work and has one style."""
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
    odd, other = (single, double[0]) if len(single) <= len(double) else (double, single[0])
    for pair in odd:
        yield Match(pair.start, pair.end, related=(Place(other.start, other.end, "other"),))


CHECKS: Mapping[str, Declared] = {
    "headline-quotes": StructureCheck(headline_quotes, has_headlines_with_both, messages=("other",)),
    "outer-single": StructureCheck(outer_singles, has_singles),
    "quote-form": either_form(QUOTATION),
}
