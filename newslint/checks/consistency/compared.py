"""What all checks of consistency share: two forms of one thing, and which of them is marked.

Majority decides, not opinion: the places of the rarer form are marked, and those of the other are related. A form that
the house knows is right however rare it is. Of two forms as frequent both are marked, and neither is proposed.

What stands in quotations alone was said or written by somebody else: it is no majority, and is marked less firmly.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from types import GenericAlias
from typing import Any, NamedTuple

from newslint.checks.check import Check, Comparison, Gate, Match, Place, StructureCheck
from newslint.checks.consistency.pairs import At, Pair, Places
from newslint.checks.options import Options
from newslint.document import Document
from newslint.facts.mention import Mentioned
from newslint.finding import Severity, Zone

#: The names that messages may use, and the keys of the sentences that a page must have.
VALUES = ("other", "count")
MESSAGES = ("other", "tie")
#: So many places of the other form are related places.
_SHOWN = 3
#: The zones as they are kept with the mentions of a file: one byte each.
_ZONES = tuple(Zone)
#: What a file contributes where files are compared: its mentions, and the zone of each.
_Told = tuple[tuple[Any, ...], bytes]
#: Tells in which part of its article a mention stands.
ZoneOf = Callable[[At], Zone]
#: What one check does: the pairs among the places of all forms.
Pairs = Callable[[Places], Iterable[Pair]]


class Kind(NamedTuple):
    """One kind of thing that is compared.

    ``facts`` returns the mentions in a document, which are of ``facts_type``; ``pairs`` finds two forms of one thing
    among them. With ``by_article`` the articles of a file are compared each with itself, unless all files of the run
    are one issue. With ``shortens`` a form that is shorter than the other is right if it stands in headlines alone.
    """

    facts: Callable[[Document], tuple[Any, ...]]
    facts_type: Any
    pairs: Pairs
    gate: Gate
    by_article: bool = False
    shortens: bool = False
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
            groups = (
                [_placed([(0, group)]) for group in _by_article(found)]
                if kind.by_article
                else [document.once(_by_form(kind.facts))]
            )
            for places in groups:
                for _, match in _compared(kind, known, places, lambda at: _zone_at(document, at.place.start)):
                    yield match

        def compare(facts: Sequence[tuple[int, _Told]]) -> Iterator[tuple[int, Match]]:
            zones = {index: own for index, (_, own) in facts}
            places = _placed((index, found) for index, (found, _) in facts)
            return _compared(kind, known, places, lambda at: _ZONES[zones[at.document][at.number]])

        if not together:
            return StructureCheck(find, kind.gate, values, messages)

        def facts_of(document: Document) -> _Told | None:
            return document.once(_with_zones(kind.facts))

        comparison = Comparison(facts_of, GenericAlias(tuple, (kind.facts_type, bytes)), compare, kind.gate)
        return StructureCheck(None, None, values, messages, comparison)

    return make


@cache
def _with_zones(facts: Callable[[Document], tuple[Any, ...]]) -> Callable[[Document], _Told | None]:
    """Return what gathers mentions with the zone of each; the same for all kinds of the same facts, which share it."""

    def gathered(document: Document) -> _Told | None:
        found = document.once(facts)
        return (found, bytes([_ZONES.index(_zone_at(document, place.start)) for place in found])) if found else None

    return gathered


def _by_article(found: Iterable[Mentioned]) -> Iterable[list[Mentioned]]:
    groups: dict[int, list[Mentioned]] = {}
    for place in found:
        groups.setdefault(place.article, []).append(place)
    return groups.values()


def _zone_at(document: Document, offset: int) -> Zone:
    from newslint.document.zones import zone_at  # few articles have two forms of one thing

    return zone_at(document, offset)


@cache
def _by_form(facts: Callable[[Document], tuple[Any, ...]]) -> Callable[[Document], Places]:
    """Return what gathers the places of each form of a document; the same for all kinds of the same facts."""
    return lambda document: _placed([(0, document.once(facts))])


def _placed(facts: Iterable[tuple[int, Iterable[Any]]]) -> Places:
    places: dict[str, list[At]] = {}
    for index, mentions in facts:
        for number, place in enumerate(mentions):
            places.setdefault(place.form, []).append(At(index, place, number))
    return places


def _compared(kind: Kind, known: Collection[str], places: Places, zone_of: ZoneOf) -> Iterator[tuple[int, Match]]:
    marked: set[tuple[int, int]] = set()
    for pair in sorted(set(kind.pairs(places))):
        if kind.shortens and _is_shortened(places[pair.one], places[pair.other], zone_of):
            continue
        for index, match in _judged(pair, places, known, zone_of):
            # One place may be near to two forms: it is marked once.
            if (index, match.start) not in marked:
                marked.add((index, match.start))
                yield index, match


def _is_shortened(one: Sequence[At], other: Sequence[At], zone_of: ZoneOf) -> bool:
    """Return True if the shorter of two forms stands in headlines alone."""
    shorter = min(one, other, key=lambda places: len(places[0].place.form))
    return _stands_in(Zone.HEADLINE, shorter, zone_of)


def _stands_in(zone: Zone, places: Iterable[At], zone_of: ZoneOf) -> bool:
    """Return True if a form stands in one zone alone."""
    return all(zone_of(at) is zone for at in places)


def _judged(pair: Pair, places: Places, known: Collection[str], zone_of: ZoneOf) -> Iterator[tuple[int, Match]]:
    one, other = places[pair.one], places[pair.other]
    settled = (pair.one in known, pair.other in known)
    if all(settled):
        return
    if not any(settled):
        settled = (pair.one == pair.right, pair.other == pair.right)
    if any(settled):
        rare, usual = (other, one) if settled[0] else (one, other)
    else:
        rare, usual = sorted((one, other), key=len)
    # What others said is no majority over what the article says.
    is_tie = not any(settled) and (
        len(one) == len(other)
        or (_stands_in(Zone.QUOTATION, usual, zone_of) and not _stands_in(Zone.QUOTATION, rare, zone_of))
    )
    if is_tie:
        yield from _marked(one, other, zone_of, "tie", doubtful=pair.doubtful)
        yield from _marked(other, one, zone_of, "tie", doubtful=pair.doubtful)
    else:
        is_fixed = usual[0].place.form in (known if any(settled) else (pair.better or usual[0].place.form,))
        yield from _marked(rare, usual, zone_of, doubtful=pair.doubtful, is_fixed=is_fixed)


def _marked(
    rare: Sequence[At],
    usual: Sequence[At],
    zone_of: ZoneOf,
    message: str = "",
    *,
    doubtful: bool,
    is_fixed: bool = False,
) -> Iterator[tuple[int, Match]]:
    """Yield a match for each place of the rarer form; with ``is_fixed`` it offers the usual one, not in quotations."""
    form = usual[0].place.form
    values = {"other": form, "count": len(usual)}
    severity = Severity.WARNING if doubtful or _stands_in(Zone.QUOTATION, rare, zone_of) else None
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
        offered = form if is_fixed and zone_of(at) is not Zone.QUOTATION else None
        yield at.document, Match(at.place.start, at.place.end, offered, (), values, related, message, severity=severity)
