"""File patterns as in .gitignore. The library is imported only if there is a pattern."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

#: In the regular expressions of the library: * with what is between it and the next *, and ** at the start and inside.
_STAR = r"(?:\[\^/\]\*)+((?:(?!\[\^/\]\*)(?:\[\^?\]?[^\]]*\]|\\.|[^\[\]\\/()$^.*+?|]))+)(?=\[\^/\]\*)"
_ANYWHERE, _ANY_FOLDERS = "^(?:.+/)?", "(?:/.+)?/"
#: As many characters as a path may have.
LONGEST = 4096
_STARS = re.compile(r"\*{3,}")
#: What may make a pattern invalid; to try out all others would take the library.
_DOUBTFUL = frozenset("![\\")


def is_pattern(line: str) -> bool:
    """Return False for a line that means nothing as a pattern, such as ``!`` or ``[z-a]``, or has more than ``LONGEST``
    characters.
    """
    if len(line) > LONGEST:
        return False
    if _DOUBTFUL.isdisjoint(line):
        return True
    try:
        _spec([line])
    except (ValueError, re.error, RecursionError):
        return False
    return True


def _spec(patterns: Sequence[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

    class LinearPattern(GitIgnoreSpecPattern):
        @classmethod
        def pattern_to_regex(cls, pattern: Any) -> Any:
            # For git *** is **; for the library it is three times *, each of which takes its time.
            source, include = super().pattern_to_regex(_STARS.sub("**", pattern))
            return source and _linear(source), include

    return GitIgnoreSpec.from_lines(patterns, LinearPattern, backend="simple")


def _linear(source: str) -> str:
    """Return the regular expression of a pattern with all its wildcards but the last ones tried at one place only.

    What is between two wildcards may as well stand at the first place where it fits: to try the others too takes time
    with the power of the number of wildcards, for *a*a*a*b and for **/a/**/a/**/b.
    """
    source = re.sub(_STAR, r"(?>[^/]*?\1)", source)
    first, *others = source.split(_ANY_FOLDERS)
    if not others:
        return source
    if first.startswith(_ANYWHERE):
        first = f"^(?>(?:.+?/)??{first.removeprefix(_ANYWHERE)}(?=/))"
    *between, last = others
    return first + "".join(f"(?>(?:/.+?)??/{part}(?=/))" for part in between) + _ANY_FOLDERS + last


class Globs:
    """Patterns as in .gitignore: / at the end for folders only, ** for any depth, ! for an exception.

    As git does, it passes over a line that is no pattern; it does so too with one that is too long.
    """

    def __init__(self, patterns: Sequence[str]) -> None:
        self._spec = None
        self._lines = list(filter(is_pattern, patterns))
        self._used: set[int | None] = set()
        if patterns:
            self._spec = _spec(self._lines)

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
        result = self._spec.check_file(relative + "/" if is_folder else relative)
        self._used.add(result.index)
        return result.include

    def idle(self) -> list[str]:
        """Return the patterns that have not decided about any path yet, without exceptions and comments."""
        return [
            line
            for index, line in enumerate(self._lines)
            if index not in self._used and line.strip() and not line.startswith(("!", "#"))
        ]
