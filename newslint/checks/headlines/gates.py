"""Questions about the headlines of a document that the checks of this family ask before they look."""

from __future__ import annotations

from newslint.document import Document


def has_several_headlines(document: Document) -> bool:
    """Return True if the document has more than one line of headlines."""
    return len(document.headlines) > 1


def has_headed_articles(document: Document) -> bool:
    """Return True if the document has several articles and a headline."""
    return len(document.articles) > 1 and bool(document.headlines)


def has_headings(document: Document) -> bool:
    """Return True if the document has headlines, or may have headings that its format marks as such."""
    return document.marks_headings or bool(document.headlines)


def may_be_marked_up(document: Document) -> bool:
    """Return True if the document has a sign that marks of headings are made of."""
    view = document.view
    return "#" in view or "【" in view or "[" in view or "题：" in view or "标：" in view


def has_head(document: Document) -> object:
    """Return what is true if an article may have a headline: one of any length, or a summary."""
    return document.headlines or document.open_lines


def has_spaced_head(document: Document) -> bool:
    """Return True if a line that may be a headline has a space inside."""
    blocks = document.blocks
    lines = (*document.headlines, *(blocks[index] for index in document.open_lines))
    return any(" " in line.text or "\u3000" in line.text for line in lines)


def has_headed_body(document: Document) -> bool:
    """Return True if the document may have a headline, and has more than that."""
    return bool(has_head(document)) and len(document.headlines) < len(document.blocks)
