"""Names of files as git writes them in patches, which patch understands too."""

from __future__ import annotations

import re

_SPECIAL = re.compile(rb'[\x00-\x1f\x7f"\\]')
_ESCAPES = {
    b"\a": b"a",
    b"\b": b"b",
    b"\t": b"t",
    b"\n": b"n",
    b"\v": b"v",
    b"\f": b"f",
    b"\r": b"r",
    b'"': b'"',
    b"\\": b"\\",
}


def quoted(name: bytes) -> bytes:
    """Return ``name`` in quotes, with escapes, if it holds a control character, a quote or a backslash."""
    if not _SPECIAL.search(name):
        return name
    return b'"%b"' % _SPECIAL.sub(lambda match: b"\\" + (_ESCAPES.get(match[0]) or b"%03o" % match[0][0]), name)
