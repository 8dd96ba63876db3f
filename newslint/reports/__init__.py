"""Reports: results to text, one module for each format. A report knows findings alone; it neither reads nor checks."""

from __future__ import annotations

from collections.abc import Callable

from newslint.results import Results

#: The formats by the name that options use.
FORMATS = ("text", "json")


def render(format: str, results: Results, *, colour: bool = False) -> str:
    """Return the report of ``results`` in ``format`` (one of ``FORMATS``), with a line end after it."""
    renderer: Callable[..., str]
    if format == "text":
        from newslint.reports.text import render_text as renderer

        return renderer(results, colour=colour)
    from newslint.reports.json import render_json as renderer

    return renderer(results)
