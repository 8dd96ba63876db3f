"""The heads of articles, and the text below them."""

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from newslint.document import Document
from newslint.document.structure import Block, BlockKind
from newslint.document.structure.standing import Standing

_BODY = (BlockKind.BODY, BlockKind.LIST, BlockKind.CAPTION)


class Story(NamedTuple):
    """A line of the head and the body of its article, which lies between the offsets ``start`` and ``end``."""

    headline: Block
    body: Sequence[Block]
    start: int
    end: int


def head_lines(document: Document) -> Sequence[Block]:
    """Return the lines that say above its first paragraph what an article tells, in order: headlines and summaries.

    A headline longer than most is one by its place; a date or a section mark is none.
    """
    blocks = document.blocks
    placed = [(blocks[index], standing) for index, standing in document.standings.items()]
    marks = {block.start for block, standing in placed if standing is Standing.MARK}
    long = [block for block, standing in placed if standing is Standing.HEAD and block.kind is BlockKind.BODY]
    heads = [*[block for block in document.headlines if block.start not in marks], *long]
    return sorted(heads, key=attrgetter("start")) if long else heads


def stories(document: Document) -> list[Story]:
    """Return each line of a head that has a body."""
    found = []
    heads = document.once(head_lines)
    starts = {head.start for head in heads}
    body: Sequence[Block] = ()
    number = -1
    for head in heads:
        article = document.articles[head.article]
        if head.article != number:
            number = head.article
            body = [block for block in article.blocks if block.kind in _BODY and block.start not in starts]
        if body:
            found.append(Story(head, body, body[0].start, article.end))
    return found
