"""Tables of a page: those with data in rows, and those that only lay out articles."""

from __future__ import annotations

from dataclasses import dataclass, field

#: The maximum length of a cell in a data table, in characters, and one in how many cells may be longer.
_CELL = 40
_LONG_SHARE = 5


@dataclass(slots=True)
class Table:
    """A table while the page is read; ``lines`` are the starts of the lines in its cells, in the running text, and
    ``prose`` those of them that are too long for data, such as the article in a form.
    """

    rows: int = 0
    cells: int = 0
    nests: bool = False
    lines: list[int] = field(default_factory=list)
    prose: list[int] = field(default_factory=list)

    def add_line(self, start: int, end: int) -> None:
        """Record a line of a cell by its start and end in the running text."""
        self.lines.append(start)
        if end - start > _CELL:
            self.prose.append(start)

    @property
    def is_data(self) -> bool:
        """True if it has rows and columns of short texts, and no table inside."""
        filled = self.rows > 1 and self.cells >= 2 * self.rows
        return filled and not self.nests and _LONG_SHARE * len(self.prose) <= self.cells
