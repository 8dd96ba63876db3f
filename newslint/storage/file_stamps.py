"""Stamps that show whether the files of a folder have changed: their sizes and modification times."""

from __future__ import annotations

import os
from pathlib import Path

#: The path of a file in the folder with /, its size, and its modification time in nanoseconds.
FileStamp = tuple[str, int, int]


def file_stamps(folder: Path, ending: str) -> list[FileStamp]:
    """Return the stamps of all files under ``folder`` with this ``ending``, sorted by path; raises ``OSError``."""
    found: list[FileStamp] = []
    below = [(os.fspath(folder), "")]
    while below:
        place, prefix = below.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.endswith(ending):
                    status = entry.stat()
                    found.append((prefix + entry.name, status.st_size, status.st_mtime_ns))
                elif entry.name != "__pycache__" and entry.is_dir(follow_symlinks=False):
                    below.append((entry.path, f"{prefix}{entry.name}/"))
    found.sort(key=lambda stamp: stamp[0].split("/"))
    return found
