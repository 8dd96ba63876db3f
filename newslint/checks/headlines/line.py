"""The lines of headlines by themselves: their length, their marks, a word split over two of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from newslint.checks.check import Match, StructureCheck
from newslint.checks.gates import has_headlines
from newslint.checks.headlines.gates import has_head, has_headings, may_be_marked_up
from newslint.checks.headlines.stories import head_lines
from newslint.checks.registry import Declared
from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.seam import straddle
from newslint.document import Document
from newslint.document.structure import Block, BlockKind
from newslint.document.structure.labels import is_mark
from newslint.document.structure.standing import reads_as_sentence
from newslint.finding import Edit
from newslint.patterns import lazy

#: A headline has at most this many characters between two spaces.
LONGEST = 26
_GAPS = lazy("[ \u3000｜|丨]+")
#: The name of a column that stands in a headline: 【深读】, 评论：, （图）.
COLUMN = lazy(r"[【\[][^】\]]{1,12}[】\]]|^[^：]{1,10}：|\((?:图|视频)\)|（(?:图|视频|组图)）")
#: What a site or an agency sets before and behind a headline: a dateline, a column in brackets, --要闻.
_NO_HEADLINE = lazy(r"^[^。，：]{2,24}[电讯](?:（[^）]*）)?(?:题：)|^（[^（）]{2,14}）|[-－]{2}[^-－]{2,24}$")
#: Nats that prove a word across two lines of a headline: chance makes 山|上 of 客人进了山 and 上个周末.
_SPLIT = 3.0

_HASHES = lazy(r"[ \t\u3000]*(#{1,6})(?=[^\s#])(?![^#\r\n]*#)")
_LABEL = lazy(
    r"[ \t\u3000]*(?:[【\[](?:主?标题|副标?题|引题|肩题|眉题|小标题|正文)[】\]]：?|(?:主?标题|副标题|引题|肩题|眉题|"
    r"主标)：)[ \t\u3000]*"
)
_LABELLED_LINES = 4

_HALF_DASH = lazy(
    f"(?:[—－–\u2015─]|一一|[-－]{{1,3}})(?![—－–\u2015─一-])(?=[ \u3000]?(?:{HAN_LETTER}|[“‘《]))[ \u3000]?"
)
_DASHES = frozenset("—－–\u2015─一-")
_SUBTITLE = lazy(
    "(?:写在|记|访|对话|专访|探访|走访|走进|来自|评|谈|论|读|献给|致|关于|从|——|[^，。]{2,30}(?:纪实|侧记|综述|述评|小记|记事|扫描|观察|见闻|之际))"
)

_SECOND_LINE = (BlockKind.HEADLINE, BlockKind.SUBHEADLINE, BlockKind.BODY, BlockKind.LIST)


def too_long(document: Document) -> Iterator[Match]:
    """Yield the headlines with more than ``LONGEST`` characters in one piece, without columns and datelines."""
    for block in document.headlines:
        if len(block.text) <= LONGEST:
            continue
        piece = max(_GAPS.split(COLUMN.sub(" ", _NO_HEADLINE.sub(" ", block.text))), key=len)
        if len(piece) > LONGEST:
            yield Match(block.start, block.end, values={"count": len(piece)})


def final_stops(document: Document) -> Iterator[Match]:
    """Yield the full stop or comma at the end of a headline or sub-headline."""
    # What markup calls a heading is one; in plain text a line that ends in a colon may be a dateline or a caption.
    marked = document.marks_headings
    stops = "。，、；：" if marked else "。，、；"
    for block in document.blocks if marked else document.headlines:
        text = block.text
        if block.kind not in (BlockKind.HEADLINE, BlockKind.SUBHEADLINE) or len(text) < 2 or text[-1] not in stops:
            continue
        if not any(mark in text[:-1] for mark in "。；“") and not is_mark(text):
            yield Match(block.end - 1, block.end, "")


def split_words(document: Document) -> Iterator[Match]:
    """Yield the line ends inside a word between two lines of one headline."""
    for upper, lower in pairwise(document.once(head_lines)):
        # A line between the two would be prose.
        if upper.article != lower.article or document.text[upper.end : lower.start].strip(" \t\u3000\r\n#"):
            continue
        if document.is_apart(upper, lower):
            continue
        if upper.kind is not lower.kind or (upper.kind is BlockKind.BODY and _is_summary(upper, lower)):
            continue
        word = straddle(upper.text, lower.text)
        if word is not None and word.evidence >= _SPLIT:
            edits = (Edit(upper.end, lower.start, ""),)
            yield Match(upper.end, lower.start, edits=edits, values={"word": word.word})


def _is_summary(upper: Block, lower: Block) -> bool:
    return "，" in upper.text + lower.text or reads_as_sentence(upper.text)


def half_dashes(document: Document) -> Iterator[Match]:
    """Yield half a dash, or two 一 in its place, before the second line of a headline."""
    for article in document.articles:
        for above, block in zip(article.blocks, article.blocks[1:], strict=False):
            if above.kind is not BlockKind.HEADLINE or block.kind not in _SECOND_LINE or block.text[0] not in _DASHES:
                continue
            whole = document.view.startswith("——", block.start)
            mark = None if whole else _HALF_DASH.match(document.view, block.start)
            if mark is None or mark.group().strip() == "--" or len(block.text) > 45 or block.text.endswith("。"):
                continue
            if mark.group() != "一一" or _SUBTITLE.match(document.view, mark.end()):
                yield Match(block.start, mark.end(), "——")


def heading_marks(document: Document) -> Iterator[Match]:
    """Yield the marks that say what a line is, and should not be printed: ##标题 and 【副题】."""
    view = document.view
    for block in document.blocks if "#" in view else ():
        start = document.line_starts[block.line - 1]
        # A heading that the format knows is not set by hand.
        if "#" in view[start : block.start] and not document.is_labelled(block):
            hashes = _HASHES.match(view, start)
            if hashes and block.end - hashes.start(1) <= 60:
                begin, end = hashes.span(1)
                yield Match(begin, end, edits=(Edit(begin, end, f"{hashes[1]} "),), values={"mark": hashes[1]})
    for article in document.articles:
        for block in article.blocks[:_LABELLED_LINES]:
            label = _LABEL.match(document.view, block.start)
            if label and label.end() < block.end:
                yield Match(block.start, label.end(), "", values={"mark": label.group().strip()})


CHECKS: Mapping[str, Declared] = {
    "final-stop": StructureCheck(final_stops, gate=has_headings),
    "heading-mark": StructureCheck(heading_marks, gate=may_be_marked_up, values=("mark",)),
    "split-word": StructureCheck(split_words, gate=has_head, values=("word",)),
    "title-dash": StructureCheck(half_dashes, gate=has_headlines),
    "too-long": StructureCheck(too_long, gate=has_headlines, values=("count",)),
}
