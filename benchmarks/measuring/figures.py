"""Hits and cases by group, printed as shares, and samples of the cases behind them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from newslint.document import Document
from newslint.finding import Finding

#: Upper bounds of the length classes, in characters; the last class has none.
LENGTHS = (10, 15, 20, 30, 45)


def read_rows(path: Path, leave_out: Iterable[str] = ()) -> list[dict[str, Any]]:
    """Read a file of one JSON object per line, except those whose ``source`` (or ``src``) is in ``leave_out``."""
    apart = set(leave_out)
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [row for row in rows if row.get("source", row.get("src")) not in apart]


def read_lines(path: Path, leave_out: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Read a file of ``source<TAB>text`` lines, except those whose source is in ``leave_out``."""
    apart = set(leave_out)
    lines = [line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
    return [(source, text) for source, text in lines if source not in apart]


def length_class(length: int) -> str:
    """Return the name of the length class of ``length``, such as 21–30."""
    low = 1
    for high in LENGTHS:
        if length <= high:
            return f"{low:2}–{high}"
        low = high + 1
    return f"{low:2} and more"


def at_place(findings: Iterable[Finding], family: str, start: int, end: int) -> list[Finding]:
    """Return the findings of a family that overlap ``start`` to ``end``, or touch it if it is empty."""
    return [
        item
        for item in findings
        if item.code.startswith(family)
        and (
            (item.start.offset < end and start < item.end.offset)
            or (start == end and item.start.offset <= end <= item.end.offset)
        )
    ]


def in_context(document: Document, start: int, end: int, around: int = 30) -> str:
    """Return the span between 〔 and 〕 with ``around`` characters on either side, in one line."""
    text = document.text
    shown = f"{text[max(0, start - around) : start]}〔{text[start:end]}〕{text[end : end + around]}"
    return shown.replace("\r", "").replace("\n", "¶")


@dataclass
class Share:
    """A number of hits out of a number of cases."""

    hits: int = 0
    cases: int = 0

    def add(self, hit: bool) -> None:
        """Count one case, and a hit if it is one."""
        self.cases += 1
        self.hits += hit

    @property
    def value(self) -> float:
        """The share from 0 to 1; 0 without cases."""
        return self.hits / self.cases if self.cases else 0.0

    def __str__(self) -> str:
        return (
            f"{self.hits:6} of {self.cases:6}  {self.value * 100:6.2f} %" if self.cases else f"{0:6} of {0:6}       -"
        )


@dataclass
class Figures:
    """Shares by group, in the order in which groups first occurred, and examples by heading."""

    shares: dict[str, Share] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def count(self, group: str, hit: bool) -> None:
        """Count one case of a group."""
        self.shares.setdefault(group, Share()).add(hit)

    def example(self, kind: str, shown: str) -> None:
        """Add an example under a heading."""
        self.examples.setdefault(kind, []).append(shown)

    def lines(self, order: Sequence[str] = ()) -> Iterator[str]:
        """Yield the lines of the table, groups that begin with the same member of ``order`` together, others in
        order.
        """
        width = max(map(len, self.shares), default=0)
        rank = {prefix: index for index, prefix in enumerate(order)}

        def place(group: str) -> tuple[int, str]:
            found = [index for prefix, index in rank.items() if group.startswith(prefix)]
            return (found[0], group) if found else (len(rank), "")

        for group in sorted(self.shares, key=place) if order else self.shares:
            yield f"{group:{width}}  {self.shares[group]}"

    def sampled(self, sample: int, seed: int) -> Iterator[str]:
        """Yield the examples under their headings, at most ``sample`` of each (0: all), chosen by ``seed``."""
        for kind, cases in self.examples.items():
            chosen = random.Random(seed).sample(cases, sample) if 0 < sample < len(cases) else cases
            yield f"\n{kind}: {len(cases)}"
            yield from (f"    {case}" for case in chosen)
