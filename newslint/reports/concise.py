"""The report with one line for each finding, for code editors, grep and small screens."""

from __future__ import annotations

from newslint.finding import Finding
from newslint.reports.characters import visible
from newslint.reports.listed import listed, rest
from newslint.reports.text import closing, paint
from newslint.reports.whereabouts import whereabouts
from newslint.reports.words import SHADES, fix_note, level_word
from newslint.results import CheckedFile, Results


def render_concise(results: Results, *, colour: bool = False) -> str:
    """Return a line for each finding and a summary; ``colour`` adds terminal colours."""
    lines: list[str] = []
    for file, findings in listed(results.files):
        if file.error:
            lines.append(paint(visible(file.error), "31", colour))
        lines += [_line(file, finding, colour) for finding in findings]
        if told := rest(file, findings):
            lines.append(visible(told))
    return "\n".join([*lines, *closing(results)]) + "\n"


def _line(file: CheckedFile, finding: Finding, colour: bool) -> str:
    place = paint(f"{whereabouts(file, finding.start)}:", "1", colour)
    level = paint(level_word(finding.severity), SHADES[finding.severity], colour)
    return f"{place} {level} {finding.code} {visible(finding.message)}{visible(fix_note(finding, file.text))}"
