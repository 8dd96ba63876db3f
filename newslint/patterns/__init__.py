"""Regular expressions that are compiled when they are first used, from a program compiled earlier where there is one.

A check uses few of the expressions that the modules name, and one with Chinese character sets takes about half a
millisecond to compile: together they would cost more than the check of a page. What the compiler made can be kept
between runs (see ``patterncache``); the interpreter has no public way to take it back, so any doubt leads to
``re.compile``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any, AnyStr, Generic

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")

#: The compiled program of a pattern: its code, and what else the matching engine is given, as JSON can hold it.
Program = tuple[bytes, list[Any]]


class Programs:
    """Programs known from earlier runs, and those that this run had to make. By default none are known or kept."""

    def find(self, key: str) -> Program | None:
        """Return the program for ``key``, None if it is not known."""
        return None

    def add(self, key: str, program: Program) -> None:
        """Take note of a program that had to be made."""


#: Where patterns look for their programs; a command line puts its cache here before the first pattern is used.
programs = Programs()


def compile_pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return ``re.compile(source, flags)``, from a known program if there is one; raises ``re.error`` for a bad
    pattern.
    """
    if type(programs) is Programs:
        return re.compile(source, flags)
    key = f"{flags}:{source if isinstance(source, str) else 'b' + source.decode('latin-1')}"
    try:
        import _sre
        from array import array

        program = programs.find(key)
        if program is None:
            program = _program(source, flags)
            programs.add(key, program)
        code, (own_flags, groups, names, by_number) = program
        return _sre.compile(source, own_flags, array("I", code).tolist(), groups, names, tuple(by_number))
    except re.error:
        raise
    except Exception:  # the compiler's inner parts may differ between interpreters, and a cache may be damaged
        return re.compile(source, flags)


def _program(source: AnyStr, flags: int) -> Program:
    """Compile ``source`` as ``re`` does it, and return what the matching engine is given."""
    from array import array
    from re import _compiler, _parser

    tree = _parser.parse(source, flags)
    names = dict(tree.state.groupdict)
    by_number: list[str | None] = [None] * tree.state.groups
    for name, number in names.items():
        by_number[number] = name
    optimize = _compiler._optimize_charset
    _compiler._optimize_charset = partial(_remembered, optimize)
    try:
        code = array("I", _compiler._code(tree, flags)).tobytes()
    finally:
        _compiler._optimize_charset = optimize
    return (code, [int(flags | tree.state.flags), tree.state.groups - 1, names, by_number])


#: Sets of characters as the compiler has packed them.
_packed: dict[tuple[object, ...], Any] = {}


def _remembered(optimize: Callable[..., Any], charset: list[object], *folding: Any) -> Any:
    """Return ``optimize(charset, *folding)``: a step for each Han character, and half of all patterns name the same of
    them.
    """
    if any(folding[1:]):
        return optimize(charset, *folding)
    key = tuple(charset)
    if key not in _packed:
        _packed[key] = optimize(charset, *folding)
    return _packed[key]


class LazyPattern(Generic[AnyStr]):
    """Stands for ``compiled(source, flags)``: the same methods, compiled at the first call of any of them."""

    def __init__(self, source: AnyStr, flags: int, compiled: Callable[[AnyStr, int], Any]) -> None:
        self.source = source
        self.flags = flags
        self.compiled = compiled

    def __getattr__(self, name: str) -> Any:
        # Reached only while the methods are not there: once compiled, calls go straight to the compiled pattern.
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self.compiled(self.source, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        self.pattern = compiled.pattern
        return getattr(compiled, name)


def lazy(source: AnyStr, flags: int = 0) -> Any:
    """Return what behaves like ``re.compile(source, flags)``; an invalid ``source`` raises ``re.error`` at the first
    use.

    Typed as ``Any``, because no class but the interpreter's own may be called ``re.Pattern``.
    """
    return LazyPattern(source, flags, compile_pattern)
