"""What edits change in a text, for people at a terminal: each line that changes, with what goes and what comes in it.

3:21 昨天[,→，]会上说，双方坚持互惠互利[互惠→]原则。
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.finding import Edit
from newslint.reports.characters import visible, width
from newslint.reports.excerpts import shown
from newslint.reports.places import Places
from newslint.reports.text import paint
from newslint.reports.whereabouts import place_in
from newslint.reports.wrapping import head, middle, tail
from newslint.results import CheckedFile

#: How much of a line is shown around a change, in columns.
AROUND = 32
#: The most changes that are shown as one line.
_TOGETHER = 20
_INDENT, _HANG = "  ", "      "
_GONE, _NEW = "31;7", "32;7"
_LINE_ENDS = "\r\n"

#: A piece of a line with its ANSI code, "" for none; several that stay on a line together if there is room are a part.
_Piece = tuple[str, str]


def change_lines(
    file: CheckedFile,
    edits: Iterable[Edit],
    *,
    places: bool = True,
    colour: bool = False,
    columns: int | None = None,
    around: int = AROUND,
) -> Iterator[str]:
    """Yield each line of a file that ``edits`` change, folded to the ``columns``; None does not fold it.

    With ``places`` it is said where the first change in the line is.
    """
    lines = Places(file.text)
    for group in _by_line(file.text, [_trimmed(file.text, edit) for edit in sorted(edits)]):
        parts = list(_parts(file.text, group, around))
        if places:
            position = lines.position(group[0].start)
            place = place_in(file, position) or f"{position.line}:{position.column}"
            parts = [[(place, "1")], [(" ", "")], *parts]
        yield from _folded(parts, _INDENT if places else _HANG, columns, colour)


def _trimmed(text: str, edit: Edit) -> Edit:
    """Return an edit without the characters at its ends that it leaves as they are."""
    old, new = text[edit.start : edit.end], edit.text
    if "\r" in old or "\r" in new:  # one line end may be two characters
        return edit
    first = last = 0
    most = min(len(old), len(new))
    while first < most and old[first] == new[first]:
        first += 1
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return Edit(edit.start + first, edit.end - last, new[first : len(new) - last])


def _by_line(text: str, edits: Sequence[Edit]) -> Iterator[list[Edit]]:
    """Yield the edits that are shown on one line: those with no line end between them, but not too many."""
    group: list[Edit] = []
    for edit in edits:
        is_full = len(group) == _TOGETHER
        if is_full or (group and any(text.find(mark, group[-1].end, edit.start) >= 0 for mark in _LINE_ENDS)):
            yield group
            group = []
        group.append(edit)
    if group:
        yield group


def _parts(text: str, edits: Sequence[Edit], around: int) -> Iterator[list[_Piece]]:
    start, end = edits[0].start, edits[-1].end
    # Only what is shown is looked at, and a character more, for the sign of the cut.
    left, right = max(0, start - around - 1), min(len(text), end + around + 1)
    begin = max(text.rfind(mark, left, start) for mark in _LINE_ENDS) + 1 or left
    stop = min((at for mark in _LINE_ENDS if (at := text.find(mark, end, right)) >= 0), default=right)
    yield [(tail(visible(text[begin:start]), around), "")]
    for number, edit in enumerate(edits):
        if number:
            yield [(middle(visible(text[edits[number - 1].end : edit.start]), 2 * around), "")]
        old, new = shown(text[edit.start : edit.end]), shown(edit.text)
        yield [("[", ""), (old, _GONE), ("→", ""), (new, _NEW), ("]", "")]
    yield [(head(visible(text[end:stop]), around), "")]


def _folded(parts: Iterable[list[_Piece]], indent: str, columns: int | None, colour: bool) -> Iterator[str]:
    line, used, start = indent, width(indent), width(_HANG)
    for part in parts:
        needed = sum(width(text) for text, _ in part)
        if columns is not None and len(part) > 1 and used + needed > columns >= start + needed:
            yield line
            line, used = _HANG, start
        for text, code in part:
            run = ""
            for char in text:
                if columns is not None and used + width(char) > columns:
                    yield line + _painted(run, code, colour)
                    line, used, run = _HANG, start, ""
                run += char
                used += width(char)
            line += _painted(run, code, colour)
    yield line


def _painted(text: str, code: str, colour: bool) -> str:
    return paint(text, code, colour and bool(text and code))
