"""The public functions of the package: check and fix texts and paths under settings that the caller gives.

No configuration file is looked for. All raise what ``Linter`` raises for settings that cannot hold, ``TypeError`` for
an argument or a setting of the wrong type, and ``ValueError`` for a number that cannot be. The linter of the last call
is kept, so that a call with equal settings, in the same working folder, costs only the check; rule files and rosters
that the settings name are then not read again.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from newslint.config import Project, Settings
from newslint.document import Document
from newslint.finding import Finding
from newslint.readers import document_from_text
from newslint.results import CheckedFile
from newslint.run.discovery import find
from newslint.run.linter import Linter, linter_for


def check_text(text: str, *, filename: str | None = None, settings: Settings | None = None) -> list[Finding]:
    """Return the findings in decoded text, sorted by position.

    The ending of ``filename`` tells the format (default: plain text).
    """
    linter = _linter(settings)
    return linter.check_document(_document(text, filename, linter.settings))


def fix_text(text: str, *, filename: str | None = None, settings: Settings | None = None, unsafe: bool = False) -> str:
    """Return ``text`` with its safe fixes (with ``unsafe``, all) applied; ``filename`` as for ``check_text``."""
    _prove_flag("unsafe", unsafe)
    linter = _linter(settings)
    return linter.fix_document(_document(text, filename, linter.settings), unsafe=unsafe).text


def check_paths(
    paths: Iterable[str | os.PathLike[str]], *, settings: Settings | None = None, follow_links: bool = False
) -> list[CheckedFile]:
    """Check files and folders together and return the results sorted by path.

    A path that does not exist or cannot be read gives a result with the reason in ``error``, and so does a link that
    leads out of the project, unless it is named as an absolute path or ``follow_links`` allows it.
    """
    if isinstance(paths, str | bytes | os.PathLike):
        raise TypeError(f"paths must be a list of paths, not one path: {paths!r:.80}")
    named = [os.fspath(path) for path in paths]
    for path in named:
        if not isinstance(path, str):
            raise TypeError(f"a path must be a str or os.PathLike[str], not {path!r:.80}")
    _prove_flag("follow_links", follow_links)
    linter = _linter(settings)
    found = find(named, Project.of(linter.settings, follow_links=follow_links))
    return linter.check_files(found.sources())


def _linter(settings: Settings | None) -> Linter:
    return linter_for(Settings() if settings is None else settings)


def _prove_flag(name: str, value: object) -> None:
    if not isinstance(value, bool):
        raise TypeError(f"{name} must be a bool, not {value!r:.80}")


def _document(text: str, filename: str | None, settings: Settings) -> Document:
    if not isinstance(text, str):
        raise TypeError(f"text must be a str, not {type(text).__name__}")
    if not isinstance(filename, str | None):
        raise TypeError(f"filename must be a str or None, not {type(filename).__name__}")
    return document_from_text(text, name=filename or "-", issued=settings.issue_date, content=settings.content)
