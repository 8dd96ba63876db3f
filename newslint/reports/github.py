"""Annotations for GitHub Actions: workflow commands, which GitHub shows at the lines of a pull request.

Source: Workflow commands for GitHub Actions, docs.github.com; escapes as in ``command.ts`` of actions/toolkit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newslint.finding import Finding, Severity
from newslint.reports.characters import visible
from newslint.reports.listed import listed, rest
from newslint.reports.text import summary
from newslint.reports.words import interruption, title_of
from newslint.results import CheckedFile, Results

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_ONE_LINE = re.compile(r"[^\r\n]+")
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def render_github(results: Results) -> str:
    """Return a workflow command for each finding and unreadable file, and the summary as a plain line for the log."""
    lines: list[str] = []
    for file, findings in listed(results.files):
        if file.error:
            lines.append(_command("error", file.error, _place(file)))
        lines += [_annotation(results, file, finding) for finding in findings]
        if told := rest(file, findings):
            lines.append(_command("warning", told, _place(file)))
    lines += [_command("warning", sentence) for sentence in results.notices]
    if results.interrupted:
        lines.append(_command("error", interruption()))
    return "\n".join([*lines, summary(results)]) + "\n"


def _annotation(results: Results, file: CheckedFile, finding: Finding) -> str:
    start, end = finding.start, finding.end
    place = {**_place(file), "line": start.line, "endLine": end.line}
    if start.line == end.line:  # GitHub ignores columns of more than one line
        place |= {"col": start.column, "endColumn": end.column}
    place["title"] = f"{finding.code} {title_of(finding, results)}"
    return _command(_COMMAND[finding.severity], "\n".join(_message(file, finding)), place)


def _message(file: CheckedFile, finding: Finding) -> Iterator[str]:
    # The log shows only the message, so the place must be part of it.
    yield f"{file.path}:{finding.start.line}:{finding.start.column} {finding.code} {finding.message}"
    for place in finding.related:
        yield (
            f"{file.path if place.path is None else place.path}:{place.start.line}:{place.start.column} {place.message}"
        )


def _place(file: CheckedFile) -> dict[str, object]:
    return {} if file.path == "-" else {"file": file.path}


def _command(command: str, message: str, properties: dict[str, object] | None = None) -> str:
    told = ",".join(f"{key}={_plain(str(value)).translate(_PROPERTY)}" for key, value in (properties or {}).items())
    return f"::{command}{' ' if told else ''}{told}::{_plain(message).translate(_MESSAGE)}"


def _plain(text: str) -> str:
    """Return ``text`` with its line ends, which can be escaped, and with other control characters made visible."""
    return text if text.isprintable() else _ONE_LINE.sub(lambda match: visible(match[0]), text)
