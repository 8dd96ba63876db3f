"""The bylines of a document as samples of one aspect of style."""

from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.bylines.habits import Mark, house, marks, setting, writers
from newslint.document import Document
from newslint.document.bylines.byline_parts import Byline, Credit

#: Aspects that are the same wherever a byline stands.
_EVERYWHERE = ("brackets", "picture-order")


class Sample(NamedTuple):
    """One byline: in whose style and where it stands, its text from offset ``start``, and its marks of the aspect.

    Offsets, in marks too, are those of the document.
    """

    house: str
    setting: str
    start: int
    text: str
    marks: tuple[Mark, ...]


class _Own(NamedTuple):
    """A byline with the text of its block, from offset ``base``: in whose style, where it stands, and its writers."""

    base: int
    byline: Byline
    text: str
    house: str
    setting: str
    writers: tuple[Credit, ...]


def samples(document: Document, aspect: str) -> Iterator[Sample]:
    """Yield the bylines of the paper that show ``aspect``, in order."""
    if aspect == "brackets" and document.is_folded:
        return
    anywhere = aspect in _EVERYWHERE
    for own in document.once(_own_bylines):
        if not own.setting and not anywhere:
            continue
        # Only the view tells marks in Chinese from others, and only the text how wide a bracket is.
        text = document.text[own.base : own.base + len(own.text)] if aspect == "brackets" else own.text
        found = tuple(
            Mark(value, *(own.base + place for place in places))
            for value, *places in marks(aspect, text, own.byline, own.writers)
        )
        if found:
            start = min(mark.shown_start for mark in found)
            end = max(mark.shown_end for mark in found)
            yield Sample(own.house, "" if anywhere else own.setting, start, document.text[start:end], found)


def _own_bylines(document: Document) -> list[_Own]:
    """Return the bylines in the style of a house, agencies' left out."""
    found = []
    for base, byline in document.bylines:
        text = document.view[base : document.blocks[document.block_index(base)].end]
        whose = house(text, byline)
        if whose is not None:
            found.append(_Own(base, byline, text, whose, setting(text, byline), tuple(writers(text, byline))))
    return found
