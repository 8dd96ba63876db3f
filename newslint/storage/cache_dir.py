"""The user's cache folder and the files in it, which are only trusted if nobody else could have written them.

newslint can make anew everything it stores there: any file may be deleted at any moment, even while another run reads
it. Without a folder of the user's own there is no cache.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from newslint.storage import regular_file

_BINARY = getattr(os, "O_BINARY", 0)  # on Windows only
#: The prefixes of files and folders that newslint creates there; ``clear`` and ``trim`` touch nothing else.
_OWN = ("rules-", "patterns", "results")
#: Files are dropped that no run has written for so many days, and the oldest ones where all take more bytes.
DAYS = 30
MOST = 100_000_000
_on = True


def use_cache(on: bool) -> None:
    """Turn the cache on or off for the process; it is on at first."""
    global _on
    _on = on


def is_used() -> bool:
    """Return True if the cache is on."""
    return _on


def cache_folder() -> Path | None:
    """Return the user's cache folder on this platform; NEWSLINT_CACHE_DIR overrides it. None if there is none: a path
    that is not absolute (a ~ where the user has no home) would lead into the working folder.

    A library for this (platformdirs) takes longer to import than the smallest of the caches saves.
    """
    override = os.environ.get("NEWSLINT_CACHE_DIR")
    if override:
        return Path(override) if os.path.isabs(override) else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or ""
        base = base if os.path.isabs(base) else os.path.expanduser("~/.cache")
    return Path(base, "newslint") if os.path.isabs(base) else None


def read_cache_file(name: str) -> bytes | None:
    """Return the bytes of a file by its path in the cache folder; None if it is not there, or others may write it."""
    folder = cache_folder() if _on else None
    if folder is None:
        return None
    try:
        with regular_file(folder / name) as file:
            return file.read() if _is_own(os.stat(folder)) and _is_own(os.fstat(file.fileno())) else None
    except OSError:
        return None


def write_cache_file(name: str, data: bytes) -> None:
    """Write ``data`` to a new file and rename it to ``name``, so that no other run reads half of it.

    If the folder cannot be written, or is not the user's own, nothing happens: the next run works without its cache. In
    contrast to ``atomic_write``, short runs that fill a cache do not wait for the disk.
    """
    top = cache_folder() if _on else None
    if top is None:
        return
    place = top / name
    # Not tempfile.mkstemp, which takes longer to import than all else here. Runs at the same time differ in their pid.
    beside = place.with_name(f"{place.name}.{os.getpid()}.new")
    try:
        for folder in dict.fromkeys((top, place.parent)):
            folder.mkdir(0o700, parents=True, exist_ok=True)
            if not _is_own(os.stat(folder)):
                return
        try:
            # For the user only: the findings reveal something about an article.
            with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600), "wb") as file:
                file.write(data)
            os.replace(beside, place)
        except OSError:
            beside.unlink(missing_ok=True)
    except OSError:
        return


def is_private(folder: Path) -> bool:
    """Return True if a cache may be kept in ``folder``: it is not there yet, or the user's own."""
    try:
        return _is_own(os.stat(folder))
    except OSError:
        return True


def _is_own(status: os.stat_result) -> bool:
    """Return True if the file belongs to the user and nobody else may write it; on Windows the folder sees to that."""
    return not hasattr(os, "geteuid") or (status.st_uid == os.geteuid() and not status.st_mode & 0o022)


def trim() -> None:
    """Delete what no run has written for ``DAYS``, and the oldest files of more than ``MOST`` bytes."""
    files = []
    for entry in _entries(cache_folder(), _OWN):
        try:
            status = entry.stat(follow_symlinks=False)
        except OSError:
            continue  # another run was faster
        if not entry.is_dir(follow_symlinks=False):
            files.append((status.st_mtime, status.st_size, entry.path))
    size = 0
    for written, length, path in sorted(files, reverse=True):
        size += length
        if size > MOST or written < time.time() - DAYS * 86400:
            try:
                os.unlink(path)
            except OSError:
                continue


def clear() -> tuple[int, int]:
    """Delete everything newslint has stored in the cache folder; return the number of files and their bytes.

    Other files in the folder are left alone, and so is what cannot be deleted. Links are deleted, never followed.
    """
    files = size = 0
    for entry in _entries(cache_folder(), _OWN):
        try:
            if entry.is_dir(follow_symlinks=False):
                os.rmdir(entry.path)
            else:
                gone = entry.stat(follow_symlinks=False).st_size
                os.unlink(entry.path)
                files, size = files + 1, size + gone
        except OSError:
            continue  # another run was faster, or there is no permission
    return files, size


def _entries(folder: str | Path | None, beginnings: tuple[str, ...]) -> Iterator[os.DirEntry[str]]:
    """Yield what has one of these ``beginnings`` in ``folder``, and all that is below it, before what it is in."""
    try:
        entries = [] if folder is None else list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(beginnings):
            if entry.is_dir(follow_symlinks=False):
                yield from _entries(entry.path, ("",))
            yield entry
