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
from newslint.checks.numbers.figures import (
    MIXED_DATES,
    NEIGHBOURS,
    POINTS,
    SCALED,
    ZERO,
    approximate_figures,
    bare_fractions,
    decreases_in_times,
    half_figures,
    mixed_dates,
    scaled_ten_thousands,
    wrong_zeros,
)
from newslint.checks.numbers.number_forms import PERCENT, THOUSANDS
from newslint.checks.numbers.ranges import RANGE_MARK, bare_ten_thousands, half_tildes, reversed_ranges
from newslint.checks.numbers.sums import SECTORS, wrong_shares, wrong_sums
from newslint.checks.numbers.unit_forms import KILOGRAM, KILOMETRE, UNIT_FORM
from newslint.checks.numbers.units import (
    DIMENSIONS,
    OLD_NAMES,
    WRONG_NAMES,
    WRONG_SYMBOLS,
    cubic_metres,
    lost_superscripts,
    missing_units,
    misspelt_names,
    obsolete_names,
    wrong_symbols,
)
from newslint.checks.registry import Declared

CHECKS: Mapping[str, Declared] = {
    "approximate-figures": AnchorCheck(approximate_figures, NEIGHBOURS),
    "bare-fraction": AnchorCheck(bare_fractions, POINTS),
    "bare-ten-thousand": AnchorCheck(bare_ten_thousands, ("万", "亿"), values=("unit",)),
    "cubic-metre": AnchorCheck(cubic_metres, ("立方",)),
    "decrease-times": AnchorCheck(decreases_in_times, ("倍",)),
    "doubled-approximation": AnchorCheck(
        doubled_approximations, (*APPROXIMATE, *VAGUE, *BEHIND[:2]), messages=("contrary", "some")
    ),
    "doubled-bound": AnchorCheck(doubled_bounds, BEHIND[2:], values=("before",), messages=("more",)),
    "half-figures": AnchorCheck(half_figures, SCALED),
    "half-tilde": AnchorCheck(half_tildes, ("~",)),
    "impossible-date": AnchorCheck(
        impossible_dates, ("月",), values=("year", "month", "days"), messages=("month", "leap")
    ),
    "kilogram": either_form(KILOGRAM),
    "kilometre": either_form(KILOMETRE),
    "lost-superscript": AnchorCheck(lost_superscripts, ("m2", "m3")),
    "misspelt-unit": AnchorCheck(misspelt_names, WRONG_NAMES),
    "mixed-date": AnchorCheck(mixed_dates, MIXED_DATES),
    "more-of-odd-number": AnchorCheck(more_of_odd_number, ODD_FIGURE),
    "obsolete-unit": AnchorCheck(obsolete_names, OLD_NAMES),
    "percent": either_form(PERCENT),
    "range-mark": either_form(RANGE_MARK),
    "reversed-range": AnchorCheck(reversed_ranges, ("～", "—", "-")),
    "scaled-ten-thousands": AnchorCheck(scaled_ten_thousands, SCALED),
    "thousands": either_form(THOUSANDS),
    "unit-form": either_form(UNIT_FORM),
    "unit-missing": AnchorCheck(missing_units, DIMENSIONS),
    "unit-symbol": AnchorCheck(wrong_symbols, WRONG_SYMBOLS),
    "weekday": AnchorCheck(wrong_weekdays, WEEKDAY_NAMES, values=("date", "named")),
    "wrong-shares": AnchorCheck(wrong_shares, SECTORS, values=("sum",)),
    "wrong-sum": AnchorCheck(wrong_sums, ("其中",), values=("sum", "whole"), messages=("whole",)),
    "wrong-zero": AnchorCheck(wrong_zeros, ZERO),
}
