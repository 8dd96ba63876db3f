"""The user's cache folder, and files in it that are only ever replaced whole.

Everything that newslint keeps there it can make anew: a file may be deleted at any moment, also while another run reads
it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)  # on Windows alone
#: How the names begin of the files and folders that newslint makes there; ``clear`` touches nothing else.
_OWN = ("rules-", "patterns", "results")


def cache_folder() -> Path:
    """Return the folder for caches of this user, as the platform has it; NEWSLINT_CACHE_DIR overrides it.

    A library for this (platformdirs) takes longer to import than what the cache saves at the smallest.
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
    """Write ``data`` beside ``place`` and rename it there, so that no other run reads half of it.

    A folder that cannot be written is left alone: the next run works without its cache. That, and that the short runs
    which fill a cache need not wait for the disk, is what ``wholefile`` cannot do, which replaces the files of the
    user.
    """
    # Not tempfile.mkstemp: importing it takes longer than the rest of this. A run at the same time has another number.
    beside = place.with_name(f"{place.name}.{os.getpid()}.new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        try:
            # For the user alone: what was found in an article tells of it.
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "wb") as file:
                file.write(data)
            os.replace(beside, place)
        except OSError:
            beside.unlink(missing_ok=True)
    except OSError:
        return


def clear() -> tuple[int, int]:
    """Delete what newslint keeps in the cache folder; return how many files that were, and their bytes.

    Files of others in the folder are left alone, as is what cannot be deleted. Links are deleted, never followed.
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
            continue  # another run was faster, or the file is not ours to delete
    return files, size
