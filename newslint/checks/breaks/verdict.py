"""What a break between two lines is: cut inside a word, a sentence or a number, before a mark that cannot begin a line.

Every break gets one verdict at most. Most are settled by the last character of the upper line; words are only cut where
it is no mark that ends a sentence.
"""

import math
from typing import NamedTuple

from newslint.checks.breaks.grammar.continuation import opens_anew
from newslint.checks.breaks.grammar.lower_signs import leans
from newslint.checks.breaks.grammar.upper_signs import hangs
from newslint.checks.breaks.latin_word import hyphenated
from newslint.checks.breaks.line_context import PageContext, open_ended, stands_apart
from newslint.checks.breaks.split_number import CERTAIN, LITTLE, number_across, number_evidence, opens_anew_with_number
from newslint.checks.check import Match
from newslint.chinese.characters import is_han
from newslint.chinese.excerpts import words_before, words_behind
from newslint.chinese.seam import INSIDE_WORD, divisible, scraps, straddle
from newslint.chinese.segmentation import after, before, segment
from newslint.document.structure import Block, BlockKind, is_terminal
from newslint.document.structure.labels import is_mark
from newslint.document.structure.standing import LONG, Standing, opens_sentence, opens_story, reads_as_sentence
from newslint.finding import Edit
from newslint.patterns import lazy

#: Score from which a break may be inside a sentence; ``grammar.break_weights`` tells what it costs and finds.
_SENTENCE = 1.2
#: Score from which it is certain: in a line that reads as running text, in a long one of one clause, in a shorter of
#: several clauses, of one clause, and in one of few words or one that is whole by its place.
_SURE_TEXT, _SURE_LONG, _SURE_CLAUSES, _SURE, _SURE_HEADING, _NEVER = 2.0, 2.5, 3.0, 4.0, 5.0, math.inf
#: In one that is made as a sub-headline of several clauses is, below a whole paragraph.
_SURE_OF_CLAUSES = 6.0
#: Score from which the two lines are one sentence, and none that only lacks its stop.
_JOINED = 5.0
#: Below this score the lower line plainly begins something new: then a word across the break must be beyond doubt.
_UNLIKELY = -2.0
_SURE_WORD = 4.0
#: Nats for a word below a line that may be a heading: chance makes 山|上 of 客人进了山 and 上个周末; and below one that
#: is whole by its place, where chance makes 大|数据 and 战|马.
_LIKELY_WORD, _WORD_OF_SCRAPS, _WORD_OF_SCRAP = 3.0, 3.0, 7.0

#: How long a name is, in characters, that a headline ends and its text begins with.
_NAMES = range(2, 7)

#: A line shorter than this may be a heading, whatever its words are.
_SHORT = 15
#: A sub-headline of several clauses has at most this many characters, the last of its clauses at least, and each at
#: most so many.
_LONGEST_HEADING, _CLAUSE, _LONG_CLAUSE = 45, 6, 20
_TWO_CLAUSES = lazy("([^，、；：。]{3,12})，([^，、；：。]{3,12})，[^，]*$")
#: What is whole by its place, whatever stands below.
_WHOLE = (Standing.MARK, Standing.CREDITED)
#: A paragraph at least this long that lacks its final mark is reported as such (PU51).
_PROSE = 30

#: Marks that cannot begin a line.
BAD_STARTS = frozenset("，。、；：！？”’」』）》〉】〕］…—")
_BAD_START = lazy("[，。、；：！？]+|[”’」』）》〉】〕］]+[，。、；：！？]*|…+|—+")
_OPENER = dict(zip("”’」』）》〉】〕］", "“‘「『（《〈【〔［", strict=True))
#: The rest of a byline whose first half fills the line above: 蒋一舟报道：, 娟）今天, （新闻联播）：.
_BYLINE_REACH = 32
_BYLINE_REST = lazy("[\\w·、]{0,24}(?:摄影|综合)?报道[：，）]|[^（）]{1,24}）|（[^（）]{2,12}）：")
_DATELINE = lazy("[0-9]日[电讯]")


class LineFault(NamedTuple):
    """A broken line: the name of its check (``mid-word``, ``number`` ...) and the match."""

    check: str
    match: Match


def judge_break(page: PageContext, index: int, upper: Block, lower: Block) -> LineFault | None:
    """Return the fault of the break below the line ``index``, between two lines that may belong together, or None."""
    bad = _bad_start(upper, lower)
    if bad is not None:
        return bad
    if word := hyphenated(upper.text, lower.text):  # which does not tell whether the hyphen goes
        return LineFault("mid-word", Match(upper.end, lower.start, values={"piece": word}))
    standing = page.standing(index)
    if is_terminal(upper.text) or not open_ended(upper.text) or standing in _WHOLE:
        return None
    if upper.kind is BlockKind.BYLINE:
        return _cut_byline(upper, lower)
    fault = _cut_line(page, index, upper, lower, standing)
    is_laid_out = page.is_soft(upper, lower) or page.is_set_in_the_middle(upper, lower)
    if fault is not None and is_laid_out and fault.check not in ("mid-word", "number"):
        return None
    # Asked last, because hardly any line gets so far.
    if fault is None or stands_apart(upper, lower) or page.begins_again(lower):
        return None
    if page.is_author(index) or page.is_label_in_two(index):
        return None
    return None if fault.check == "mid-sentence" and page.is_set_in_lines(index) else fault


def _cut_line(page: PageContext, index: int, upper: Block, lower: Block, standing: Standing) -> LineFault | None:
    if standing is not Standing.TEXT and not page.is_pair:
        return _cut_heading(page, index, upper, lower, standing)
    number = _cut_number(page, index, upper, lower, standing)
    if number is not None:
        return number
    score = page.score(index)
    likely = score >= _SENTENCE
    if upper.kind is BlockKind.CAPTION and not likely:
        return None
    overlap = _overlap(upper.text, lower.text) if likely else 0
    if overlap and standing is Standing.HEAD and lower.text[overlap] == "，":
        return None  # a name in a headline, taken up by its text
    if overlap:
        edit = Edit(upper.end, lower.start + overlap, "")
        piece = lower.text[:overlap]
        return LineFault("overlap", Match(upper.end, lower.start, edits=(edit,), values={"piece": piece}))
    word = straddle(upper.text, lower.text)
    # A headline and its text meet in a word by chance, but then no scrap of it is left over.
    proven = word is not None and word.certain and word.evidence >= _needed(score, upper)
    # A name at the end of a headline, taken up by its text: 市长阳宝华|阳宝华，….
    proven = proven and not _takes_up(upper.text, lower.text)
    if word is not None and proven and (standing is Standing.TEXT or scraps(upper.text, lower.text)):
        return LineFault("mid-word", _joined(upper, lower, word.word))
    # A whole sentence above and a new one below: the stop is missing (PU51), the line is not broken.
    if not likely or (
        upper.kind is BlockKind.BODY and len(upper.text) >= _PROSE and opens_anew(upper.text, lower.text)
    ):
        return None
    if _must_go_on(upper.text, lower.text):
        return _mid_sentence(upper, lower)
    sure = _sure(upper, standing, below=page.is_below_paragraph(index))
    if sure == _SURE_OF_CLAUSES and opens_sentence(lower.text):
        sure = _NEVER
    # A headline of few words, or of a date, with the one paragraph below it.
    if sure is _NEVER and (score < _SURE_CLAUSES or is_mark(upper.text)):
        return None
    if score < sure and len(upper.text) >= LONG and _is_balanced(upper.text):
        return None
    return _mid_sentence(upper, lower, doubtful=score < sure, sure=False, join=score >= _JOINED)


def _must_go_on(upper: str, lower: str, *, head: bool = False) -> bool:
    """Return True if the lines show by themselves that they are one sentence: 甲、|乙, 让|人, 老街|的故事."""
    return upper[-1] in "，、" or hangs(upper) or leans(lower, headline=head)


def _sure(upper: Block, standing: Standing, *, below: bool = False) -> float:
    """Return the score from which the line is certainly cut: the more it looks like a heading, the higher.

    ``below`` is True if a whole paragraph stands above it.
    """
    text = upper.text
    if standing is Standing.TEXT and ("。" in text or opens_story(upper)):
        return _SENTENCE
    clauses, long = "，" in text, len(text) >= LONG
    told = standing is Standing.TEXT and reads_as_sentence(text)
    if long and clauses and not told and below and _is_of_clauses(text):
        return _SURE_OF_CLAUSES
    if long and clauses and not told and _is_balanced(text):
        return _SURE_HEADING
    if told or (long and clauses):
        return _SURE_TEXT
    if long:
        return _SURE if "——" in text else _SURE_LONG
    if len(text) < _SHORT:
        return _SURE_HEADING if standing is Standing.TEXT else _NEVER
    if standing is Standing.HEAD:  # one of two lines, which hardly ever look like one sentence by chance
        return _SURE_TEXT if clauses else _SURE_LONG
    return _SURE_CLAUSES if clauses else _SURE_HEADING if standing is Standing.LABEL else _SURE


def _is_balanced(text: str) -> bool:
    """Return True if a line opens with two clauses of one length: 坚持问题导向，强化统筹协调，推动…."""
    match = _TWO_CLAUSES.match(text) if len(text) <= _LONGEST_HEADING else None
    return match is not None and abs(len(match[1]) - len(match[2])) <= 1


def _is_of_clauses(text: str) -> bool:
    """Return True if a line is made as a sub-headline of several clauses is: none is long, and the last is whole."""
    clauses = text.split("，")
    return len(text) <= _LONGEST_HEADING and max(map(len, clauses)) <= _LONG_CLAUSE and len(clauses[-1]) >= _CLAUSE


def _cut_heading(page: PageContext, index: int, upper: Block, lower: Block, standing: Standing) -> LineFault | None:
    """The break below a line that is whole by its place: it must be certain, or plain enough to be asked about."""
    number = _cut_number(page, index, upper, lower, standing)
    if number is not None:
        return number
    word = straddle(upper.text, lower.text)
    if word is not None and word.evidence >= _WORD_OF_SCRAPS and not _takes_up(upper.text, lower.text):
        left = scraps(upper.text, lower.text)
        if left == 2 or (left == 1 and word.evidence >= _WORD_OF_SCRAP):
            return LineFault("mid-word", _joined(upper, lower, word.word))
    head = standing is Standing.HEAD
    if _must_go_on(upper.text, lower.text, head=head):
        return _mid_sentence(upper, lower) if page.score(index) >= _SENTENCE else None
    prose = len(upper.text) >= LONG and "，" in upper.text
    if standing is Standing.ITEM or (head and not prose) or opens_anew(upper.text, lower.text):
        return None
    # A summary hardly opens as a sentence does.
    told = _SURE_CLAUSES if prose and reads_as_sentence(upper.text) else _NEVER
    sure = told if head else _sure(upper, standing)
    score = page.score(index)
    if score < min(sure, _SURE_HEADING):
        return None
    return _mid_sentence(upper, lower, doubtful=score < sure, sure=False, join=score >= _JOINED)


def _cut_number(page: PageContext, index: int, upper: Block, lower: Block, standing: Standing) -> LineFault | None:
    evidence = number_evidence(upper.text, lower.text)
    if evidence is None or page.score(index, evidence) < _SENTENCE:
        return None
    # A sub-headline may end in a number, and its text begin with another.
    if standing is Standing.TEXT or evidence == CERTAIN or ("，" in upper.text and evidence > LITTLE):
        return LineFault("number", _joined(upper, lower, number_across(upper.text, lower.text)))
    if evidence > LITTLE and not opens_anew_with_number(lower.text):
        return _mid_sentence(upper, lower, doubtful=True)
    return None


def _cut_byline(upper: Block, lower: Block) -> LineFault | None:
    """A byline on a line of its own is whole, unless a bracket, a date or the word 报道 of it stands below."""
    if number_evidence(upper.text, lower.text) is not None:
        return LineFault("number", _joined(upper, lower, number_across(upper.text, lower.text)))
    opening = lower.text[:_BYLINE_REACH]
    rest = _BYLINE_REST.match(lower.text) if "报道" in opening or "）" in opening else None
    if rest is None or _DATELINE.search(rest[0]):
        return None
    if rest[0].endswith("）") and upper.text.rfind("（") <= upper.text.rfind("）"):
        return None
    return _mid_sentence(upper, lower)


def _mid_sentence(
    upper: Block, lower: Block, *, doubtful: bool = False, sure: bool = True, join: bool = True
) -> LineFault:
    """The fault of a sentence in two lines; ``sure`` if it can be nothing else, ``join`` if it is no whole sentence
    that lacks its stop.
    """
    piece = f"{words_before(upper.text, len(upper.text))}｜{words_behind(lower.text, 0)}"
    if doubtful:
        return LineFault("open-line", Match(upper.end, lower.start, values={"piece": piece}))
    match = _joined(upper, lower, piece)
    if not sure:
        match = match._replace(edits=match.edits if join else (), message="open")
    return LineFault("mid-sentence", match)


def _takes_up(upper: str, lower: str) -> bool:
    """Return True if ``lower`` begins with the word that ``upper`` ends with."""
    return any(upper[-size:] == lower[:size] for size in _NAMES)


def _needed(score: float, upper: Block) -> float:
    """Return the evidence in nats that a word across a break of this score needs.

    It needs more below what may be a heading and before a new beginning.
    """
    if score < _UNLIKELY:
        return _SURE_WORD
    return INSIDE_WORD if score >= _SENTENCE or upper.kind is BlockKind.BODY else _LIKELY_WORD


def _joined(upper: Block, lower: Block, piece: str) -> Match:
    return Match(upper.end, lower.start, edits=(Edit(upper.end, lower.start, ""),), values={"piece": piece})


def _bad_start(upper: Block, lower: Block) -> LineFault | None:
    """A point mark or closing mark at the beginning of the lower line that belongs to the end of the upper one."""
    match = _BAD_START.match(lower.text) if lower.text[0] in BAD_STARTS else None
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
    return LineFault("bad-start", Match(lower.start, lower.start + len(marks), edits=edits))


def _overlap(upper: str, lower: str) -> int:
    """Return how many characters at the end of ``upper`` are repeated in ``lower``: 组|组织, 中心|中心党委."""
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
