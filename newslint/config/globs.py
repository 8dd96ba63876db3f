"""File patterns as in .gitignore. The library is imported only if there is a pattern."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

#: What may make a pattern invalid; to try out all others would take the library.
_DOUBTFUL = frozenset("![\\")


def is_pattern(line: str) -> bool:
    """Return False for a line that means nothing as a pattern, such as ``!`` or ``[z-a]``."""
    if _DOUBTFUL.isdisjoint(line):
        return True
    from pathspec import GitIgnoreSpec

    try:
        GitIgnoreSpec.from_lines([line])
    except (ValueError, re.error, RecursionError):
        return False
    return True


class Globs:
    """Patterns as in .gitignore: / at the end for folders only, ** for any depth, ! for an exception.

    As git does, it passes over a line that is no pattern.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._spec = None
        if patterns:
            from pathspec import GitIgnoreSpec

            self._spec = GitIgnoreSpec.from_lines(filter(is_pattern, patterns))

    def match(self, path: str | Path, folder: str | Path, *, is_folder: bool = False) -> bool:
        """Return True if the patterns, relative to ``folder``, match ``path``. Nothing outside ``folder`` matches."""
        return bool(self.verdict(path, folder, is_folder=is_folder))

    def verdict(self, path: str | Path, folder: str | Path, *, is_folder: bool = False) -> bool | None:
        """Return True if the last pattern that fits ``path`` includes it, False if it is an exception, None if none
        fits.
        """
        if self._spec is None:
            return None
        try:
            relative = os.path.relpath(path, folder).replace(os.sep, "/")
        except ValueError:
            return None  # on another drive
        if relative == "." or relative.startswith("../"):
            return None
        return self._spec.check_file(relative + "/" if is_folder else relative).include
