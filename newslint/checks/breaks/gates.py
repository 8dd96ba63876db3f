"""Questions about the lines of a document that the checks of this family ask before they look."""

from __future__ import annotations

from itertools import pairwise

from newslint.document import Document
from newslint.document.structure.looks import is_page_furniture

#: Cut lines from which a common width is no chance, with what stands below them one line more.
LEAST_CUTS = 3


def has_open_pairs(document: Document) -> bool:
    """Return True if two lines that end no sentence stand one below the other, and two more below them."""
    last = len(document.blocks) - 3
    return any(lower == upper + 1 and upper < last for upper, lower in pairwise(document.open_lines))


def has_page_furniture(document: Document) -> bool:
    """Return True if a page number or a running head stands between two lines."""
    return any(is_page_furniture(block.text) for block in document.blocks[1:-1])
