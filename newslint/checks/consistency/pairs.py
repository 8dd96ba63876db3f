"""Two forms of one thing among the places of all forms."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any, NamedTuple

#: Of a form that has more places, only so many are looked at for the other beside it.
_LOOKED_AT = 200
#: From so many forms on that differ in one place only, the place is what tells them apart.
_SERIES = 50


class At(NamedTuple):
    """A mention with the index of its document, and its number among the mentions there."""

    document: int
    place: Any
    number: int


#: The places of each form, in order.
Places = Mapping[str, Sequence[At]]


class Pair(NamedTuple):
    """Two forms of one thing; with ``doubtful`` they may well be of two, and are no error.

    ``better`` is the only form that a fix may write, or "" if both may: where the usual one is worse, other rules would
    change it back. ``right`` is the form that is right however rare it is, "" if that is not known.
    """

    one: str
    other: str
    doubtful: bool = False
    better: str = ""
    right: str = ""


def share_an_article(one: Iterable[At], other: Iterable[At]) -> bool:
    """Return True if some article has both forms."""
    articles = {(at.document, at.place.article) for at in one}
    return any((at.document, at.place.article) in articles for at in other)


def side_by_side(one: Sequence[At], other: Sequence[At], beside: Callable[[Any, Any], bool]) -> bool:
    """Return True if somewhere ``beside`` is true of a place of one form and the next, which is of the other form."""
    looked_at = (*one[:_LOOKED_AT], *other[:_LOOKED_AT])
    ordered = sorted(looked_at, key=lambda at: (at.document, at.place.start))
    return any(
        first.document == second.document
        and first.place.form != second.place.form
        and beside(first.place, second.place)
        for first, second in pairwise(ordered)
    )


def one_apart(forms: Iterable[str]) -> Iterator[tuple[str, str, int]]:
    """Yield the pairs of forms of one length that differ in a single character, and the index of that character.

    Many forms that differ in the same place are a series, not slips, and are passed over.
    """
    by_length: dict[int, list[str]] = {}
    for form in forms:
        by_length.setdefault(len(form), []).append(form)
    for length, alike in by_length.items():
        for at in range(length if len(alike) > 1 else 0):
            series: dict[str, list[str]] = {}
            for form in alike:
                series.setdefault(form[:at] + form[at + 1 :], []).append(form)
            for same in series.values():
                if 1 < len(same) <= _SERIES:
                    yield from ((one, other, at) for one, other in combinations(same, 2))
