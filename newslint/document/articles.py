"""The articles of a page: their blocks and bylines."""

from collections.abc import Iterable
from typing import NamedTuple

from newslint.document.bylines.byline_parts import Byline
from newslint.document.bylines.bylines import parse_tail
from newslint.document.structure import Block, BlockKind


class Article(NamedTuple):
    """An article of a page: its blocks in order, the headline first if it has one. ``number`` counts from 0."""

    number: int
    blocks: tuple[Block, ...]

    @property
    def start(self) -> int:
        """The offset of the first character."""
        return self.blocks[0].start

    @property
    def end(self) -> int:
        """The offset after the last character."""
        return self.blocks[-1].end


def articles_of(blocks: Iterable[Block]) -> tuple[Article, ...]:
    """Return the articles of a page, in order."""
    groups: dict[int, list[Block]] = {}
    for block in blocks:
        groups.setdefault(block.article, []).append(block)
    return tuple(Article(index, tuple(members)) for index, members in sorted(groups.items()))


def bylines_of(blocks: Iterable[Block]) -> tuple[tuple[int, Byline], ...]:
    """Return all parsed bylines in order, each with the offset of its block, to which its spans are relative.

    A paragraph may have two: one that opens it, and names in brackets at its end.
    """
    found = []
    for block in blocks:
        byline = block.byline
        if byline is not None:
            found.append((block.start, byline))
        tail = parse_tail(block.text) if block.kind is BlockKind.BODY else None
        if tail is not None and (byline is None or byline.end <= tail.start):
            found.append((block.start, tail))
    return tuple(found)
