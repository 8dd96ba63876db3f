"""Numbers, dates and ranges."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.check import AnchorCheck
from newslint.checks.either_form import either_form
from newslint.checks.numbers.approximations import (
    APPROXIMATE,
    BEHIND,
    ODD_FIGURE,
    VAGUE,
    doubled_approximations,
    doubled_bounds,
    more_of_odd_number,
)
from newslint.checks.numbers.calendar import WEEKDAY_NAMES, impossible_dates, wrong_weekdays
from newslint.checks.numbers.number_forms import PERCENT, THOUSANDS
from newslint.checks.numbers.ranges import RANGE_MARK, bare_ten_thousands
from newslint.checks.registry import Declared

CHECKS: Mapping[str, Declared] = {
    "bare-ten-thousand": AnchorCheck(bare_ten_thousands, ("万", "亿"), values=("unit",)),
    "doubled-approximation": AnchorCheck(
        doubled_approximations, (*APPROXIMATE, *VAGUE, *BEHIND[:2]), messages=("contrary", "some")
    ),
    "doubled-bound": AnchorCheck(doubled_bounds, BEHIND[2:], values=("before",), messages=("more",)),
    "impossible-date": AnchorCheck(
        impossible_dates, ("月",), values=("year", "month", "days"), messages=("month", "leap")
    ),
    "more-of-odd-number": AnchorCheck(more_of_odd_number, ODD_FIGURE),
    "percent": either_form(PERCENT),
    "range-mark": either_form(RANGE_MARK),
    "thousands": either_form(THOUSANDS),
    "weekday": AnchorCheck(wrong_weekdays, WEEKDAY_NAMES, values=("date", "named")),
}
