"""A term with and without a character: 晨会交接班, 晨会交班."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.consistency.compared import Kind, consistency_check
from newslint.checks.consistency.pairs import Pair, Places
from newslint.checks.registry import Declared
from newslint.facts.longer_terms import has_longer_terms, longer_terms, without_middle
from newslint.facts.mention import Mention


def shortened_terms(places: Places) -> Iterator[Pair]:
    """Yield the terms with and without their fourth character."""
    for form in places:
        if len(form) == 5 and without_middle(form) in places:
            yield Pair(without_middle(form), form)


LONGER_TERM = Kind(longer_terms, tuple[Mention, ...], shortened_terms, has_longer_terms, by_article=True, shortens=True)

CHECKS: Mapping[str, Declared] = {
    "longer-term": consistency_check(LONGER_TERM),
}
