"""本报讯 once more in the middle of an article: two stories were run together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.chinese.characters import HAN_LETTER
from newslint.document import Document
from newslint.document.structure import HEADLINE_LIMIT, Block, BlockKind, is_terminal
from newslint.patterns import lazy

HEAD = "本报讯"
_HEAD = lazy(rf"{HEAD}(?=[（(\s\u3000]|{HAN_LETTER})")
#: What a summary or a note of the editor above the story begins with; it may be a whole sentence.
_SUMMARY = lazy(
    r"[【\[〔（(]?(?:核心提示|阅读提示|新闻提示|内容提要|提要|摘要|导读|导语|编者按|编者的话)[】\]〕）)：:\s\u3000]"
)
#: So many paragraphs that begin with 本报讯 are a column of briefs, not stories run together.
_BRIEFS = 3
#: A story has at most so many lines above it: headline, line of facts, author.
_HEAD_LINES = 3


def second_heads(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield each 本报讯 that does not open its article."""
    blocks = document.blocks
    headless = document.once(_headless_articles)
    if document.once(_is_column):
        return
    for hit in hits:
        index = document.block_index(hit.start)
        if index < 0 or not _HEAD.match(document.view, hit.start):
            continue
        block = blocks[index]
        if hit.start > block.start:
            if document.view[hit.start - 1] in "。！？”）":
                yield Match(hit.start, hit.end)
        elif (
            block.article in headless
            or (index and blocks[index - 1].article == block.article and _runs_on(document, index))
        ) and not _has_own_head(document, index):
            yield Match(hit.start, hit.end)


def _is_column(document: Document) -> bool:
    """Return True if so many paragraphs begin with 本报讯 below no headline of their own that they are briefs."""
    blocks = document.blocks
    begun = (index for index, block in enumerate(blocks) if block.text.startswith(HEAD) and index)
    bare = [
        index for index in begun if blocks[index - 1].kind is not BlockKind.HEADLINE or _is_signature(blocks[index - 1])
    ]
    return len(bare) >= _BRIEFS


def _is_signature(block: Block) -> bool:
    return block.text[0] == "（" and block.text[-1] == "）"


def _headless_articles(document: Document) -> frozenset[int]:
    """Return the articles that begin with 本报讯 itself below one that has a headline; in columns of briefs all may."""
    bare = [article.blocks[0].kind is not BlockKind.HEADLINE for article in document.articles]
    if not bare or bare[0]:
        return frozenset()
    return frozenset(
        index
        for index in range(1, len(bare))
        if bare[index] and not bare[index - 1] and not any(bare[index + 1 : index + _BRIEFS - 1])
    )


def _runs_on(document: Document, index: int) -> bool:
    """Return True if paragraphs of the same article precede the block: then the head in it is not the article's own.

    A summary above the first paragraph is none.
    """
    blocks = document.blocks
    while index and blocks[index - 1].article == blocks[index].article:
        index -= 1
        block = blocks[index]
        if block.kind is BlockKind.BODY and index not in document.standings and not _SUMMARY.match(block.text):
            return True
    return False


def _has_own_head(document: Document, index: int) -> bool:
    """Return True if a headline and perhaps a line of facts (市区天气 …) stand right above, below a blank line."""
    blocks, view = document.blocks, document.view
    for first in range(index - 1, max(-1, index - 1 - _HEAD_LINES), -1):
        block = blocks[first]
        if is_terminal(block.text) or view.count("\n", block.end, blocks[first + 1].start) > 1:
            return False
        if first and view.count("\n", blocks[first - 1].end, block.start) > 1:
            return len(block.text) <= HEADLINE_LIMIT
    return False


CHECKS: Mapping[str, Declared] = {
    "second-head": AnchorCheck(second_heads, anchors=(HEAD,)),
}
