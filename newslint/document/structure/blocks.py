"""What each line of a page is: headline, byline, paragraph, sub-headline, caption, list, verse, signature.

A line is a block: in newspaper copy a paragraph is one line. What a line shows by itself (``drafts``) is decided here
with the help of its neighbours. Offsets are code points of the document.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newslint.document.bylines.byline_parts import Byline
from newslint.document.bylines.bylines import parse_signature
from newslint.document.structure.drafts import (
    SIGNATURE_LIMIT,
    SUBHEADLINE_LIMIT,
    VERSE_LIMIT,
    BlockKind,
    Draft,
    Line,
    could_be_headline,
    draft_lines,
    fills_line,
    is_author,
    is_credit,
    is_cut,
    is_lead,
    is_titled_lead,
    opens_headline,
)
from newslint.document.structure.looks import has_inner_mark, is_caption, is_closing, is_table_row, marker
from newslint.document.structure.starts import HEADLINE_RUN, article_starts
from newslint.patterns import lazy

#: The minimum number of lines of verse.
VERSE_RUN = 4
#: The minimum number of lines of details, 电话：… and 地址：….
DETAIL_RUN = 2
#: The kinds of lines that may become another kind once the lines beside them are known.
_UNSETTLED = (BlockKind.BODY, BlockKind.SUBHEADLINE)
#: A line of the body at least this long that ends without a mark was cut by the column; this many show that the page
#: was cut.
CUT_LENGTH = 30
CUT_LINES = 2
#: The minimum width of a column that cuts every line, and of how many lines it must show in.
COLUMN_WIDTH = 9
COLUMN_RUN = 5
#: A name and what belongs to it: 电话：…, 监 制丨….
_DETAIL = lazy(r".{1,20}?[：丨｜|]")
#: How many lines at the end of an article may be signatures.
SIGNATURE_RUN = 12


class Block(NamedTuple):
    """A line with its kind. ``article`` counts the articles of the page from 0; spans in ``byline`` count from
    ``start``.
    """

    kind: BlockKind
    start: int
    end: int
    line: int
    text: str
    article: int = 0
    byline: Byline | None = None


def label_blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the blocks of a page, one for each line, in order."""
    drafts = draft_lines(lines)
    starts = article_starts(drafts)
    broken = sum([not entry.terminal and _is_broken(entry) for entry in drafts]) >= CUT_LINES
    blocks: list[Block] = []
    for index, start in enumerate(starts):
        end = starts[index + 1] if index + 1 < len(starts) else len(drafts)
        blocks.extend(_label_article(drafts[start:end], broken, index))
    return tuple(blocks)


def _label_article(drafts: Sequence[Draft], broken: bool, article: int) -> list[Block]:
    width = _column_width(drafts)
    kinds = _heads(drafts, width)
    body = BlockKind.BODY
    for index in range(len(kinds), len(drafts)):
        kinds.append(body if drafts[index].plain else _kind(drafts, index, kinds, broken, width))
    # Plain paragraphs separate what could be verse or a list of details.
    for begin, end in _runs([not entry.plain for entry in drafts], DETAIL_RUN):
        _mark_details(drafts, kinds, begin, end)
        if end - begin >= VERSE_RUN:
            _mark_verse(drafts, kinds, begin, end)
    _mark_signature(drafts, kinds)
    return [
        Block(kind, line.start, line.end, line.number, text, article, opening if plain else _byline(entry, kind))
        for entry, kind in zip(drafts, kinds, strict=True)
        for line, text, _, opening, _, plain in (entry,)
    ]


def _runs(fits: Sequence[bool], least: int, start: int = 0) -> list[tuple[int, int]]:
    """Return the bounds of runs of at least ``least`` true items, counted from ``start``."""
    runs = []
    begin = start
    for index, fit in enumerate((*fits, False), start):
        if not fit:
            if index - begin >= least:
                runs.append((begin, index))
            begin = index + 1
    return runs


def _is_broken(entry: Draft) -> bool:
    """Return True if a line without a final mark was cut by the column."""
    text = entry.text
    if len(text) < CUT_LENGTH or entry.level or entry.line.label is not None or "，" not in text:
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
    # Cut lines have commas anywhere, lines of verse at the end.
    inside = sum(has_inner_mark(text) for text in texts)
    return width if width >= COLUMN_WIDTH and 5 * alike >= 3 * len(texts) and 5 * inside >= 2 * len(texts) else 0


def _byline(entry: Draft, kind: BlockKind) -> Byline | None:
    if kind in (BlockKind.SIGNATURE, BlockKind.BYLINE):
        return entry.opening or parse_signature(entry.text)
    return entry.opening


def _heads(drafts: Sequence[Draft], width: int) -> list[BlockKind]:
    """Return the kinds of the lines before the first paragraph: headlines, and bylines on lines of their own."""
    kinds: list[BlockKind] = []
    marked = False
    # Without a marked heading to come, more lines than this do not change what the first ones are.
    most = len(drafts) if any(entry.level for entry in drafts) else HEADLINE_RUN
    headlines = 0
    for entry in drafts:
        kind = _head_kind(drafts, kinds, marked, width) if headlines <= most else None
        if kind is None:
            break
        kinds.append(kind)
        marked = marked or entry.level > 0
        headlines += kind is BlockKind.HEADLINE
    if marked or BlockKind.HEADLINE not in kinds:
        return kinds
    if len(drafts) == 1:
        return []
    # Many short lines are verse, a list or cut text below one headline; so is a page of short lines only.
    if kinds.count(BlockKind.HEADLINE) > HEADLINE_RUN or len(kinds) == len(drafts):
        end = kinds.index(BlockKind.HEADLINE) + 1
        while end < len(kinds) and kinds[end] is BlockKind.BYLINE:
            end += 1
        return kinds[:end]
    return kinds


def _head_kind(drafts: Sequence[Draft], kinds: Sequence[BlockKind], marked: bool, width: int) -> BlockKind | None:
    """Return the kind of the line after those with ``kinds``; None if the head of the article ends before it.

    ``marked`` is True if there is a marked heading among those lines.
    """
    entry, below = drafts[len(kinds)], drafts[min(len(kinds) + 1, len(drafts) - 1)]
    if entry.plain:
        return None
    if entry.level:
        return BlockKind.HEADLINE if not kinds or kinds[-1] is BlockKind.HEADLINE else None
    if (is_credit(entry) and not (width and is_lead(entry))) or (kinds and is_author(entry)):
        return BlockKind.BYLINE
    if marked or (width and kinds and len(entry.text) > 3 * width // 4):
        return None
    opens = opens_headline(entry) and could_be_headline(below)
    return BlockKind.HEADLINE if opens or could_be_headline(entry) or is_titled_lead(entry) else None


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
        # 一、… over a paragraph or over another kind of number is a sub-headline; beside 二、… it is an item.
        above = marker(drafts[index - 1].text) if index else 0
        alone = below is not None and marker(below.text) != numbered != above
        return BlockKind.SUBHEADLINE if short and alone else BlockKind.LIST
    settled = not index or drafts[index - 1].terminal or kinds[index - 1] not in (BlockKind.BODY, BlockKind.LIST)
    if short and settled and not is_cut(entry, below, broken):
        return BlockKind.SUBHEADLINE
    return BlockKind.BODY


def _mark_verse(drafts: Sequence[Draft], kinds: list[BlockKind], begin: int, end: int) -> None:
    """Turn runs of short lines between ``begin`` and ``end`` into verse, unless most are sentences or have commas."""
    fits = [kinds[index] in _UNSETTLED and _could_be_verse(drafts[index].text) for index in range(begin, end)]
    for first, stop in _runs(fits, VERSE_RUN, begin):
        texts = [entry.text for entry in drafts[first:stop]]
        open_ended = sum(not text.endswith(("。", "！", "？", "”", "…")) for text in texts)
        inside = sum(map(has_inner_mark, texts))
        if 2 * open_ended >= len(texts) > 2 * inside:
            kinds[first:stop] = [BlockKind.VERSE] * len(texts)


def _could_be_verse(text: str) -> bool:
    return len(text) <= VERSE_LIMIT and not is_closing(text) and not text.endswith("：")


def _mark_details(drafts: Sequence[Draft], kinds: list[BlockKind], begin: int, end: int) -> None:
    """Turn runs of short lines such as 电话：… and 地址：… between ``begin`` and ``end`` into a list."""
    fits = [kinds[index] in _UNSETTLED and _is_detail(drafts[index]) for index in range(begin, end)]
    for first, stop in _runs(fits, DETAIL_RUN, begin):
        short = BlockKind.SUBHEADLINE in kinds[first:stop]
        if stop - first > DETAIL_RUN or short or all(entry.text[-1].isascii() for entry in drafts[first:stop]):
            kinds[first:stop] = [BlockKind.LIST] * (stop - first)


def _is_detail(entry: Draft) -> bool:
    """Return True if the line names something and states it: no sentence, a colon early on, or only ASCII."""
    if (
        (entry.terminal and not entry.text.endswith(("：", "；")))
        or "，" in entry.text
        or len(entry.text) > 2 * SUBHEADLINE_LIMIT
    ):
        return False
    return _DETAIL.match(entry.text) is not None or entry.text.isascii()


def _mark_signature(drafts: Sequence[Draft], kinds: list[BlockKind]) -> None:
    """Turn the last lines of an article into signatures if they sign or date it."""
    for index in range(len(kinds) - 1, max(0, len(kinds) - SIGNATURE_RUN), -1):
        entry, kind = drafts[index], kinds[index]
        if entry.plain:
            break
        if (
            kind in (BlockKind.HEADLINE, BlockKind.CAPTION, BlockKind.VERSE)
            or entry.level
            or entry.line.label is not None
        ):
            break
        loose = kind is BlockKind.SUBHEADLINE or (kind is BlockKind.LIST and not marker(entry.text))
        short = loose and len(entry.text) <= SIGNATURE_LIMIT and not entry.text[-1].isascii()
        if not (short or is_closing(entry.text) or is_credit(entry)):
            break
        kinds[index] = BlockKind.SIGNATURE
