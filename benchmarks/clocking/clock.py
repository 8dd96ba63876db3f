"""A clock that charges every second to one account: time of nested work is not charged to the outer account."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

_Result = TypeVar("_Result")


class Clock:
    """Seconds by account; ``now`` may be replaced by another source of time."""

    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._now = now
        self._inner: list[float] = []

    def charge(self, account: str, work: Callable[[], _Result]) -> _Result:
        """Do ``work`` and charge its time to ``account``, except for the time charged to nested accounts."""
        self._inner.append(0.0)
        started = self._now()
        try:
            return work()
        finally:
            whole = self._now() - started
            self.spent[account] += whole - self._inner.pop()
            if self._inner:
                self._inner[-1] += whole
