"""The report for programs: one JSON object, whose form is a contract (docs/en/json.md)."""

from __future__ import annotations

from collections import Counter

from newslint import __version__
from newslint.finding import Finding, Position, Related
from newslint.reports.json_text import json_text
from newslint.reports.score import score_numbers
from newslint.results import CheckedFile, Results
from newslint.score import clause_of

#: Bump when a change would break readers of the old form.
FORMAT_VERSION = 1


def render_json(results: Results) -> str:
    """Return the results as one JSON object. The same results give the same bytes."""
    document = {
        "version": FORMAT_VERSION,
        "newslint": __version__,
        "files": [file_object(file) for file in results.files],
        "findings": [finding_object(file, finding) for file, finding in results.findings()],
        "summary": summary_object(results),
    }
    return json_text(document, levels=2) + "\n"


def file_object(file: CheckedFile) -> dict[str, object]:
    """Return the object of a file, without its findings."""
    return {
        "path": file.path,
        "characters": file.characters,
        "articles": len(file.articles),
        "error": file.error,
        "issued": file.issued or None,
    }


def finding_object(file: CheckedFile, finding: Finding) -> dict[str, object]:
    """Return the object of a finding."""
    fix = finding.fix
    return {
        "path": file.path,
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
        "weight": finding.weight,
        "headline": finding.headline,
        "clause": clause_of(finding).value,
    }


def summary_object(results: Results) -> dict[str, object]:
    """Return the object of all files together."""
    counts = Counter(finding.severity.label for _, finding in results.findings())
    return {
        "error": counts["error"],
        "warning": counts["warning"],
        "info": counts["info"],
        "suppressed": sum(file.suppressed for file in results.files),
        "baselined": sum(file.baselined for file in results.files),
        "notices": list(results.notices),
        "interrupted": results.interrupted,
        "partial": results.partial,
        "score": score_numbers(results.files),
    }


def _related(place: Related) -> dict[str, object]:
    elsewhere = {} if place.path is None else {"path": place.path}
    return {
        **elsewhere,
        "zone": place.zone.value,
        "start": _position(place.start),
        "end": _position(place.end),
        "message": place.message,
    }


def _position(position: Position) -> dict[str, int]:
    return position._asdict()
