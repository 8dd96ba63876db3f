"""Spans of a text: the pairs of quotes and brackets in it, what a rule may spare, and what comments disable.

Offsets are code points, from 0, ends exclusive.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from newslint.chinese.characters import BYTE
from newslint.document.articles import Article
from newslint.document.marks.pairmarks import Misfit, Pair, Pairing
from newslint.document.marks.plain_pairs import plain_pairs

_OPENERS = {"quotation": frozenset("“‘「『"), "title": frozenset("《〈"), "bracket": frozenset("（〔［【")}
#: The kinds of spans that a rule may spare.
SPARED = (*_OPENERS, "byline")


class Span(NamedTuple):
    """A part of the text: code points ``start`` to ``end``, exclusive."""

    start: int
    end: int


class DisabledRange(NamedTuple):
    """What one word of a directive disables: rules that match ``selector`` ("" for all), from ``first`` to before
    ``last``.

    A finding is disabled if it begins in that range. ``start`` and ``end`` are the place of the word; for "", of the
    directive's name.
    """

    selector: str
    start: int
    end: int
    first: int
    last: int


def touching(spans: Iterable[tuple[int, int]]) -> Callable[[int, int], bool]:
    """Return what tells whether any of ``spans``, in any order, has a character between a start and an end."""
    starts, ends = reaches(sorted(spans))

    def touches(start: int, end: int) -> bool:
        index = bisect_left(starts, end) - 1
        return index >= 0 and ends[index] > start

    return touches


def pair_up(classes: bytes, articles: Iterable[Article]) -> Pairing:
    """Return the quotes and brackets of a text with these class bytes, paired within each article."""
    pairs: list[Pair] = []
    misfits: list[Misfit] = []
    for article in articles:
        paragraphs = [(block.start, block.end) for block in article.blocks]
        plain = plain_pairs(classes, paragraphs)
        if plain is not None:
            pairs.extend(plain)
            continue
        from newslint.document.marks.pairs import find_pairs  # the marks of most articles are plain

        found = find_pairs(classes, paragraphs)
        pairs.extend(found.pairs)
        misfits.extend(found.misfits)
    return Pairing(tuple(pairs), tuple(misfits))


def enclosed(pairs: Iterable[Pair], kind: str) -> list[tuple[int, int]]:
    """Return the spans, including marks, of the pairs of ``kind``: quotation, title or bracket."""
    codes = {BYTE[mark] for mark in _OPENERS[kind]}
    return [(pair.start, pair.end) for pair in pairs if pair.opener in codes]


def reaches(spans: Iterable[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return sorted starts, and for each the greatest end of all spans that start there or before.

    One search then tells whether a span is inside any other; the spans may overlap and nest.
    """
    ordered = sorted(spans)
    return [start for start, _ in ordered], [*accumulate([end for _, end in ordered], max)]


def characters_without(text: str, spans: Sequence[tuple[int, int]]) -> int:
    """Return how many characters of ``text`` are neither white space nor in ``spans``, which may overlap."""
    if spans:
        starts, ends = zip(*sorted(spans), strict=True)
        behind = (0, *accumulate(ends, max))
        text = "".join([text[begin:stop] for begin, stop in zip(behind, (*starts, len(text)), strict=True)])
    return len("".join(text.split()))


def surroundings(text: str, start: int, end: int, marks: str, most: int) -> tuple[int, int]:
    """Return the stretch around a span up to the next of ``marks``, at most ``most`` characters on either side."""
    first, last = max(0, start - most), min(len(text), end + most)
    opens = max(first, *(text.rfind(mark, first, start) + 1 for mark in marks))
    return opens, min([at for mark in marks if (at := text.find(mark, end, last)) >= 0], default=last)
