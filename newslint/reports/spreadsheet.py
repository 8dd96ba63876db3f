"""Cells of CSV that spreadsheets take for what they are."""

from __future__ import annotations

#: With these a spreadsheet begins a formula.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
#: After these it may come.
_BLANK = ("\t", "\r")


def cell(text: str) -> str:
    """Return ``text`` so that a spreadsheet takes it for text: what begins like a formula gets an apostrophe.

    A carriage return becomes a line feed: the writer puts no quotes around it, and it would begin a new row.
    """
    told = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{told}" if text.startswith(_BLANK) or text.lstrip().startswith(_FORMULA) else told
