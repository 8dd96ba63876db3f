"""Write a user's file so that nothing is lost: a new file beside it is renamed over it, in one step.

Two files are written in place instead, after a copy is laid beside them: one that has other names (hard links), which
would keep the old text, and one whose owner could not be kept. What is no regular file (/dev/null, a pipe) is never
replaced, only written to. The cache has a writer of its own (``cache_dir.write_cache_file``), which need not be safe
against power loss.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import suppress

#: The endings of the files that are made beside the one to be written: the new one, and a copy of the old one.
_NEW, _COPY = ".newslint-new", ".newslint-copy"
#: How much of a file's name is in theirs, in characters, so that they are not too long; the name of a copy has all of
#: it up to so many bytes, so that it is known whose it is.
_NAME, _LONGEST = 20, 200
#: What stands between the name and the ending: a dot and eight characters of ``tempfile``.
_CHANCE = 9
#: The age in seconds from which a new file belongs to a run that was killed.
_ABANDONED = 3600
_STREAMS = {"/dev/stdout": 1, "/dev/stderr": 2}


class FileChangedError(OSError):
    """The file no longer has the bytes that were read from it."""


class ReadOnlyError(PermissionError):
    """The file itself may not be written, although a new one could take its place."""


def replace_bytes(path: str | os.PathLike[str], data: bytes, *, known: bytes | None = None) -> None:
    """Make ``data`` the content of the file at ``path``, or of the target of a link there; mode and owner stay.

    Raises ``OSError``, such as ``FileChangedError`` if ``known`` is given and is not what the file has; then the file
    is unchanged and nothing is left beside it.
    """
    descriptor = _descriptor(os.fspath(path))
    if descriptor is not None:
        with os.fdopen(os.dup(descriptor), "wb") as stream:
            stream.write(data)
        return
    try:
        status = os.stat(path)
    except FileNotFoundError:
        status = None
    if status is None and known is not None:
        raise FileChangedError(errno.ENOENT, "Gone meanwhile", path)
    if status is not None and not stat.S_ISREG(status.st_mode):
        with open(path, "wb") as file:
            file.write(data)
        return
    target = os.path.realpath(path)
    # Whoever may write everywhere would not be refused.
    if status is not None and not (status.st_mode & 0o222 and os.access(target, os.W_OK)):
        raise ReadOnlyError(errno.EACCES, "Read-only file", target)
    beside = _file_beside(target, data, f".{os.path.basename(target)}"[:_NAME], _NEW)
    try:
        in_place = status is not None and (status.st_nlink > 1 or not _keeps_owner(beside, status))
        os.chmod(beside, _usual_mode() if status is None else stat.S_IMODE(status.st_mode))
        if known is not None and _content(target) != known:
            raise FileChangedError(errno.EBUSY, "Changed meanwhile", target)
        if not in_place:
            os.replace(beside, target)
            return
    except BaseException:
        os.unlink(beside)
        raise
    os.unlink(beside)
    _write_in_place(target, data)


def remove_leftovers(folder: str) -> list[str]:
    """Remove the new files that killed runs have left in ``folder``; what cannot be removed does not matter.

    Return the names of the copies that such runs have left of files that they wrote in place.
    """
    copies = []
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(_COPY):
                copies.append(entry.name)
            elif entry.name.startswith(".") and entry.name.endswith(_NEW):
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(status.st_mode) and time.time() - status.st_mtime > _ABANDONED:
                    os.unlink(entry.path)
    return copies


def interrupted_copy(path: str, copies: list[str]) -> str | None:
    """Return the one of ``copies`` in the folder of ``path`` that is of this file; None if there is none.

    One that equals the file is removed: nothing was lost. Else only a person can tell which of the two is whole.
    """
    folder, name = os.path.split(os.path.realpath(path))
    for copy in copies:
        if copy[: -len(_COPY) - _CHANCE] == name:
            place = os.path.join(folder, copy)
            with suppress(FileNotFoundError):
                if _content(place) != _content(path):
                    return place
                os.unlink(place)
    return None


def _descriptor(path: str) -> int | None:
    """Return the open file that ``path`` stands for: opened anew, it would begin at its start."""
    folder, name = os.path.split(path)
    if folder in ("/dev/fd", "/proc/self/fd") and name.isdecimal():
        return int(name)
    return _STREAMS.get(path)


def _file_beside(target: str, data: bytes, name: str, ending: str) -> str:
    import tempfile  # slow to import, and few runs write

    handle, beside = tempfile.mkstemp(prefix=name + ".", suffix=ending, dir=os.path.dirname(target))
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        os.unlink(beside)
        raise
    return beside


def _keeps_owner(beside: str, status: os.stat_result) -> bool:
    """Give the file ``beside`` the owner and group in ``status``; return False if that is not allowed."""
    made = os.stat(beside)
    if (made.st_uid, made.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.chown(beside, status.st_uid, status.st_gid)
        except OSError:
            return False
    return True


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _content(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()


def _write_in_place(target: str, data: bytes) -> None:
    """Overwrite a file. A copy of what it was is beside it until it is done, for a run that is killed meanwhile."""
    before = _content(target)
    copy = _copy_beside(target, before)
    try:
        _overwrite(target, data)
    except OSError:
        _overwrite(target, before)  # should this fail too, the copy stays
        os.unlink(copy)
        raise
    os.unlink(copy)


def _copy_beside(target: str, data: bytes) -> str:
    """Write ``data``, which the file has, to a copy beside it; it has its name only when it is whole."""
    name = os.path.basename(target)
    name = name if len(os.fsencode(name)) <= _LONGEST else name[:_NAME]
    beside = _file_beside(target, data, f".{name}", _NEW)
    folder, hidden = os.path.split(beside)
    copy = os.path.join(folder, hidden[1 : -len(_NEW)] + _COPY)
    try:
        os.replace(beside, copy)
    except BaseException:
        os.unlink(beside)
        raise
    return copy


def _overwrite(target: str, data: bytes) -> None:
    with open(target, "r+b") as file:
        file.write(data)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
