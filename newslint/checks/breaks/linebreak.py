"""Paragraphs broken by column layout: inside a word, a sentence or a number, before a mark that cannot begin a line.

Every break between two lines is looked at once for all rules and gets one verdict at most. Most breaks are settled by
the last character of the upper line; words are only cut where it is no mark that ends a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from newslint.checks.breaks.grammar.continuation import opens_anew
from newslint.checks.breaks.hardwrap import Passage, hard_wrapped
from newslint.checks.breaks.line_context import PageContext, open_ended, stands_apart
from newslint.checks.breaks.split_number import number_across, number_threshold
from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese.characters import is_han
from newslint.chinese.seam import INSIDE_WORD, divisible, straddle
from newslint.chinese.segmentation import after, before, segment
from newslint.document import Document
from newslint.document.structure import Block, BlockKind, is_terminal
from newslint.finding import Edit
from newslint.patterns import lazy

FAULTS = ("mid-word", "mid-sentence", "bad-start", "number", "overlap", "hard-wrap")

#: Score from which a break counts as inside a sentence; what it costs and finds is told in ``chinese.break_weights``.
_SENTENCE = 1.2
#: Below this score the lower line plainly begins something new: then a word across the break must be beyond doubt.
_UNLIKELY = -2.0
_SURE_WORD = 4.0
#: Nats for a word below a line that may be a heading: chance makes 山|上 of 客人进了山 and 上个周末.
_LIKELY_WORD = 3.0

#: A paragraph at least this long that lacks its final mark is reported as such (PU51).
_PROSE = 30
#: From so many broken lines on, and this share of the breaks of the page, they are no single accidents.
_MANY, _MANY_SHARE = 6, 1 / 3

_BAD_START = lazy("[，。、；：！？]+|[”’」』）》〉】〕］]+[，。、；：！？]*|…+|—+")
_BAD_STARTS = frozenset("，。、；：！？”’」』）》〉】〕］…—")
_OPENER = dict(zip("”’」』）》〉】〕］", "“‘「『（《〈【〔［", strict=True))
_EDGE_MARKS = "，。、；：！？”’）》"
#: The rest of a byline whose first half fills the line above: 蒋一舟报道：, 娟）今天, （新闻联播）：.
_BYLINE_REST = lazy("[\\w·、]{0,24}(?:摄影|综合)?报道[：，）]|[^（）]{1,24}）|（[^（）]{2,12}）：")


class LineBreak:
    """Options: ``fault``, one of ``FAULTS``: which of the broken lines this rule reports."""

    anchors: Sequence[str] = ()

    @staticmethod
    def gate(document: Document) -> bool:
        """Whether any break has a fault."""
        return bool(document.once(line_faults))

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", FAULTS)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterable[Match]:
        """Yield one match for each break (for ``hard-wrap``: each passage) with this rule's fault."""
        return [match for fault, match in document.once(line_faults) if fault == self._fault]


def line_faults(document: Document) -> tuple[tuple[str, Match], ...]:
    """Return the faults of all line breaks, each with its match."""
    return tuple(_find(document))


def _find(document: Document) -> Iterator[tuple[str, Match]]:
    suspects = _suspects(document)
    if not suspects:  # hard-wrapped passages are made of such lines too
        return
    passages = document.once(hard_wrapped)
    inside: dict[int, Passage] = {
        index: passage for passage in passages for index in range(passage.first, passage.last)
    }
    undecided = {index for passage in passages for index in passage.open}
    page = PageContext(document)
    verdicts: list[tuple[int, str, Match]] = []
    more: list[Edit] = []
    for index, upper, lower in page.breaks(suspects):
        if index in inside and index not in undecided:
            continue
        verdict = _verdict(page, index, upper, lower)
        if verdict is None:
            continue
        if index in inside:
            more.extend(verdict[1].edits)
        else:
            verdicts.append((index, *verdict))
    for passage in passages:
        start, end = document.blocks[passage.first].start, document.blocks[passage.last].end
        edits = [*passage.edits(document.blocks), *(edit for edit in more if start <= edit.start < end)]
        values = {"lines": passage.last - passage.first + 1, "where": f"都在约{passage.width}字处折断"}
        yield "hard-wrap", Match(start, end, edits=tuple(sorted(edits, key=_place)), values=values)
    yield from _summed_up(document.blocks, verdicts, lambda: sum(index not in inside for index, _, _ in page.breaks()))


def _suspects(document: Document) -> list[int]:
    """Return the lines that may be cut: those that end no sentence, and those above a mark that cannot begin a line."""
    blocks = document.blocks
    below = [index for index, block in enumerate(blocks[1:]) if block.text[0] in _BAD_STARTS]
    found = document.open_lines
    if found and found[-1] == len(blocks) - 1:
        found = found[:-1]
    return sorted({*found, *below}) if below else list(found)


def _summed_up(
    blocks: Sequence[Block], verdicts: Sequence[tuple[int, str, Match]], breaks: Callable[[], int]
) -> Iterator[tuple[str, Match]]:
    """Yield the verdicts; where they are too many to be single accidents, one for the passage in place of them."""
    cut = [(index, match) for index, fault, match in verdicts if fault != "overlap"]
    # A paragraph cut once is one fault each time; only a passage is cut line after line.
    again = sum(lower == upper + 1 for (upper, _), (lower, _) in pairwise(cut))
    many = len(cut) >= _MANY and len(cut) > _MANY_SHARE * breaks() and 3 * again >= len(cut)
    if many:
        first, last = cut[0][0], cut[-1][0] + 1
        values = {"lines": last - first + 1, "where": f"有{len(cut)}处在句中折断"}
        edits = tuple(edit for _, match in cut for edit in match.edits)
        yield "hard-wrap", Match(blocks[first].start, blocks[last].end, edits=edits, values=values)
    for _, fault, match in verdicts:
        if not many or fault == "overlap":
            yield fault, match


def _place(edit: Edit) -> int:
    return edit.start


def _verdict(page: PageContext, index: int, upper: Block, lower: Block) -> tuple[str, Match] | None:
    """Name the fault of the break between two lines that may belong together, or None."""
    bad = _bad_start(upper, lower)
    if bad is not None:
        return bad
    if is_terminal(upper.text) or not open_ended(upper.text):
        return None
    if upper.kind is BlockKind.BYLINE:
        return _cut_byline(upper, lower)
    fault = _cut_line(page, index, upper, lower)
    # Asked last, because hardly any line gets so far.
    return None if fault is None or stands_apart(upper, lower) else fault


def _cut_line(page: PageContext, index: int, upper: Block, lower: Block) -> tuple[str, Match] | None:
    cut_number = number_threshold(upper.text, lower.text)
    if cut_number is not None and page.score(index) >= cut_number:
        return "number", _joined(upper, lower, number_across(upper.text, lower.text))
    score = page.score(index)
    likely = score >= _SENTENCE
    if upper.kind is BlockKind.CAPTION and not likely:
        return None
    overlap = _overlap(upper.text, lower.text) if likely else 0
    if overlap:
        edit = Edit(upper.end, lower.start + overlap, "")
        return "overlap", Match(upper.end, lower.start, edits=(edit,), values={"piece": lower.text[:overlap]})
    word = straddle(upper.text, lower.text)
    if word is not None and word.certain and word.evidence >= _needed(score, upper):
        return "mid-word", _joined(upper, lower, word.word)
    # A whole sentence above and a new one below: the stop is missing (PU51), the line is not broken.
    if not likely or (
        upper.kind is BlockKind.BODY and len(upper.text) >= _PROSE and opens_anew(upper.text, lower.text)
    ):
        return None
    return _mid_sentence(upper, lower)


def _cut_byline(upper: Block, lower: Block) -> tuple[str, Match] | None:
    """A byline on a line of its own is whole, unless a bracket, a date or the word 报道 of it stands below."""
    if number_threshold(upper.text, lower.text) is not None:
        return "number", _joined(upper, lower, number_across(upper.text, lower.text))
    rest = _BYLINE_REST.match(lower.text)
    if rest is None or (rest[0].endswith("）") and upper.text.rfind("（") <= upper.text.rfind("）")):
        return None
    return _mid_sentence(upper, lower)


def _mid_sentence(upper: Block, lower: Block) -> tuple[str, Match]:
    return "mid-sentence", _joined(upper, lower, f"{upper.text[-4:].lstrip(_EDGE_MARKS)}｜{lower.text[:4]}")


def _needed(score: float, upper: Block) -> float:
    """Return the evidence in nats that a word across a break of this score needs.

    It needs more below what may be a heading and before a new beginning.
    """
    if score < _UNLIKELY:
        return _SURE_WORD
    return INSIDE_WORD if score >= _SENTENCE or upper.kind is BlockKind.BODY else _LIKELY_WORD


def _joined(upper: Block, lower: Block, piece: str) -> Match:
    return Match(upper.end, lower.start, edits=(Edit(upper.end, lower.start, ""),), values={"piece": piece})


def _bad_start(upper: Block, lower: Block) -> tuple[str, Match] | None:
    """A point mark or closing mark at the beginning of the lower line that belongs to the end of the upper one."""
    match = _BAD_START.match(lower.text) if lower.text[0] in _BAD_STARTS else None
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


def _overlap(upper: str, lower: str) -> int:
    """Return how many characters at the end of ``upper`` stand again at the beginning of ``lower``: 组|组织,
    中心|中心党委.
    """
    for size in range(min(6, len(upper) - 1, len(lower) - 1), 1, -1):
        if upper.endswith(lower[:size]) and all(map(is_han, lower[:size])) and not upper[:-size].endswith(lower[:size]):
            return size
    if lower[0] != upper[-1] or not is_han(lower[0]):
        return 0
    head, tail = before(upper, len(upper)), after(lower, 0)
    if not head or not tail:
        return 0
    # One character twice is a fault only if it is a left-over above and belongs to a word below: 认真组|组织, not
    # 一天|天气.
    left, right = segment(head)[-1], segment(tail)[0]
    word = tail[: right[1]]
    return int(left[1] - left[0] == 1 and len(word) > 1 and not divisible(word, 1))
