"""Headlines with the text of their article below them."""

from collections.abc import Sequence
from typing import NamedTuple

from newslint.document import Document
from newslint.document.structure import Block, BlockKind

_BODY = (BlockKind.BODY, BlockKind.LIST, BlockKind.CAPTION)


class Story(NamedTuple):
    """A line of a headline and the body of its article, which lies between the offsets ``start`` and ``end``."""

    headline: Block
    body: Sequence[Block]
    start: int
    end: int


def has_headed_body(document: Document) -> bool:
    """Return True if the document has headlines and more than them."""
    return 0 < len(document.headlines) < len(document.blocks)


def stories(document: Document) -> list[Story]:
    """Return each line of a headline that has a body."""
    found = []
    body: Sequence[Block] = ()
    number = -1
    for headline in document.headlines:
        article = document.articles[headline.article]
        if headline.article != number:
            number = headline.article
            body = [block for block in article.blocks if block.kind in _BODY]
        if body:
            found.append(Story(headline, body, body[0].start, article.end))
    return found
