"""The text of a document parted at its commas and stops, once for all the rules about what stands twice.

The clauses are rough: quotation marks and brackets stay in them. What a rule looks for exactly it reads in the text;
here it learns, from what is parted and counted in C, that most documents have nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.document import Document
from newslint.document.rough_clauses import rough_clauses

#: What parts the clauses besides the comma.
_ENDS = "。；！？”\n"
_PARAGRAPH_END = "。\n"
#: The clauses of a longer text, in characters, would take too much room to be kept.
_LONG = 50_000


def clause_stretches(document: Document) -> Iterator[list[str]]:
    """Yield the clauses of a document in order, ！ and ？ within them: all at once, or stretch by stretch those of a
    long text.
    """
    view = document.view
    if len(view) > _LONG or "！" in view or "？" in view:
        return rough_clauses(view, _ENDS.replace("！？", ""))
    return iter((document.once(_clauses),))


def said_again(document: Document) -> int:
    """Return how many characters stand in clauses that the document already has, the mark behind each counted in.

    Whatever stands twice between such marks and holds no full stop and no line end, in so many characters, is in this
    number. Of a long text it is the length.
    """
    return document.once(_said_again)


def _clauses(document: Document) -> list[str]:
    # The end of a paragraph is one mark; nothing that is looked for holds it.
    view = document.view.replace(_PARAGRAPH_END, "，")
    for mark in _ENDS:
        view = view.replace(mark, "，")
    return view.split("，")


def _said_again(document: Document) -> int:
    size = len(document.view)
    if size > _LONG:
        return size
    distinct = set(document.once(_clauses))
    # Each clause but the last has a mark behind it.
    size -= document.view.count(_PARAGRAPH_END)
    return size + 1 - len(distinct) - len("".join(distinct))
