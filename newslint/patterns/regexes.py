"""Patterns in the syntax of the regex package, from a program compiled earlier where there is one.

Compiling takes that package ten times as long as ``re``, and importing its compiler longer than checking a page. What
it compiles can be pickled; what a pickle would hold is kept between runs, and needs only the package's matching engine.
Any doubt leads to ``regex.compile``.
"""

from __future__ import annotations

import sys
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Any

from newslint import patterns
from newslint.patterns import LazyPattern, Program, Programs

if TYPE_CHECKING:
    import regex

_ENGINE = "regex._regex"


def compile_regex(source: str) -> regex.Pattern[str]:
    """Return ``regex.compile(source)``; raises ``ValueError`` that says what is wrong with a bad pattern."""
    if type(patterns.programs) is not Programs:
        try:
            program = patterns.programs.find(_key(source))
            if program is not None:
                return _restored(source, program)
        except Exception:  # another version may pack its programs otherwise, and a cache may be damaged
            pass
    import regex

    try:
        compiled = regex.compile(source)
    except regex.error as error:
        raise ValueError(str(error)) from None
    if type(patterns.programs) is not Programs:
        program = _program(compiled)
        if program is not None:
            patterns.programs.add(_key(source), program)
    return compiled


def lazy_regex(source: str) -> Any:
    """Return what behaves like ``compile_regex(source)``, compiled at the first use."""
    return LazyPattern(source, 0, _compiled)


def _compiled(source: str, flags: int) -> regex.Pattern[str]:
    return compile_regex(source)


def _key(source: str) -> str:
    """Name the pattern and the very build of the engine that its program is for."""
    return f"regex {_build()}:{source}"


@cache
def _build() -> str:
    import os

    path = _engine().__file__ or ""
    status = os.stat(path)
    return f"{path} {status.st_size} {status.st_mtime_ns}"


@cache
def _engine() -> ModuleType:
    """Import the matching engine alone; the package, imported later, takes it as it is."""
    if _ENGINE not in sys.modules:
        from importlib.machinery import PathFinder
        from importlib.util import module_from_spec

        package = PathFinder.find_spec("regex")
        inner = PathFinder.find_spec(_ENGINE, package and package.submodule_search_locations)
        if inner is None or inner.loader is None:
            raise ImportError(_ENGINE)
        module = module_from_spec(inner)
        inner.loader.exec_module(module)
        sys.modules[_ENGINE] = module
    return sys.modules[_ENGINE]


def _program(compiled: regex.Pattern[str]) -> Program | None:
    """Return what ``compiled`` is made of; None if it is more than JSON can hold."""
    import copyreg

    _, given = copyreg.dispatch_table[type(compiled)](compiled)  # type: ignore[misc]
    _, flags, code, groups, _, lists, list_indexes, offset, chars, char_flags, count = given
    if lists or list_indexes or not isinstance(code, bytes):
        return None
    return (code, [flags, groups, offset, chars, char_flags, count])


def _restored(source: str, program: Program) -> regex.Pattern[str]:
    code, (flags, groups, offset, chars, char_flags, count) = program
    names = {number: name for name, number in groups.items()}
    made: regex.Pattern[str] = _engine().compile(
        source, flags, code, groups, names, {}, [], offset, tuple(chars), char_flags, count
    )
    return made
