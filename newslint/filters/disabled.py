"""What the comments of a file disable, asked for all of its findings in little more time than for one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from newslint.document.spans import DisabledRange
from newslint.finding import Finding


class Disabled:
    """The ranges that comments disable; ``means`` tells whether the selector of one means the rule of a finding."""

    def __init__(self, ranges: Iterable[DisabledRange], means: Callable[[str, Finding], bool]) -> None:
        self._means = means
        self._ranges: dict[str, list[DisabledRange]] = defaultdict(list)
        for each in ranges:
            self._ranges[each.selector].append(each)
        self._firsts = {key: sorted(each.first for each in ranges) for key, ranges in self._ranges.items()}
        self._lasts = {key: sorted(each.last for each in ranges) for key, ranges in self._ranges.items()}
        self._selectors: dict[str, list[str]] = {}  # by the code of a rule
        # The offsets of findings, by the selectors that mean them.
        self._found: dict[str, list[int]] = defaultdict(list)
        self._own: Counter[DisabledRange] = Counter()

    def covers(self, finding: Finding, own: DisabledRange | None = None) -> bool:
        """Return True if a range disables the finding; that of the comment which it is about, ``own``, does not
        count.
        """
        at = finding.start.offset
        covering = 0
        if finding.code not in self._selectors:
            self._selectors[finding.code] = [each for each in self._ranges if self._means(each, finding)]
        for selector in self._selectors[finding.code]:
            self._found[selector].append(at)
            covering += bisect_right(self._firsts[selector], at) - bisect_right(self._lasts[selector], at)
            if own is not None and own.selector == selector and own.first <= at < own.last:
                self._own[own] += 1
                covering -= 1
        return covering > 0

    def used(self) -> frozenset[DisabledRange]:
        """Return the ranges that disable any of the findings asked for so far."""
        used: set[DisabledRange] = set()
        for selector, ranges in self._ranges.items():
            found = sorted(self._found[selector])
            used.update(
                each
                for each in ranges
                if bisect_left(found, each.last) - bisect_left(found, each.first) > self._own[each]
            )
        return frozenset(used)
