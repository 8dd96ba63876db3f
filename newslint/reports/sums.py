"""The sums of a run for programs: the error rate and the findings of each rule, as one JSON object (docs/json.md)."""

from __future__ import annotations

from newslint import __version__
from newslint.reports.json import FORMAT_VERSION, file_object
from newslint.reports.json_text import json_text
from newslint.reports.score import score_numbers
from newslint.reports.statistics import tallies
from newslint.results import Results


def render_sums(results: Results, *, score: bool, statistics: bool) -> str:
    """Return the files with the sums that are asked for. The same results give the same bytes."""
    document: dict[str, object] = {
        "version": FORMAT_VERSION,
        "newslint": __version__,
        "files": [file_object(file) for file in results.files],
    }
    if statistics:
        document["statistics"] = [
            {
                "code": tally.code,
                "name": tally.name,
                "severity": tally.severity.label,
                "findings": tally.findings,
                "files": tally.files,
            }
            for tally in tallies(results)
        ]
    if score:
        document["score"] = score_numbers(results.files)
    return json_text(document, levels=2) + "\n"
