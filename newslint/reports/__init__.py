"""Reports: results to text, one module for each format. A report is written from results alone.

A format is a module of this package by its name, with a function ``render_NAME`` in it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from newslint.errors import fault_sentence
from newslint.results import CheckedFile, Results

#: The names of formats in options, those for people first.
FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html")
#: The name of the format that depends on the environment: annotations on GitHub, text elsewhere.
AUTO = "auto"
_COLOURED = ("text", "concise")
_FITTED = "text"


def resolve(format: str, environ: Mapping[str, str]) -> str:
    """Return the format that ``format`` stands for: ``AUTO`` depends on the environment, all others are themselves."""
    if format != AUTO:
        return format
    return "github" if environ.get("GITHUB_ACTIONS") == "true" else "text"


def render(format: str, results: Results, *, colour: bool = False, columns: int | None = None) -> str:
    """Return the report of ``results`` in ``format`` (one of ``FORMATS``), with a line end at its end.

    ``colour`` adds terminal colours to the formats for a terminal, ``columns`` is the width of that for reading there.
    The module of a format is imported when it is used.
    """
    module = import_module(f"newslint.reports.{format}")
    renderer: Callable[..., str] = getattr(module, f"render_{format}")
    if format == _FITTED:
        return renderer(results, colour=colour, columns=columns)
    return renderer(results, colour=colour) if format in _COLOURED else renderer(results)


def render_sound(
    format: str, results: Results, *, colour: bool = False, columns: int | None = None
) -> tuple[str, Results]:
    """Return what ``render`` does, and the results that it shows.

    They differ from ``results`` if a file cannot be reported because newslint fails over it: then its result says so.
    """
    try:
        return render(format, results, colour=colour, columns=columns), results
    except Exception:
        sound = results._replace(files=tuple(_sound(format, results, file) for file in results.files))
        return render(format, sound, colour=colour, columns=columns), sound


def _sound(format: str, results: Results, file: CheckedFile) -> CheckedFile:
    try:
        render(format, results._replace(files=(file,)))
    except Exception as error:
        return CheckedFile(file.path, error=fault_sentence(error, file.path))
    return file
