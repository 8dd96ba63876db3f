"""One scan of a text for the anchors of all rules."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from operator import add, itemgetter
from typing import TYPE_CHECKING

from newslint.checks.check import Hit
from newslint.patterns import lazy

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

#: An occurrence of a literal: its number, start and end.
_Occurrence = tuple[int, int, int]

#: Above this many characters in all, building the automaton is cheaper than looking for each literal in turn.
_LITTLE = 6_000
#: How many characters are searched at once.
_STRETCH = 100_000

_SURROGATE = lazy(r"[\ud800-\udfff]")
#: A run of one character from its start, and how much of it is searched at either end.
_LONG_RUN = lazy(r"(.)(?<!\1\1)\1{499,}", re.DOTALL)
_END_OF_RUN = 100
#: A chain repeats up to so many characters; so much of it is searched at either end, and so often one is looked for.
_LINK, _END_OF_CHAIN, _STEP = 8, 4_000, 5_000
_by_start = itemgetter(1)
_by_place = itemgetter(1, 2)


def _emptied(run: re.Match[str]) -> str:
    """Return a run with nothing in its middle."""
    char, size = run[1], len(run[0])
    return char * _END_OF_RUN + "\0" * (size - 2 * _END_OF_RUN) + char * _END_OF_RUN


def _without_chains(view: str) -> str:
    """Return ``view`` with nothing in the middle of what only repeats a few characters."""
    parts = []
    done = at = 0
    while at < len(view):
        links = (view[at : at + size] * (_STEP // size) for size in range(1, _LINK + 1))
        link = next((link for link in links if link and view.startswith(link, at)), "")
        end = at
        while link and view.startswith(link, end):
            end += len(link)
        if end - at > 2 * _END_OF_CHAIN:
            parts += [view[done : at + _END_OF_CHAIN], "\0" * (end - at - 2 * _END_OF_CHAIN)]
            done = end - _END_OF_CHAIN
        at = max(end, at + _STEP)
    return "".join([*parts, view[done:]])


class Anchors:
    """Lists of literals to find in texts; one automaton for all of them is built once."""

    def __init__(self, lists: Iterable[Sequence[str]]) -> None:
        self._lists = tuple(lists)
        self._scanned = 0

    def hits(self, view: str) -> Iterable[tuple[int, Sequence[Hit]]]:
        """Yield (list index, hits sorted by start) for every list with a literal in ``view``; hits may overlap.

        The lists come in order.
        """
        self._scanned += len(view)
        if self._scanned <= _LITTLE:
            return self._hits_in_short(view)
        return self._hits_of(self._occurrences(view)) if len(view) <= _STRETCH else self._hits_in_long(view)

    def _hits_in_short(self, view: str) -> Iterator[tuple[int, Sequence[Hit]]]:
        """Yield the hits in a short text, for which the automaton is not worth building."""
        # Hardly any literal begins with two characters that stand side by side in the text.
        beginnings = {*view, *map(add, view, view[1:])}
        for index, literals in enumerate(self._lists):
            hits = []
            for number, literal in enumerate(literals):
                if literal[:2] in beginnings:
                    start = view.find(literal)
                    while start >= 0:
                        hits.append(Hit(number, start, start + len(literal)))
                        start = view.find(literal, start + 1)
            if hits:
                hits.sort(key=_by_place)
                yield index, hits

    def _hits_of(self, occurrences: Iterable[_Occurrence]) -> Iterable[tuple[int, Sequence[Hit]]]:
        found: dict[int, list[Hit]] = {}
        owners = self._owners
        for literal, start, end in occurrences:
            for index, number in owners[literal]:
                found.setdefault(index, []).append(Hit(number, start, end))
        return sorted(found.items(), key=itemgetter(0))

    def _hits_in_long(self, view: str) -> Iterator[tuple[int, Sequence[Hit]]]:
        """Yield the hits in a long text, each packed into one number until its list is due.

        A long text has so many hits that a tuple for each would take more memory than the text. Nothing is looked for
        in the middle of a long run of one character or of a few: rules that look at runs see them from their start.
        """
        view = _without_chains(_LONG_RUN.sub(_emptied, view))
        found: dict[int, array[int]] = {}
        owners = self._owners
        for base in range(0, len(view), _STRETCH):
            # What begins in one stretch may end in the next.
            for literal, start, end in self._occurrences(view[base : base + _STRETCH + self._longest - 1]):
                if start >= _STRETCH:
                    break
                for index, number in owners[literal]:
                    packed = base + start << 36 | end - start << 20 | number
                    found.setdefault(index, array("Q")).append(packed)
        for index in sorted(found):
            hits = found.pop(index)
            yield index, [Hit(hit & 0xFFFFF, hit >> 36, (hit >> 36) + (hit >> 20 & 0xFFFF)) for hit in hits]

    def _occurrences(self, view: str) -> list[_Occurrence]:
        """Return the occurrences of all literals in ``view``, sorted by start."""
        if not self._by_literal:
            return []
        try:
            found: list[_Occurrence] = self._automaton.find_matches_as_indexes(view, overlapping=True)
        except UnicodeEncodeError:  # half a character, which only a text from a program may have
            found = self._automaton.find_matches_as_indexes(_SURROGATE.sub("\ufffd", view), overlapping=True)
        found.sort(key=_by_start)
        return found

    @cached_property
    def _by_literal(self) -> dict[str, list[tuple[int, int]]]:
        """For each literal, the lists that have it and its number there."""
        owners: dict[str, list[tuple[int, int]]] = {}
        for index, literals in enumerate(self._lists):
            for number, literal in enumerate(literals):
                owners.setdefault(literal, []).append((index, number))
        return owners

    @cached_property
    def _owners(self) -> list[list[tuple[int, int]]]:
        return list(self._by_literal.values())

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._by_literal), default=1)

    @cached_property
    def _automaton(self) -> AhoCorasick:
        from ahocorasick_rs import AhoCorasick, Implementation

        return AhoCorasick(list(self._by_literal), implementation=Implementation.ContiguousNFA, store_patterns=False)
