"""Paths as URIs: percent-encoded, relative to the working folder, or with the ``file`` scheme if absolute."""

from __future__ import annotations

import re
from urllib.parse import quote

#: The path of standard input, and its substitute for a URI.
STDIN = "-"
STDIN_URI = "stdin"
_DRIVE = re.compile(r"[A-Za-z]:/")


def uri(path: str) -> tuple[str, bool]:
    """Return the URI of ``path``, which has slashes, and whether it is relative to the working folder.

    Bytes of a path that are not UTF-8 (as ``os.fsdecode`` gives them) are encoded as they are.
    """
    if path == STDIN:
        return STDIN_URI, False
    if path.startswith("//"):
        return f"file:{_quoted(path)}", False
    if path.startswith("/"):
        return f"file://{_quoted(path)}", False
    if _DRIVE.match(path):
        return f"file:///{path[:2]}{_quoted(path[2:])}", False
    return _quoted(path), True


def _quoted(path: str) -> str:
    try:
        return quote(path.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:  # a lone surrogate that is no escaped byte
        return quote(path.encode("utf-8", "replace"))
