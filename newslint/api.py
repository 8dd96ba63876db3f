"""The public functions of the package: texts and paths checked and fixed under settings that the caller gives.

No configuration file is looked for. All raise what ``Linter`` raises for settings that cannot hold.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from newslint.config import Project, Settings
from newslint.document import Document
from newslint.finding import Finding
from newslint.readers import document_from_text
from newslint.results import CheckedFile
from newslint.run.linter import Linter


def check_text(text: str, *, filename: str | None = None, settings: Settings | None = None) -> list[Finding]:
    """Check text that is already decoded; ``filename`` tells its format (default: plain text)."""
    linter = Linter(settings)
    return linter.check_document(_document(text, filename, linter.settings))


def fix_text(text: str, *, filename: str | None = None, settings: Settings | None = None, unsafe: bool = False) -> str:
    """Return ``text`` with its safe fixes (with ``unsafe``, all) applied; ``filename`` as for ``check_text``."""
    linter = Linter(settings)
    return linter.fix_document(_document(text, filename, linter.settings), unsafe=unsafe).text


def check_paths(paths: Iterable[str | os.PathLike[str]], *, settings: Settings | None = None) -> list[CheckedFile]:
    """Check files and folders; the results are sorted by path. A path that does not exist gives a result that says
    so.
    """
    from newslint.run.discovery import discover  # a text alone needs none

    found = discover([os.fspath(path) for path in paths], Project.of(settings or Settings()))
    return Linter(settings).check_files((path, None) for path in found)


def _document(text: str, filename: str | None, settings: Settings) -> Document:
    return document_from_text(text, name=filename or "-", issued=settings.issue_date)
