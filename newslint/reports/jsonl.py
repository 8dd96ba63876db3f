"""The report for programs that read line by line: one JSON object per line, its ``type`` first (docs/en/json.md)."""

from __future__ import annotations

from collections.abc import Iterator

from newslint import __version__
from newslint.reports.json import FORMAT_VERSION, file_object, finding_object, summary_object
from newslint.reports.json_text import json_text
from newslint.results import Results


def render_jsonl(results: Results) -> str:
    """Return a line for each finding, then one for each file, then a summary."""
    return "".join(f"{json_text(entry)}\n" for entry in _entries(results))


def _entries(results: Results) -> Iterator[dict[str, object]]:
    for file, finding in results.findings():
        yield {"type": "finding", **finding_object(file, finding)}
    for file in results.files:
        yield {"type": "file", **file_object(file)}
    yield {"type": "summary", "version": FORMAT_VERSION, "newslint": __version__, **summary_object(results)}
