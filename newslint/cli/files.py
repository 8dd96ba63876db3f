"""The files that a command is run on."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from newslint.config import Project
from newslint.run.discovery import STDIN, discover


def covers_project(paths: Sequence[str], project: Project) -> bool:
    """Return True if ``paths`` include every file of the project: its folder, or one above it."""
    folder = project.settings_in(Path.cwd()).folder or Path.cwd()
    return any(folder.resolve().is_relative_to(Path(path).resolve()) for path in paths or ["."])


def sources(paths: Sequence[str], stdin_filename: str, project: Project) -> list[tuple[str, bytes | None]]:
    """Return the files in ``paths``; "-" is standard input, with its bytes, under the name ``stdin_filename``."""
    found = discover(paths or ["."], project)
    return [(stdin_filename, sys.stdin.buffer.read()) if path == STDIN else (path, None) for path in found]
