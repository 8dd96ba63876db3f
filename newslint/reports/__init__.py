"""Reports: results to text, one module for each format. A report knows results alone; it neither reads nor checks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from newslint.results import Results

#: For each format, by the name that options use, the module that renders it; it is imported only when it is used.
FORMATS: Mapping[str, str] = {
    "text": "text",
    "concise": "concise",
    "json": "json",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "html": "html",
}
#: The formats for a terminal, which may be coloured.
COLOURED = frozenset({"text", "concise"})
#: The name that means: annotations where GitHub reads them, text elsewhere.
AUTO = "auto"


def resolve(format: str, environ: Mapping[str, str]) -> str:
    """Return the format that ``format`` means in the environment: a name of ``FORMATS`` means itself."""
    if format != AUTO:
        return format
    return "github" if environ.get("GITHUB_ACTIONS") == "true" else "text"


def render(format: str, results: Results, *, colour: bool = False) -> str:
    """Return the report of ``results`` in ``format`` (one of ``FORMATS``), with a line end after it.

    It holds no lone surrogate: it can be written as UTF-8 whatever the text was. ``colour`` means something to ``COLOURED`` only.
    """
    module = import_module(f"newslint.reports.{FORMATS[format]}")
    renderer: Callable[..., str] = getattr(module, f"render_{FORMATS[format]}")
    return renderer(results, colour=colour) if format in COLOURED else renderer(results)
