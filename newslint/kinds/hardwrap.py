"""Passages whose lines were all cut at one width, as old editors and mail programs do.

Such a passage is one fault, however many words it cuts. What joins its lines again must keep the real ends of paragraphs:
a short line, a line before an indented one, a blank line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newslint.document import Document
from newslint.finding import Edit
from newslint.structure import Block, BlockKind, is_terminal

#: Lines in a row from which a common width is no chance.
_LEAST_LINES = 4
#: The narrowest and the widest column, in half-width cells: 12 and 60 characters.
_NARROW, _WIDE = 24, 120
#: Cells that a line may fall short of the width: a mark that may not begin a line, or one of two cells that did not fit.
_SLACK = 4
_PROSE = (BlockKind.BODY, BlockKind.SUBHEADLINE, BlockKind.HEADLINE, BlockKind.LIST, BlockKind.SIGNATURE)
_INDENT = " \u3000\t"


class Passage(NamedTuple):
    """A hard-wrapped passage: the blocks ``first`` to ``last`` (inclusive), its width in characters, what rejoins it."""

    first: int
    last: int
    width: int
    edits: tuple[Edit, ...]


def hard_wrapped(document: Document) -> tuple[Passage, ...]:
    """Return the hard-wrapped passages of ``document``, in order."""
    blocks = document.blocks
    passages = []
    index = 0
    while index < len(blocks):
        end = _reach(document, blocks, index)
        if end - index >= _LEAST_LINES:
            passage = _passage(document, blocks, index, end)
            if passage is not None:
                passages.append(passage)
                index = end
                continue
        index += 1
    return tuple(passages)


def _reach(document: Document, blocks: Sequence[Block], first: int) -> int:
    """Return the end of the run of prose lines from ``first`` on that could have been cut at one width."""
    width = _cells(document, blocks[first])
    if not _NARROW - _SLACK <= width <= _WIDE:
        return first
    index = first
    while index < len(blocks) and blocks[index].kind in _PROSE and blocks[index].article == blocks[first].article:
        cells = _cells(document, blocks[index])
        if cells > width + 2 or (cells < width - _SLACK and index == first):
            break
        width = max(width, cells)
        index += 1
    return index


def _passage(document: Document, blocks: Sequence[Block], first: int, end: int) -> Passage | None:
    cells = [_cells(document, block) for block in blocks[first:end]]
    width = max(cells)
    full = [number >= width - _SLACK for number in cells]
    # The cut falls where it falls: nearly all full lines stop in the middle of a sentence, nearly all short ones at its end.
    cut = [index for index in range(first, end - 1) if full[index - first] and not is_terminal(blocks[index].text)]
    ends = [index for index in range(first, end) if not full[index - first]]
    if 2 * len(ends) > end - first or len(cut) < _LEAST_LINES - 1 or len(cut) < 0.6 * (end - first - 1 - len(ends)):
        return None
    if sum(is_terminal(blocks[index].text) for index in ends) < 0.7 * len(ends):
        return None
    # Lines of a list or a table of names are of one length too, but each begins anew: running text holds commas and stops.
    if sum(_runs_on(blocks[index].text) for index in range(first, end)) < 0.5 * (end - first):
        return None
    while end - 1 > first and not full[end - 1 - first] and not full[end - 2 - first]:
        end -= 1
    edits = tuple(_edits(document, blocks, first, end, full))
    return Passage(first, end - 1, width // 2, edits) if len(edits) >= _LEAST_LINES - 1 else None


def _runs_on(text: str) -> bool:
    return "，" in text or "。" in text


def _edits(document: Document, blocks: Sequence[Block], first: int, end: int, full: Sequence[bool]) -> Iterator[Edit]:
    """Yield the removal of each line end inside a paragraph."""
    gaps = [document.text[upper.end : lower.start] for upper, lower in pairwise(blocks[first:end])]
    marked = any(map(_parts, gaps))
    for index, gap in enumerate(gaps, first):
        upper = blocks[index]
        # A full line that ends a sentence may end a paragraph, unless the text shows in another way where paragraphs end.
        if full[index - first] and not gap.strip() and not _parts(gap) and (marked or not is_terminal(upper.text)):
            yield Edit(upper.end, upper.end + len(gap), "")


def _parts(gap: str) -> bool:
    """Whether what lies between two lines shows that a paragraph ends there: a blank line or an indentation."""
    return gap.count("\n") > 1 or gap[-1] in _INDENT


def _cells(document: Document, block: Block) -> int:
    """Return the width of the line of ``block`` with its indentation, in half-width cells."""
    line = document.text[document.line_starts[block.line - 1] : block.end]
    # In GBK what is set two cells wide takes two bytes; counting so is done in C.
    return len(line.encode("gbk", "replace"))
