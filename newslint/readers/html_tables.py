"""Tables of a page: those with data in rows, and those that only lay out articles."""

from __future__ import annotations

from dataclasses import dataclass, field

#: The maximum length of a cell in a data table, in characters, and one in how many cells may be longer.
_CELL = 40
_LONG_SHARE = 5


@dataclass(slots=True)
class _Table:
    rows: int = 0
    cells: int = 0
    long: int = 0
    nests: bool = False
    lines: list[int] = field(default_factory=list)

    @property
    def is_data(self) -> bool:
        """True if it has rows and columns of short texts, and no table inside."""
        filled = self.rows > 1 and self.cells >= 2 * self.rows
        return filled and not self.nests and _LONG_SHARE * self.long <= self.cells


class Tables:
    """The tables of a page while it is read."""

    def __init__(self) -> None:
        self._open: list[_Table] = []
        self._all: list[_Table] = []

    def open(self) -> None:
        """Open a table, inside the current one if there is one."""
        if self._open:
            self._open[-1].nests = True
        self._open.append(_Table())
        self._all.append(self._open[-1])

    def close(self, depth: int) -> None:
        """Close the tables inside the outermost ``depth``."""
        del self._open[depth:]

    def add_tag(self, name: str) -> None:
        """Record the start of a row or a cell."""
        if self._open:
            self._open[-1].rows += name == "tr"
            self._open[-1].cells += name != "tr"

    def add_line(self, start: int, end: int) -> None:
        """Record a line of a cell by its start and end in the running text."""
        if self._open:
            self._open[-1].lines.append(start)
            self._open[-1].long += end - start > _CELL

    def lines(self) -> list[int]:
        """Return the starts of the lines in data tables."""
        return [start for table in self._all if table.is_data for start in table.lines]
