"""The articles of a page: the blocks of each, and the bylines in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from newslint.document.bylines.byline_parts import Byline
from newslint.document.bylines.bylines import parse_tail
from newslint.document.structure import Block, BlockKind


class Article(NamedTuple):
    """One article of a page: its blocks in order, headline first where it has one."""

    number: int
    blocks: tuple[Block, ...]

    @property
    def start(self) -> int:
        """Offset of the article's first character."""
        return self.blocks[0].start

    @property
    def end(self) -> int:
        """Offset after the article's last character."""
        return self.blocks[-1].end


def articles_of(blocks: Iterable[Block]) -> tuple[Article, ...]:
    """Return the articles that the blocks of a page belong to, in order."""
    groups: dict[int, list[Block]] = {}
    for block in blocks:
        groups.setdefault(block.article, []).append(block)
    return tuple(Article(index, tuple(members)) for index, members in sorted(groups.items()))


def bylines_of(blocks: Iterable[Block]) -> tuple[tuple[int, Byline], ...]:
    """Return every parsed byline with the offset of its block, to which the spans in it are relative; in order.

    A paragraph may have two: one that opens it, and the names in brackets at its end.
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
