"""The programs of regular expressions, kept between runs in the user's cache folder.

The file is text: numbers in base64, no code that is run on reading. One of another interpreter or version of newslint, or a
damaged one, is ignored and written anew.
"""

from __future__ import annotations

import atexit
import base64
import json
import sys
from array import array

from newslint import __version__, patterns
from newslint.cachefiles import cache_folder, replace_bytes
from newslint.patterns import Program, Programs

#: Raised when the form of the cache changes.
_FORM = 1


class CachedPrograms(Programs):
    """The programs in the cache file, unpacked when they are asked for; ``save`` writes them back with the new ones."""

    def __init__(self) -> None:
        self._place = cache_folder() / "patterns.json"
        self._packed: dict[str, list[object]] = self._load()
        self._changed = False

    def find(self, key: str) -> Program | None:
        """Return the program for ``key``; None if it is not in the cache or not what a program looks like."""
        packed = self._packed.get(key)
        if packed is None:
            return None
        flags, code, groups, names, by_number = packed
        numbers = array("I")
        numbers.frombytes(base64.b64decode(str(code)))
        return (flags, numbers.tolist(), groups, names, tuple(by_number))  # type: ignore[return-value, arg-type]

    def add(self, key: str, program: Program) -> None:
        """Take note of a program, to be written at the end."""
        flags, code, groups, names, by_number = program
        packed = base64.b64encode(array("I", code).tobytes()).decode("ascii")
        self._packed[key] = [flags, packed, groups, names, by_number]
        self._changed = True

    def save(self) -> None:
        """Write the cache if this run made programs; a folder that cannot be written is no fault."""
        if self._changed:
            replace_bytes(self._place, json.dumps({**_head(), "programs": self._packed}, ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def _load(self) -> dict[str, list[object]]:
        try:
            content = json.loads(self._place.read_bytes())
            found = content.pop("programs")
        except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
            return {}
        return found if content == _head() and isinstance(found, dict) else {}


def _head() -> dict[str, object]:
    return {"form": _FORM, "newslint": __version__, "python": sys.version, "item": array("I").itemsize}


def use_cache() -> None:
    """Let patterns come from the cache from now on, and write it when the program ends."""
    if isinstance(patterns.programs, CachedPrograms):
        return
    cached = CachedPrograms()
    patterns.programs = cached
    atexit.register(cached.save)
