"""What all checks of consistency share: two forms of one thing, and which of them is marked.

Majority decides, not opinion: the places of the rarer form are marked, and those of the other are related. A form that
the house knows is right however rare it is. Of two forms as frequent both are marked, and neither is proposed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, islice, pairwise
from typing import Any, NamedTuple

from newslint.checks.check import Check, Comparison, Gate, Match, Place, StructureCheck
from newslint.checks.options import Options
from newslint.document import Document
from newslint.facts.mention import Mentioned
from newslint.finding import Severity

#: The names that messages may use, and the keys of the sentences that a page must have.
VALUES = ("other", "count")
MESSAGES = ("other", "tie")
#: So many places of the other form are related places.
_SHOWN = 3
#: Of a form that has more places, only so many are looked at for the other beside it.
_LOOKED_AT = 200
#: From so many forms on that differ in one place only, the place is what tells them apart.
_SERIES = 50


class At(NamedTuple):
    """A mention with the index of its document."""

    document: int
    place: Any


#: The places of each form, in order.
Places = Mapping[str, Sequence[At]]


class Pair(NamedTuple):
    """Two forms of one thing; with ``doubtful`` they may well be of two, and are no error.

    ``better`` is the only form that a fix may write, or "" if both may: where the usual one is worse, other rules would
    change it back.
    """

    one: str
    other: str
    doubtful: bool = False
    better: str = ""


#: What one check does: the pairs among the places of all forms.
Pairs = Callable[[Places], Iterable[Pair]]


class Kind(NamedTuple):
    """One kind of thing that is compared.

    ``facts`` returns the mentions in a document, which are of ``facts_type``; ``pairs`` finds two forms of one thing
    among them. With ``by_article`` the articles of a file are compared each with itself, unless all files of the run
    are one issue.
    """

    facts: Callable[[Document], tuple[Any, ...]]
    facts_type: Any
    pairs: Pairs
    gate: Gate
    by_article: bool = False
    values: Sequence[str] = ()
    messages: Sequence[str] = ()


def consistency_check(kind: Kind) -> Callable[[Options], Check]:
    """Return the maker of a check.

    Options: ``together``, whether all files of the run are one issue; ``known``, the forms that the house has settled.
    """

    def make(options: Options) -> Check:
        together = options.flag("together", False)
        known = frozenset(options.texts("known", ()))
        options.done()
        values, messages = (*VALUES, *kind.values), (*MESSAGES, *kind.messages)

        def find(document: Document) -> Iterator[Match]:
            found = document.once(kind.facts)
            for group in _by_article(found) if kind.by_article else [found]:
                for _, match in _compared(kind, known, [(0, group)]):
                    yield match

        def compare(facts: Sequence[tuple[int, Any]]) -> Iterator[tuple[int, Match]]:
            return _compared(kind, known, facts)

        if not together:
            return StructureCheck(find, kind.gate, values, messages)

        def facts_of(document: Document) -> tuple[Any, ...] | None:
            return document.once(kind.facts) or None

        comparison = Comparison(facts_of, kind.facts_type, compare, kind.gate)
        return StructureCheck(None, None, values, messages, comparison)

    return make


def _by_article(found: Iterable[Mentioned]) -> Iterable[list[Mentioned]]:
    groups: dict[int, list[Mentioned]] = {}
    for place in found:
        groups.setdefault(place.article, []).append(place)
    return groups.values()


def _compared(
    kind: Kind, known: Collection[str], facts: Sequence[tuple[int, Iterable[Any]]]
) -> Iterator[tuple[int, Match]]:
    places: dict[str, list[At]] = {}
    for index, mentions in facts:
        for place in mentions:
            places.setdefault(place.form, []).append(At(index, place))
    marked: set[tuple[int, int]] = set()
    for pair in sorted(set(kind.pairs(places))):
        severity = Severity.WARNING if pair.doubtful else None
        for index, match in _judged(pair, places, known):
            # One place may be near to two forms: it is marked once.
            if (index, match.start) not in marked:
                marked.add((index, match.start))
                yield index, match._replace(severity=severity)


def _judged(pair: Pair, places: Places, known: Collection[str]) -> Iterator[tuple[int, Match]]:
    one, other = places[pair.one], places[pair.other]
    settled = (pair.one in known, pair.other in known)
    if all(settled):
        return
    if any(settled):
        rare, usual = (other, one) if settled[0] else (one, other)
    elif len(one) == len(other):
        yield from _marked(one, other, "tie")
        yield from _marked(other, one, "tie")
        return
    else:
        rare, usual = sorted((one, other), key=len)
    is_fixed = any(settled) or pair.better in ("", usual[0].place.form)
    yield from _marked(rare, usual, "", is_fixed=is_fixed)


def _marked(
    rare: Sequence[At], usual: Sequence[At], message: str, *, is_fixed: bool = False
) -> Iterator[tuple[int, Match]]:
    """Yield a match for each place of the rarer form."""
    form = usual[0].place.form
    values = {"other": form, "count": len(usual)}
    by_document: dict[int, list[At]] = {}
    for other in usual:
        by_document.setdefault(other.document, []).append(other)
    for at in rare:
        # Those of its own file first.
        own = by_document.get(at.document, ())
        others = (other for other in usual if other.document != at.document)
        near = islice(chain(own, others), _SHOWN)
        related = tuple(
            Place(
                other.place.start,
                other.place.end,
                "other",
                values,
                None if other.document == at.document else other.document,
            )
            for other in near
        )
        yield at.document, Match(at.place.start, at.place.end, form if is_fixed else None, (), values, related, message)


def share_an_article(one: Iterable[At], other: Iterable[At]) -> bool:
    """Return True if some article has both forms."""
    articles = {(at.document, at.place.article) for at in one}
    return any((at.document, at.place.article) in articles for at in other)


def side_by_side(one: Sequence[At], other: Sequence[At], beside: Callable[[Any, Any], bool]) -> bool:
    """Return True if somewhere ``beside`` is true of a place of one form and the next, which is of the other form."""
    looked_at = (*one[:_LOOKED_AT], *other[:_LOOKED_AT])
    ordered = sorted(looked_at, key=lambda at: (at.document, at.place.start))
    return any(
        first.document == second.document
        and first.place.form != second.place.form
        and beside(first.place, second.place)
        for first, second in pairwise(ordered)
    )


def one_apart(forms: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """Yield the pairs of forms of one length that differ in a single character, and the index of that character.

    Many forms that differ in the same place are a series, not slips, and are passed over.
    """
    by_length: dict[int, list[str]] = {}
    for form in forms:
        by_length.setdefault(len(form), []).append(form)
    for length, alike in by_length.items():
        for at in range(length if len(alike) > 1 else 0):
            series: dict[str, list[str]] = {}
            for form in alike:
                series.setdefault(form[:at] + form[at + 1 :], []).append(form)
            for same in series.values():
                if 1 < len(same) <= _SERIES:
                    yield from ((one, other, at) for one, other in combinations(same, 2))
