"""A place where an article mentions something, and the part of the article that the place is in."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from newslint.document import Document
from newslint.document.structure import BlockKind


class Zone(StrEnum):
    """A part of an article. ``LEAD`` is its first paragraph; a quotation is one wherever it stands."""

    HEADLINE = "headline"
    BYLINE = "byline"
    LEAD = "lead"
    BODY = "body"
    QUOTATION = "quotation"


class Mention(NamedTuple):
    """``form`` from ``start`` to ``end``, in the article with the number ``article``, -1 between articles."""

    form: str
    start: int
    end: int
    article: int


def mention(document: Document, start: int, end: int, form: str = "") -> Mention:
    """Return the mention from ``start`` to ``end``; ``form`` is what stands there unless it is given."""
    block = document.block_at(start)
    return Mention(form or document.view[start:end], start, end, -1 if block is None else block.article)


def zone_of(document: Document, place: Mention) -> Zone:
    """Return the part of its article that a mention is in."""
    block = document.block_at(place.start)
    if block is None:
        return Zone.BODY
    if block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEADLINE):
        return Zone.HEADLINE
    if block.kind is BlockKind.BYLINE or document.inside(place.start, place.end, "byline"):
        return Zone.BYLINE
    if document.inside(place.start, place.end, "quotation"):
        return Zone.QUOTATION
    bodies = (other for other in document.articles[block.article].blocks if other.kind is BlockKind.BODY)
    return Zone.LEAD if next(bodies, None) == block else Zone.BODY
