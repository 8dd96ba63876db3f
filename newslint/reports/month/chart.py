"""The chart of the issues: their rates as marks, the running mean as a line, the limit as a dashed one.

Places are in units of the drawing, from its upper left corner. A few extreme issues do not flatten the others: a rate
above the scale stands at its upper edge with its number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from newslint.monthly.sums import IssueSum
from newslint.score import LIMIT

WIDTH, HEIGHT = 960, 280
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 16, 26, 34
#: Half the width that the longest number may take.
_ROOM = 40
#: How many labels the axis of the days has at most, and the steps between those of the rates.
_DAYS = 10
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
#: The scale ends at this multiple of the rate that nine of ten issues do not exceed.
_ABOVE = 2.0


class Point(NamedTuple):
    """An issue in the drawing. ``beyond`` says that its rate is above the scale."""

    x: float
    y: float
    issue: IssueSum
    beyond: bool

    @property
    def anchor(self) -> str:
        """Where the text of a number begins, so that it stays in the drawing."""
        return "end" if self.x > WIDTH - _ROOM else "start" if self.x < _LEFT + _ROOM else "middle"


class Tick(NamedTuple):
    """A label at a place of an axis."""

    at: float
    label: str


class Chart(NamedTuple):
    """What is drawn; ``lines`` are the points of the running mean, in parts where issues have none."""

    points: tuple[Point, ...]
    lines: tuple[str, ...]
    rates: tuple[Tick, ...]
    days: tuple[Tick, ...]
    limit: float
    left: float = _LEFT
    right: float = WIDTH - _RIGHT
    floor: float = HEIGHT - _BOTTOM
    top: float = _TOP
    width: int = WIDTH
    height: int = HEIGHT


def chart_of(issues: Sequence[IssueSum]) -> Chart:
    """Return the chart of ``issues``, of which at least one has text."""
    rates = sorted(issue.sum.rate for issue in issues if issue.sum.rate is not None)
    most = min(rates[-1] * 1.08, _ABOVE * rates[(len(rates) - 1) * 9 // 10])
    most = max(most, LIMIT * 1.5, *(issue.mean for issue in issues if issue.mean is not None))
    room, height = WIDTH - _LEFT - _RIGHT - 20, HEIGHT - _TOP - _BOTTOM

    def x(place: int) -> float:
        return round(_LEFT + 10 + (room * place / (len(issues) - 1) if len(issues) > 1 else room / 2), 1)

    def y(rate: float) -> float:
        return round(_TOP + height * (1 - min(rate, most) / most), 1)

    points = [
        Point(x(place), y(issue.sum.rate), issue, issue.sum.rate > most)
        for place, issue in enumerate(issues)
        if issue.sum.rate is not None
    ]
    lines = []
    for known, part in groupby(enumerate(issues), lambda one: one[1].mean is not None):
        if known:
            lines.append(" ".join(f"{x(place)},{y(issue.mean or 0.0)}" for place, issue in part))
    ticks = tuple(Tick(y(rate), f"{rate:g}") for rate in _rates(most))
    return Chart(tuple(points), tuple(lines), ticks, tuple(_days(issues, x)), y(LIMIT))


def _rates(most: float) -> Iterator[int]:
    step = next((step for step in _STEPS if most / step <= 5), _STEPS[-1])
    # The limit has a label of its own.
    yield from (rate for rate in range(0, int(most) + 1, step) if abs(rate - LIMIT) * 5 >= step)


def _days(issues: Sequence[IssueSum], x_of: Callable[[int], float]) -> Iterator[Tick]:
    step = -(-len(issues) // _DAYS)
    before: date | None = None
    for place in range(0, len(issues), step):
        day = issues[place].day
        label = f"{day.month}-{day.day}" if before and before.year == day.year else day.isoformat()
        yield Tick(x_of(place), label)
        before = day
