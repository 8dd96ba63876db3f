"""Replace a user's file atomically: write a new file beside it, then rename it.

The cache has a writer of its own (``cache_dir.write_cache_file``), which need not be safe against power loss.
"""

from __future__ import annotations

import os
import stat


def replace_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace the file at ``path``, or the target of a link there, by ``data`` in one step, and keep its mode.

    Raises ``OSError``; then the file is unchanged and nothing is left beside it.
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
