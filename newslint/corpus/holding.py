"""One run at a time writes to a folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newslint.errors import UserError
from newslint.language import reason, tr

#: The file in a folder that is locked.
LOCK = ".lock"


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Lock other runs out of a folder, which is made; raises ``UserError`` if one is at work in it.

    The system releases the lock when this process ends, however it ends.
    """
    place = folder / LOCK
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(place, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise _unwritable(folder, error) from None
    try:
        try:
            is_held = _lock(handle) and _is_at(handle, place)
        except OSError as error:
            raise _unwritable(folder, error) from None
        if not is_held:
            raise UserError(tr("{path}：另一次运行正在写这个文件夹；请等它结束。", path=folder))
        yield
    finally:
        os.close(handle)


def _unwritable(folder: Path, error: OSError) -> UserError:
    return UserError(tr("{path}：无法写入（{reason}）；请检查路径和权限。", path=folder, reason=reason(error)))


def _is_at(handle: int, place: Path) -> bool:
    """Return False if the run that held the lock has removed the file since it was opened here."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(place))
    except FileNotFoundError:
        return False


def _lock(handle: int) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            return False
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
