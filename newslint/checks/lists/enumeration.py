"""The lists of a document, found once for all checks that look at one list after the other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.lists.grammar.enumerations import Enumeration, find_enumerations
from newslint.checks.lists.grammar.ordinals import SIGNALS, Form
from newslint.document import Document
from newslint.document.structure import BlockKind

#: Blocks without items of a list: an ordinal there heads or labels something.
_APART = (BlockKind.TABLE, BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.CAPTION)


def list_check(
    fault: Callable[[Document, Enumeration], Iterator[Match]], values: Sequence[str] = (), messages: Sequence[str] = ()
) -> AnchorCheck:
    """Return the check that looks for ``fault`` in every list of a document.

    Lists are found by structure; the anchors only spare the documents that have none.
    """

    def find(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        for enumeration in document.once(enumerations):
            yield from fault(document, enumeration)

    return AnchorCheck(find, SIGNALS, values, messages)


def enumerations(document: Document) -> list[Enumeration]:
    """Return the lists of a document, article by article."""
    found: list[Enumeration] = []
    enclosures = sorted((pair.start, pair.end) for pair in document.pairing.pairs)
    starts = [start for start, _ in enclosures]
    for article in document.articles:
        own = enclosures[bisect_left(starts, article.start) : bisect_left(starts, article.end)]
        paragraphs = [(block.start, block.end) for block in article.blocks if block.kind not in _APART]
        found.extend(_joined(find_enumerations(document.view, paragraphs, own)))
    return found


def _joined(lists: list[Enumeration]) -> Iterator[Enumeration]:
    """Yield the lists, a repeated first number joined to what it repeats: 一是…；一是…；三是… is one list."""
    for index, enumeration in enumerate(lists):
        following = lists[index + 1] if index + 1 < len(lists) else None
        if following is not None and _repeats_first(enumeration, following):
            following.items[:0] = enumeration.items
            continue
        yield enumeration


def _repeats_first(one: Enumeration, other: Enumeration) -> bool:
    if len(one.items) != 1 or len(other.items) < 2 or one.form is not other.form or one.scope != other.scope:
        return False
    first, second = one.items[0], other.items[0]
    if one.form in (Form.FIRST, Form.SIDE) or not (
        first.paragraph == second.paragraph or (first.opens and second.opens)
    ):
        return False
    return [item.ordinal.number for item in (*one.items, *other.items[:2])] == [1, 1, 3]
