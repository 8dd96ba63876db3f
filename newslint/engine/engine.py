"""One Document and a RuleBook to findings: one scan for all anchors, then each check where its anchors stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import cast

from newslint.checks.check import CollectiveCheck, Hit, Match, OptionError, never
from newslint.checks.registry import OF_FILE
from newslint.checks.screens import SCREENS
from newslint.document import Document
from newslint.document.structure import BlockKind
from newslint.engine.scan import Anchors
from newslint.errors import UserError
from newslint.finding import Edit, Finding, Fix, Related
from newslint.language import prefixed
from newslint.rulebook.book import Rule, RuleBook

#: What one document contributes to the judgement over all of them: a note by the code of its rule.
Notes = Mapping[str, object]

#: A question that is asked of a document before rules that look at its structure.
_Gate = Callable[[Document], object]

_NO_HITS: tuple[Hit, ...] = ()
_place_in_file = attrgetter("sort_key")


class _Structural:
    """The rules of one kind that look at structure, and what is asked of a document before them."""

    def __init__(self, kind: str) -> None:
        self.screen = SCREENS.get(kind)
        self.rules: list[Rule] = []

    @cached_property
    def gates(self) -> list[tuple[_Gate | None, Sequence[Rule]]]:
        """The rules by the gate of their checks, which is asked once for all that share it; None for those without one.

        The checks are made for it, when a document first passes the screen.
        """
        gates: dict[_Gate | None, list[Rule]] = {}
        for rule in self.rules:
            gates.setdefault(getattr(rule.check, "gate", None), []).append(rule)
        gates.pop(never, None)
        return list(gates.items())


class Engine:
    """The rules of a book made ready to run: the automaton over their anchors is built once and serves every
    document.
    """

    def __init__(self, book: RuleBook) -> None:
        # Rules that look for the same anchors share their hits.
        anchored: dict[tuple[str, ...], list[Rule]] = {}
        structural: dict[str, _Structural] = {}
        for rule in book.rules:
            if rule.anchors:
                anchored.setdefault(rule.anchors, []).append(rule)
            elif rule.kind not in OF_FILE:
                structural.setdefault(rule.kind, _Structural(rule.kind)).rules.append(rule)
        self._anchors = Anchors(anchored)
        self._anchored = list(anchored.values())
        self._structural = list(structural.values())
        self._of_file = [rule for rule in book.rules if rule.kind in OF_FILE]
        self._collective = [rule for rule in book.rules if rule.collective]

    def check(self, document: Document) -> list[Finding]:
        """Return the findings of every rule in ``document`` looked at alone, sorted by place and code."""
        found = self.examine(document)
        prose = document.prose
        notes: dict[str, object] = {}
        for concerns, checks in self._together:
            if concerns(prose):
                notes.update({code: note for code, check in checks if (note := check.note(prose)) is not None})
        if notes and (together := self.judge([notes], lambda index: document)):
            found = sorted([*found, *together[0]], key=_place_in_file)
        return found

    @cached_property
    def _together(self) -> list[tuple[_Gate, list[tuple[str, CollectiveCheck]]]]:
        """The checks that hold documents against each other with the codes of their rules, by what they ask of a single
        one.
        """
        together: dict[_Gate, list[tuple[str, CollectiveCheck]]] = {}
        for rule in self._collective:
            check = _collective(rule)
            together.setdefault(check.concerns, []).append((rule.code, check))
        together.pop(never, None)
        return list(together.items())

    @property
    def is_collective(self) -> bool:
        """Whether any rule holds documents against each other."""
        return bool(self._collective)

    @property
    def note_types(self) -> set[type]:
        """The records that notes hold."""
        return {kind for rule in self._collective for kind in _collective(rule).note_types}

    def note(self, document: Document) -> Notes:
        """Return what ``document`` contributes to the judgement over all documents of a run."""
        prose = document.prose
        notes = [(rule.code, _collective(rule).note(prose)) for rule in self._collective]
        return {code: note for code, note in notes if note is not None}

    def judge(self, notes: Sequence[Notes], document: Callable[[int], Document]) -> dict[int, list[Finding]]:
        """Return what holding the documents against each other finds, by index of the document, sorted.

        ``document`` gives a document by its index in ``notes``; it is asked for those with findings and those that
        these point to.
        """
        findings: dict[int, list[Finding]] = {}
        for rule in self._collective:
            own = [(index, note[rule.code]) for index, note in enumerate(notes) if rule.code in note]
            for index, match in _collective(rule).judge(own) if own else ():
                if _applies(rule, document(index).prose, match):
                    findings.setdefault(index, []).append(_finding(rule, document(index), match, document))
        for found in findings.values():
            found.sort(key=_place_in_file)
        return findings

    def examine(self, document: Document) -> list[Finding]:
        """Return the findings of every rule that need no other document, sorted by place and code."""
        findings = []
        prose = document.prose
        for rules, hits in self._asked(prose):
            for rule in rules:
                try:
                    for match in rule.check.matches(prose, hits):
                        if _applies(rule, prose, match):
                            findings.append(_finding(rule, document, match))
                except OptionError as error:  # its patterns are compiled when they are first needed
                    raise UserError(prefixed(rule.path, f"options.{error.key}", error.problem)) from None
        if document.comments and self._of_file:
            page = document.bare
            findings.extend(
                _finding(rule, page, match) for rule in self._of_file for match in rule.check.matches(page, ())
            )
        findings.sort(key=_place_in_file)
        return findings

    def _asked(self, document: Document) -> Iterator[tuple[Sequence[Rule], Sequence[Hit]]]:
        """Yield the rules that are worth asking of a document, each once, with the hits of their anchors.

        These are the rules of which an anchor stands in it, and those that look at structure and pass screen and gate.
        """
        for index, hits in self._anchors.hits(document.view):
            yield self._anchored[index], hits
        for kind in self._structural:
            screen = kind.screen
            if screen is None or screen(document):
                for gate, rules in kind.gates:
                    if gate is None or gate(document):
                        yield rules, _NO_HITS


def _collective(rule: Rule) -> CollectiveCheck:
    return cast("CollectiveCheck", rule.check)


def _applies(rule: Rule, document: Document, match: Match) -> bool:
    block = document.block_at(match.start)
    if block is not None and block.kind not in rule.scope:
        return False
    return all(not document.inside(match.start, match.end, kind) for kind in rule.spare)


def _finding(rule: Rule, document: Document, match: Match, others: Callable[[int], Document] | None = None) -> Finding:
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
        related=(*_related(document, match), *_elsewhere(others, match)) if match.related or match.elsewhere else (),
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


def _elsewhere(others: Callable[[int], Document] | None, match: Match) -> Iterator[Related]:
    for index, place, stop, message in match.elsewhere if others else ():
        other = others(index)
        start, end = other.locate(place, stop)
        yield Related(other.position(start), other.position(end), message, other.name)
