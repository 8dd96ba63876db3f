"""Clauses repeated at once after a comma or semicolon: 会议强调要抓落实，要抓落实，….

Nearly all texts have none: one search over the whole text shows that, and the others are read block by block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from newslint.checks.check import Match, Place
from newslint.checks.repeats.gates import CLAUSE, clauses_again
from newslint.chinese.segmentation import cost
from newslint.document import Document
from newslint.document.structure import Block
from newslint.patterns import lazy

#: A clause in a quotation has at least this many: people do repeat short ones when they speak.
QUOTED_CLAUSE = 7

_STOPS = frozenset("。！？")
#: How a clause begins that says something about the one before it.
_BUILT = ("就", "便", "才", "则", "自然", "方能", "也是", "不是", "意味着", "等于")
#: What is said again and again by itself, and so may be told twice: 磕了又磕, 走啊走.
_INSISTS = lazy(r"(.{1,2})(?:了又|又|啊|呀|哪|来)\1[了着]?$|一(.)又一\2$|再(.)再\3$")
_CLAUSES = lazy(r"[^，。；：！？、…—“”‘’（）《》\s\ufffc]+|[，；]|.")
_AFTER_MARK = lazy(rf"[，；]([^，。；：！？、…—“”‘’（）《》\s\ufffc]{{{CLAUSE},}})")


def repeated_clauses(document: Document) -> Iterator[Match]:
    """A clause repeated at once after a comma or semicolon; the match is the second with the mark before it."""
    if not document.once(clauses_again):
        return
    for block in _blocks_with_repeats(document):
        parts = _CLAUSES.findall(block.text)
        repeated = [
            index
            for index, part in enumerate(parts)
            if index >= 2 and len(part) >= CLAUSE and parts[index - 1] in "，；" and _is_repeated(parts, index)
        ]
        starts = list(accumulate(map(len, parts), initial=block.start))
        for place, index in enumerate(repeated):
            part, at = parts[index], starts[index]
            end = at + len(part)
            # The nearest ones tell: what separates them from it separates those farther off.
            if _has_another(parts, index, [*repeated[max(0, place - 1) : place], *repeated[place + 1 : place + 2]]):
                continue
            whole = len(parts[index - 2]) == len(part) >= QUOTED_CLAUSE
            if whole or not document.inside(at, end, "quotation"):
                first = Place(at - 1 - len(part), at - 1, "first")
                yield Match(at - 1, end, "", values={"unit": part}, related=(first,))


def _has_another(parts: Sequence[str], index: int, others: Sequence[int]) -> bool:
    """Return True if one of the ``others`` that are repeated is in the same sentence, as in verse, or a parallel one
    follows.
    """
    if len(parts[index - 2]) > len(parts[index]) and parts[index + 1 : index + 2] == ["；"]:
        return True
    return any(_STOPS.isdisjoint(parts[min(other, index) : max(other, index)]) for other in others)


def _is_repeated(parts: Sequence[str], index: int) -> bool:
    """Return True if the clause before clause ``index`` ends with it, and that is no emphasis.

    If that clause has more before it, a word must end there, and nothing may be built on the repetition: 都来家乡看球，
    来家乡看球，就是……; 便有了好戏，有了好戏，便…….
    """
    part, earlier = parts[index], parts[index - 2]
    if _INSISTS.match(part):
        return False
    following = parts[index + 1] if index + 1 < len(parts) else "。"
    if not earlier.endswith(part) or following not in "，；。”" or not part:
        return False
    preceding = parts[index - 3] if index >= 3 else "。"
    if len(earlier) > len(part):
        left = earlier[: -len(part)]
        goes_on = index + 2 < len(parts) and parts[index + 2].startswith(_BUILT)
        return not goes_on and cost(left) + cost(part) - cost(earlier) < 0.01
    # The repetition may be the whole sentence: 一个都不能少，一个都不能少。 Three times are a refrain.
    alone = preceding in "。！？“" and following in "。”"
    return preceding in "，。；：！？“" and not alone and (index + 2 >= len(parts) or parts[index + 2] != part)


def _blocks_with_repeats(document: Document) -> list[Block]:
    """Return the blocks in which a clause follows a comma or semicolon that comes after the same characters, in
    order.
    """
    view, blocks = document.view, document.blocks
    found = {
        document.block_index(clause.start())
        for clause in _AFTER_MARK.finditer(view)
        if view.endswith(clause[1], 0, clause.start())
    }
    return [blocks[index] for index in sorted(found) if index >= 0]
