"""Regular expressions that are compiled when they are first used.

A check uses few of the expressions that the modules name, and one with Chinese character sets takes about half a
millisecond to compile: together they would cost more than the check of a page.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, Generic

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


class LazyPattern(Generic[AnyStr]):
    """Stands for ``re.compile(source, flags)``: the same methods, compiled at the first call of any of them."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self.source = source
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        # Reached only while the methods are not there: once compiled, calls go straight to the compiled pattern.
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.source, self.flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        self.pattern = compiled.pattern
        return getattr(compiled, name)


def lazy(source: AnyStr, flags: int = 0) -> Any:
    """Return what behaves like ``re.compile(source, flags)``; an invalid ``source`` raises ``re.error`` at the first use.

    Typed as ``Any``, because no class but the interpreter's own may be called ``re.Pattern``.
    """
    return LazyPattern(source, flags)
