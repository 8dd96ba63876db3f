"""Reports: results to text, one module for each format. A report knows results alone; it neither reads nor checks.

A format is a module of this package by its name, with a function ``render_NAME`` in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from newslint.results import Results

#: The formats by the name that options use, those for people first.
FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html")
#: The name that means: annotations where GitHub reads them, text elsewhere.
AUTO = "auto"
_COLOURED = ("text", "concise")


def resolve(format: str, environ: Mapping[str, str]) -> str:
    """Return the format that ``format`` means in the environment; every name but ``AUTO`` means itself."""
    if format != AUTO:
        return format
    return "github" if environ.get("GITHUB_ACTIONS") == "true" else "text"


def render(format: str, results: Results, *, colour: bool = False) -> str:
    """Return the report of ``results`` in ``format`` (one of ``FORMATS``), with a line end after it.

    ``colour`` adds terminal colours to the formats for a terminal. The module of a format is imported when it is used.
    """
    module = import_module(f"newslint.reports.{format}")
    renderer: Callable[..., str] = getattr(module, f"render_{format}")
    return renderer(results, colour=colour) if format in _COLOURED else renderer(results)
