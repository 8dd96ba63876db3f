"""Numbers in two forms: 5% beside 百分之五, 四所高校 beside 4所高校."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.consistency.compared import Kind, consistency_check
from newslint.checks.consistency.pairs import Pair, Places
from newslint.checks.registry import Declared
from newslint.facts.number_forms import NumberForm, counts, has_counts, has_percentages, percentages


def two_styles(places: Places) -> Iterator[Pair]:
    """Yield the forms of one key in two styles."""
    by_key: dict[str, dict[str, str]] = {}
    for form, found in places.items():
        number = found[0].place
        styles = by_key.setdefault(number.key, {})
        yield from (Pair(other, form) for style, other in styles.items() if style != number.style)
        styles.setdefault(number.style, form)


PERCENT = Kind(percentages, tuple[NumberForm, ...], two_styles, has_percentages, by_article=True)
COUNT = Kind(counts, tuple[NumberForm, ...], two_styles, has_counts, by_article=True)

CHECKS: Mapping[str, Declared] = {
    "percent": consistency_check(PERCENT),
    "count": consistency_check(COUNT),
}
