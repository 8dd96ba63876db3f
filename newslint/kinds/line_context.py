"""What the page around a line break says: whether the two lines can belong together, and which kind of line they are.

A page whose other lines all end as paragraphs do has hardly one sub-headline alone in its middle; one with several unended
lines has sub-headlines. The weights were fitted together with those of ``chinese.break_weights``, see there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from newslint.chinese import words
from newslint.chinese.characters import CLOSING
from newslint.chinese.continuation import Continuation
from newslint.chinese.names import is_chinese
from newslint.chinese.phrase_edges import LEANING
from newslint.chinese.segmentation import segment
from newslint.document import Document
from newslint.patterns import lazy
from newslint.structure import Block, BlockKind, is_terminal

#: Breaks with more line ends than this between the lines are gaps of the page, not of a paragraph.
_MOST_LINE_ENDS = 4
_UPPER = frozenset(
    (BlockKind.BODY, BlockKind.LIST, BlockKind.HEADLINE, BlockKind.SUBHEADLINE, BlockKind.BLOCK_QUOTATION, BlockKind.CAPTION, BlockKind.BYLINE)
)
_LOWER = frozenset(
    (BlockKind.BODY, BlockKind.HEADLINE, BlockKind.SUBHEADLINE, BlockKind.BLOCK_QUOTATION, BlockKind.SIGNATURE, BlockKind.CAPTION)
)
_PROSE = frozenset((BlockKind.BODY, BlockKind.SUBHEADLINE, BlockKind.LIST))
#: What a broken line may end with: a word, a comma, a closing mark, a number with its % or decimal point.
_OPEN_END = lazy(f"[^\\W_]$|[，、％%{CLOSING.replace(']', chr(92) + ']')}]$|[0-9][.．]$")
_QUESTION = lazy("(?:问|答|记者|主持人|[QqAa])：")
_LABEL = lazy(r"([\w·]{2,5})：")
_CREDIT = lazy(
    r"[（(【\[]?(?:作者|文[/／|｜丨]|图[/／|｜丨]|来源|责任编辑|责编|总监制|制片|原标题|声明|附[：:]|注[：:]|图源|扫码|供图|(?:出品|监制|审核|审校|编辑|校对|策划|统筹|记者)(?=[：:/／|｜丨 \u3000]|.{0,12}$))"
    r"|\*|图[为①-⑳0-9一二三四五六]|[上下左右前题][图文]|资料图|[▲△▼]"
)
_DATELINE_TITLE = lazy("[电讯](?:题|（[^）]*）题)：|电题")
_ORDINAL = lazy("[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
#: A name of at most this many characters at the head of an article is that of its author.
_NAME = 3

_BODY, _HEADLINE, _LIST, _CAPTION = 1.4, -1.2, -4.0, -4.0
_LEAD, _BELOW_BYLINE, _NAME_LINE, _CREDITED = 2.8, -1.2, -3.0, -4.0
_LOWER_ENDS, _LOWER_OPEN, _LOWER_LEADS = 1.2, -1.5, -3.0
_FIRST, _ABOVE_ENDS = 1.6, -0.9
_OTHERS = (2.0, -0.5, -1.2, -1.2, -1.5)
_AFTER_BRACKET, _NUMBERED = -1.5, -2.0


class PageContext:
    """The line breaks of one document: which may cut a sentence, and what their surroundings weigh."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks = document.blocks
        self._loose: dict[int, frozenset[int]] = {}
        self._scores: dict[int, Continuation] = {}
        self._weights: dict[int, float] = {}

    def breaks(self, indexes: Iterable[int] | None = None) -> Iterator[tuple[int, Block, Block]]:
        """Yield the index of the upper line and both lines, wherever they could belong to one paragraph by kind and layout.

        ``indexes`` are those of the upper lines to look at, in order; by default all.
        """
        text, blocks = self._document.text, self._blocks
        for index in range(len(blocks) - 1) if indexes is None else indexes:
            upper, lower = blocks[index], blocks[index + 1]
            if upper.kind not in _UPPER or lower.kind not in _LOWER or upper.article != lower.article:
                continue
            gap = text[upper.end : lower.start]
            if gap.strip() or gap.count("\n") > _MOST_LINE_ENDS or self._document.is_marked_heading(upper):
                continue
            yield index, upper, lower

    def reaches(self, index: int, least: float) -> bool:
        """Return whether the line ``index`` looks cut from the next at least so far, by their words and by the page."""
        words = self._words(index)
        if index not in self._weights:
            # Often the words decide, whatever the other lines of the article say, which all would have to be read.
            weight = self._weigh(index)
            if not words.reaches(round(least - weight - max(_OTHERS), 6)):
                return False
            if words.reaches(round(least - weight - min(_OTHERS), 6)):
                return True
        # Rounded, because sums of weights with one decimal miss it by a hair.
        return words.reaches(round(least - self.weight(index), 6))

    def _words(self, index: int) -> Continuation:
        if index not in self._scores:
            self._scores[index] = Continuation(self._blocks[index].text, self._blocks[index + 1].text)
        return self._scores[index]

    def weight(self, index: int) -> float:
        """Return what the kinds of the two lines and their neighbours say beyond their words, in the units of ``continuation``.

        The answer is kept: several bounds are asked of one break.
        """
        if index not in self._weights:
            self._weights[index] = self._weigh(index) + self._weigh_others(index)
        return self._weights[index]

    def _weigh_others(self, index: int) -> float:
        """Return what the other lines of the article weigh that end without a mark."""
        article = self._blocks[index].article
        if not index or self._blocks[index - 1].article != article:
            return 0.0
        loose = self._loose_lines(article)
        others = len(loose) - (index in loose) - (index + 1 in loose)
        return _OTHERS[min(others, len(_OTHERS) - 1)]

    def _weigh(self, index: int) -> float:
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
        value += {BlockKind.BODY: _BODY, BlockKind.HEADLINE: _HEADLINE, BlockKind.LIST: _LIST, BlockKind.CAPTION: _CAPTION}.get(upper.kind, 0.0)
        value += _LEAD if upper.byline is not None and upper.byline.head is not None else 0.0
        value += _LOWER_LEADS if lower.byline is not None and lower.byline.head is not None else 0.0
        value += _AFTER_BRACKET if upper.text.endswith("）") else 0.0
        value += _NUMBERED if upper.kind is BlockKind.SUBHEADLINE and _ORDINAL.match(upper.text) else 0.0
        return value + (_CREDITED if _CREDIT.match(upper.text) else 0.0)

    def _loose_lines(self, article: int) -> frozenset[int]:
        """Return the lines of ``article`` below its first paragraph that end without a mark and read as headings."""
        if article not in self._loose:
            self._loose[article] = frozenset(self._read_loose_lines(article))
        return self._loose[article]

    def _read_loose_lines(self, article: int) -> Iterator[int]:
        told = False
        blocks = self._document.articles[article].blocks
        for index, block in enumerate(blocks[:-1], self._document.block_index(blocks[0].start)):
            if is_terminal(block.text):
                told = True
            elif told and block.kind in _PROSE:
                if not open_ended(block.text) or not self._words(index).reaches(0):
                    yield index


def open_ended(text: str) -> bool:
    """Whether a line that ends no sentence could go on below: it ends with a word, a comma, a closing mark or a number."""
    return _OPEN_END.search(text) is not None


def stands_apart(upper: Block, lower: Block) -> bool:
    """Whether the lower line is a speaker's or a credit line, or the upper one a headline in a dateline."""
    if _QUESTION.match(lower.text) or _CREDIT.match(lower.text) or _DATELINE_TITLE.search(upper.text):
        return True
    label = _LABEL.match(lower.text)
    return label is not None and _is_name(label[1])


def _is_name(text: str) -> bool:
    """Whether what stands before a colon names somebody or something: no verb (认为：), nothing that leans on a line above."""
    parts: Sequence[str] = [text[start:end] for start, end in segment(text)]
    return parts[0] not in LEANING and not any(words.tag(part)[:1] in ("v", "u", "d") for part in parts)
