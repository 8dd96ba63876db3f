"""Faults in enumerations: one parse of a document serves every rule of this kind."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.lists import enumeration_marks, enumeration_numbers
from newslint.checks.lists.grammar.enumerations import Enumeration as List
from newslint.checks.lists.grammar.enumerations import find_enumerations
from newslint.checks.lists.grammar.ordinals import SIGNALS, Form
from newslint.checks.options import Options
from newslint.document import Document
from newslint.document.structure import BlockKind

#: Blocks without items of a list: an ordinal there heads or labels something.
_APART = (BlockKind.TABLE, BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.CAPTION)

_FAULTS: dict[str, Callable[[Document, List], Iterator[Match]]] = {
    "comma-head": enumeration_marks.comma_head,
    "count": enumeration_marks.wrong_count,
    "form": enumeration_numbers.mixed_forms,
    "gap": enumeration_numbers.gap,
    "level": enumeration_numbers.reversed_level,
    "lost-shi": enumeration_numbers.lost_shi,
    "mark": enumeration_numbers.wrong_mark,
    "number-comma": enumeration_numbers.number_comma,
    "orphan": enumeration_numbers.orphan,
    "separator": enumeration_marks.mixed_separators,
    "shi-comma": enumeration_numbers.comma_after_shi,
    "sign": enumeration_numbers.mixed_signs,
    "stop-inside": enumeration_marks.stop_inside,
}


class Enumeration:
    """Options: ``fault``, which fault of a list the rule reports.

    ``comma-head``, ``count``, ``separator``, ``stop-inside`` look at the marks and the announced count; ``form``,
    ``gap``, ``level``, ``lost-shi``, ``mark``, ``number-comma``, ``orphan``, ``shi-comma``, ``sign`` at the ordinals.
    """

    # The list is found by structure; the anchors only spare the texts that have none.
    anchors: Sequence[str] = SIGNALS

    def __init__(self, options: Options) -> None:
        self._fault = options.chosen("fault", _FAULTS)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the places in ``document`` that have the fault, list by list."""
        for enumeration in document.once(enumerations):
            yield from self._fault(document, enumeration)


def enumerations(document: Document) -> list[List]:
    """Return the lists of a document, article by article; computed once for all rules through ``Document.once``."""
    found: list[List] = []
    enclosures = sorted((pair.start, pair.end) for pair in document.pairing.pairs)
    starts = [start for start, _ in enclosures]
    for article in document.articles:
        own = enclosures[bisect_left(starts, article.start) : bisect_left(starts, article.end)]
        paragraphs = [(block.start, block.end) for block in article.blocks if block.kind not in _APART]
        found.extend(_joined(find_enumerations(document.view, paragraphs, own)))
    return found


def _joined(lists: list[List]) -> Iterator[List]:
    """Yield the lists, a repeated first number joined to what it repeats: 一是…；一是…；三是 is one list with a
    slip.
    """
    for index, enumeration in enumerate(lists):
        following = lists[index + 1] if index + 1 < len(lists) else None
        if following is not None and _repeats_first(enumeration, following):
            following.items[:0] = enumeration.items
            continue
        yield enumeration


def _repeats_first(one: List, other: List) -> bool:
    if len(one.items) != 1 or len(other.items) < 2 or one.form is not other.form or one.scope != other.scope:
        return False
    first, second = one.items[0], other.items[0]
    if one.form in (Form.FIRST, Form.SIDE) or not (
        first.paragraph == second.paragraph or (first.opens and second.opens)
    ):
        return False
    return [item.ordinal.number for item in (*one.items, *other.items[:2])] == [1, 1, 3]
