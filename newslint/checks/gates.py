"""Questions about a document that checks of several families ask before they look: what can be answered at once.

A gate may answer yes where there is nothing to find.
"""

from __future__ import annotations

from newslint.document import Document


def never(document: Document) -> bool:
    """Return False: a check that compares with what a house gives finds nothing if it gives nothing."""
    return False


def has_rare(document: Document) -> object:
    """Return what is true if the text has a character outside GB 2312."""
    return document.rare


def has_bylines(document: Document) -> object:
    """Return what is true if a byline was found."""
    return document.bylines


def has_headlines(document: Document) -> object:
    """Return what is true if the document has a headline."""
    return document.headlines


def is_dated(document: Document) -> bool:
    """Return True if the date of issue is known."""
    return document.issued is not None
