"""Bylines that break the form: what the grammar recorded while parsing them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from newslint.checks.bylines.gates import has_odd_brackets, has_slips, has_slips_or_open_brackets
from newslint.checks.check import Match, Place, StructureCheck
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.document.bylines.byline_parts import Byline, Person, Slip
from newslint.document.bylines.bylines import parse_signature
from newslint.document.structure import BlockKind
from newslint.finding import Edit
from newslint.patterns import lazy

#: A line that is only the source of the news: 据《云岭晚报》报道.
_SOURCE = lazy("据[^，。]*(?:报道|消息|介绍|说)$")

#: Two roles that a byline sets apart by a space, if it has any.
_BOTH = frozenset(("记者", "通讯员"))


def recorded(kind: str) -> Callable[[Document], Iterator[Match]]:
    """Return the function that yields the slips of this kind (see ``byline_parts.Slip``), with what is right."""

    def find(document: Document) -> Iterator[Match]:
        for base, _, slip in _slips(document, kind):
            yield Match(base + slip.start, base + slip.end, slip.instead or None)

    return find


def glued_names(document: Document) -> Iterator[Match]:
    """Yield several names written as one: 田一川鲁知微.

    Only where the byline sets spaces elsewhere, or has reporters and correspondents, which nobody writes without them:
    otherwise a crawler took them out.
    """
    for base, byline, slip in _slips(document, "glued-names"):
        if _sets_spaces(byline, slip) or _BOTH.issubset([credit.role for credit in byline.credits]):
            yield Match(base + slip.start, base + slip.end, slip.instead or None)


def duplicate_names(document: Document) -> Iterator[Match]:
    """Yield the second of two equal names in one byline."""
    for base, byline in document.bylines:
        doubled = [slip for slip in byline.slips if slip.kind == "duplicate-name"]
        if not doubled:
            continue
        firsts: dict[str, Person] = {}
        for person in byline.people:
            firsts.setdefault(person.name, person)
        # What removes the second name and its separator; nothing if it is alone in its role.
        removals = {
            person.start: Edit(base + before.end, base + person.end, "")
            for credit in byline.credits
            for before, person in pairwise(credit.people)
        }
        for slip in doubled:
            name = document.view[base + slip.start : base + slip.end]
            first = firsts.get(name.replace(" ", "").replace("　", ""))
            related = (
                (Place(base + first.start, base + first.end, "first"),) if first and first.start != slip.start else ()
            )
            edits = (removals[slip.start],) if slip.start in removals else ()
            yield Match(base + slip.start, base + slip.end, edits=edits, related=related)


def stray_marks(document: Document) -> Iterator[Match]:
    """Yield the mark between a byline and its text: 本报讯（记者 田一川）。昨日，…."""
    for base, _, slip in _slips(document, "stray-mark"):
        start, end = base + slip.start, base + slip.end
        index = document.block_index(start)
        # 据《晚报》报道⏎（作者…），: the bracket and its comma belong to the clause above.
        if index > 0 and _SOURCE.match(document.blocks[index - 1].text):
            continue
        if index < 0 or end < document.blocks[index].end:
            yield Match(start, end, "")


def unclosed_brackets(document: Document) -> Iterator[Match]:
    """Yield the bracket of a byline, or of a signature at the end of a paragraph, that is never closed."""
    for block in document.blocks:
        at = block.text.rfind("（")
        if at <= 0 or block.kind is not BlockKind.BODY or "）" in block.text[at:]:
            continue
        if block.text[at - 1] in "。！？”" and parse_signature(block.text[at + 1 :]) is not None:
            yield Match(block.start + at, block.start + at + 1)
    yield from recorded("unclosed")(document)


def brackets_of_two_widths(document: Document) -> Iterator[Match]:
    """Yield the half-width bracket of a byline whose other one is full-width."""
    if document.is_folded:
        return
    for base, byline in document.bylines:
        bracket = byline.bracket
        if bracket is None or bracket.open < 0 or bracket.close < 0:
            continue
        for at, partner in ((bracket.open, bracket.close), (bracket.close, bracket.open)):
            half, other = document.text[base + at], document.text[base + partner]
            if half in "()" and other in "（）":
                yield Match(base + at, base + at + 1, "（" if half == "(" else "）")


def _slips(document: Document, kind: str) -> Iterator[tuple[int, Byline, Slip]]:
    """Yield the slips of a kind with their bylines and the offset that these are relative to."""
    for base, byline in document.bylines:
        for slip in byline.slips:
            if slip.kind == kind:
                yield base, byline, slip


def _sets_spaces(byline: Byline, slip: Slip) -> bool:
    for credit in byline.credits:
        if credit.people and credit.people[0].start <= slip.start < credit.end:
            return credit.lead.isspace() or any(separator.isspace() for separator in credit.separators)
    return False


CHECKS: Mapping[str, Declared] = {
    "bracket-width": StructureCheck(brackets_of_two_widths, gate=has_odd_brackets),
    "dateline-order": StructureCheck(recorded("dateline-order"), gate=has_slips),
    "duplicate-name": StructureCheck(duplicate_names, gate=has_slips, messages=("first",)),
    "glued-names": StructureCheck(glued_names, gate=has_slips),
    "role-typo": StructureCheck(recorded("role-typo"), gate=has_slips),
    "stray-mark": StructureCheck(stray_marks, gate=has_slips),
    "unclosed": StructureCheck(unclosed_brackets, gate=has_slips_or_open_brackets),
    "unopened": StructureCheck(recorded("unopened"), gate=has_slips),
}
