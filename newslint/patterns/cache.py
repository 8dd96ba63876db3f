"""The programs of regular expressions, kept between runs in the user's cache folder.

The file is an index and the codes that it points into: data, nothing of which is run on reading. One of another
interpreter or version of newslint is ignored and written anew, and so is a damaged one; a program is used only if its
sum is right.
"""

from __future__ import annotations

import atexit
import json
import sys
from typing import Any
from zlib import crc32

from newslint import __version__, patterns
from newslint.patterns import Program, Programs
from newslint.storage.cache_dir import cache_folder, write_cache_file

#: Raised when the form of the cache changes.
_FORM = 2
#: With so many programs the file holds many that nobody needs any more, and is begun anew.
_MOST = 2000

#: Where a program lies in the codes: start and end of its key, end of its code, their sum, and what it has besides the
#: code.
_Entry = tuple[int, int, int, int, list[Any]]


class CachedPrograms(Programs):
    """The programs in the cache file, read when they are asked for; ``save`` writes them back with the new ones."""

    def __init__(self) -> None:
        self._place = cache_folder() / "patterns.bin"
        self._index, self._codes = self._load()
        self._made: dict[str, Program] = {}

    def find(self, key: str) -> Program | None:
        """Return the program for ``key``; None if it is not in the cache or not as it was written."""
        made = self._made.get(key)
        if made is not None:
            return made
        name = key.encode("utf-8", "surrogatepass")
        try:
            start, middle, end, total, rest = self._index[_short(name)]
            if self._codes[start:middle] != name or crc32(self._codes[start:end]) != total:
                return None
            return (self._codes[middle:end], rest)
        except (KeyError, TypeError, ValueError):
            return None

    def add(self, key: str, program: Program) -> None:
        """Take note of a program, to be written at the end."""
        self._made[key] = program

    def save(self) -> None:
        """Write the cache if this run made programs; a folder that cannot be written is no fault."""
        if not self._made:
            return
        if len(self._index) + len(self._made) > _MOST:
            self._index, self._codes = {}, b""
        parts = [self._codes]
        at = len(self._codes)
        for key, (code, rest) in self._made.items():
            name = key.encode("utf-8", "surrogatepass")
            start, middle, at = at, at + len(name), at + len(name) + len(code)
            parts += (name, code)
            self._index[_short(name)] = (start, middle, at, crc32(name + code), rest)
        first = json.dumps({**_head(), "index": self._index}).encode("ascii")
        write_cache_file(self._place, b"\n".join((first, b"".join(parts))))

    def _load(self) -> tuple[dict[str, _Entry], bytes]:
        try:
            first, codes = self._place.read_bytes().split(b"\n", 1)
            content = json.loads(first)
            index = content.pop("index")
        except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
            return {}, b""
        return (index, codes) if content == _head() and isinstance(index, dict) else ({}, b"")


def _short(name: bytes) -> str:
    # Not for security, and two keys may share it: then the later one is kept, for the whole key stands before its code.
    return f"{crc32(name):x}"


def _head() -> dict[str, object]:
    return {"form": _FORM, "newslint": __version__, "python": sys.version, "order": sys.byteorder}


def use_cache() -> None:
    """Let patterns come from the cache from now on, and write it when the program ends."""
    if isinstance(patterns.programs, CachedPrograms):
        return
    cached = CachedPrograms()
    patterns.programs = cached
    atexit.register(cached.save)
