"""What the results of a run say about the rules of its findings."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.results import CheckedFile, RuleNote
from newslint.rulebook.book import Rule, RuleBook
from newslint.rulebook.folders import page_address


def rule_notes(book: RuleBook, files: Iterable[CheckedFile], url: str = "") -> dict[str, RuleNote]:
    """Return what a report says about the rules of the findings in ``files``, by code, sorted; ``url`` is the setting
    ``rule_url``.
    """
    found = {finding.code for file in files for finding in file.findings}
    return {rule.code: _note(rule, url) for rule in book if rule.code in found}


def _note(rule: Rule, url: str) -> RuleNote:
    doc = rule.doc()
    return RuleNote(
        rule.code,
        rule.name,
        doc.title,
        doc.english,
        rule.severity,
        doc.why,
        doc.source,
        rule.safety,
        rule.weight,
        page_address(url, rule),
    )
