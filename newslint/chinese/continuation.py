"""Whether one line goes on in the next: the evidence for one sentence cut in two, and against a heading above its text.

No single sign decides. 的 or 和 never begins a paragraph and 把 never ends a heading, but most cuts fall between two plain
nouns; there the form of the upper line (commas, 说, function words), the parts of speech on either side of the break and
the words that seldom end or begin a sentence tell running text from a heading. ``signs`` names what it sees, and
``continuation`` adds up what each sign weighs (``break_weights``).
"""

from collections.abc import Iterator
from functools import cache

from newslint.chinese.break_weights import WEIGHTS
from newslint.chinese.phrase_edges import LEANING, WAITING, tag, word_class, words_of
from newslint.chinese.seam import compound
from newslint.chinese.segmentation import after, before
from newslint.chinese.upper_signs import OPEN_ENDS, last_clause, upper_signs
from newslint.patterns import lazy

_BOUND_STARTS = frozenset("的 了 着 过 们 等 之 和 与 及 以及 或 或者 并 并且 且 之一 以来 起来 下去".split())
_LOOSE_STARTS = frozenset("之后 之前 之间 以后 以上 以下 以内 以外 出来 也 就 都 而 是 为 于 到 给 把 被 将 上 中 里 内 后 时".split())
#: 与…相比, 和…不同 and the like are set before a sentence and may open a paragraph.
_COMPARISON = lazy(r"[与和][^，。]{0,24}(?:相比|比较|相似|类似|不同|一样|相反|相对应|同时|此|往年|以往|以前|过去)")
_FRESH = lazy(
    r"据|一是|首先|天[刚色亮黑气没未]|时值|眼下|入[春夏秋冬伏]|一[大清]早|近[日年期]|日前|目前|当前|[昨今][日天年晨晚早]|当[地天日]|本[报刊台网次周月]|记者|央视|中新|新华|[0-9０-９]{1,4}[年月日]|（|随着|自|根据|如今|此外|另外"
    r"|同时|其中|截至|针对|面对|不少|许多|走进|来到|上[个周月午]|下[个周午]|去年|前不久|不久前|最近|每[天年逢]|清晨|傍晚|凌晨|早上|晚上|[春夏秋冬][天日季]"
)
_FRESH_FRAME = lazy(
    r"[^，。]{0,14}[讯电]（|据[^，]{1,12}[，：]|记者[^，。]{0,16}(?:从|了解|获悉)|[^，。；]{1,8}[0-9０-９]{1,2}日[^，。]{0,4}，"
    r"|[^，。：]{1,10}(?:[日晚早时]报|新闻|[网社台]|之家)(?:讯|消息|客户端|记者|[ 0-9]{1,4}月)"
    r"|(?:当前|目前|如今|近[日年期]|日前|此外|同时|另外|其中|据[介了报]\w{1,2})，|在[^，。]{2,16}[中下上里后前时]，"
)
#: What opens a sentence and hardly stands behind the subject of one without a comma.
_OPENING = lazy(
    r"(?:当前|目前|如今|眼下|近[日年期]|近年来|日前|此外|同时|另外|其中|据[介了报悉]\w{0,2})，|在[^，。]{2,16}[中下上里后前时]，|正在[^，。]{2,14}的"
    r"|此外|与此同时|另外|另一方面|(?:首先|其次|最后|然而|但是)，|总之|事实上|近年来|近日|日前|据悉|据了解|据介绍|截至|随着|针对"
)
_SAME = 3
#: The rest of a dateline: 本报北京4月1|8日电（记者…）.
_HEAD_REST = lazy("(?:[0-9０-９]{0,2}[月日]){0,2}[讯电](?:（|据)")
_AGENCY = lazy("(?:本报|新华社|中新社|中新网)[\u4e00-\u9fff]{0,6}$")
_PLACE_AND_DAY = lazy("[\u4e00-\u9fff]{0,6}[0-9]{1,2}月[0-9]{1,2}日[电讯](?:（|[\u4e00-\u9fff])")
#: A line that only introduces what somebody said.
_INTRODUCTION = lazy("[^，。：]{2,12}[说道称言写问云曰]：$")
#: The verb of a speaker who stands in the line above.
_SAYS_ON = lazy("(?:表示|指出|认为|介绍|强调|透露|坦言|补充|回忆|称|说)(?:[，：]|道[，：])|告诉[^，。]{0,8}记者")
_CLAUSE = lazy("[^，。；：！？、]*")
_PAIRS = (("（", "）"), ("《", "》"), ("“", "”"))
_HAN_PAIR = lazy("(?=([\u4e00-\u9fff]{2}))")
_AFTER_VERB = frozenset("了 着 过 到 出 为 在 成 给 于".split())
_REACH = 60
_TAKEN = (0.15, 0.3, 0.5)
_COMPOUND = (0.0, 2.0, 4.0, 6.0)


def continuation(upper: str, lower: str) -> float:
    """Return how far the break between ``upper`` and ``lower`` looks like a cut sentence; above 0 is likelier than not.

    Both are lines in the width-normalised view without the white space around them; neither is empty, and ``upper`` does not
    end with a mark that ends a sentence.
    """
    return Continuation(upper, lower).value()


class Continuation:
    """The evidence of one break, gathered only as far as a question needs it: what costs least is asked first."""

    def __init__(self, upper: str, lower: str) -> None:
        self._upper, self._lower = upper, lower
        self._sum = 0.0
        self._stage = 0

    def reaches(self, least: float) -> bool:
        """Return whether ``value()`` is at least ``least``."""
        while self._stage < len(_STAGES):
            if self._stage:
                lowest, highest = _still_to_come()[self._stage]
                if self._sum + highest < least:
                    return False
                if self._sum + lowest >= least:
                    return True
            self._go_on()
        return self._sum >= least

    def value(self) -> float:
        """Return what all signs of the break weigh together."""
        while self._stage < len(_STAGES):
            self._go_on()
        return self._sum

    def _go_on(self) -> None:
        self._sum += sum(WEIGHTS.get(sign, 0.0) for sign in _STAGES[self._stage](self._upper, self._lower))
        # The same sum for every way there: weights have one decimal.
        self._sum = round(self._sum, 6)
        self._stage += 1


def begins_freshly(lower: str) -> bool:
    """Whether ``lower`` opens as a new paragraph does: with a date, a place, a source, a word such as 目前 or 此外."""
    return _FRESH.match(lower) is not None or _FRESH_FRAME.match(lower) is not None


def opens_anew(upper: str, lower: str) -> bool:
    """Whether ``upper`` is a sentence that lacks its full stop, and ``lower`` begins another one.

    So it is where ``upper`` waits for nothing more and ``lower`` opens with a frame of its own (当前，, 在会议上，, 截至…) or with
    the words that ``upper`` itself began with. Hardly one sentence in a thousand is cut so.
    """
    heads = words_of(before(upper, len(upper)))
    if not heads or heads[-1] == "的" or heads[-1] in WAITING or heads[-1] in OPEN_ENDS:
        return False
    return (_OPENING.match(lower) is not None or upper[:_SAME] == lower[:_SAME]) and compound(upper, lower) <= 0


def signs(upper: str, lower: str) -> Iterator[str]:
    """Yield the names of the signs that the break between ``upper`` and ``lower`` shows, see ``break_weights``."""
    for stage in _STAGES:
        yield from stage(upper, lower)


def _words(upper: str, lower: str) -> Iterator[str]:
    yield "always"
    yield from upper_signs(upper, words_of(before(upper, len(upper))))
    yield from _beginning(lower, words_of(after(lower, 0)))
    yield from _marks_of_both(upper, lower)


def _beginning(lower: str, tails: list[str]) -> Iterator[str]:
    """What the first words say: a particle leans on what stands before it, a date or 据 opens something new."""
    if _FRESH.match(lower):
        yield "fresh"
    if _FRESH_FRAME.match(lower):
        yield "fresh frame"
    if _SAYS_ON.match(lower):
        yield "says on"
    clause = _CLAUSE.match(lower).group()
    size = len(clause)
    if size <= 3:
        yield "scrap"
        if lower[size : size + 1] == "，":
            yield "scrap ，"
    elif size > 14:
        yield "long clause"
    if lower[0] in "—…":
        yield "begins dash"
    elif not tails:
        yield f"begins {lower[0]}" if lower[0] in "“《（" else "begins mark"
    if not tails:
        return
    first = tails[0]
    if first == "的":
        yield "begins 的"
    elif first in _BOUND_STARTS:
        yield "compares" if _COMPARISON.match(lower) else "begins bound"
    elif first in _LOOSE_STARTS:
        if not _FRESH.match(lower):
            yield "begins loose"
    else:
        yield f"first {word_class(first)}"
    if first in LEANING:
        yield "first leaning"
    if len(tails) > 1:
        yield f"second {word_class(tails[1])}"
        if tails[1] in LEANING:
            yield "second leaning"
        if tails[1] in _AFTER_VERB and tag(first)[:1] == "v":
            yield "verb without subject"
    else:
        text = sum(map(len, tails))
        yield f"second {lower[text]}" if lower[text : text + 1] and lower[text] in "，。（《“：" else "second none"
    if len(tails) > 2:
        yield f"third {word_class(tails[2])}"


def _marks_of_both(upper: str, lower: str) -> Iterator[str]:
    """What both lines say together at a glance: brackets torn apart, the halves of a dateline, two lines of one form."""
    if any(_torn(upper, lower, *pair) for pair in _PAIRS):
        yield "torn pair"
    if _HEAD_REST.match(lower) or _AGENCY.search(upper) and _PLACE_AND_DAY.match(lower):
        yield "rest of dateline"
    if upper[:2] == lower[:2]:
        yield "parallel"
    if lower[-1] in "？！" and len(lower) <= 25:
        yield "lower asks"
    if _INTRODUCTION.match(lower) and not LEANING.intersection(words_of(lower[:4])):
        yield "introduces"


def _bond(upper: str, lower: str) -> Iterator[str]:
    """How the words of both lines hold together: a compound across the break, words of a heading taken up."""
    # Chance makes a word of 山|上个周末, and what follows begins anew.
    evidence = float("-inf") if _FRESH.match(lower) else compound(upper, lower)
    for least in _COMPOUND:
        if evidence > least:
            yield f"compound {least:.0f}"
    pairs = set(_HAN_PAIR.findall(upper))
    start = lower[:_REACH]
    share = sum(pair in start for pair in pairs) / max(1, len(pairs))
    for part in _TAKEN:
        if share > part:
            yield f"taken up {part:.0%}"


def _last_clause(upper: str, lower: str) -> Iterator[str]:
    return last_clause(upper)


def _torn(upper: str, lower: str, opener: str, closer: str) -> bool:
    """Whether ``upper`` leaves a pair open that ``lower`` closes before it opens another."""
    start = upper.rfind(opener)
    if start < 0 or closer in upper[start:]:
        return False
    close, again = lower.find(closer), lower.find(opener)
    return close >= 0 and (again < 0 or close < again)


#: What is asked in turn, and by which names the signs of the later stages begin.
_STAGES = (_words, _bond, _last_clause)
_LATER = ((), ("compound", "taken up"), ("open frame", "no verb"))


@cache
def _still_to_come() -> tuple[tuple[float, float], ...]:
    """Return for each stage the least and the most that it and the stages after it can add."""
    least = most = 0.0
    bounds = []
    for names in reversed(_LATER):
        weights = [weight for sign, weight in WEIGHTS.items() if names and sign.startswith(names)]
        least += sum(weight for weight in weights if weight < 0)
        most += sum(weight for weight in weights if weight > 0)
        bounds.append((round(least, 6), round(most, 6)))
    return tuple(reversed(bounds))
