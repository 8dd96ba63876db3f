"""The number of findings of each rule: a table for people at a terminal, most frequent first."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from newslint.finding import Severity
from newslint.language import tr
from newslint.reports.text import summary
from newslint.reports.words import level_word, rule_title
from newslint.results import Results


class Tally(NamedTuple):
    """The number of findings of a rule, and of the files with any."""

    code: str
    name: str
    severity: Severity
    findings: int
    files: int


def tallies(results: Results) -> list[Tally]:
    """Return the rules with findings, the most frequent first."""
    counts = Counter(finding.code for _, finding in results.findings())
    files = Counter(code for file in results.files for code in {finding.code for finding in file.findings})
    last = {finding.code: finding for _, finding in results.findings()}
    found = [Tally(code, last[code].name, last[code].severity, count, files[code]) for code, count in counts.items()]
    return sorted(found, key=lambda tally: (-tally.findings, tally.code))


def render_statistics(results: Results) -> str:
    """Return a line for each rule with findings: how many, code, level, title, and in how many files."""
    lines = []
    for tally in tallies(results):
        rule = results.rules.get(tally.code)
        title = "" if rule is None else rule_title(rule)
        where = tr("（{files} 个文件）", files=tally.files)
        lines.append(f"{tally.findings:6}  {tally.code}  {level_word(tally.severity)}  {title}{where}")
    return "\n".join([*lines, *([""] if lines else []), summary(results)]) + "\n"
