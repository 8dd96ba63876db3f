"""One Document and a RuleBook to findings: one scan for all anchors, then each check where its anchors stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import cast

from ahocorasick_rs import AhoCorasick

from newslint.document import Document
from newslint.finding import Edit, Finding, Fix, Related
from newslint.kinds.match import CollectiveCheck, Hit, Match
from newslint.rulebook import Rule, RuleBook
from newslint.structure import BlockKind

#: What one document contributes to the judgement over all of them: a note by the code of its rule.
Notes = Mapping[str, object]


class Engine:
    """The rules of a book made ready to run: the automaton over their anchors is built once and serves every document."""

    def __init__(self, book: RuleBook) -> None:
        self._rules = book.rules
        literals: dict[str, list[tuple[int, int]]] = {}
        for index, rule in enumerate(self._rules):
            for number, anchor in enumerate(rule.anchors):
                literals.setdefault(anchor, []).append((index, number))
        self._owners = list(literals.values())
        self._automaton = AhoCorasick(list(literals)) if literals else None
        self._structural = [index for index, rule in enumerate(self._rules) if not rule.anchors]
        self._collective = [rule for rule in self._rules if rule.collective]

    def check(self, document: Document) -> list[Finding]:
        """Return the findings of every rule in ``document`` looked at alone, sorted by place and code."""
        together = self.judge([self.note(document)], lambda index: document)
        return sorted([*self.examine(document), *together.get(0, ())], key=lambda finding: finding.sort_key)

    @property
    def is_collective(self) -> bool:
        """Whether any rule holds documents against each other."""
        return bool(self._collective)

    def note(self, document: Document) -> Notes:
        """Return what ``document`` contributes to the judgement over all documents of a run."""
        notes = ((rule.code, _collective(rule).note(document.prose)) for rule in self._collective)
        return {code: note for code, note in notes if note is not None}

    def judge(self, notes: Sequence[Notes], document: Callable[[int], Document]) -> dict[int, list[Finding]]:
        """Return what holding the documents against each other finds, by index of the document, sorted.

        ``document`` gives a document by its index in ``notes``; it is asked for those with findings and those that these
        point to.
        """
        findings: dict[int, list[Finding]] = {}
        for rule in self._collective:
            own = [(index, note[rule.code]) for index, note in enumerate(notes) if rule.code in note]
            for index, match in _collective(rule).judge(own) if own else ():
                if _applies(rule, document(index).prose, match):
                    findings.setdefault(index, []).append(_finding(rule, document(index), match, document))
        for found in findings.values():
            found.sort(key=lambda finding: finding.sort_key)
        return findings

    def examine(self, document: Document) -> list[Finding]:
        """Return the findings of every rule that need no other document, sorted by place and code."""
        findings = []
        prose = document.prose
        for index, hits in self._scan(prose).items():
            rule = self._rules[index]
            for match in rule.check.matches(prose, hits):
                if _applies(rule, prose, match):
                    findings.append(_finding(rule, document, match))
        findings.sort(key=lambda finding: finding.sort_key)
        return findings

    def _scan(self, document: Document) -> dict[int, list[Hit]]:
        """Return the hits of each rule that has any, and an empty list for each rule that looks at structure."""
        hits: dict[int, list[Hit]] = {index: [] for index in self._structural}
        if self._automaton is not None:
            for pattern, start, end in self._automaton.find_matches_as_indexes(document.view, overlapping=True):
                for index, number in self._owners[pattern]:
                    hits.setdefault(index, []).append(Hit(number, start, end))
        for found in hits.values():
            found.sort(key=lambda hit: (hit.start, hit.end))
        return hits


def _collective(rule: Rule) -> CollectiveCheck:
    return cast("CollectiveCheck", rule.check)


def _applies(rule: Rule, document: Document, match: Match) -> bool:
    block = document.block_at(match.start)
    if block is not None and block.kind not in rule.scope:
        return False
    return not any(document.inside(match.start, match.end, kind) for kind in rule.spare)


def _finding(
    rule: Rule, document: Document, match: Match, others: Callable[[int], Document] | None = None
) -> Finding:
    text = document.prose.text[match.start : match.end]
    block = document.prose.block_at(match.start)
    start, end = document.locate(match.start, match.end)
    shown = {"match": text, "replacement": match.replacement or "", **match.values}
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=rule.message.format(**shown),
        text=text,
        start=document.position(start),
        end=document.position(end),
        fix=_fix(rule, document, match),
        related=(*_related(document, match), *(_elsewhere(others, match) if others else ())),
        weight=rule.weight,
        headline=block is not None and block.kind is BlockKind.HEADLINE,
        clause=rule.clause,
    )


def _fix(rule: Rule, document: Document, match: Match) -> Fix | None:
    if rule.safety is None or (not match.edits and match.replacement is None):
        return None
    edits = document.carry(match.edits or (Edit(match.start, match.end, match.replacement or ""),))
    return None if edits is None else Fix(rule.safety, edits)


def _related(document: Document, match: Match) -> Iterator[Related]:
    for place, stop, message in match.related:
        start, end = document.locate(place, stop)
        yield Related(document.position(start), document.position(end), message)


def _elsewhere(others: Callable[[int], Document], match: Match) -> Iterator[Related]:
    for index, place, stop, message in match.elsewhere:
        other = others(index)
        start, end = other.locate(place, stop)
        yield Related(other.position(start), other.position(end), message, other.name)
