"""Tables for a terminal: cells in columns, numbers to the right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from newslint.reports.characters import width

_GAP = "  "


def aligned(rows: Sequence[Sequence[str]], numbers: Collection[int], ruled: Collection[int] = ()) -> Iterator[str]:
    """Yield a line for each row. ``numbers`` are the columns that stand to the right, ``ruled`` the rows that have a
    line above them.
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for place, row in enumerate(rows):
        if place in ruled:
            yield "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))
        cells = []
        for column, (cell, columns) in enumerate(zip(row, widths, strict=True)):
            room = " " * (columns - width(cell))
            cells.append(room + cell if column in numbers else cell + room)
        yield _GAP.join(cells).rstrip()
