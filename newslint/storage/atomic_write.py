"""Files of the user that are only ever replaced whole: written beside, then renamed over.

Caches are replaced by ``cachefiles``: nothing hangs on one cache, so that it needs neither be safe on the disk nor be
told of.
"""

from __future__ import annotations

import os
import stat


def replace_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace the file at ``path``, or the one that a link there leads to, by ``data`` in one step; its mode is kept.

    Raises ``OSError``; the file is then as it was, and nothing is left beside it.
    """
    import tempfile  # slow to import, and few runs write

    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    mode = stat.S_IMODE(os.stat(target).st_mode) if os.path.exists(target) else None
    handle, beside = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is None:
            mask = os.umask(0)
            os.umask(mask)
            mode = 0o666 & ~mask
        os.chmod(beside, mode)
        os.replace(beside, target)
    except BaseException:
        os.unlink(beside)
        raise
