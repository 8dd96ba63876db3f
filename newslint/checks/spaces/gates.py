"""Questions about the white space of a document that the checks of this family ask before they look."""

from __future__ import annotations

from newslint.chinese.invisible import EXOTIC_SPACES
from newslint.document import Document

BLANKS = " \t\u3000"


def has_blanks(document: Document) -> bool:
    """Return True if the text has any white space but line ends."""
    # Blanks other than these, the byte order mark among them, are rare characters.
    view = document.view
    return "\u3000" in view or " " in view or "\t" in view or bool(document.rare)


def has_inner_spaces(document: Document) -> bool:
    """Return True if a space stands inside a line, or one that no keyboard gives anywhere."""
    view = document.view
    if not document.rare.isdisjoint(EXOTIC_SPACES):
        return True
    if " " not in view and "\u3000" not in view:
        return False
    return any(" " in block.text or "\u3000" in block.text for block in document.blocks)


def has_returns(document: Document) -> bool:
    """Return True if the text has a carriage return: all line ends but LF have one."""
    return "\r" in document.text


def has_tabs(document: Document) -> bool:
    """Return True if the text has a tab."""
    return "\t" in document.text


def has_trailing_blanks(document: Document) -> bool:
    """Return True if a line ends in white space."""
    view = document.view
    if view[-1:] in BLANKS or " \n" in view or "\u3000\n" in view or "\t\n" in view:
        return True
    return "\r" in view and any(blank + "\r" in view for blank in BLANKS)
