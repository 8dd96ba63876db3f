"""Paragraphs broken by column layout: inside a word, a sentence or a number, before a mark that cannot begin a line.

Every break between two lines is looked at once for all rules and gets one verdict at most. Most breaks are settled by the
last character of the upper line; words are only cut where it is no mark that ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newslint.chinese.characters import CLOSING, is_han
from newslint.chinese.continuation import LONG, continuation
from newslint.chinese.seam import INSIDE_WORD, divisible, straddle
from newslint.chinese.segmentation import MEASURES, after, before, segment
from newslint.document import Document
from newslint.finding import Edit
from newslint.kinds.hardwrap import hard_wrapped
from newslint.kinds.match import Hit, Match, Options
from newslint.structure import Block, BlockKind, is_terminal

FAULTS = ("mid-word", "mid-sentence", "bad-start", "number", "overlap", "hard-wrap")

#: Score of ``continuation`` from which a break counts as inside a sentence. On 10,900 line ends of published news it reports
#: two broken sentences, four paragraphs without their full stop and one heading; it finds all but 1 in 100 of 1,370 sentences
#: cut after 31 characters or more, and of shorter pieces those that do not read as a heading.
_SENTENCE = 1.5
#: Below this score the lower line plainly begins something new: then a word across the break must be beyond doubt.
_UNLIKELY = -2.0
_SURE_WORD = 4.0
#: Nats for a word below a line that may be a heading: chance makes 山|上 of 客人进了山 and 上个周末.
_LIKELY_WORD = 3.0
#: Breaks with more line ends than this between the lines are gaps of the page, not of a paragraph.
_MOST_LINE_ENDS = 4

_UPPER = (BlockKind.BODY, BlockKind.LIST, BlockKind.HEADLINE, BlockKind.SUBHEADLINE, BlockKind.BLOCK_QUOTATION, BlockKind.CAPTION)
_LOWER = (BlockKind.BODY, BlockKind.HEADLINE, BlockKind.SUBHEADLINE, BlockKind.BLOCK_QUOTATION, BlockKind.SIGNATURE, BlockKind.CAPTION)
_BAD_START = re.compile("[，。、；：！？]+|[”’」』）》〉】〕］]+[，。、；：！？]*|…+|—+")
#: What a broken line may end with: a word, a comma, a closing mark, a number with its % or decimal point.
_OPEN_END = re.compile(f"[^\\W_]$|[，、％%{re.escape(CLOSING)}]$|[0-9][.．]$")
_OPENER = dict(zip("”’」』）》〉】〕］", "“‘「『（《〈【〔［", strict=True))
_EDGE_MARKS = "，。、；：！？”’）》"
_LABEL = re.compile(r"(?:问|答|记者|主持人|[QqAa]|[\w·]{2,5})：")
_CREDIT = re.compile(
    r"[（(【\[]?(?:作者|文[/／|｜丨]|图[/／|｜丨]|来源|出品|监制|审核|审校|编辑|责任编辑|责编|校对|策划|统筹|记者|总监制|制片|原标题|声明|附[：:]|注[：:]|图源|扫码|供图)|\*|图[为①-⑳0-9一二三四五六]|[上下左右前题][图文]|资料图|[▲△▼]"
)
_DATELINE_TITLE = re.compile("[电讯](?:题|（[^）]*）题)：|电题")
_NUMBER_END = re.compile("(?<![0-9])([0-9]{1,12})(|[.．，年月])$")
_NUMBER_START = re.compile("([0-9]{1,12})([%％‰万亿千百个年月日米元吨℃]?)")
#: First words of a line that carry on a number above it.
_UNIT = re.compile(f"[余多]?[万亿]?[余多]?(?:[{''.join(sorted(MEASURES))}人]|人次|公里|小时|分钟|平方米|月[初中底末]|年[初中底末]|日[电讯])?")
_FRACTION = re.compile(r"[.．][0-9]|[%％‰℃]")


class LineBreak:
    """Options: ``fault``, one of ``FAULTS``: which of the broken lines this rule reports."""

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", FAULTS)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterable[Match]:
        """Yield one match for each break (for ``hard-wrap``: each passage) with this rule's fault."""
        return [match for fault, match in document.once(_faults) if fault == self._fault]


def _faults(document: Document) -> tuple[tuple[str, Match], ...]:
    return tuple(_find(document))


def _find(document: Document) -> Iterator[tuple[str, Match]]:
    blocks = document.blocks
    wrapped: set[int] = set()
    for passage in document.once(hard_wrapped):
        wrapped.update(range(passage.first, passage.last))
        first, last = blocks[passage.first], blocks[passage.last]
        lines = passage.last - passage.first + 1
        yield "hard-wrap", Match(first.start, last.end, edits=passage.edits, values={"lines": lines, "width": passage.width})
    for index, (upper, lower) in enumerate(pairwise(blocks)):
        if index not in wrapped and _adjoin(document, upper, lower):
            verdict = _verdict(upper, lower, blocks[index - 1] if index else None)
            if verdict is not None:
                yield verdict


def _adjoin(document: Document, upper: Block, lower: Block) -> bool:
    """Whether the lines could belong to one paragraph as far as kind and layout tell."""
    if upper.kind not in _UPPER or lower.kind not in _LOWER or upper.article != lower.article:
        return False
    gap = document.text[upper.end : lower.start]
    if gap.strip() or gap.count("\n") > _MOST_LINE_ENDS:
        return False
    return "#" not in document.text[document.line_starts[upper.line - 1] : upper.start]


def _verdict(upper: Block, lower: Block, above: Block | None) -> tuple[str, Match] | None:
    """Name the fault of the break between two adjoining lines, or None."""
    bad = _bad_start(upper, lower)
    if bad is not None:
        return bad
    if is_terminal(upper.text) or not _OPEN_END.search(upper.text):
        return None
    if _LABEL.match(lower.text) or _CREDIT.match(lower.text) or _DATELINE_TITLE.search(upper.text):
        return None
    score = continuation(upper.text, lower.text) + _context(upper, lower, above)
    if _splits_number(upper.text, lower.text, score):
        return "number", _joined(upper, lower, _number(upper.text, lower.text))
    if upper.kind is BlockKind.CAPTION and score < _SENTENCE:
        return None
    overlap = _overlap(upper.text, lower.text) if score >= _SENTENCE else 0
    if overlap:
        edit = Edit(upper.end, lower.start + overlap, "")
        return "overlap", Match(upper.end, lower.start, edits=(edit,), values={"piece": lower.text[:overlap]})
    word = straddle(upper.text, lower.text)
    if word is not None and word.evidence >= _needed(upper, score):
        return "mid-word", _joined(upper, lower, word.word)
    if score >= _SENTENCE:
        return "mid-sentence", _joined(upper, lower, f"{upper.text[-4:].lstrip(_EDGE_MARKS)}｜{lower.text[:4]}")
    return None


def _needed(upper: Block, score: float) -> float:
    """Return the evidence in nats that a word across the break needs: more below a heading and before a new beginning."""
    if score >= _SENTENCE:
        return INSIDE_WORD
    if score < _UNLIKELY:
        return _SURE_WORD
    return INSIDE_WORD if upper.kind is BlockKind.BODY else _LIKELY_WORD


def _context(upper: Block, lower: Block, above: Block | None) -> float:
    """What the kinds of the two lines say beyond their words."""
    value = 0.0
    if upper.byline is not None and upper.byline.head is not None:
        value += 4.0  # a line that opens a story is no heading
    if upper.kind is BlockKind.LIST:
        value -= 4.0  # a numbered line may be a heading, however long
    # Headings, lists and tables of names come as one unended line after another.
    if not is_terminal(lower.text):
        value -= 2.0 if len(lower.text) <= LONG else 1.0
    if upper.kind is BlockKind.HEADLINE and above is not None and above.article == upper.article:
        value -= 1.5  # below another line of the headline: a sub-title in sentence form
    return value


def _joined(upper: Block, lower: Block, piece: str) -> Match:
    return Match(upper.end, lower.start, edits=(Edit(upper.end, lower.start, ""),), values={"piece": piece})


def _bad_start(upper: Block, lower: Block) -> tuple[str, Match] | None:
    """A point mark or closing mark at the beginning of the lower line that belongs to the end of the upper one."""
    match = _BAD_START.match(lower.text)
    if match is None:
        return None
    marks = match.group()
    first = marks[0]
    if first in _OPENER and upper.text.rfind(_OPENER[first]) <= upper.text.rfind(first):
        return None  # nothing is open above: then the mark itself is wrong, and pairing says so
    if first in "…—":
        # Half of a double mark on either side of the break; a line may well begin with a whole one.
        count = len(upper.text) - len(upper.text.rstrip(first))
        if count % 2 == 0 or len(marks) % 2 == 0:
            return None
    edits = (Edit(upper.end, lower.start, ""),)
    return "bad-start", Match(lower.start, lower.start + len(marks), edits=edits, values={"piece": marks})


def _splits_number(upper: str, lower: str, score: float) -> bool:
    """Whether the break cuts a number (1|0000), a date (4月|18日), a decimal (3.|5%) or a number from its 万 or %."""
    head, tail = _NUMBER_END.search(upper), _NUMBER_START.match(lower)
    if head is None:
        return False
    if tail is None:
        return head[2] == "" and (bool(_FRACTION.match(lower)) or _begins_with_unit(lower) and score + 6.0 >= _SENTENCE)
    digits, mark = head.groups()
    more, unit = tail.groups()
    if mark in (".", "．"):
        return unit != "" or score >= _SENTENCE
    if mark == "，":
        return len(more) == 3 and score + 1.0 >= _SENTENCE
    if mark == "月":
        return unit == "日" and int(more) <= 31
    if mark == "年":
        return unit == "月" and int(more) <= 12 and score + 3.0 >= _SENTENCE
    if unit in ("年", "月", "日"):
        # 青鸟15|2026年 is a name and a date, 6月2|5日 is one date.
        whole = int(digits + more)
        possible = {"年": 1800 <= whole < 2100, "月": whole <= 12, "日": whole <= 31}[unit]
        return possible and score + 6.0 >= _SENTENCE
    return score + (6.0 if more[0] == "0" else 3.0) >= _SENTENCE


def _begins_with_unit(lower: str) -> bool:
    """Whether the first word is a measure word or 万, and not the beginning of another word (日本, 年轻)."""
    text = after(lower, 0)
    if not text:
        return False
    first = text[: segment(text)[0][1]]
    return _UNIT.fullmatch(first) is not None


def _number(upper: str, lower: str) -> str:
    head = re.search("[0-9０-９.．，年月]+$", upper)
    tail = re.match("[0-9０-９.．，%％]*[万亿年月日个米元℃]?", lower)
    return (head.group() if head else "") + (tail.group() if tail else "")


def _overlap(upper: str, lower: str) -> int:
    """Return how many characters at the end of ``upper`` stand again at the beginning of ``lower``: 组|组织, 中心|中心党委."""
    for size in range(min(6, len(upper) - 1, len(lower) - 1), 1, -1):
        if upper.endswith(lower[:size]) and all(map(is_han, lower[:size])) and not upper[:-size].endswith(lower[:size]):
            return size
    if lower[0] != upper[-1] or not is_han(lower[0]):
        return 0
    head, tail = before(upper, len(upper)), after(lower, 0)
    if not head or not tail:
        return 0
    # One character twice is a fault only if it is a left-over above and belongs to a word below: 认真组|组织, not 一天|天气.
    left, right = segment(head)[-1], segment(tail)[0]
    word = tail[: right[1]]
    return int(left[1] - left[0] == 1 and len(word) > 1 and not divisible(word, 1))
