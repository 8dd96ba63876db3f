"""The code quality report of GitLab, which a merge request shows.

Source: Code Quality report format, docs.gitlab.com, a subset of the Code Climate specification.
"""

from __future__ import annotations

from newslint.finding import Finding, Position, Severity
from newslint.reports.fingerprints import file_fingerprint, fingerprints
from newslint.reports.json_text import strict_json_text
from newslint.results import CheckedFile, Results

#: The name of the check for files that cannot be read.
UNREADABLE = "unreadable-file"
_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render_gitlab(results: Results) -> str:
    """Return the list of issues, empty if there are no findings."""
    issues: list[dict[str, object]] = []
    for file in results.files:
        if file.error:
            issues.append(_unreadable(file, file.error))
        issues += map(_issue, [file] * len(file.findings), file.findings, fingerprints(file))
    return strict_json_text(issues, levels=1) + "\n"


def _issue(file: CheckedFile, finding: Finding, fingerprint: str) -> dict[str, object]:
    issue: dict[str, object] = {
        "type": "issue",
        "check_name": f"{finding.code} {finding.name}",
        "description": finding.message,
        "categories": ["Style"],
        "severity": _SEVERITY[finding.severity],
        "fingerprint": fingerprint,
        "location": _location(file.path, finding.start, finding.end),
    }
    if finding.related:
        issue["other_locations"] = [
            _location(file.path if place.path is None else place.path, place.start, place.end)
            for place in finding.related
        ]
    return issue


def _unreadable(file: CheckedFile, error: str) -> dict[str, object]:
    return {
        "type": "issue",
        "check_name": UNREADABLE,
        "description": error,
        "categories": ["Bug Risk"],
        "severity": "critical",
        "fingerprint": file_fingerprint(file.path, UNREADABLE),
        "location": {"path": file.path, "lines": {"begin": 1}},
    }


def _location(path: str, start: Position, end: Position) -> dict[str, object]:
    return {
        "path": path,
        "positions": {
            "begin": {"line": start.line, "column": start.column},
            "end": {"line": end.line, "column": end.column},
        },
    }
