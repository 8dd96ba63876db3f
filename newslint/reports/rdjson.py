"""The report for reviewdog, which posts findings and suggested changes as review comments.

Source: Reviewdog Diagnostic Format (proto/rdf/reviewdog.proto): lines end with LF, columns are UTF-8 bytes from 1, ends
are exclusive. reviewdog reads ``related_locations`` since 0.18.
"""

from __future__ import annotations

from collections.abc import Mapping

from newslint.finding import Finding, Fix, Severity
from newslint.reports.json_text import strict_json_text
from newslint.reports.places import Places
from newslint.results import CheckedFile, Results, RuleNote

_SEVERITY = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render_rdjson(results: Results) -> str:
    """Return one DiagnosticResult; an unreadable file is a diagnostic without a range."""
    texts = {file.path: Places(file.text) for file in results.files}
    diagnostics: list[dict[str, object]] = []
    for file in results.files:
        if file.error:
            diagnostics.append({"message": file.error, "location": {"path": file.path}, "severity": "ERROR"})
        diagnostics += [_diagnostic(texts, file, finding, results.rules) for finding in file.findings]
    return strict_json_text({"source": {"name": "newslint"}, "diagnostics": diagnostics}, levels=2) + "\n"


def _diagnostic(
    texts: dict[str, Places], file: CheckedFile, finding: Finding, rules: Mapping[str, RuleNote]
) -> dict[str, object]:
    code = {"value": finding.code}
    if finding.code in rules and rules[finding.code].url:
        code["url"] = rules[finding.code].url
    diagnostic: dict[str, object] = {
        "message": finding.message,
        "location": _location(texts, file.path, finding.start.offset, finding.end.offset),
        "severity": _SEVERITY[finding.severity],
        "code": code,
    }
    if finding.fix is not None and finding.fix.edits:
        diagnostic["suggestions"] = [_suggestion(texts[file.path], file.text, finding.fix)]
    if finding.related:
        diagnostic["related_locations"] = [
            {
                "message": place.message,
                "location": _location(
                    texts, file.path if place.path is None else place.path, place.start.offset, place.end.offset
                ),
            }
            for place in finding.related
        ]
    return diagnostic


def _suggestion(places: Places, text: str, fix: Fix) -> dict[str, object]:
    """Return the edits as one replacement, with the text between them: reviewdog applies every suggestion by itself."""
    parts = []
    at = start = fix.edits[0].start
    for edit in fix.edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return {"range": _range(places, start, at), "text": "".join(parts)}


def _location(texts: dict[str, Places], path: str, start: int, end: int) -> dict[str, object]:
    places = texts.get(path)
    return {"path": path} if places is None else {"path": path, "range": _range(places, start, end)}


def _range(places: Places, start: int, end: int) -> dict[str, object]:
    return {"start": _position(places, start), "end": _position(places, end)}


def _position(places: Places, offset: int) -> dict[str, int]:
    line, column = places.byte_position(offset)
    return {"line": line, "column": column}
