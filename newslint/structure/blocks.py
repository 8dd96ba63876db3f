"""What each line of a page is: headline, byline, paragraph, sub-headline, caption, list, verse, signature.

A line is a block: newspapers set a paragraph as one line. What a line shows by itself (``lines``) is settled here by its
neighbours. Offsets are code points of the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newslint.chinese.bylines import Byline, parse_signature
from newslint.patterns import lazy
from newslint.structure.articles import HEADLINE_RUN, article_starts
from newslint.structure.lines import (
    SIGNATURE_LIMIT,
    SUBHEADLINE_LIMIT,
    BlockKind,
    Draft,
    Line,
    could_be_headline,
    draft,
    fills_line,
    has_inner_mark,
    is_author,
    is_caption,
    is_closing,
    is_credit,
    is_cut,
    is_lead,
    is_table_row,
    is_titled_lead,
    marker,
    opens_headline,
)

#: Lines of verse are at most this long, and come in runs of at least ``VERSE_RUN``.
VERSE_LIMIT = 20
VERSE_RUN = 4
#: A line of the body at least this long that ends without a mark was cut by the column; two such lines tell of the page.
CUT_LENGTH = 30
CUT_LINES = 2
#: A column that cuts every line is at least this wide, and shows in at least so many lines.
COLUMN_WIDTH = 9
COLUMN_RUN = 5
#: A name and what belongs to it: 电话：…, 监 制丨….
_DETAIL = lazy(r".{1,20}?[：丨｜|]")
#: So many lines at the end of an article may be signatures.
SIGNATURE_RUN = 12


class Block(NamedTuple):
    """A line with its kind. ``article`` counts the articles of the page from 0; spans in ``byline`` count from ``start``."""

    kind: BlockKind
    start: int
    end: int
    line: int
    text: str
    article: int = 0
    byline: Byline | None = None


def label_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the blocks of a page, one for each line, in order."""
    drafts = [draft(line) for line in lines]
    starts = article_starts(drafts)
    broken = sum(map(_is_broken, drafts)) >= CUT_LINES
    blocks: list[Block] = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(drafts)
        blocks.extend(_label_article(drafts[start:end], broken, index))
    return tuple(blocks)


def _label_article(drafts: Sequence[Draft], broken: bool, article: int) -> list[Block]:
    width = _column_width(drafts)
    kinds = _heads(drafts, width)
    for index in range(len(kinds), len(drafts)):
        kinds.append(_kind(drafts, index, kinds, broken, width))
    _mark_details(drafts, kinds)
    _mark_verse(drafts, kinds)
    _mark_signature(drafts, kinds)
    return [
        Block(kind, line.start, line.end, line.number, line.text, article, _byline(entry, kind))
        for entry, kind in zip(drafts, kinds, strict=True)
        for line in (entry.line,)
    ]


def _is_broken(entry: Draft) -> bool:
    text = entry.text
    if len(text) < CUT_LENGTH or entry.terminal or entry.level or entry.line.label is not None or "，" not in text:
        return False
    return not is_caption(text) and not text.endswith(("）", ")"))


def _column_width(drafts: Sequence[Draft]) -> int:
    """Return the width of the column that cut the lines of an article, in characters; 0 if lines are paragraphs."""
    texts = [entry.text for entry in drafts if not entry.terminal and entry.line.label is None and not entry.level]
    if len(texts) < COLUMN_RUN or 2 * len(texts) < len(drafts):
        return 0
    lengths = sorted(map(len, texts))
    width = lengths[len(lengths) // 2]
    alike = sum(abs(length - width) <= 2 for length in lengths)
    # Cut lines have their commas anywhere, verse at the end of a line.
    inside = sum(has_inner_mark(text) for text in texts)
    return width if width >= COLUMN_WIDTH and 5 * alike >= 3 * len(texts) and 5 * inside >= 2 * len(texts) else 0


def _byline(entry: Draft, kind: BlockKind) -> Byline | None:
    if kind in (BlockKind.SIGNATURE, BlockKind.BYLINE):
        return entry.opening or parse_signature(entry.text)
    return entry.opening


def _heads(drafts: Sequence[Draft], width: int) -> list[BlockKind]:
    """Return the kinds of the lines before the first paragraph: headlines and bylines on lines of their own."""
    kinds: list[BlockKind] = []
    marked = False
    for index, entry in enumerate(drafts):
        if entry.level:
            if index and BlockKind.HEADLINE not in kinds[index - 1 :]:
                break
            marked = True
            kinds.append(BlockKind.HEADLINE)
        elif is_credit(entry) and not (width and is_lead(entry)) or (kinds and is_author(entry)):
            kinds.append(BlockKind.BYLINE)
        elif marked or (width and index and len(entry.text) > 3 * width // 4):
            break
        elif could_be_headline(entry) or opens_headline(entry) and could_be_headline(drafts[min(index + 1, len(drafts) - 1)]):
            kinds.append(BlockKind.HEADLINE)
        elif is_titled_lead(entry):
            kinds.append(BlockKind.HEADLINE)
        else:
            break
    if marked:
        return kinds
    first = next((index for index, kind in enumerate(kinds) if kind is BlockKind.HEADLINE), None)
    if first is None or len(drafts) == 1:
        return kinds if len(drafts) > 1 or first is None else []
    # A long run of short lines is verse, a list or cut text below one headline; so is a page of short lines alone.
    if kinds.count(BlockKind.HEADLINE) > HEADLINE_RUN or len(kinds) == len(drafts):
        end = first + 1
        while end < len(kinds) and kinds[end] is BlockKind.BYLINE:
            end += 1
        return kinds[:end]
    return kinds


def _kind(drafts: Sequence[Draft], index: int, kinds: Sequence[BlockKind], broken: bool, width: int) -> BlockKind:
    entry = drafts[index]
    text = entry.text
    if entry.level:
        return BlockKind.SUBHEADLINE
    if entry.line.label is not None:
        return entry.line.label
    if is_table_row(text):
        return BlockKind.TABLE
    if text.endswith("摄") and "文" not in text and is_caption(text):
        return BlockKind.CAPTION
    if fills_line(entry) and not (width and is_lead(entry)):
        return BlockKind.BYLINE
    if is_caption(text):
        return BlockKind.CAPTION
    below = drafts[index + 1] if index + 1 < len(drafts) else None
    short = len(text) <= (3 * width // 4 or SUBHEADLINE_LIMIT) and not entry.terminal
    if numbered := marker(text):
        # 一、… over a paragraph or over another kind of number is a sub-headline, 一、… beside 二、… an item.
        above = marker(drafts[index - 1].text) if index else 0
        alone = below is not None and marker(below.text) != numbered != above
        return BlockKind.SUBHEADLINE if short and alone else BlockKind.LIST
    settled = not index or drafts[index - 1].terminal or kinds[index - 1] not in (BlockKind.BODY, BlockKind.LIST)
    if short and settled and not is_cut(entry, below, broken):
        return BlockKind.SUBHEADLINE
    return BlockKind.BODY


def _mark_verse(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Turn runs of short lines into verse, unless most of them are sentences or hold commas."""
    plain = (BlockKind.BODY, BlockKind.SUBHEADLINE)
    index = 0
    while index < len(kinds):
        end = index
        while end < len(kinds) and kinds[end] in plain and _could_be_verse(drafts[end].text):
            end += 1
        if end - index >= VERSE_RUN:
            texts = [entry.text for entry in drafts[index:end]]
            open_ended = sum(not text.endswith(("。", "！", "？", "”", "…")) for text in texts)
            inside = sum(map(has_inner_mark, texts))
            if 2 * open_ended >= len(texts) > 2 * inside:
                kinds[index:end] = [BlockKind.VERSE] * len(texts)
        index = max(end, index + 1)


def _could_be_verse(text: str) -> bool:
    return len(text) <= VERSE_LIMIT and not is_closing(text) and not text.endswith("：")


def _mark_details(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Turn runs of short lines such as 电话：… and 地址：… into a list."""
    plain = (BlockKind.BODY, BlockKind.SUBHEADLINE)
    index = 0
    while index < len(kinds):
        end = index
        while end < len(kinds) and kinds[end] in plain and _is_detail(drafts[end]):
            end += 1
        short = any(kind is BlockKind.SUBHEADLINE for kind in kinds[index:end])
        if end - index > 2 or end - index == 2 and (short or all(entry.text[-1].isascii() for entry in drafts[index:end])):
            kinds[index:end] = [BlockKind.LIST] * (end - index)
        index = max(end, index + 1)


def _is_detail(entry: Draft) -> bool:
    """Whether the line names something and tells it: no sentence, a colon early on or digits alone."""
    if entry.terminal and not entry.text.endswith(("：", "；")) or "，" in entry.text or len(entry.text) > 2 * SUBHEADLINE_LIMIT:
        return False
    return _DETAIL.match(entry.text) is not None or entry.text.isascii()


def _mark_signature(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Turn the last lines of an article that sign or date it into signatures."""
    for index in range(len(kinds) - 1, max(0, len(kinds) - SIGNATURE_RUN), -1):
        entry, kind = drafts[index], kinds[index]
        if kind in (BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.VERSE) or entry.level or entry.line.label is not None:
            break
        loose = kind is BlockKind.SUBHEADLINE or (kind is BlockKind.LIST and not marker(entry.text))
        short = loose and len(entry.text) <= SIGNATURE_LIMIT and not entry.text[-1].isascii()
        if not (short or is_closing(entry.text) or is_credit(entry)):
            break
        kinds[index] = BlockKind.SIGNATURE
