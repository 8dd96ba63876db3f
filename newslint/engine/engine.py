"""One Document and a RuleBook to findings: one scan for all anchors, then each check where its anchors stand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Any, cast

from newslint.checks.check import AnchorCheck, Check, Comparison, Gate, Hit, Match, StructureCheck
from newslint.checks.options import OptionError
from newslint.checks.registry import gate_named
from newslint.document import Document
from newslint.engine.findings import applies, make_finding
from newslint.engine.limits import most_of_a_rule, most_of_all
from newslint.engine.scan import Anchors
from newslint.errors import RuleFault, UserError
from newslint.finding import Finding
from newslint.language import prefixed
from newslint.rulebook.book import Rule, RuleBook

#: What one document contributes to comparing all of them, by the code of the rule.
Facts = Mapping[str, object]

#: What rules match in one document when documents are compared, with the codes of the rules.
Compared = Sequence[tuple[str, Match]]

#: Rules that look at structure, by the gate of their checks.
_Gated = list[tuple[Gate | None, list[Rule]]]
_place_in_file = attrgetter("sort_key")


class _Anchored:
    """Rules with anchors, which are found in one scan."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        # Rules with the same anchors share their hits.
        by_anchors: dict[Sequence[str], list[Rule]] = {}
        for rule in rules:
            by_anchors.setdefault(rule.anchors or (), []).append(rule)
        self._rules = tuple(by_anchors.values())
        self._anchors = Anchors(by_anchors)

    def hits(self, document: Document) -> Iterator[tuple[Rule, Sequence[Hit]]]:
        """Yield the rules with an anchor in ``document``, with its hits."""
        for index, hits in self._anchors.hits(document.view):
            for rule in self._rules[index]:
                yield rule, hits


class Engine:
    """The rules of a book, ready to run on any number of documents.

    ``unseen`` are the codes of rules whose findings nobody is shown. They run only on a document with comments, to tell
    which of these suppress something.
    """

    def __init__(self, book: RuleBook, unseen: Collection[str] = ()) -> None:
        rules = sorted(book.rules, key=attrgetter("severity"), reverse=True)
        anchored = [rule for rule in rules if rule.anchors]
        # Apart, so that nothing is searched for the hints of whoever does not ask for them.
        self._seen = _Anchored(rule for rule in anchored if rule.code not in unseen)
        self._hidden = _Anchored(rule for rule in anchored if rule.code in unseen)
        structural = [rule for rule in rules if rule.anchors is None]
        self._structural = [rule for rule in structural if not rule.reads_comments]
        self._of_comments = [rule for rule in structural if rule.reads_comments]
        self._comparing = {rule.code: rule for rule in structural if rule.compares}
        self._checks: dict[str, Check] = {}
        self._unseen = frozenset(unseen)

    def _structure_check(self, rule: Rule) -> StructureCheck:
        return cast("StructureCheck", self._check_of(rule))

    def _check_of(self, rule: Rule) -> Check:
        """Return the check of a rule, made when it is first needed."""
        check = self._checks.get(rule.code)
        if check is None:
            check = self._checks[rule.code] = rule.make_check()
        return check

    def check(self, document: Document) -> list[Finding]:
        """Return the findings of every rule in ``document`` by itself, sorted by position and code."""
        found = self.examine(document)
        prose = document.prose
        facts = _facts(self._contributions(prose, alone=True), prose)
        if facts and (together := self.compare([facts], lambda index: document)):
            found = sorted([*found, *together[0]], key=_place_in_file)
        return found

    def _comparison(self, code: str) -> Comparison:
        return cast("Comparison", self._structure_check(self._comparing[code]).comparison)

    def _contributions(self, prose: Document, *, alone: bool = False) -> Iterator[tuple[str, Comparison]]:
        """Yield the comparisons, by the codes of their rules, to which a document has something to contribute; with
        ``alone``, those that can find something in it by itself.
        """
        for code, rule in self._comparing.items():
            if not rule.gate or gate_named(rule.gate)(prose):
                comparison = self._comparison(code)
                if not alone or comparison.gate(prose):
                    yield code, comparison

    @cached_property
    def _by_gate(self) -> _Gated:
        """The rules that look at structure by the gate of their checks, which is asked once for all that share it."""
        return self._gated(self._structural)

    @cached_property
    def _seen_by_gate(self) -> _Gated:
        """Those of ``_by_gate`` whose findings are shown."""
        return self._gated([rule for rule in self._structural if rule.code not in self._unseen])

    def _gated(self, rules: Iterable[Rule]) -> _Gated:
        gates: dict[Gate | None, list[Rule]] = {}
        for rule in rules:
            # The module of a check is needed only once its gate is open.
            gate = gate_named(rule.gate) if rule.gate else self._structure_check(rule).gate
            gates.setdefault(gate, []).append(rule)
        return list(gates.items())

    @property
    def compares(self) -> bool:
        """Whether any rule compares files."""
        return bool(self._comparing)

    @property
    def facts_types(self) -> dict[str, Any]:
        """The types of the facts of the rules that compare files, by the codes of the rules."""
        return {code: self._comparison(code).facts_type for code in self._comparing}

    def facts(self, document: Document) -> Facts:
        """Return what ``document`` contributes to the comparison of all documents of a run."""
        prose = document.prose
        return _facts(self._contributions(prose), prose)

    def compare(self, facts: Sequence[Facts], document: Callable[[int], Document]) -> dict[int, list[Finding]]:
        """Return the findings of comparing documents, by index of the document, sorted.

        ``document`` returns a document by its index in ``facts``; it is asked for those with findings, one after the
        other, and those that these point to. A rule that fails is named by a ``RuleFault``.
        """
        findings = {}
        for index, own in sorted(self.matches(facts).items(), key=itemgetter(0)):
            try:
                findings[index] = self.told(own, document(index), document)
            except RuleFault as fault:
                raise RuleFault(fault.code, index) from fault.__cause__
            except Exception as error:
                raise RuleFault(own[0][0], index) from error
        return {index: found for index, found in findings.items() if found}

    def matches(self, facts: Sequence[Facts]) -> Mapping[int, Compared]:
        """Return what the rules match when they compare documents, by index of the document; raises ``RuleFault``."""
        matches: dict[int, list[tuple[str, Match]]] = {}
        for code in self._comparing:
            for index, match in self.compared_by(code, facts):
                matches.setdefault(index, []).append((code, match))
        return matches

    def told(
        self, matches: Compared, document: Document, others: Callable[[int], Document] | None = None
    ) -> list[Finding]:
        """Return the findings of ``matches`` in a document, sorted; without ``others``, which returns a document by its
        index, they do not name the places in these. Raises ``RuleFault``.
        """
        findings = []
        for code, match in matches:
            rule = self._comparing[code]
            try:
                if applies(rule, document.prose, match):
                    findings.append(make_finding(rule, document, match, others))
            except Exception as error:
                raise RuleFault(code) from error
        return sorted(findings, key=_place_in_file)

    def compared_by(self, code: str, facts: Sequence[Facts]) -> Iterator[tuple[int, Match]]:
        """Yield what one rule matches when it compares documents, with the index of the document."""
        own = [(index, each[code]) for index, each in enumerate(facts) if code in each]
        try:
            yield from self._comparison(code).compare(own) if own else ()
        except Exception as error:
            raise RuleFault(code) from error

    def examine(self, document: Document) -> list[Finding]:
        """Return the findings that need no other document, of every rule that is seen or that a comment may suppress,
        sorted by position and code; of one rule only the first, if a text has more than ``most_of_a_rule``. With
        ``most_of_all`` no further rule is asked; those with errors come first.
        """
        findings: list[Finding] = []
        most = most_of_all(len(document.text))
        for rule, matches in self._matches(document.prose, everything=bool(document.comments)):
            findings += _reported(rule, document, matches)
            if len(findings) >= most:
                break
        if document.comments:
            page = document.bare
            for rule in self._of_comments:
                find = self._structure_check(rule).find
                try:
                    findings.extend(make_finding(rule, page, match) for match in (find(page) if find else ()))
                except Exception as error:
                    raise RuleFault(rule.code) from error
        findings.sort(key=_place_in_file)
        return findings

    def _matches(self, document: Document, *, everything: bool) -> Iterator[tuple[Rule, Callable[[], Iterable[Match]]]]:
        """Yield the rules whose anchors occur in a document, and those whose gate is open, with what matches them."""
        for rule, hits in chain(self._seen.hits(document), self._hidden.hits(document) if everything else ()):
            check = cast("AnchorCheck", self._check_of(rule))
            yield rule, partial(check.find, document, hits)
        for gate, rules in self._by_gate if everything else self._seen_by_gate:
            if gate is None or gate(document):
                for rule in rules:
                    find = self._structure_check(rule).find
                    if find:
                        yield rule, partial(find, document)


def _reported(rule: Rule, document: Document, matches: Callable[[], Iterable[Match]]) -> list[Finding]:
    """Return the findings of one rule."""
    prose = document.prose
    most = most_of_a_rule(len(document.text))
    found: list[Finding] = []
    try:
        for match in matches():
            if applies(rule, prose, match):
                found.append(make_finding(rule, document, match))
                if len(found) == most:
                    break
    except OptionError as error:  # patterns are compiled when they are first needed
        raise UserError(prefixed(rule.path, f"options.{error.key}", error.problem)) from None
    except Exception as error:
        raise RuleFault(rule.code) from error
    return found


def _facts(comparisons: Iterable[tuple[str, Comparison]], document: Document) -> dict[str, object]:
    found = {}
    for code, comparison in comparisons:
        try:
            own = comparison.facts(document)
        except Exception as error:
            raise RuleFault(code) from error
        if own is not None:
            found[code] = own
    return found
