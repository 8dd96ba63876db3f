"""The width of the column that a page was cut in, read from the lines themselves.

Of each line one can tell at which widths it could have been cut: it is no longer than the width, but for marks that
hang over its end, and the first character, number or foreign word of the next line would not have fitted any more.
Lengths are counted in code points or in half-width cells, whichever agrees better.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from newslint.document import Document
from newslint.document.structure import Block
from newslint.patterns import lazy

_HANGING = "，。、；：！？…—”’）》」』】〕,.;:!?)%％"
#: What stays together at the beginning of a line: opening marks, a character, number or foreign word, what may not
#: begin a line.
_UNIT = lazy("[“‘（《「『【〔(]*(?:[0-9A-Za-z.,%-]+|.)[，。、；：！？…—”’）》」』】〕,;:!?)]*")


class Column(NamedTuple):
    """A width, and how lengths are counted: ``unit`` is 1 for code points, 2 for half-width cells (two to a character).

    ``lines`` tells how many of the lines asked about may have been cut at it.
    """

    lines: int
    width: int
    unit: int


class Extent(NamedTuple):
    """The widths, from ``low`` to ``high``, at which a line may have been cut.

    ``length`` is the width of the line with its indentation.
    """

    low: int
    length: int
    high: int

    def cut_at(self, width: int, slack: int = 0) -> bool:
        """Return True if ``width`` is one of them, give or take ``slack``."""
        return self.low - slack <= width <= self.high + slack


def common_column(document: Document, indexes: Sequence[int]) -> Column:
    """Return the column that most of the lines ``indexes`` (of blocks, at least one) may have been cut at."""
    return max(_common(document, indexes, unit) for unit in (2, 1))


class Extents:
    """The widths at which the line of each block may have been cut, measured as ``column`` is, when asked for."""

    def __init__(self, document: Document, column: Column) -> None:
        self._document = document
        self._unit = column.unit

    def __getitem__(self, index: int) -> Extent:
        return _extent(self._document, index, self._unit)

    def fits(self, index: int, width: int) -> bool:
        """Return True if the line of the block ``index`` may have been cut at ``width`` or less."""
        # No character is less than one unit wide, and most lines of prose are much too long.
        short = len(self._document.blocks[index].text.rstrip(_HANGING)) <= width
        return short and self[index].low <= width


def indentation(document: Document, block: Block) -> str:
    """Return what stands before the text of ``block`` in its line."""
    return document.text[document.line_starts[block.line - 1] : block.start]


def _common(document: Document, indexes: Sequence[int], unit: int) -> Column:
    found = [_extent(document, index, unit) for index in indexes]
    lengths = Counter(extent.length for extent in found)
    opened = Counter(extent.low for extent in found)
    opened.subtract(Counter(extent.high + 1 for extent in found))
    widths = sorted(opened)
    counts = accumulate(opened[width] for width in widths)
    # Of several widths that explain as many lines the one that most lines have exactly.
    lines, _, width = max((count, lengths[width], width) for count, width in zip(counts, widths, strict=True))
    return Column(lines, width, unit)


def _measured(document: Document) -> dict[tuple[int, int], Extent]:
    return {}


def _extent(document: Document, index: int, unit: int) -> Extent:
    """Return the extent of a block, which is measured once: a passage is looked for in several columns."""
    known = document.once(_measured)
    if (index, unit) not in known:
        known[index, unit] = _extent_in(document, index, _cells if unit == 2 else len)
    return known[index, unit]


def _extent_in(document: Document, index: int, measure: Callable[[str], int]) -> Extent:
    text, block = document.text, document.blocks[index]
    raw = text[block.start : block.end]
    low = length = measure(raw)
    if raw[-1] in _HANGING:
        low -= measure(raw[len(raw.rstrip(_HANGING)) :])
    margin = indentation(document, block)
    if margin:
        length += measure(margin)
    if index + 1 == len(document.blocks):
        return Extent(low, length, length)
    first = _UNIT.match(text, document.blocks[index + 1].start)
    return Extent(low, length, max(low, length + (measure(first[0]) if first else 1) - 1))


def _cells(text: str) -> int:
    """Return the width of ``text`` in half-width cells."""
    # In GBK what is set two cells wide takes two bytes; counting so is done in C.
    return len(text.encode("gbk", "replace"))
