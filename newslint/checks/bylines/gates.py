"""Questions about the bylines of a document that the checks of this family ask before they look."""

from __future__ import annotations

from newslint.document import Document


def has_slips(document: Document) -> bool:
    """Return True if the grammar recorded anything in a byline."""
    return any(byline.slips for _, byline in document.bylines)


def has_slips_or_open_brackets(document: Document) -> bool:
    """Return True if the grammar recorded anything in a byline, or a bracket anywhere may be open."""
    return not document.is_well_paired or has_slips(document)


def has_odd_brackets(document: Document) -> bool:
    """Return True if a byline has brackets of different width."""
    text = document.text
    if "(" not in text and ")" not in text:
        return False
    brackets = [
        (base + byline.bracket.open, base + byline.bracket.close) for base, byline in document.bylines if byline.bracket
    ]
    # A missing one has the offset -1; it is reported by no check of width.
    return any((text[start] in "()") is not (text[end] in "()") for start, end in brackets)
