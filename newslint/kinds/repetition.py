"""Words, phrases and clauses that stand side by side twice: 进行进行, 律师事务所律师事务所, 互惠互利互惠.

The repeat alone proves little: Chinese repeats verbs to soften them (研究研究), measure words to say “one by one” (一颗一颗),
and where two names meet the same characters may end one and begin the other (南开大学|大学生). So a finding also wants word
boundaries around both halves, and a unit that is none of those.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from newslint.chinese.repeats import Repeat, interlocked, side_by_side
from newslint.chinese.segmentation import MEASURES, NUMERALS, after, before, cost, segment
from newslint.chinese.words import is_word, tag
from newslint.document import Document
from newslint.kinds.match import Hit, Match, Options

#: The longest unit looked for, in characters; what is longer is a clause or a sentence of its own.
LONGEST = 20
#: A repeated clause has at least this many characters.
CLAUSE = 4
#: From this length on a repeat is nearly always a fault (measured on published news: 21 of 22), so that a reading with word
#: boundaries around the units may cost this many nats more than the best one.
LONG = 5
#: A clause within a quotation has at least this many: people do repeat short ones.
QUOTED_CLAUSE = 7
INDULGENCE = 8.0

_UNIT = regex.compile(r"[\p{Han}A-Za-z0-9]+")
_QUESTION = regex.compile("[哪谁啥几那]|什么|怎|多少|如何|某")
_CLAUSES = regex.compile(r"[^，。；：！？、…—“”‘’（）《》\s\ufffc]+|[，；]|.")
_DEGREES = frozenset("很 太 好 更 最 真 越 多 挺 愈 非常 特别 十分 多么 这么 那么 永远 一定".split())
_JOINERS = frozenset("和 与 及 或 跟 同 以及 又 边 且".split())
#: Single characters that end the name before them, so that a unit beginning with one is the seam of two names.
_NAME_ENDS = frozenset("市县区省镇乡村州盟旗局院部厅处站社党会所馆校系司台厂店路街")
#: Nouns that name a kind of institution: one name ends with it and the next begins with it.
_INSTITUTIONS = regex.compile("大学|学院|公司|银行|集团|医院|中学|小学|法院|学校|协会|国际|国家|社会|电影|体育|科技|文化|中央|人民|地方|中心|世界|城市|社区")
#: Verbs that are said twice to soften them, though the list of words calls them nouns.
_SOFTENED = frozenset(
    "商量 整理 温习 体验 体会 参观 核实 总结 反省 计划 规划 布置 照料 关心 指导 指点 历练 散步 品味 纪念 问候 联系 联络 交流 交代 议论 辩论 协商 证明 "
    "估量 评价 评议 游玩 聚会 意思 客气 同情 疼爱 化妆 美容 装饰 润色 记录 核算 清点 盘点 领导 动员 教导".split()
)
_WORD_ENDS = frozenset("会权率者部性力业式法员家品期化区点地处站团队人长书类")
_REPEATABLE = ("a", "z", "d", "i", "o", "l")


class Repetition:
    """Options: ``fault``, what is looked for: ``word`` (units from ``shortest`` to ``longest`` characters side by side),
    ``clause`` (the same, and whole clauses repeated after a comma), or ``interlocked`` (互惠互利互惠); ``words``, words of two
    characters that are never said twice, besides nouns that are no name; ``speech``, those of them that a person may well
    say twice, and which are spared in quotations.
    """

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", ("word", "clause", "interlocked"))
        self._shortest = options.integer("shortest", 2)
        self._longest = options.integer("longest", LONGEST)
        self._words = frozenset(options.texts("words", ()))
        self._speech = frozenset(options.texts("speech", ()))
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the faults, those side by side before those after a comma."""
        view = document.view
        if self._fault == "interlocked":
            yield from _interlocked(view)
            return
        for repeat in document.once(_repeats):
            if self._shortest <= repeat.period <= self._longest:
                place = _place(view, repeat, self._words)
                unit = view[place[0] : place[0] + repeat.period] if place else ""
                if place and not (self._is_speech(unit) and document.inside(*place, "quotation")):
                    yield Match(*place, unit, values={"unit": unit})
        if self._fault == "clause":
            yield from _clauses(document)

    def _is_speech(self, unit: str) -> bool:
        """Whether a person may well say the unit twice: only for words of two characters is that known."""
        return unit in self._speech or unit not in self._words


def _repeats(document: Document) -> list[Repeat]:
    return [
        repeat
        for repeat in side_by_side(document.view, 2, LONGEST)
        if _UNIT.fullmatch(document.view, repeat.start, repeat.end)
        and len(set(document.view[repeat.start : repeat.start + repeat.period])) > 1
    ]


def _place(view: str, repeat: Repeat, never_twice: frozenset[str]) -> tuple[int, int] | None:
    """Return the span of the repeated units where they are whole words and no figure of speech, or None.

    The same stretch can be cut at several places (赴京参加|京参加|京试): the first cut with word boundaries counts.
    """
    left, right = before(view, repeat.start), after(view, repeat.end)
    if "！" in (view[repeat.end : repeat.end + 1], view[repeat.start - 1 : repeat.start]):
        return None
    text = left + view[repeat.start : repeat.end] + right
    tokens = segment(text)
    edges = {0, *(end for _, end in tokens)}
    period = repeat.period
    times = (repeat.end - repeat.start) // period
    for shift in range(repeat.end - repeat.start - times * period + 1):
        at = len(left) + shift
        end = at + times * period
        if edges.issuperset(range(at, end + 1, period)) or period >= LONG and _parts_well(text, at, end, period):
            unit = text[at : at + period]
            words = [unit[a:b] for a, b in segment(unit)]
            following = next((text[a:b] for a, b in tokens if a == end), "")
            if period == 2:
                ordinary = _is_fault_of_two(words, left, following, never_twice)
            else:
                ordinary = _is_fault(words, alone=not left and not right)
            start = repeat.start + shift
            return (start, start + times * period) if ordinary else None
    return None


def _parts_well(text: str, start: int, end: int, period: int) -> bool:
    """Whether words can end at the edges of the units, be it at some cost: the length of the unit speaks for itself."""
    parts = [text[:start], *(text[at : at + period] for at in range(start, end, period)), text[end:]]
    return sum(map(cost, parts)) - cost(text) <= INDULGENCE


def _is_fault_of_two(unit: list[str], left: str, following: str, never_twice: frozenset[str]) -> bool:
    """Whether a word of two characters, said twice, is a fault: it never is said twice, or is a noun and no name."""
    if len(unit) != 1 or _counts(unit[0]):
        return False
    word = unit[0]
    # 推进|推进会, 使用|使用权: the list of words does not hold them all.
    if following in _WORD_ENDS:
        return False
    if word in never_twice:
        return True
    # Two nouns may also meet where a compound ends and the next begins, or be called out at the head of a sentence.
    meets = tag(following).startswith("n") or _INSTITUTIONS.fullmatch(word)
    return tag(word) == "n" and word not in _SOFTENED and bool(left) and len(following) > 1 and not meets


def _is_fault(unit: list[str], *, alone: bool) -> bool:
    """Whether words of three or more characters together, said twice, are a fault and no figure of speech."""
    whole = "".join(unit)
    first, last = unit[0], unit[-1]
    if max(map(len, unit)) < 2 or _counts(whole) or first in _DEGREES or _QUESTION.search(whole):
        return False
    if first in _JOINERS or last in _JOINERS or first in _NAME_ENDS:
        return False
    if last in ("的", "地") and (tag(first).startswith(_REPEATABLE) or len(unit) == 1):
        return False
    # 等一等等一等 and 走了走走了走 soften; 冲过去冲过去 by itself is a call.
    return not (len(whole) == 3 and whole[0] == whole[2]) and not (alone and len(whole) < 5)


def _counts(unit: str) -> bool:
    """Whether the unit counts things off: 一颗一颗, 大片大片, 一个问题一个问题."""
    return unit[0] in NUMERALS or unit[0] in "每逐半整成大小" and unit[1] in MEASURES


def _interlocked(view: str) -> Iterator[Match]:
    """Yield 互惠互利互惠: a phrase of four characters whose first two come once more, where no longer word follows."""
    for start in interlocked(view):
        end = start + 6
        phrase, again = view[start : start + 4], view[start + 4 : end]
        # 越来越多越来越好: the shape goes on.
        if not _UNIT.fullmatch(view, start, end) or view[start] in (view[end : end + 1], view[start - 2 : start - 1]):
            continue
        left, right = before(view, start), after(view, end)
        # 空对空和空对地: the third is no part of a phrase but joins two; 不大不小不大, 一点一滴一点 count off or deny.
        if phrase[3] in _JOINERS or phrase[0] == "不" or _counts(again) or right and is_word(again + right[0]):
            continue
        parts = [left, view[start:end], right]
        if sum(map(cost, parts)) - cost("".join(parts)) <= INDULGENCE / 2:
            yield Match(start, end, phrase)


def _clauses(document: Document) -> Iterator[Match]:
    """Yield clauses repeated at once after a comma or semicolon; the span is the second with the mark before it."""
    view = document.view.replace("；", "，").replace("。", "，").replace("”", "，").replace("\n", "，")
    rough = [part for part in view.split("，") if len(part) >= CLAUSE]
    if not any(map(str.endswith, rough, rough[1:])):
        return
    for block in document.blocks:
        parts = _CLAUSES.findall(block.text)
        at = block.start
        for index, part in enumerate(parts):
            if index >= 2 and len(part) >= CLAUSE and parts[index - 1] in "，；" and _is_repeated(parts, index):
                end = at + len(part)
                if len(part) >= QUOTED_CLAUSE or not document.inside(at, end, "quotation"):
                    first = (at - 1 - len(part), at - 1, "前面刚写过")
                    yield Match(at - 1, end, "", values={"unit": part}, related=(first,))
            at += len(part)


def _is_repeated(parts: Sequence[str], index: int) -> bool:
    """Whether clause ``index`` is what the clause before it ends with, and that is no emphasis.

    Where more stands before it in that clause, words must end there.
    """
    part, earlier = parts[index], parts[index - 2]
    following = parts[index + 1] if index + 1 < len(parts) else "。"
    if not earlier.endswith(part) or following not in "，；。”" or not part:
        return False
    preceding = parts[index - 3] if index >= 3 else "。"
    if len(earlier) > len(part):
        left = earlier[: -len(part)]
        return cost(left) + cost(part) - cost(earlier) < 0.01
    # Said twice and nothing else said: 一个都不能少，一个都不能少。 Said three times: a refrain.
    alone = preceding in "。！？" and following == "。"
    return preceding in "，。；：！？“" and not alone and (index + 2 >= len(parts) or parts[index + 2] != part)
