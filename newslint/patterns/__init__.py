"""Regular expressions that are compiled when they are first used.

A check uses few of the expressions that the modules name, and to compile all of them would take longer than to check a
page. They are written in the syntax of ``re`` and cheap to compile (``benchmarks/compiling.py`` lists what each takes);
the patterns of rule pages have the syntax of the regex package.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, AnyStr, Generic

if TYPE_CHECKING:
    import regex

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")


class LazyPattern(Generic[AnyStr]):
    """Stands for ``re.compile(source, flags)``: the same methods, compiled at the first call of any of them."""

    source: AnyStr
    flags: int
    pattern: AnyStr

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
    """Return what behaves like ``re.compile(source, flags)``; an invalid ``source`` raises ``re.error`` at the first
    use.

    Typed as ``Any``, because no class but the interpreter's own may be called ``re.Pattern``.
    """
    return LazyPattern(source, flags)


class PatternError(ValueError):
    """A pattern is invalid: why, in the words of the library, and at which of its characters from 1, 0 if unknown."""

    def __init__(self, why: str, place: int = 0) -> None:
        super().__init__(why)
        self.place = place


def compile_regex(source: str) -> regex.Pattern[str]:
    """Return the compiled pattern of a rule page; raises ``PatternError`` if it is invalid, ``RecursionError`` if it is
    nested too deeply.
    """
    # Most articles hold no anchor of a pattern rule, and the package takes long to import.
    import regex

    try:
        return regex.compile(source)
    except regex.error as error:
        raise PatternError(error.msg, (error.pos or 0) + 1) from None  # type: ignore[attr-defined]
    except (ValueError, OverflowError, MemoryError) as error:
        raise PatternError(str(error) or type(error).__name__) from None
