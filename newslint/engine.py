"""One Document and a RuleBook to findings: one scan for all anchors, then each check where its anchors stand."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, cast

from newslint.document import Document
from newslint.finding import Edit, Finding, Fix, Related
from newslint.kinds import OF_FILE
from newslint.kinds.match import CollectiveCheck, Hit, Match, OptionError, never
from newslint.kinds.screens import SCREENS
from newslint.language import placed
from newslint.problem import Problem
from newslint.rulebook import Rule, RuleBook
from newslint.structure import BlockKind

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

#: What one document contributes to the judgement over all of them: a note by the code of its rule.
Notes = Mapping[str, object]

#: Rules by the gate of their checks, None for those without one.
_Gates = list[tuple[Callable[[Document], object] | None, list[int]]]

#: From so many characters on, one after another, making the automaton takes less time than looking for each anchor.
_LITTLE = 6_000
#: How many characters are searched at once.
_STRETCH = 100_000

_new = tuple.__new__
_NO_HITS: tuple[int, ...] = ()


class Engine:
    """The rules of a book made ready to run: the automaton over their anchors is built once and serves every document."""

    def __init__(self, book: RuleBook) -> None:
        self._rules = book.rules
        literals: dict[str, list[tuple[int, int]]] = {}
        for index, rule in enumerate(self._rules):
            for number, anchor in enumerate(rule.anchors):
                literals.setdefault(anchor, []).append((index, number))
        self._literals = list(literals)
        self._owners = list(literals.values())
        self._scanned = 0
        self._of_file = [rule for rule in self._rules if rule.kind in OF_FILE]
        self._structural: dict[str, list[int]] = {}
        for index, rule in enumerate(self._rules):
            if not rule.anchors and rule.kind not in OF_FILE:
                self._structural.setdefault(rule.kind, []).append(index)
        self._gates: dict[str, _Gates] = {}
        self._collective = [rule for rule in self._rules if rule.collective]

    def check(self, document: Document) -> list[Finding]:
        """Return the findings of every rule in ``document`` looked at alone, sorted by place and code."""
        found = self.examine(document)
        prose = document.prose
        checks = [(rule.code, _collective(rule)) for rule in self._collective]
        own = [(code, check.note(prose)) for code, check in checks if check.concerns(prose)]
        notes = {code: note for code, note in own if note is not None}
        if notes and (together := self.judge([notes], lambda index: document)):
            found = sorted([*found, *together[0]], key=lambda finding: finding.sort_key)
        return found

    @property
    def is_collective(self) -> bool:
        """Whether any rule holds documents against each other."""
        return bool(self._collective)

    @property
    def note_types(self) -> set[type]:
        """The named tuples that notes hold."""
        return {kind for rule in self._collective for kind in _collective(rule).note_types}

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
        scanned = self._scan(prose)
        while scanned:  # what a rule has seen is let go at once
            index, packed = scanned.popitem()
            rule = self._rules[index]
            try:
                for match in rule.check.matches(prose, _hits(packed)):
                    if _applies(rule, prose, match):
                        findings.append(_finding(rule, document, match))
            except OptionError as error:  # its patterns are compiled when they are first needed
                raise Problem(placed(rule.path, f"options.{error.key}", error.problem)) from None
        if document.comments and self._of_file:
            page = document.bare
            findings.extend(_finding(rule, page, match) for rule in self._of_file for match in rule.check.matches(page, ()))
        findings.sort(key=lambda finding: finding.sort_key)
        return findings

    def _scan(self, document: Document) -> dict[int, Sequence[int]]:
        """Return the hits of each rule that has any, and none for each rule that looks at structure and is worth asking.

        A hit is packed into one number: where it begins, how long it is, and which anchor. A long text has many, and a tuple
        for each would take more room than the text.
        """
        found: dict[int, Sequence[int]] = {}
        owners = self._owners
        for base, places in self._places(document.view):
            for pattern, start, end in places:
                for index, number in owners[pattern]:
                    packed = base + start << 32 | end - start << 16 | number
                    if index in found:
                        found[index].append(packed)  # type: ignore[attr-defined]
                    else:
                        found[index] = array("Q", (packed,))
        for kind, rules in self._structural.items():
            screen = SCREENS.get(kind)
            if screen is None or screen(document):
                for gate, indexes in self._gates_of(kind, rules):
                    if gate is None or gate(document):
                        found.update(dict.fromkeys(indexes, _NO_HITS))
        return found

    def _places(self, view: str) -> Iterator[tuple[int, Sequence[tuple[int, int, int]]]]:
        """Yield, for each stretch of ``view``, where it begins and the number, start and end in it of every anchor that begins
        there, overlapping ones too: of a long text all places at once would take more room than the text."""
        self._scanned += len(view)
        if self._scanned <= _LITTLE:
            yield 0, self._few_places(view)
        elif self._literals:
            for base in range(0, len(view), _STRETCH):
                stretch = view[base : base + _STRETCH + self._longest - 1]
                places = self._automaton.find_matches_as_indexes(stretch, overlapping=True)
                yield base, [place for place in places if place[1] < _STRETCH] if len(stretch) > _STRETCH else places

    def _few_places(self, view: str) -> list[tuple[int, int, int]]:
        """Return the places in a short text, for which the automaton is not worth building."""
        places = []
        alphabet = frozenset(view)
        for number, literal in enumerate(self._literals):
            if alphabet.issuperset(literal):
                start = view.find(literal)
                while start >= 0:
                    places.append((number, start, start + len(literal)))
                    start = view.find(literal, start + 1)
        return places

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._literals), default=1)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick(self._literals, implementation=Implementation.ContiguousNFA, store_patterns=False)

    def _gates_of(self, kind: str, rules: Sequence[int]) -> _Gates:
        """Return rules of one kind by the question that is asked of a document before them, once for all that share it."""
        if kind not in self._gates:
            gates: dict[Callable[[Document], object] | None, list[int]] = {}
            for index in rules:
                gates.setdefault(getattr(self._rules[index].check, "gate", None), []).append(index)
            gates.pop(never, None)
            self._gates[kind] = list(gates.items())
        return self._gates[kind]


def _collective(rule: Rule) -> CollectiveCheck:
    return cast("CollectiveCheck", rule.check)


def _hits(packed: Sequence[int]) -> list[Hit]:
    """Return the hits of one rule in order of place."""
    # A named tuple's own constructor takes three times as long.
    return [_new(Hit, (hit & 0xFFFF, hit >> 32, (hit >> 32) + (hit >> 16 & 0xFFFF))) for hit in sorted(packed)]


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
