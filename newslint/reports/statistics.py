"""The number of findings of each rule: a table for people at a terminal, most frequent first."""

from __future__ import annotations

from collections import Counter

from newslint.language import tr
from newslint.reports.text import summary
from newslint.reports.words import level_word, rule_title
from newslint.results import Results


def render_statistics(results: Results) -> str:
    """Return a line for each rule with findings: how many, code, level, title, and in how many files."""
    counts = Counter(finding.code for _, finding in results.findings())
    files = Counter(code for file in results.files for code in {finding.code for finding in file.findings})
    levels = {finding.code: finding.severity for _, finding in results.findings()}
    lines = []
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        rule = results.rules.get(code)
        title = "" if rule is None else rule_title(rule)
        where = tr("（{files} 个文件）", files=files[code])
        lines.append(f"{count:6}  {code}  {level_word(levels[code])}  {title}{where}")
    return "\n".join([*lines, *([""] if lines else []), summary(results)]) + "\n"
