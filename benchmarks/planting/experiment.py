"""Judging a planting: whether the fault was found, by which code, at which span, and what else was newly reported."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from random import Random
from typing import TypeVar

from newslint.finding import Finding, Severity
from newslint.readers import document_from_text
from newslint.run.linter import Linter
from planting.article import Article, Planted
from planting.registry import FaultClass

_Planted = TypeVar("_Planted")

#: The number of characters of context shown on either side of a planted fault.
CONTEXT = 30


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of one planted fault.

    ``found``: a finding with one of the class's codes overlaps the fault; ``own``: one with the rule's own code does;
    ``exact``: one with an accepted code has exactly a span that an editor might mark. ``extra``: other errors and
    warnings in the text that the text without the fault does not have.
    """

    planted: Planted
    found: bool
    own: bool
    exact: bool
    extra: tuple[Finding, ...]

    def in_context(self) -> str:
        """Return the planted fault between 〔 and 〕 in its context, in one line, with the extra findings."""
        text, start, end = self.planted.text, self.planted.start, self.planted.end
        inside = text[start:end] if end - start <= 80 else text[start : start + 40] + "…" + text[end - 40 : end]
        shown = f"{text[max(0, start - CONTEXT) : start]}〔{inside}〕{text[end : end + CONTEXT]}"
        lines = [shown.replace("\r", "").replace("\n", "¶")]
        lines += [f"        + {item.code} “{item.text[:30]}” {item.message}".replace("\n", "¶") for item in self.extra]
        # A planted control character must not reach the terminal.
        return "\n".join(
            "".join(char if char.isprintable() or char == "\u3000" else f"<{ord(char):02X}>" for char in line)
            for line in lines
        )


@dataclass
class Tally:
    """The outcomes of one class."""

    fault: FaultClass
    outcomes: list[Outcome] = field(default_factory=list)

    def share(self, name: str) -> float:
        """Return the share of outcomes, from 0 to 1, for which ``name`` (found, own, exact) is true; 0 without
        outcomes.
        """
        return (
            sum(bool(getattr(outcome, name)) for outcome in self.outcomes) / len(self.outcomes)
            if self.outcomes
            else 0.0
        )

    @property
    def extras(self) -> int:
        """The number of extra findings of all plantings."""
        return sum(len(outcome.extra) for outcome in self.outcomes)


def plantings(
    articles: Sequence[Article], times: int, seed: str, plant: Callable[[Article, Random], _Planted | None]
) -> Iterator[_Planted]:
    """Yield what ``plant`` makes of up to ``times`` different articles; the same ``seed`` gives the same plantings."""
    random = Random(zlib.crc32(seed.encode()))
    order = list(articles)
    random.shuffle(order)
    made = (planted for article in order if (planted := plant(article, random)) is not None)
    yield from islice(made, times)


class Experiment:
    """Plants faults and judges the findings. The findings of each text without faults are computed once."""

    def __init__(self, linter: Linter) -> None:
        self._linter = linter
        self._known: dict[tuple[str, str], list[Finding]] = {}

    def run(self, fault: FaultClass, articles: Sequence[Article], times: int, seed: int) -> Tally:
        """Plant ``fault`` in up to ``times`` different articles, chosen by ``seed``; the same seed gives the same
        plantings.
        """
        made = plantings(articles, times, f"{seed} {fault.code} {fault.name}", fault.plant)
        return Tally(fault, [self.judge(planted, fault) for planted in made])

    def judge(self, planted: Planted, fault: FaultClass) -> Outcome:
        """Check the text with the fault and without it, and compare."""
        before = Counter((item.code, item.text) for item in self._check(planted.before, planted.format, keep=True))
        after = self._check(planted.text, planted.format)
        count = Counter((item.code, item.text) for item in after)
        new = [item for item in after if count[item.code, item.text] > before[item.code, item.text]]
        right = [item for item in new if item.code in fault.codes and _touches(item, planted.start, planted.end)]
        exact = any((item.start.offset, item.end.offset) in planted.spans for item in right)
        extra = [
            item
            for item in after
            # An earlier finding may be repeated for a passage that is now doubled.
            if item.severity >= Severity.WARNING and not before[item.code, item.text] and not _is_right(item, right)
        ]
        return Outcome(planted, bool(right), any(item.code == fault.code for item in right), exact, tuple(extra))

    def _check(self, text: str, format: str, *, keep: bool = False) -> list[Finding]:
        if (text, format) in self._known:
            return self._known[text, format]
        found = self._linter.check_document(document_from_text(text, format=format))
        if keep:
            self._known[text, format] = found
        return found


def _is_right(item: Finding, right: Sequence[Finding]) -> bool:
    """Return True if the finding is among the right ones and does not repeat an earlier one."""
    for other in right:
        if item is other:
            return True
        if _touches(item, other.start.offset, other.end.offset):
            return False
    return False


def _touches(item: Finding, start: int, end: int) -> bool:
    """Return True if the finding overlaps the span, or touches it if one of the two is empty."""
    first, last = item.start.offset, item.end.offset
    if start == end or first == last:
        return first <= end and start <= last
    return first < end and start < last
