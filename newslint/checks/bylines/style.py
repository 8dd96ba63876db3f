"""The checks of the style of bylines: spaces, separators, brackets and order of roles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial

from newslint.checks.bylines.departures import VALUES, departure, message_keys
from newslint.checks.bylines.habits import ASPECTS
from newslint.checks.bylines.learning import Threshold, learn
from newslint.checks.bylines.samples import Sample, samples
from newslint.checks.bylines.template import read_style
from newslint.checks.check import Check, Comparison, Gate, Match, StructureCheck
from newslint.checks.gates import has_bylines
from newslint.checks.options import Options
from newslint.checks.registry import Declared
from newslint.document import Document


def style_check(aspect: str) -> Callable[[Options], Check]:
    """Return the maker of the check of one aspect (see ``habits.ASPECTS``).

    Options: the house style, as ``template`` reads it; ``least`` and ``share``, how many bylines must agree, and what
    share of all, before the others count as departures. An aspect that the house style settles is compared with it in
    each document; one that it leaves to ``auto`` is learnt from all documents of the run.
    """

    def make(options: Options) -> Check:
        threshold = Threshold(options.integer("least", 3), options.number("share", 0.75))
        wanted = read_style(options).get(aspect)
        options.done()
        keys = (*message_keys(aspect), "model")
        if wanted is not None:
            return StructureCheck(partial(_departures, aspect, wanted), has_bylines, VALUES, keys)
        # Only another byline can have two roles in the other order; a space may be missing in one that has others.
        gate = _has_bylines(max(1, threshold.least) + (aspect == "role-order"))
        comparison = Comparison(
            facts=lambda document: tuple(samples(document, aspect)) or None,
            facts_type=tuple[Sample, ...],
            compare=partial(learn, aspect, threshold),
            gate=gate,
        )
        return StructureCheck(None, has_bylines, VALUES, keys, comparison)

    return make


def _departures(aspect: str, wanted: str, document: Document) -> Iterator[Match]:
    """Yield the departures from the style that the house has laid down."""
    for sample in samples(document, aspect):
        match = departure(aspect, sample, wanted)
        if match is not None:
            yield match


@cache
def _has_bylines(least: int) -> Gate:
    """Return the gate of documents with ``least`` bylines or more: each has one vote on the style."""
    return lambda document: len(document.bylines) >= least


CHECKS: Mapping[str, Declared] = {aspect: style_check(aspect) for aspect in ASPECTS}

#: The checks that take the style of bylines which a house lays down, as rule pages name them.
STYLE_CHECKS = tuple(f"bylines.{aspect}" for aspect in ASPECTS)
