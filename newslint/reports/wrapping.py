"""Lines as wide as a terminal: Chinese is broken between characters, Latin between words, and a long text cut."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.patterns import lazy
from newslint.reports.characters import width

#: What stands for what is cut off.
CUT = "…"
#: What stays together on a line: a short note, a word of ASCII or a Chinese character, with the marks around it.
_UNIT = lazy(r"［[^］]{,16}］[，。；]*|[（《“［]*(?:[!-~]+|[^\s])[，。、；：？！）》”］…]*|\s+")


def wrapped(text: str, columns: int | None, indent: str = "", hang: str = "") -> Iterator[str]:
    """Break ``text`` into lines of so many columns at most, unless one word has more; None does not break it.

    The first line begins with ``indent``, the others with ``hang``.
    """
    if columns is None:
        yield indent + text
        return
    line = indent
    begun = False
    for unit in _UNIT.findall(text):
        if begun and width(line) + width(unit.rstrip()) > columns:
            yield line.rstrip()
            line, begun = hang, False
        if begun or not unit.isspace():
            line += unit
            begun = True
    yield line.rstrip()


def head(text: str, columns: int) -> str:
    """Return as much of the start of ``text`` as has room; … shows the cut."""
    return text if _fits(text, columns) else _taken(text, columns - width(CUT)) + CUT


def tail(text: str, columns: int) -> str:
    """Return as much of the end of ``text`` as has room; … shows the cut."""
    return text if _fits(text, columns) else CUT + _taken(text[::-1], columns - width(CUT))[::-1]


def middle(text: str, columns: int) -> str:
    """Return as much of both ends of ``text`` as has room; … shows the cut between them."""
    if _fits(text, columns):
        return text
    room = columns - width(CUT)
    first = _taken(text, room // 2)
    return first + CUT + _taken(text[::-1], room - width(first))[::-1]


def _fits(text: str, columns: int) -> bool:
    # A text with more characters has more columns, whatever else it is: it is not measured whole.
    return len(text) <= 2 * columns and width(text) <= columns


def _taken(text: str, columns: int) -> str:
    taken = text[: max(0, columns)]
    while taken and width(taken) > columns:
        taken = taken[:-1]
    return taken
