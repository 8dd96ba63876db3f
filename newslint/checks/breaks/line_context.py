"""What the page around a line break says: whether the two lines can belong together, and which kind of line they are.

A page whose other lines all end as paragraphs do has hardly one sub-headline alone in its middle; one with several
unended lines has sub-headlines. The weights were fitted together with those of ``grammar.break_weights``, see there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from newslint.checks.breaks.grammar.continuation import continuation
from newslint.checks.breaks.grammar.phrase_edges import LEANING
from newslint.chinese import words
from newslint.chinese.characters import CLOSING
from newslint.chinese.names import is_chinese, is_common
from newslint.chinese.segmentation import split_words
from newslint.document import Document
from newslint.document.structure import Block, BlockKind, is_terminal
from newslint.document.structure.looks import is_page_furniture
from newslint.document.structure.standing import LONG, Standing
from newslint.patterns import lazy

#: Breaks with more line ends than this between the lines are gaps of the page, not of a paragraph.
_MOST_LINE_ENDS = 4
_UPPER = frozenset(
    (
        BlockKind.BODY,
        BlockKind.LIST,
        BlockKind.HEADLINE,
        BlockKind.SUBHEADLINE,
        BlockKind.BLOCK_QUOTATION,
        BlockKind.CAPTION,
        BlockKind.BYLINE,
    )
)
_LOWER = frozenset(
    (
        BlockKind.BODY,
        BlockKind.HEADLINE,
        BlockKind.SUBHEADLINE,
        BlockKind.BLOCK_QUOTATION,
        BlockKind.SIGNATURE,
        BlockKind.CAPTION,
    )
)
_PROSE = frozenset((BlockKind.BODY, BlockKind.SUBHEADLINE, BlockKind.LIST))
#: What a broken line may end with: a word, a comma, a closing mark, a number with its % or decimal point.
_OPEN_END = lazy(f"[^\\W_]$|[，、％%{CLOSING.replace(']', chr(92) + ']')}]$|[0-9][.．]$")
_QUESTION = lazy("(?:问|答|记者|主持人|[QqAa])：")
_LABEL = lazy(r"([^\W0-9_·](?:[^\W0-9_]|·){1,4})：")
_CREDIT = lazy(
    r"[（(【\[]?(?:作者|[文图][/／|｜丨]|来源|责任编辑|责编|总监制|制片|原标题|声明|[附注][：:]|图源|扫码|"
    r"供图|(?:出品|监制|审核|审校|编辑|校对|策划|统筹|记者)(?=[：:/／|｜丨 \u3000]|.{0,12}$))"
    r"|\*|图[为①-⑳0-9一二三四五六]|[上下左右前题][图文]|资料图|[▲△▼]"
)
#: The characters that it begins with.
_CREDIT_STARTS = frozenset("（(【[作文图来责总制原声附注扫供出监审编校策统记*上下左右前题资▲△▼")
_DATELINE_TITLE = lazy("[电讯](?:题|（[^）]*）题)：|电题")
#: The number of an item, the dot in either reading: 三、, 三.白菜; not 一、二线城市.
_ITEM = lazy(
    "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[、.．。](?![0-9一二三四五六七八九十])|[（(](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[)）]"
)
_ITEM_STARTS = frozenset("0123456789一二三四五六七八九十（(")
_ORDINAL_STARTS = frozenset("一二三四五六七八九十（")
_ORDINAL = lazy("[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
#: What a list of names goes on with.
_LIST_ENDS = frozenset("等，、。；和与及的")
#: A name of at most this many characters at the head of an article is that of its author.
_NAME = 3
#: Two lines that begin with so many characters alike are two of one form.
_ALIKE = 12
#: A line for a small screen has at most so many characters.
_SET_LINE = 24
#: A sub-headline in two lines has at most so many characters in each.
_HALF = 20

_BODY, _HEADLINE, _LIST, _CAPTION = 1.4, -1.2, -4.0, -4.0
_LEAD, _BELOW_BYLINE, _NAME_LINE, _CREDITED = 2.8, -1.2, -3.0, -4.0
_LOWER_ENDS, _LOWER_OPEN, _LOWER_LEADS = 1.2, -1.5, -3.0
_FIRST, _ABOVE_ENDS = 1.6, -0.9
_OTHERS = (2.0, -0.5, -1.2, -1.2, -1.5)
_AFTER_BRACKET, _NUMBERED = -1.5, -2.0
_KINDS = {BlockKind.BODY: _BODY, BlockKind.HEADLINE: _HEADLINE, BlockKind.LIST: _LIST, BlockKind.CAPTION: _CAPTION}


class PageContext:
    """The line breaks of one document: which may cut a sentence, and what their surroundings weigh."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks = document.blocks
        self._headings: dict[int, frozenset[int]] = {}
        self._weights: dict[tuple[int, float], tuple[float, float]] = {}

    def breaks(self, indexes: Iterable[int] | None = None) -> Iterator[tuple[int, Block, Block]]:
        """Yield the index of the upper line and both lines, wherever they could belong to one paragraph by kind and
        layout.

        ``indexes`` are those of the upper lines to look at, in order; by default all.
        """
        text, blocks = self._document.text, self._blocks
        for index in range(len(blocks) - 1) if indexes is None else indexes:
            upper, lower = blocks[index], blocks[index + 1]
            if upper.kind not in _UPPER or lower.kind not in _LOWER or upper.article != lower.article:
                continue
            if is_page_furniture(upper.text) or is_page_furniture(lower.text):
                continue
            if self._document.is_apart(upper, lower):
                continue
            gap = text[upper.end : lower.start]
            if gap.strip() or gap.count("\n") > _MOST_LINE_ENDS or self._is_closed(upper) or self._is_closed(lower):
                continue
            yield index, upper, lower

    @property
    def is_pair(self) -> bool:
        """True if the page has two lines and no more."""
        return len(self._blocks) == 2

    def _is_closed(self, block: Block) -> bool:
        """Return True if the format sets the line apart from those beside it: a heading, an item."""
        if self._document.is_marked_heading(block):
            return True
        return block.kind is not BlockKind.BODY and self._document.is_labelled(block)

    def standing(self, index: int) -> Standing:
        """Return what the line ``index`` is if it ends no sentence."""
        return self._document.standings.get(index, Standing.TEXT)

    def is_soft(self, upper: Block, lower: Block) -> bool:
        """Return True if the two lines are of one paragraph by the format."""
        return self._document.is_soft_break(upper, lower)

    def is_set_in_the_middle(self, upper: Block, lower: Block) -> bool:
        """Return True if the two lines are set in the middle, as a headline in two lines is."""
        document = self._document
        return len(upper.text) <= LONG and document.is_centred(upper) and document.is_centred(lower)

    def is_below_paragraph(self, index: int) -> bool:
        """Return True if a line of the same article that ends a sentence stands above the line ``index``."""
        blocks = self._blocks
        return index > 0 and blocks[index - 1].article == blocks[index].article and is_terminal(blocks[index - 1].text)

    def is_author(self, index: int) -> bool:
        """Return True if the line ``index`` is the name of an author below a headline."""
        blocks = self._blocks
        return _is_person(blocks[index].text) and index > 0 and not is_terminal(blocks[index - 1].text)

    def begins_again(self, lower: Block) -> bool:
        """Return True if another line of the page begins as ``lower`` does: then it begins there by itself."""
        head = lower.text[:_ALIKE]
        others = (block for block in self._blocks if block is not lower)
        return len(head) == _ALIKE and any(block.text.startswith(head) for block in others)

    def is_set_in_lines(self, index: int) -> bool:
        """Return True if the line ``index`` and the next are among three or more short ones in a row, set so to be
        read on a small screen.
        """
        around = self._blocks[max(0, index - 1) : index + 3]
        short = [block.kind is BlockKind.BODY and len(block.text) <= _SET_LINE for block in around]
        return len(around) > 2 and (all(short[-3:]) or all(short[:3]))

    def is_label_in_two(self, index: int) -> bool:
        """Return True if the line ``index`` is the first or second line of a sub-headline in two lines."""
        return self._begins_label(index) or self._begins_label(index - 1)

    def _begins_label(self, index: int) -> bool:
        """Return True if the line ``index``, which ends in a comma, and the next are set as a sub-headline is."""
        lines = self._blocks[max(0, index - 1) : index + 3]
        if len(lines) < 4 or len({line.article for line in lines}) > 1:
            return False
        above, upper, lower, below = (line.text for line in lines)
        if upper[-1] != "，" or max(len(upper), len(lower)) > _HALF or is_terminal(lower) or lower[-1] in "，、":
            return False
        return is_terminal(above) and is_terminal(below) and len(below) > _HALF

    def score(self, index: int, more: float = 0.0) -> float:
        """Return the evidence that the line ``index`` is cut from the next, by their words, by the page and ``more``.

        Above 0 a cut is likelier than not. The evidence has one decimal.
        """
        lines, place = self._weigh(index, more)
        return round(lines + place + self._weigh_others(index), 1)

    def _weigh(self, index: int, more: float = 0.0) -> tuple[float, float]:
        """Return what the line ``index`` and the next weigh, and what their place on the page and ``more`` weigh."""
        if (index, more) not in self._weights:
            place = self._weigh_place(index) + more
            upper, lower = self._blocks[index : index + 2]
            self._weights[index, more] = continuation(upper.text, lower.text, place), place
        return self._weights[index, more]

    def _weigh_others(self, index: int) -> float:
        """Return what the other lines of the article weigh that read as headings."""
        blocks = self._blocks
        if not index or blocks[index - 1].article != blocks[index].article:
            return 0.0
        others = self._headings_of(blocks[index].article) - {index, index + 1}
        return _OTHERS[min(len(others), len(_OTHERS) - 1)]

    def _weigh_place(self, index: int) -> float:
        upper, lower = self._blocks[index : index + 2]
        above = self._blocks[index - 1] if index and self._blocks[index - 1].article == upper.article else None
        value = _LOWER_ENDS if is_terminal(lower.text) else _LOWER_OPEN
        if above is None:
            value += _FIRST
        else:
            value += _ABOVE_ENDS if is_terminal(above.text) else 0.0
            value += _BELOW_BYLINE if above.kind is BlockKind.BYLINE else 0.0
        if (above is None or above.kind is BlockKind.HEADLINE) and len(upper.text) <= _NAME and is_chinese(upper.text):
            value += _NAME_LINE
        value += _KINDS.get(upper.kind, 0.0)
        value += _LEAD if upper.byline is not None and upper.byline.head is not None else 0.0
        value += _LOWER_LEADS if lower.byline is not None and lower.byline.head is not None else 0.0
        value += _AFTER_BRACKET if upper.text.endswith("）") else 0.0
        value += _NUMBERED if upper.kind is BlockKind.SUBHEADLINE and _is_numbered(upper.text) else 0.0
        return value + (_CREDITED if _is_credit(upper.text) else 0.0)

    def _headings_of(self, article: int) -> frozenset[int]:
        """Return the lines of ``article`` below its first paragraph that end without a mark and read as headings."""
        if article not in self._headings:
            blocks = self._document.articles[article].blocks
            first = self._document.block_index(blocks[0].start)
            lines = self._document.open_lines
            begin, end = bisect_left(lines, first), bisect_left(lines, first + len(blocks) - 1)
            # The lines above the first paragraph are without a mark one and all.
            while begin < end and lines[begin] == first:
                begin, first = begin + 1, first + 1
            self._headings[article] = frozenset(filter(self._is_heading, lines[begin:end]))
        return self._headings[article]

    def _is_heading(self, index: int) -> bool:
        block = self._blocks[index]
        return block.kind in _PROSE and (not open_ended(block.text) or self._weigh(index)[0] < 0)


def open_ended(text: str) -> bool:
    """Return True if ``text``, which ends no sentence, could go on below.

    So it does with a word, a comma, a closing mark or a number at its end.
    """
    return _OPEN_END.search(text, max(0, len(text) - 2)) is not None


def stands_apart(upper: Block, lower: Block) -> bool:
    """Return True if the lower line is an item, an author's, a speaker's or a credit line, or the upper one a headline
    in a dateline.
    """
    if _QUESTION.match(lower.text) or _is_credit(lower.text) or _DATELINE_TITLE.search(upper.text):
        return True
    if lower.text[0] in _ITEM_STARTS and _ITEM.match(lower.text):
        return True
    if upper.text[-1] not in "，、" and (_is_person(lower.text) or _ends_names(upper.text, lower.text)):
        return True
    label = _LABEL.match(lower.text)
    return label is not None and _is_name(label[1])


def _is_person(text: str) -> bool:
    """Return True if ``text`` is a person's name and nothing else."""
    return len(text) <= _NAME and is_chinese(text) and (len(text) == _NAME or is_common(text))


def _ends_names(upper: str, lower: str) -> bool:
    """Return True if ``upper`` is a list of names with nothing behind the last, and ``lower`` no 等 that ends it."""
    *others, last = upper.rsplit("、", 3)
    return len(others) > 2 and is_chinese(last) and lower[0] not in _LIST_ENDS


def _is_numbered(text: str) -> bool:
    return text[0] in _ORDINAL_STARTS and _ORDINAL.match(text) is not None


def _is_credit(text: str) -> bool:
    return text[0] in _CREDIT_STARTS and _CREDIT.match(text) is not None


def _is_name(text: str) -> bool:
    """Return True if ``text``, before a colon, names somebody or something.

    A name holds no verb (认为：) and nothing that leans on a line above.
    """
    parts = split_words(text)
    return parts[0] not in LEANING and not any(words.tag(part)[:1] in ("v", "u", "d") for part in parts)
