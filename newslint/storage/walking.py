"""Folders below folders, however deep: what Python 3.11 has for this calls itself for each level."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator


def walk(
    folder: str | os.PathLike[str], refuse: Callable[[OSError], object] | None = None
) -> Iterator[tuple[str, list[str], list[str]]]:
    """Yield ``folder`` and each folder below it with the names of the folders and of the files in it, as ``os.walk``.

    Folders that the caller takes from the list are not entered, nor are links. ``refuse`` is given the error about a
    folder that cannot be listed; without it that is passed over.
    """
    waiting = [os.fspath(folder)]
    while waiting:
        place = waiting.pop()
        folders: list[str] = []
        files: list[str] = []
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    (folders if entry.is_dir() else files).append(entry.name)
        except OSError as error:
            if refuse is not None:
                refuse(error)
            continue
        yield place, folders, files
        below = [os.path.join(place, name) for name in reversed(folders)]
        waiting += [path for path in below if not os.path.islink(path)]
