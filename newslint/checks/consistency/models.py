"""A model in two forms: 歼20, 歼-20."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.consistency.compared import Kind, consistency_check
from newslint.checks.consistency.pairs import Pair, Places
from newslint.checks.registry import Declared
from newslint.facts.mention import Mention, letters_of
from newslint.facts.models import has_models, models


def model_variants(places: Places) -> Iterator[Pair]:
    """Yield the models that differ in what stands between letters and number, or between the parts of a word, whatever
    their case: that alone is the business of another rule.
    """
    by_letters: dict[str, str] = {}
    for form in places:
        other = by_letters.setdefault(letters_of(form).lower(), form)
        if other.lower() != form.lower():
            yield Pair(other, form)


MODEL = Kind(models, tuple[Mention, ...], model_variants, has_models)

CHECKS: Mapping[str, Declared] = {
    "model": consistency_check(MODEL),
}
