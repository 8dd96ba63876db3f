"""Files that are data of newslint or of its users: opened, stamped, replaced, kept in the cache."""

from __future__ import annotations

import errno
import os
import stat
from typing import BinaryIO

#: As many bytes as a list of names or words may have, more than any has.
LARGEST = 20_000_000


def regular_file(path: str | os.PathLike[str]) -> BinaryIO:
    """Open the file at ``path`` to read its bytes; raises ``OSError``, also for what may never end or keep a reader
    waiting: a pipe, a device, a socket.
    """
    try:
        mode = os.stat(path).st_mode
    except ValueError:  # a NUL, which no path has
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path) from None
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.ENXIO, "not a regular file", path)
    return open(path, "rb", opener=_opened_at_once)


def read_bounded(path: str | os.PathLike[str], most: int = LARGEST) -> bytes:
    """Return the bytes of a file that a configuration names; raises ``OSError`` as ``regular_file`` does, and for more
    than ``most`` bytes.
    """
    with regular_file(path) as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), path)
    return data


def is_missing(path: str | os.PathLike[str]) -> bool:
    """Return True if there is nothing at ``path``; False also if that cannot be told: reading it will say why."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False
    return False


def _opened_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))  # on Windows opening never waits
