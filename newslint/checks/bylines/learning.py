"""The style of bylines learnt from those of a run, for each house and setting by itself."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from newslint.checks.bylines.departures import Majority, departure
from newslint.checks.bylines.samples import Sample
from newslint.checks.check import Match, Place

#: A paper and its sister, beside 本报: of more houses the articles are a collection.
_HOUSES = 3
#: A byline with the index of its document.
_Found = tuple[int, Sample]


class Threshold(NamedTuple):
    """How many bylines must agree, and what share of all, before the others count as departures."""

    least: int
    share: float

    def is_clear(self, agree: int, total: int) -> bool:
        """Return True if so many of so many bylines are a clear majority."""
        return agree >= self.least and agree >= self.share * total


def learn(
    aspect: str, threshold: Threshold, facts: Sequence[tuple[int, Sequence[Sample]]]
) -> Iterator[tuple[int, Match]]:
    """Yield the bylines that depart from what a clear majority of their kind does.

    Where several papers are named, 本报 may be any of them: then its bylines are compared within a document only.
    """
    mixed = len({sample.house for _, found in facts for sample in found}) > _HOUSES
    groups: dict[tuple[int, str, str], list[_Found]] = {}
    for index, found in facts:
        for sample in found:
            document = index if mixed and not sample.house else 0
            groups.setdefault((document, sample.house, sample.setting), []).append((index, sample))
    for group in groups.values():
        yield from _by_order(group, threshold) if aspect == "role-order" else _by_value(aspect, group, threshold)


def _by_value(aspect: str, group: Sequence[_Found], threshold: Threshold) -> Iterator[tuple[int, Match]]:
    """Each byline has one vote, for what it does itself most of the time."""
    habits = [(index, sample, _habit(sample)) for index, sample in group]
    votes = Counter(habit for _, _, habit in habits if habit is not None)
    if not votes:
        return
    wanted, agree = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
    # The standard knows no half-width brackets in Chinese, however many bylines have them.
    if wanted == "()" or not threshold.is_clear(agree, len(group)):
        return
    models = _Models((index, sample) for index, sample, habit in habits if habit == wanted)
    for index, sample in group:
        match = departure(aspect, sample, wanted, Majority(len(group), agree))
        if match is not None:
            yield index, models.shown_in(match, (index, sample))


def _by_order(group: Sequence[_Found], threshold: Threshold) -> Iterator[tuple[int, Match]]:
    """Learn the order of each two roles, then put the roles of each byline in it."""
    votes = Counter((one.value, other.value) for _, sample in group for one, other in combinations(sample.marks, 2))
    settled = {pair for pair, agree in votes.items() if threshold.is_clear(agree, agree + votes[pair[::-1]])}
    models: dict[tuple[str, str], _Models] = {}
    for index, sample in group:
        roles = [mark.value for mark in sample.marks]
        wrong = next((pair for pair in combinations(roles, 2) if pair[::-1] in settled), None)
        if wrong is None:
            continue
        right = wrong[::-1]
        if right not in models:
            models[right] = _Models(
                found for found in group if right in combinations([mark.value for mark in found[1].marks], 2)
            )
        majority = Majority(votes[wrong] + votes[right], votes[right])
        match = departure("role-order", sample, " ".join(_sorted(roles, settled)), majority)
        if match is not None:
            yield index, models[right].shown_in(match, (index, sample))


def _habit(sample: Sample) -> str | None:
    """Return what a byline does most of the time; None if it does two things equally often."""
    counts = Counter(mark.value for mark in sample.marks).most_common(2)
    return None if len(counts) > 1 and counts[0][1] == counts[1][1] else counts[0][0]


def _sorted(roles: Sequence[str], settled: set[tuple[str, str]]) -> list[str]:
    """Return the roles with each two neighbours in the settled order, if there is one."""
    order = list(roles)
    for _ in order:
        for at in range(len(order) - 1):
            if (order[at + 1], order[at]) in settled:
                order[at], order[at + 1] = order[at + 1], order[at]
    return order


class _Models:
    """The bylines that do as most do, those first that do nothing else."""

    def __init__(self, found: Iterable[_Found]) -> None:
        self._ranked = sorted((len({mark.value for mark in sample.marks}), (index, sample)) for index, sample in found)
        # Two of a document are enough: one of them is another byline than the one that departs.
        self._near: dict[tuple[int, int], list[_Found]] = {}
        for mixed, model in self._ranked:
            near = self._near.setdefault((mixed, model[0]), [])
            if len(near) < 2:
                near.append(model)

    def shown_in(self, match: Match, own: _Found) -> Match:
        """Let the match point to another byline than its own: preferably one in the same document."""
        found = next((entry for entry in self._ranked[:2] if entry[1] != own), None)
        if found is None:
            return match
        mixed, farther = found
        index, model = next((near for near in self._near.get((mixed, own[0]), ()) if near != own), farther)
        place = Place(model.start, model.start + len(model.text), "model", document=None if index == own[0] else index)
        return match._replace(related=(place,))
