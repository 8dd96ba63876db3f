"""The finding that a match makes: its sentence, filled in, its fix, and the other places it speaks of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from newslint.checks.check import Match
from newslint.document import Document
from newslint.document.structure import BlockKind
from newslint.finding import Edit, Finding, Fix, Related, Safety
from newslint.rulebook.book import Rule


def applies(rule: Rule, document: Document, match: Match) -> bool:
    """Return True if a match stands in a part of the text that the rule looks at, and in none that it spares."""
    block = document.block_at(match.start)
    if block is not None and block.kind not in rule.scope:
        return False
    return all(not document.inside(match.start, match.end, kind) for kind in rule.spare)


def make_finding(
    rule: Rule, document: Document, match: Match, others: Callable[[int], Document] | None = None
) -> Finding:
    """Return the finding of a match in the prose of ``document``, in places of the document.

    ``others`` returns the other documents of a comparison by their index.
    """
    text = document.prose.text[match.start : match.end]
    block = document.prose.block_at(match.start)
    start, end = document.locate(match.start, match.end)
    template = rule.messages[match.message] if match.message else rule.message
    shown = {"match": text, "replacement": match.replacement or "", **match.values}
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity if match.severity is None else min(rule.severity, match.severity),
        message=_filled(template, shown),
        text=text,
        start=document.position(start),
        end=document.position(end),
        fix=_fix(rule, document, match),
        related=tuple(_related(rule, document, match, others)) if match.related else (),
        weight=rule.weight,
        headline=block is not None and block.kind is BlockKind.HEADLINE,
        clause=rule.clause,
    )


def _filled(template: str, values: Mapping[str, object]) -> str:
    """Return a sentence of a page with ``values`` for its names; a name that only another sentence fills is empty."""
    return template.format_map(defaultdict(str, values))


def _fix(rule: Rule, document: Document, match: Match) -> Fix | None:
    if rule.safety is None or (not match.edits and match.replacement is None):
        return None
    edits = document.carry(match.edits or (Edit(match.start, match.end, match.replacement or ""),))
    return None if edits is None else Fix(Safety.UNSAFE if match.doubtful else rule.safety, edits)


def _related(
    rule: Rule, document: Document, match: Match, others: Callable[[int], Document] | None
) -> Iterator[Related]:
    from newslint.document.zones import WORDS, zone_at  # few findings have related places

    for place in match.related:
        if place.document is None:
            other = document
        elif others is not None:
            other = others(place.document)
        else:
            continue
        text = other.prose.text[place.start : place.end]
        start, end = other.locate(place.start, place.end)
        zone = zone_at(other.prose, place.start)
        message = _filled(rule.messages[place.message], {"match": text, "zone": WORDS[zone], **place.values})
        path = None if other is document else other.name
        yield Related(other.position(start), other.position(end), message, path, zone)
