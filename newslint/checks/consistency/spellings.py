"""A word in two spellings: 其他, 其它."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.consistency.compared import Kind, consistency_check
from newslint.checks.consistency.pairs import Pair, Places
from newslint.checks.registry import Declared
from newslint.facts.mention import Mention
from newslint.facts.spellings import has_spellings, other_spelling, preferred, spellings


def spelling_variants(places: Places) -> Iterator[Pair]:
    """Yield the words of the list that stand in both spellings."""
    for form in places:
        other = other_spelling(form)
        if form < other and other in places:
            yield Pair(form, other, better=preferred(form))


SPELLING = Kind(spellings, tuple[Mention, ...], spelling_variants, has_spellings, by_article=True)

CHECKS: Mapping[str, Declared] = {
    "spelling": consistency_check(SPELLING),
}
