"""What git ignores: the .gitignore files of a folder and of those above it, and .git/info/exclude."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newslint.config import Project
from newslint.config.globs import Globs
from newslint.language import prefixed, tr
from newslint.storage import read_bounded

IGNORES = ".gitignore"
_EXCLUDE = ".git/info/exclude"
#: As many bytes and lines as an ignore file may have: every line is a pattern, which is tried for every file.
_MOST_BYTES, _MOST_LINES = 1_000_000, 10_000


class Ignore(NamedTuple):
    """The patterns of one ignore file, and the folder that they are relative to."""

    folder: str
    globs: Globs


#: The patterns of the ignore files that hold in a folder, outermost first; None outside a git repository.
Ignores = tuple[Ignore, ...] | None


class IgnoreFiles:
    """Reads ignore files from where ``project`` has them. ``refused`` are those that are too large, with a sentence
    that says so; nothing is ignored by them.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self.refused: dict[str, str] = {}

    def above(self, folder: str) -> Ignores:
        """Return the patterns above ``folder`` that apply to it."""
        place = Path(os.path.abspath(folder))
        above: list[Path] = []
        for parent in (place, *place.parents):
            if parent != place:
                above.append(parent)
            if os.path.exists(parent / ".git"):
                found = [*self._read(str(parent), str(parent), _EXCLUDE)]
                for step in reversed(above):
                    found.extend(self.of(str(step)))
                return tuple(found)
        return None

    def of(self, folder: str) -> Iterator[Ignore]:
        """Yield the patterns of the .gitignore that counts in ``folder``, if there is one."""
        source = self._project.ignoring(folder)
        if source is not None:
            yield from self._read(folder, source, IGNORES)

    def _read(self, folder: str, source: str, name: str) -> Iterator[Ignore]:
        try:
            data = read_bounded(os.path.join(source, name), _MOST_BYTES)
        except OSError as error:
            if error.errno == errno.EFBIG:
                self._refuse(os.path.join(folder, name))
            return
        lines = data.decode("utf-8", "surrogateescape").splitlines()
        if len(lines) > _MOST_LINES:
            self._refuse(os.path.join(folder, name))
        elif any(line.strip() and not line.startswith("#") for line in lines):
            yield Ignore(folder, Globs(lines))

    def _refuse(self, path: str) -> None:
        told = tr(
            "文件太大，没有照它略去文件；最多为 {bytes} 字节、{lines} 行。",
            bytes=f"{_MOST_BYTES:,}",
            lines=f"{_MOST_LINES:,}",
        )
        self.refused[path] = prefixed(path, told)


def is_ignored(path: str, ignores: tuple[Ignore, ...], is_folder: bool) -> bool:
    """Return True if git ignores ``path``: the deepest ignore file that mentions it decides."""
    for ignore in reversed(ignores):
        verdict = ignore.globs.verdict(path, ignore.folder, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False
