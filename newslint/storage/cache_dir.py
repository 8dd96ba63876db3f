"""The user's cache folder and atomic writes to it.

newslint can make anew everything it stores there: any file may be deleted at any moment, even while another run reads
it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)  # on Windows only
#: The prefixes of files and folders that newslint creates there; ``clear`` touches nothing else.
_OWN = ("rules-", "patterns", "results")


def cache_folder() -> Path:
    """Return the user's cache folder on this platform; NEWSLINT_CACHE_DIR overrides it.

    A library for this (platformdirs) takes longer to import than the smallest of the caches saves.
    """
    override = os.environ.get("NEWSLINT_CACHE_DIR")
    if override:
        return Path(override)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(base) / "newslint"


def write_cache_file(place: Path, data: bytes) -> None:
    """Write ``data`` to a new file and rename it to ``place``, so that no other run reads half of it.

    If the folder cannot be written, nothing happens: the next run works without its cache. In contrast to
    ``atomic_write``, short runs that fill a cache do not wait for the disk.
    """
    # Not tempfile.mkstemp, which takes longer to import than all else here. Runs at the same time differ in their pid.
    beside = place.with_name(f"{place.name}.{os.getpid()}.new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            # For the user only: the findings reveal something about an article.
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "wb") as file:
                file.write(data)
            os.replace(beside, place)
        except OSError:
            beside.unlink(missing_ok=True)
    except OSError:
        return


def clear() -> tuple[int, int]:
    """Delete everything newslint has stored in the cache folder; return the number of files and their bytes.

    Other files in the folder are left alone, and so is what cannot be deleted. Links are deleted, never followed.
    """
    return _clear(os.fspath(cache_folder()), _OWN)


def _clear(folder: str, beginnings: tuple[str, ...]) -> tuple[int, int]:
    files = size = 0
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return 0, 0
    for entry in entries:
        if not entry.name.startswith(beginnings):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                inner = _clear(entry.path, ("",))
                files, size = files + inner[0], size + inner[1]
                os.rmdir(entry.path)
            else:
                gone = entry.stat(follow_symlinks=False).st_size
                os.unlink(entry.path)
                files, size = files + 1, size + gone
        except OSError:
            continue  # another run was faster, or there is no permission
    return files, size
