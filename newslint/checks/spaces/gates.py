"""Questions about the white space of a document that the checks of this family ask before they look."""

from __future__ import annotations

from itertools import pairwise, starmap

from newslint.chinese.characters import STOPS
from newslint.chinese.invisible import EXOTIC_SPACES
from newslint.document import Document
from newslint.document.structure import Block, BlockKind

BLANKS = " \t\u3000"
#: Marks before which, and behind which, no line of any kind has a space.
TIGHT_BEFORE = frozenset(STOPS + "”’》）】」』〕")
TIGHT_BEHIND = frozenset("“‘《（【「『〔，、；：")
#: The lines that have sentences; in others but heads every space is rightful.
BODY = frozenset((BlockKind.BODY, BlockKind.LIST, BlockKind.CAPTION, BlockKind.BLOCK_QUOTATION))
HEADS = frozenset((BlockKind.HEADLINE, BlockKind.SUBHEADLINE))


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
    return any(map(_may_have_gap, document.blocks))


def _may_have_gap(block: Block) -> bool:
    """Return True unless the line has no space, or only ones that are rightful in a line of its kind."""
    text = block.text
    if " " not in text and "\u3000" not in text:
        return False
    return block.kind in BODY or (block.kind in HEADS and any(starmap(_is_tight, pairwise(text))))


def _is_tight(left: str, right: str) -> bool:
    return (left in BLANKS and right in TIGHT_BEFORE) or (right in BLANKS and left in TIGHT_BEHIND)


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
