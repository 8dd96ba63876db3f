"""Calls of the file system that fail on demand: every call that touches a folder is counted, and one of them raises.

As SQLite is tested: a scenario runs once to count its calls, and then once for each call, which fails.
"""

from __future__ import annotations

import builtins
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest

#: Functions of ``os`` that take a path, and those that take an open file.
_OF_PATHS = ("open", "stat", "replace", "mkdir", "rmdir", "scandir", "listdir", "unlink", "remove", "chmod", "chown")
_OF_FILES = ("fsync", "fdopen", "fstat")
_METHODS = ("read", "write", "flush", "truncate")


class Call(NamedTuple):
    """A call: the name of the function, and the path that it was about, relative to the folder; "" if it had none."""

    name: str
    path: str = ""


class Calls:
    """The calls that touch ``folder``, in order; number ``fails`` raises an ``OSError`` with ``code``."""

    def __init__(self, folder: Path, fails: int | None = None, code: int = 0) -> None:
        self.made: list[Call] = []
        self._folder = os.path.realpath(folder)
        self._fails = fails
        self._code = code

    @property
    def failed(self) -> Call | None:
        """The call that has failed."""
        return None if self._fails is None or self._fails >= len(self.made) else self.made[self._fails]

    @contextmanager
    def counted(self) -> Iterator[None]:
        """Count calls, and let one fail, until the end of the block."""
        with pytest.MonkeyPatch.context() as patch:
            for name in _OF_PATHS:
                patch.setattr(os, name, self._of_path(name, getattr(os, name)))
            for name in _OF_FILES:
                patch.setattr(os, name, self._of_file(name, getattr(os, name)))
            opened = self._of_path("open", builtins.open)
            patch.setattr(builtins, "open", opened)
            patch.setattr(io, "open", opened)
            yield

    def count(self, name: str, path: str = "") -> None:
        """Count a call, or raise what it fails with."""
        self.made.append(Call(name, path))
        if len(self.made) - 1 == self._fails:
            raise OSError(self._code, os.strerror(self._code), path or None)

    def _of_path(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def called(path: Any = ".", *args: Any, **named: Any) -> Any:
            if isinstance(path, int) or not (place := os.path.abspath(os.fsdecode(path))).startswith(self._folder):
                return function(path, *args, **named)
            place = os.path.relpath(place, self._folder)
            self.count(name, place)
            found = function(path, *args, **named)
            return _File(found, self, place) if isinstance(found, io.IOBase) else found

        return called

    def _of_file(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def called(*args: Any, **named: Any) -> Any:
            self.count(name)
            found = function(*args, **named)
            return _File(found, self, "") if isinstance(found, io.IOBase) else found

        return called


class _File:
    """An open file whose calls are counted."""

    def __init__(self, file: Any, calls: Calls, path: str) -> None:
        self._file = file
        self._calls = calls
        self._path = path

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._file, name)
        if name not in _METHODS:
            return found

        def called(*args: Any) -> Any:
            self._calls.count(name, self._path)
            return found(*args)

        return called

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *raised: object) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._file)
