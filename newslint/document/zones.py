"""In which part of its article a place stands: headline, byline, lead, body, or words that are quoted."""

from __future__ import annotations

from collections.abc import Callable

from newslint.document.document import Document
from newslint.document.spans import enclosed, touching
from newslint.document.structure import BlockKind
from newslint.finding import Zone

#: What editors call them.
WORDS = {
    Zone.HEADLINE: "标题",
    Zone.BYLINE: "署名",
    Zone.LEAD: "导语",
    Zone.BODY: "正文",
    Zone.QUOTATION: "引语",
}
_SIGNED = frozenset((BlockKind.BYLINE, BlockKind.SIGNATURE))
#: Between quotes, what has such a mark was said or written by somebody; else it is a name or a word of note.
_SPOKEN = frozenset("，。！？；：…")


def zone_at(document: Document, offset: int) -> Zone:
    """Return the zone of an offset, a code point of the view; between the lines of an article it is the body."""
    block = document.block_at(offset)
    if block is None:
        return Zone.BODY
    if block.kind is BlockKind.HEADLINE:
        return Zone.HEADLINE
    if block.kind in _SIGNED or document.inside(offset, offset + 1, "byline"):
        return Zone.BYLINE
    if block.kind is BlockKind.BLOCK_QUOTATION or document.once(_quoted)(offset, offset + 1):
        return Zone.QUOTATION
    return Zone.LEAD if block.start in document.once(_leads) else Zone.BODY


def _quoted(document: Document) -> Callable[[int, int], bool]:
    view = document.view
    pairs = enclosed(document.pairing.pairs, "quotation")
    return touching([(start, end) for start, end in pairs if not _SPOKEN.isdisjoint(view[start:end])])


def _leads(document: Document) -> frozenset[int]:
    """Return where the first paragraph of each article begins that has more than one."""
    paragraphs: dict[int, list[int]] = {}
    for block in document.blocks:
        if block.kind is BlockKind.BODY:
            paragraphs.setdefault(block.article, []).append(block.start)
    return frozenset(starts[0] for starts in paragraphs.values() if len(starts) > 1)
