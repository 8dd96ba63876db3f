"""The clauses of a document between commas and stops, split once for all rules about repetition.

The clauses are rough: they include quotation marks and brackets. A rule reads the text for the details; here it learns
quickly that most documents have no repetition.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document

#: What separates clauses, besides the comma.
_ENDS = "。；！？”\n"
_PARAGRAPH_END = "。\n"
#: The clauses of a text longer than this, in characters, would take too much memory: it is split in stretches.
_LONG = 50_000


def rough_clauses(text: str, marks: str) -> Iterator[list[str]]:
    """Yield the texts between commas and ``marks`` in order.

    They come stretch by stretch: the clauses of a long text would together take more memory than the text.
    """
    rest = ""
    for base in range(0, len(text), _LONG):
        stretch = rest + text[base : base + _LONG]
        for mark in marks:
            stretch = stretch.replace(mark, "，")
        *parts, rest = stretch.split("，")
        yield parts
    yield [rest]


def clause_stretches(document: Document) -> Iterator[list[str]]:
    """Yield the clauses of a document in order: all at once, or for a long text stretch by stretch.

    A clause may contain ！ and ？.
    """
    view = document.view
    if len(view) > _LONG or "！" in view or "？" in view:
        return rough_clauses(view, _ENDS.replace("！？", ""))
    return iter((document.once(_clauses),))


def repeated_characters(document: Document) -> int:
    """Return how many characters are in repeated clauses of the document, including the mark after each.

    Any text that occurs twice between such marks, and contains neither a full stop nor a line end, counts with its
    length. For a long text this is the length of the text.
    """
    return document.once(_repeated_characters)


def _clauses(document: Document) -> list[str]:
    # The end of a paragraph is one mark, which no clause contains.
    view = document.view.replace(_PARAGRAPH_END, "，")
    for mark in _ENDS:
        view = view.replace(mark, "，")
    return view.split("，")


def _repeated_characters(document: Document) -> int:
    size = len(document.view)
    if size > _LONG:
        return size
    distinct = set(document.once(_clauses))
    # Each clause but the last has a mark after it.
    size -= document.view.count(_PARAGRAPH_END)
    return size + 1 - len(distinct) - len("".join(distinct))
