"""The line of a finding as far as there is room for it, cut around the place."""

from __future__ import annotations

from newslint.reports.characters import visible, width
from newslint.reports.wrapping import CUT, head, middle, tail

_LINE_ENDS = "\r\n"


def excerpt(text: str, start: int, end: int, columns: int) -> tuple[str, str, str]:
    """Return the text before, in and after the place from ``start`` to ``end``, in so many columns of a terminal.

    It ends with the line. Line ends in the place become ¶, other control characters ·; … shows where it is cut.
    """
    span = middle(shown(text[start:end]), columns * 2 // 3)
    room = columns - width(span)
    # Only what is shown is looked at: a line may be as long as the file.
    left, right = max(0, start - columns), min(len(text), end + columns)
    line_start = max(text.rfind(mark, left, start) for mark in _LINE_ENDS) + 1 or left
    line_end = min((at for mark in _LINE_ENDS if (at := text.find(mark, end, right)) >= 0), default=right)
    before, after = visible(text[line_start:start]), visible(text[end:line_end])
    if line_start == left > 0 and text[left - 1] not in _LINE_ENDS:
        before = CUT + before
    if line_end == right < len(text) and text[right] not in _LINE_ENDS:
        after += CUT
    # What one side does not need the other has.
    before = tail(before, max(room // 2, room - width(after)))
    return before, span, head(after, room - width(before))


def shown(text: str) -> str:
    """Return ``text`` on one line, its line ends as one ¶ where several are together."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    while "\n\n" in text:
        text = text.replace("\n\n", "\n")
    return visible(text)
