"""Where the anchors of rules stand in a text: one scan for all of them, and the hits of those who look for the same
ones.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from newslint.checks.check import Hit

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

#: A place of a literal: its number, start and end.
_Place = tuple[int, int, int]

#: From so many characters on, one after another, making the automaton takes less time than looking for each literal.
_LITTLE = 6_000
#: How many characters are searched at once.
_STRETCH = 100_000

_new = tuple.__new__
_by_start = itemgetter(1)
_by_place = itemgetter(1, 2)


class Anchors:
    """Lists of literals to be found in texts; the automaton for all of them is built once and serves every text."""

    def __init__(self, lists: Iterable[Sequence[str]]) -> None:
        owners: dict[str, list[tuple[int, int]]] = {}
        for index, literals in enumerate(lists):
            for number, literal in enumerate(literals):
                owners.setdefault(literal, []).append((index, number))
        self._literals = list(owners)
        # For each literal, the lists that it stands in and its number there.
        self._owners = list(owners.values())
        self._scanned = 0

    def hits(self, view: str) -> Iterable[tuple[int, Sequence[Hit]]]:
        """Give, for each list of which a literal stands in ``view``, its index and the hits in order of place;
        overlapping ones too.
        """
        return self._hits_of(self._places(view)) if len(view) <= _STRETCH else self._hits_in_long(view)

    def _hits_of(self, places: Iterable[_Place]) -> Iterable[tuple[int, Sequence[Hit]]]:
        found: dict[int, list[Hit]] = {}
        owners = self._owners
        for literal, start, end in places:
            for index, number in owners[literal]:
                # A record's own constructor takes three times as long.
                hit = _new(Hit, (number, start, end))
                if index in found:
                    found[index].append(hit)
                else:
                    found[index] = [hit]
        return found.items()

    def _hits_in_long(self, view: str) -> Iterator[tuple[int, Sequence[Hit]]]:
        """Yield what ``hits`` gives of a long text. It has many, and a tuple for each would take more room than the
        text.

        So each is packed into one number: where it begins, how long it is, and which literal of the list. What has been
        given is let go at once.
        """
        found: dict[int, array[int]] = {}
        owners = self._owners
        # Of a long text all places at once would take more room than the text, too.
        for base in range(0, len(view), _STRETCH):
            # What begins in one stretch may end in the next.
            for literal, start, end in self._places(view[base : base + _STRETCH + self._longest - 1]):
                if start >= _STRETCH:
                    break
                for index, number in owners[literal]:
                    packed = base + start << 32 | end - start << 16 | number
                    if index in found:
                        found[index].append(packed)
                    else:
                        found[index] = array("Q", (packed,))
        while found:
            index, hits = found.popitem()
            yield index, [_new(Hit, (hit & 0xFFFF, hit >> 32, (hit >> 32) + (hit >> 16 & 0xFFFF))) for hit in hits]

    def _places(self, view: str) -> list[_Place]:
        """Return the places of all literals in ``view``, in order."""
        self._scanned += len(view)
        if self._scanned <= _LITTLE:
            return self._few_places(view)
        if not self._literals:
            return []
        # They come in order of their ends.
        places: list[_Place] = self._automaton.find_matches_as_indexes(view, overlapping=True)
        places.sort(key=_by_start)
        return places

    def _few_places(self, view: str) -> list[_Place]:
        """Return the places in a short text, for which the automaton is not worth building."""
        places = []
        alphabet = frozenset(view)
        for number, literal in enumerate(self._literals):
            if alphabet.issuperset(literal):
                start = view.find(literal)
                while start >= 0:
                    places.append((number, start, start + len(literal)))
                    start = view.find(literal, start + 1)
        places.sort(key=_by_place)
        return places

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._literals), default=1)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick(self._literals, implementation=Implementation.ContiguousNFA, store_patterns=False)
