"""The report for programs: one JSON object, whose form is a contract (docs/json.md)."""

from __future__ import annotations

import json
from collections import Counter

from newslint import __version__
from newslint.finding import Finding, Position, Related
from newslint.results import Results
from newslint.score import LIMIT, score

#: Raised when the form changes in a way that a reader of the old one would not survive.
FORMAT_VERSION = 1


def render_json(results: Results) -> str:
    """Return the results as one JSON object: the same results give the same bytes."""
    counts = Counter(finding.severity.label for _, finding in results.findings())
    total = score(results.files)
    document = {
        "version": FORMAT_VERSION,
        "newslint": __version__,
        "files": [
            {"path": file.path, "characters": file.characters, "articles": len(file.articles), "error": file.error}
            for file in results.files
        ],
        "findings": [{"path": file.path, **_finding(finding)} for file, finding in results.findings()],
        "summary": {
            "error": counts["error"],
            "warning": counts["warning"],
            "info": counts["info"],
            "score": {
                "errors": total.errors,
                "characters": total.characters,
                "per_10000": total.rate,
                "limit": LIMIT,
            },
        },
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    fix = finding.fix
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.label,
        "message": finding.message,
        "text": finding.text,
        "start": _position(finding.start),
        "end": _position(finding.end),
        "fix": fix
        and {
            "safety": fix.safety.value,
            "edits": [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits],
        },
        "related": [_related(place) for place in finding.related],
    }


def _related(place: Related) -> dict[str, object]:
    elsewhere = {} if place.path is None else {"path": place.path}
    return {**elsewhere, "start": _position(place.start), "end": _position(place.end), "message": place.message}


def _position(position: Position) -> dict[str, int]:
    return position._asdict()
