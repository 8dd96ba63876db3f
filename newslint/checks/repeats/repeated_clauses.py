"""Clauses that a comma or semicolon parts from the same clause before it: 会议强调要抓落实，要抓落实，….

Nearly all texts have none: one search over the whole text tells so, and the others are looked at block by block.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newslint.checks.check import Match
from newslint.chinese.segmentation import cost
from newslint.document import Document
from newslint.document.clauses import clause_stretches
from newslint.document.structure import Block
from newslint.patterns import lazy

#: A repeated clause has at least this many characters.
CLAUSE = 4
#: A clause within a quotation has at least this many: people do repeat short ones.
QUOTED_CLAUSE = 7

_CLAUSES = lazy(r"[^，。；：！？、…—“”‘’（）《》\s\ufffc]+|[，；]|.")


def has_repeated_clauses(document: Document) -> bool:
    """Whether any clause may be repeated at once: what is asked before anything is looked at closely."""
    return bool(document.once(_suspects))


def repeated_clauses(document: Document) -> Iterator[Match]:
    """Yield clauses repeated at once after a comma or semicolon; the span is the second with the mark before it."""
    for block in _blocks_with(document, document.once(_suspects)):
        parts = _CLAUSES.findall(block.text)
        at = block.start
        for index, part in enumerate(parts):
            if index >= 2 and len(part) >= CLAUSE and parts[index - 1] in "，；" and _is_repeated(parts, index):
                end = at + len(part)
                if len(part) >= QUOTED_CLAUSE or not document.inside(at, end, "quotation"):
                    first = (at - 1 - len(part), at - 1, "前面刚写过")
                    yield Match(at - 1, end, "", values={"unit": part}, related=(first,))
            at += len(part)


def _is_repeated(parts: Sequence[str], index: int) -> bool:
    """Whether clause ``index`` is what the clause before it ends with, and that is no emphasis.

    Where more stands before it in that clause, words must end there.
    """
    part, earlier = parts[index], parts[index - 2]
    following = parts[index + 1] if index + 1 < len(parts) else "。"
    if not earlier.endswith(part) or following not in "，；。”" or not part:
        return False
    preceding = parts[index - 3] if index >= 3 else "。"
    if len(earlier) > len(part):
        left = earlier[: -len(part)]
        return cost(left) + cost(part) - cost(earlier) < 0.01
    # Said twice and nothing else said: 一个都不能少，一个都不能少。 Said three times: a refrain.
    alone = preceding in "。！？" and following == "。"
    return preceding in "，。；：！？“" and not alone and (index + 2 >= len(parts) or parts[index + 2] != part)


def _suspects(document: Document) -> frozenset[str]:
    """Return the clauses with which, anywhere, the one before ends: nearly all texts have none."""
    found: set[str] = set()
    last = ""
    for parts in clause_stretches(document):
        clauses = [last, *[part for part in parts if len(part) >= CLAUSE]]
        if any(map(str.endswith, clauses, clauses[1:])):
            found.update(clause for earlier, clause in pairwise(clauses) if earlier.endswith(clause))
        last = clauses[-1]
    return frozenset(found)


def _blocks_with(document: Document, clauses: Iterable[str]) -> list[Block]:
    """Return the blocks that hold one of the clauses, in order."""
    view = document.view
    found = set()
    for clause in clauses:
        at = view.find(clause)
        while at >= 0:
            found.add(document.block_index(at))
            at = view.find(clause, at + 1)
    return [document.blocks[index] for index in sorted(found) if index >= 0]
