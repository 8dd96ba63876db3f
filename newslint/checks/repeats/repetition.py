"""Words and phrases written twice side by side: 进行进行, 律师事务所律师事务所.

The repeat alone proves little: Chinese repeats verbs to soften them (研究研究), measure words to say “one by one”
(一颗一颗), and where two names meet the same characters may end one and begin the other (南开大学|大学生). So a fault
also needs word boundaries around both halves, and a unit that is none of those.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import Match, StructureCheck
from newslint.checks.options import Options
from newslint.checks.registry import Declared
from newslint.checks.repeats.doubled import JOINERS, MEMBERS, Doubled, closes, in_halves, is_seam
from newslint.checks.repeats.gates import LONGEST, has_repeats, has_repeats_or_clauses, repeats_of
from newslint.checks.repeats.headline_seam import ends_headline
from newslint.checks.repeats.overlay import Repeat
from newslint.checks.repeats.repeated_clauses import repeated_clauses
from newslint.chinese.names import surname
from newslint.chinese.reduplication import DEGREES, counts_off
from newslint.chinese.segmentation import WINDOW, after, before, cost, segment
from newslint.chinese.transliteration import TRANSLITERATION
from newslint.chinese.words import is_word, tag
from newslint.document import Document
from newslint.patterns import lazy

#: From this length on a repeat is nearly always a fault (measured on published news: 21 of 22), so a reading with word
#: boundaries around the units may cost this many nats more than the best one.
LONG = 5
INDULGENCE = 8.0

_QUESTION = lazy("[哪谁啥几那]|什么|怎|多少|如何|某")
#: What tells, within so many characters, that a quotation is verse or a chant.
_VERSE = lazy("诗|歌[词谣唱]|[民童]谣|唱|吟|朗诵|顺口溜|号子|口号|戏文|楹联|对联")
_NEAR = 20
_IN_ROWS = frozenset("又 边 且 跟 同".split())
#: Single characters that end the name before them, so that a unit beginning with one is the seam of two names.
_NAME_ENDS = frozenset("市县区省镇乡村州盟旗局院部厅处站社党会所馆校系司台厂店路街")
#: Marks after which, and before which, a word is not a clause of its own.
_CLOSED = tuple("、”》）（")
_OPENED = tuple("、“《（）")
_REPEATABLE = ("a", "z", "d", "i", "o", "l")


def repeated_word(options: Options) -> StructureCheck:
    """Return the check for words written twice side by side: 进行进行.

    ``shortest`` and ``longest`` are the lengths of the words, in characters; ``words`` are words of two characters that
    are a fault wherever they are repeated; ``speech`` are words that people do repeat when they speak, and that are
    spared in quotations.
    """
    lengths = range(options.integer("shortest", 2), options.integer("longest", LONGEST) + 1)
    never_twice = frozenset(options.texts("words", ()))
    in_speech = frozenset(options.texts("speech", ()))
    options.done()

    def find(document: Document) -> Iterator[Match]:
        return _repeated_units(document, lengths, never_twice, in_speech)

    return StructureCheck(find, has_repeats, values=["unit"])


def repeated_clause(options: Options) -> StructureCheck:
    """Return the check for phrases written twice side by side, and whole clauses repeated after a comma.

    ``shortest`` and ``longest`` are the lengths of the phrases, in characters.
    """
    lengths = range(options.integer("shortest", 2), options.integer("longest", LONGEST) + 1)
    options.done()

    def find(document: Document) -> Iterator[Match]:
        for match in _repeated_units(document, lengths):
            if not ends_headline(document, match.start):
                yield match
        yield from repeated_clauses(document)

    return StructureCheck(find, has_repeats_or_clauses, values=["unit"], messages=["first"])


def _repeated_units(
    document: Document,
    lengths: range,
    never_twice: frozenset[str] = frozenset(),
    in_speech: frozenset[str] = frozenset(),
) -> Iterator[Match]:
    view = document.view
    judged: dict[tuple[object, ...], tuple[int, int] | None] = {}
    for repeat in document.once(repeats_of):
        if repeat.period in lengths:
            quoted = document.inside(repeat.start, repeat.end, "quotation")
            if quoted and _VERSE.search(view, max(0, repeat.start - _NEAR), repeat.end + _NEAR):
                continue
            if in_halves(document, repeat.start, repeat.end):
                continue
            # Judge the same surroundings only once: a broken text may have them ten thousand times.
            around = view[max(0, repeat.start - WINDOW - 1) : repeat.end + WINDOW]
            key = around, min(repeat.start, WINDOW + 1), repeat.end - repeat.start, repeat.period, quoted
            if key not in judged:
                found = _place(view, repeat, quoted, never_twice, in_speech)
                judged[key] = (found[0] - repeat.start, found[1] - repeat.start) if found else None
            place = judged[key]
            if place:
                start, end = repeat.start + place[0], repeat.start + place[1]
                unit = view[start : start + repeat.period]
                yield Match(start, end, unit, values={"unit": unit})


def _place(
    view: str, repeat: Repeat, quoted: bool, never_twice: frozenset[str], in_speech: frozenset[str]
) -> tuple[int, int] | None:
    """Return the span of the repeated units where they are whole words and no figure of speech, or None.

    The same stretch can be cut at several places (赴京参加|京参加|京试): the first cut with word boundaries counts.
    """
    left, right = before(view, repeat.start), after(view, repeat.end)
    marks = view[max(0, repeat.start - 1) : repeat.start], view[repeat.end : repeat.end + 1]
    if "！" in marks:
        return None
    text = left + view[repeat.start : repeat.end] + right
    tokens = segment(text)
    period = repeat.period
    times = (repeat.end - repeat.start) // period
    alone = not left and not right and marks[0] not in _CLOSED and marks[1] not in _OPENED
    for shift in range(repeat.end - repeat.start - times * period + 1):
        at = len(left) + shift
        end = at + times * period
        start = repeat.start + shift
        if period == 2:
            if Doubled(text, at, end, tokens, alone, quoted).is_fault(never_twice, in_speech):
                return start, start + times * period
        elif _is_read_so(text, at, end, period, tokens):
            if is_seam(text, at, end, period):
                return None
            unit = text[at : at + period]
            words = [unit[a:b] for a, b in segment(unit)]
            following = next((text[a:b] for a, b in tokens if a == end), "")
            preceding = next((text[a:b] for a, b in tokens if b == at), "")
            if period < LONG and text.startswith(MEMBERS, end) and len(preceding) > 1:
                return None
            ordinary = _is_fault(words, following, alone=alone) and not (quoted and _may_be_said(unit))
            return (start, start + times * period) if ordinary else None
    return None


def _is_read_so(text: str, start: int, end: int, period: int, tokens: Sequence[tuple[int, int]]) -> bool:
    """Return True if the units are read as words; from ``LONG`` characters on they need not be.

    A longer word may reach in at one end if none can begin or end at the other.
    """
    edges = {0, *(end for _, end in tokens)}
    if edges.issuperset(range(start, end + 1, period)):
        return True
    if period >= LONG:
        return _parts_well(text, start, end, period)
    if not edges.issuperset(range(start + period, end, period)):
        return False
    if start in edges:
        return closes(next((text[a:b] for a, b in tokens if b == start), "")) and text[start] not in _NAME_ENDS
    return end in edges and closes(next((text[a:b] for a, b in tokens if a == end), ""))


def _parts_well(text: str, start: int, end: int, period: int) -> bool:
    """Return True if words can end at the edges of the units, at no more cost than ``INDULGENCE``."""
    parts = [text[:start], *(text[at : at + period] for at in range(start, end, period)), text[end:]]
    return sum(map(cost, parts)) - cost(text) <= INDULGENCE


def _may_be_said(unit: str) -> bool:
    """Return True if people may say the unit twice: a short phrase, or one that ends with a modal particle."""
    return (len(unit) < LONG and not is_word(unit)) or unit[-1] in "呢吗吧啊呀嘛哦啦"


def _is_fault(unit: list[str], following: str, *, alone: bool) -> bool:
    """Return True if a repeated unit of three or more characters is a fault and not a figure of speech."""
    whole = "".join(unit)
    first, last = unit[0], unit[-1]
    if counts_off(whole, following) or first in DEGREES or _QUESTION.search(whole):
        return False
    if max(map(len, unit)) < 2:
        return _is_name(whole) and not alone
    # 宠物及宠物用品: what a conjunction joins may be longer.
    if first in _NAME_ENDS or (first in JOINERS and not closes(following)) or last in _IN_ROWS:
        return False
    if last in ("的", "地") and (tag(first).startswith(_REPEATABLE) or len(unit) == 1):
        return False
    # 等一等等一等 and 走了走走了走 soften; 冲过去冲过去 by itself is a call.
    if alone and len(whole) < LONG:
        return tag(first).startswith(("n", "t", "c", "m", "r", "p"))
    return is_word(whole) or not (len(whole) == 3 and whole[0] == whole[2])


def _is_name(unit: str) -> bool:
    """Return True if characters that form no word are a name: a surname and a given name, or a foreign name."""
    return (
        len(unit) == 3
        and (surname(unit) or TRANSLITERATION.issuperset(unit))
        and unit[0] not in JOINERS
        and unit[1] not in "的了一不"
    )


CHECKS: Mapping[str, Declared] = {
    "clause": repeated_clause,
    "word": repeated_word,
}
