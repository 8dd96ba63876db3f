"""Places as JavaScript counts them: a character beyond the Basic Multilingual Plane is two units of UTF-16."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

_LAST_SINGLE = "\uffff"


def utf16(text: str) -> Callable[[int], int]:
    """Return what turns a place in ``text`` in code points into one in units of UTF-16."""
    if text.isascii() or max(text) <= _LAST_SINGLE:
        return lambda place: place
    doubled = [place for place, char in enumerate(text) if char > _LAST_SINGLE]
    return lambda place: place + bisect_left(doubled, place)
