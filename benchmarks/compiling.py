"""Measure the cost of compiling each pattern of the package and of the rule pages.

    python benchmarks/compiling.py [FILE] [--top N] [--require]

There are two figures for each pattern: the lines of Python that ``re`` or ``regex`` runs to compile it, which are the
same in every run, and the time, as a multiple of that of a class of three Han characters. 30,000 lines take about a
millisecond. With FILE only the patterns of the package that are compiled to check this file are listed. With --require
the exit code is 1 if a pattern, or those for FILE together, take more lines than allowed.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple

import newslint
from newslint.config import Settings
from newslint.patterns import LazyPattern
from newslint.readers import read_bytes
from newslint.rulebook.book import load_rules
from newslint.run.linter import Linter

#: The maximum number of lines for one pattern, and for all those that a clean article needs.
LIMIT = 150_000
ARTICLE_LIMIT = 800_000
REFERENCE = "[一二三]"
#: The options of rule pages that are patterns; what precedes a match of the check "pattern" is literal.
_OPTIONS = ("pattern", "preceded", "followed", "right")
_LITERAL = ("pattern", "preceded")
_PASSES = 5


class Source(NamedTuple):
    """A pattern: where it is defined, and a function that compiles it anew."""

    place: str
    compile: Callable[[], object]


class Cost(NamedTuple):
    """The lines of Python run to compile the pattern at ``place``, and the time as a multiple of the reference's."""

    lines: int
    ratio: float
    place: str


def package_patterns() -> dict[str, LazyPattern[Any]]:
    """Return the patterns of all modules of the package, by place."""
    found: dict[int, tuple[str, LazyPattern[Any]]] = {}
    for module in pkgutil.walk_packages(newslint.__path__, "newslint."):
        if module.name == "newslint.__main__":
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for number, pattern in enumerate(_patterns_in(value)):
                place = f"{module.name}.{name}" + (f"[{number}]" if value is not pattern else "")
                found.setdefault(id(pattern), (place, pattern))
    return dict(found.values())


def _patterns_in(value: object) -> Iterator[LazyPattern[Any]]:
    if isinstance(value, LazyPattern):
        yield value
    elif isinstance(value, tuple | list | dict):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _patterns_in(item)


def package_sources() -> list[Source]:
    """Return the patterns of the package, to be compiled anew."""
    return [
        Source(place, partial(_compile, pattern.source, pattern.flags)) for place, pattern in package_patterns().items()
    ]


def page_sources() -> list[Source]:
    """Return the patterns of the built-in rule pages, to be compiled anew."""
    sources = []
    for rule in load_rules():
        for option in _OPTIONS:
            if (rule.check, option) == _LITERAL:
                continue
            value: Any = rule.options.get(option, ())
            texts = (value,) if isinstance(value, str) else value
            sources += [Source(f"{rule.code} {option}", partial(_compile_regex, text)) for text in texts]
    return sources


def compiled_for(path: Path) -> list[Source]:
    """Return the patterns of the package that are compiled to check the file, if none was compiled before."""
    known = package_patterns()
    Linter(Settings()).check_document(read_bytes(path.read_bytes(), str(path)))
    return [
        Source(place, partial(_compile, pattern.source, pattern.flags))
        for place, pattern in known.items()
        if "search" in vars(pattern)
    ]


def _compile(source: str | bytes, flags: int = 0) -> object:
    re.purge()
    return re.compile(source, flags)


def _compile_regex(source: str) -> object:
    import regex

    return regex.compile(source, cache_pattern=False)


def lines_run(work: Callable[[], object]) -> int:
    """Return the number of lines of Python that ``work`` runs."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def _seconds(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(_PASSES):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def measure(sources: list[Source]) -> list[Cost]:
    """Return the costs of the patterns, most expensive first."""
    reference = _seconds(partial(_compile, REFERENCE))
    costs = [Cost(lines_run(each.compile), _seconds(each.compile) / reference, each.place) for each in sources]
    return sorted(costs, reverse=True)


def main() -> int:
    """Print the figures and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--top", type=int, default=25)
    parser.add_argument("--require", action="store_true")
    given = parser.parse_args()
    costs = measure(compiled_for(given.file) if given.file else package_sources() + page_sources())
    total = sum(cost.lines for cost in costs)
    print(f"{len(costs)} patterns, {total:,} lines")
    print(f"{'lines':>9}  {'times':>6}  (1: {REFERENCE})")
    for cost in costs[: given.top]:
        print(f"{cost.lines:9,}  {cost.ratio:6.1f}  {cost.place}{' !' if cost.lines > LIMIT else ''}")
    failed = costs[0].lines > LIMIT or (given.file and total > ARTICLE_LIMIT)
    return 1 if given.require and failed else 0


if __name__ == "__main__":
    sys.exit(main())
