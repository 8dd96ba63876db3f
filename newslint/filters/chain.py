"""The chain that findings pass between the engine and the reports. Each filter takes findings and gives fewer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newslint.finding import Finding, Severity


def without_superseded(findings: Sequence[Finding], supersedes: Mapping[str, Sequence[str]]) -> list[Finding]:
    """Drop a finding that overlaps one whose rule says that it speaks for both: one fault, one finding.

    ``supersedes`` gives for a code the codes that it silences where the spans share a character.
    """
    taken: dict[str, list[tuple[int, int]]] = {}
    for finding in findings:
        for code in supersedes.get(finding.code, ()):
            taken.setdefault(code, []).append((finding.start.offset, finding.end.offset))
    if not taken:
        return list(findings)
    return [
        finding
        for finding in findings
        if not any(
            start < finding.end.offset and finding.start.offset < end for start, end in taken.get(finding.code, ())
        )
    ]


def without_allowed(findings: Sequence[Finding], text: str, allow: Sequence[str]) -> list[Finding]:
    """Drop a finding that lies within one of the words or phrases in ``allow``, which are right whatever a rule
    says.
    """
    return [finding for finding in findings if not any(_lies_in(finding, text, phrase) for phrase in allow)]


def _lies_in(finding: Finding, text: str, phrase: str) -> bool:
    start, end = finding.start.offset, finding.end.offset
    return text.find(phrase, max(0, end - len(phrase)), start + len(phrase)) >= 0


def at_least(findings: Iterable[Finding], level: Severity) -> list[Finding]:
    """Keep the findings that are as grave as ``level`` or graver."""
    return [finding for finding in findings if finding.severity >= level]
