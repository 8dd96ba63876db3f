"""The lists of one article, each with its items, separators and introduction.

One parser reads all forms (``ordinals.Form``), both items that share a paragraph and items that begin paragraphs;
``listing`` separates the levels. A quotation or bracket is a scope of its own. Offsets are code points, ends exclusive.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from newslint.checks.lists.grammar.listing import Enumeration, Gatherer, Item
from newslint.checks.lists.grammar.ordinals import Ordinal, find_ordinals
from newslint.patterns import lazy

__all__ = ["Enumeration", "Introduction", "Item", "find_enumerations", "introduction"]

#: The longest sentence read, and the longest item, in code points.
_SENTENCE = 600
_ITEM = 3000
_POINTS = "，。；：！？、—…"
_ENDS = "。！？"
_SPACE = " \t\u3000\r\n"
_SENTENCE_END = lazy("[。！？]")


class Introduction(NamedTuple):
    """What introduces the first item: the start of the sentence and of its last clause, and the mark ("" if none)."""

    sentence: int
    clause: int
    mark_at: int
    mark: str


def find_enumerations(
    text: str, paragraphs: Sequence[tuple[int, int]], enclosures: Sequence[tuple[int, int]] = ()
) -> list[Enumeration]:
    """Return the lists of one article, in order of their first item; single ordinals are lists of one.

    ``paragraphs`` are spans of ``text`` in order; ``enclosures`` the spans of its quotations and brackets, marks
    included, sorted. Ordinals outside the paragraphs are ignored.
    """
    if not paragraphs:
        return []
    base, limit = paragraphs[0][0], paragraphs[-1][1]
    starts = [start for start, _ in paragraphs]
    gatherer = Gatherer()
    reached = list(accumulate((end for _, end in enclosures), max))
    lead = text[base - 1 : limit] if base else "\n" + text[:limit]
    for found in find_ordinals(lead):
        ordinal = found._replace(start=found.start + base - 1, end=found.end + base - 1)
        index = bisect_right(starts, ordinal.start) - 1
        if index < 0 or ordinal.end > paragraphs[index][1]:
            continue
        opens = ordinal.start == paragraphs[index][0]
        floor = paragraphs[index - 1][0] if opens and index else paragraphs[index][0]
        mark_at, mark = _mark_before(text, ordinal.start, floor)
        gatherer.add(Item(ordinal, index, opens, mark, mark_at), _scope(ordinal, enclosures, reached, (base, limit)))
    for enumeration in gatherer.found:
        _measure(text, enumeration, enclosures)
    return gatherer.found


def introduction(text: str, enumeration: Enumeration) -> Introduction:
    """Return what introduces the first item of ``enumeration``; after a full stop that is the sentence it ends."""
    first = enumeration.items[0]
    low = enumeration.scope[0] + (enumeration.scope[0] > 0 and text[enumeration.scope[0]] in "“‘「『（")
    high = max(low, first.mark_at)
    low = max(low, high - _SENTENCE)
    line = max(text.rfind("\n", low, high), text.rfind("\r", low, high)) + 1
    sentence = max(low, line, *(text.rfind(mark, low, high) + 1 for mark in _ENDS))
    clause = max(sentence, *(text.rfind(mark, low, high) + 1 for mark in "，；：、—…"))
    return Introduction(sentence, clause, first.mark_at, first.mark)


def _scope(
    ordinal: Ordinal, enclosures: Sequence[tuple[int, int]], reached: Sequence[int], article: tuple[int, int]
) -> tuple[int, int]:
    """Return the innermost quotation or bracket around the ordinal, not counting the brackets of （一） itself.

    ``reached`` is, for each enclosure, the farthest end of it and those before it: most ordinals are in none.
    """
    index = bisect_right(enclosures, (ordinal.start, 0)) - 1
    while index >= 0 and reached[index] > ordinal.end:
        start, end = enclosures[index]
        if start < ordinal.start and end > ordinal.end:
            return (start, end)
        index -= 1
    return article


def _mark_before(text: str, at: int, floor: int) -> tuple[int, str]:
    """Return the offset and the mark before ``at`` and white space; (``at``, "") if there is none, or 其中."""
    index = at - 1
    if text.startswith("其中", max(floor, at - 2)) and at - 2 >= floor:
        return at, ""
    while index >= floor and text[index] in _SPACE:
        index -= 1
    if index >= floor and text[index] in _POINTS:
        return index, text[index]
    return at, ""


def _measure(text: str, enumeration: Enumeration, enclosures: Sequence[tuple[int, int]]) -> None:
    """Fill in where each item ends and its first inner full stop."""
    items = enumeration.items
    for place, item in enumerate(items):
        start = item.ordinal.end
        if place + 1 < len(items):
            # If an item is only its ordinal, the mark before the next one is part of that ordinal.
            end = max(start, items[place + 1].mark_at)
            items[place] = item._replace(stop=_stop(text, start, end, enclosures), end=end)
        else:
            limit = min(enumeration.scope[1], start + _ITEM)
            ends = (_stop(text, start, limit, enclosures), text.find("\n", start, limit))
            items[place] = item._replace(end=min((at for at in ends if at is not None and at >= 0), default=limit))


def _stop(text: str, start: int, end: int, enclosures: Sequence[tuple[int, int]]) -> int | None:
    """Return the first full stop from ``start`` to ``end`` outside the quotations and brackets that begin there."""
    for match in _SENTENCE_END.finditer(text, start, end):
        at: int = match.start()
        before = enclosures[bisect_right(enclosures, (start, 0)) : bisect_right(enclosures, (at, 0))]
        if not any(opened < at < closed for opened, closed in before):
            return at
    return None
