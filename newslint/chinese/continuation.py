"""Whether one line goes on in the next: the evidence for one sentence cut in two, and against a heading above its text.

No single sign decides. 的 or 和 never begins a paragraph and 把 never ends a heading, but most cuts fall between two plain
nouns; there the form of the upper line (commas, 说, function words) tells running text from a heading, and the lower line
often shows that something new begins (a date, 据, 记者). ``continuation`` adds up such signs. The weights are those of a
logistic regression over 2,400 cut sentences and 2,300 heading lines of news, rounded; positive means cut.
"""

import re

from newslint.chinese import words
from newslint.chinese.segmentation import after, before, segment

_OPEN_ENDS = frozenset(
    "和 与 及 以及 或 或者 并 并且 而 而且 且 但 但是 因为 由于 如果 虽然 对 对于 把 被 将 让 使 令 在 从 向 为 为了 以 于 由 给 跟 同 按 按照 "
    "根据 关于 至 随着 即 则 即将 已 已经 正 正在 曾 曾经 也 都 就 才 还 又 再 很 更 最 不 没有 未 必须 应 应当 能够 可以 是 这 那 每 各 其 该 "
    "此 某 本 我 他 她 他们 我们 这个 那个 这些 那些 一个 一些 一种 这种 第 所".split()
)
_BOUND_STARTS = frozenset("的 了 着 过 们 等 之 和 与 及 以及 或 或者 并 并且 且 之一 以来 起来 下去".split())
_LOOSE_STARTS = frozenset("之后 之前 之间 以后 以上 以下 以内 以外 出来 也 就 都 而 是 为 于 到 给 把 被 将 上 中 里 内 后 时".split())
#: 与…相比, 和…不同 and the like are set before a sentence and may open a paragraph.
_COMPARISON = re.compile(r"[与和][^，。]{0,24}(?:相比|比较|相似|类似|不同|一样|相反|相对应|同时|此|往年|以往|以前|过去)")
_FRESH = re.compile(
    r"据|近[日年期]|日前|目前|当前|[昨今][日天年晨晚早]|当[地天日]|本[报刊台网次周月]|记者|央视|中新|新华|[0-9０-９]{1,4}[年月日]|（|随着|自|根据|如今|此外|另外"
    r"|同时|其中|截至|针对|面对|不少|许多|上[个周月午]|下[个周午]|去年|前不久|不久前|最近|每[天年逢]|清晨|傍晚|凌晨|早上|晚上|[春夏秋冬][天日季]"
)
_FRESH_FRAME = re.compile(
    r"[^，。]{0,14}[讯电]（|据[^，]{1,12}[，：]|记者[^，。]{0,16}(?:从|了解|获悉)|[^，。；]{1,8}[0-9０-９]{1,2}日[^，。]{0,4}，"
    r"|(?:当前|目前|如今|近[日年期]|日前|此外|同时|另外|其中|据[介了报]\w{1,2})，|在[^，。]{2,16}[中下上里后前时]，"
)
#: The rest of a dateline: 本报北京4月1|8日电（记者…）.
_HEAD_REST = re.compile("(?:[0-9０-９]{0,2}[月日]){0,2}[讯电](?:（|据)")
_STOP_INSIDE = re.compile("[。；]")
_ASKING = re.compile("[！？：]")
_SPEECH = re.compile(
    r"(?:说|表示|认为|指出|介绍|透露|告诉)[，：]|^(?:但|同时|其中|此外|因此|而|如果|虽然|当|据|由于|[0-9０-９]+日)"
)
_FUNCTION = re.compile("[的了着是在他她我们这那其个]")
_HEADING_MARK = re.compile(r"[丨｜|│【】↓→■]")
_SPACE = re.compile("[ \u3000\t]")
_CODE_END = re.compile("[A-Za-z]$|[0-9-]{7,}$|电话：[0-9]+$")
#: Two clauses of headline length: 专业技能过硬，灵活就业不难.
_COUPLET = re.compile("[^，。；：、]{4,12}，[^，。；：]{4,16}$")
_NUMBER = re.compile("[0-9０-９]")
_PAIRS = (("（", "）"), ("《", "》"), ("“", "”"))
_HAN_PAIR = re.compile("(?=([\u4e00-\u9fff]{2}))")

#: Code points beyond which a line is hardly a heading, and what a longer line earns for it.
LONG = 45
_LONG_BONUS = 2.5
_REACH = 60


def continuation(upper: str, lower: str) -> float:
    """Return how far the break between ``upper`` and ``lower`` looks like a cut sentence; above 0 is likelier than not.

    Both are lines in the width-normalised view without the white space around them; neither is empty, and ``upper`` does not
    end with a mark that ends a sentence.
    """
    return -0.5 + _ending(upper) + _beginning(lower) + _form(upper) + _bond(upper, lower)


def _ending(upper: str) -> float:
    """What the last word says: a conjunction or preposition waits for more, an idiom or verb often closes a heading."""
    text = before(upper, len(upper))
    if not text:
        # A comma waits for the rest of its sentence, a quoted name may be anything, any other mark closes something.
        return 3.5 if upper[-1] in "，、" else -2.5 if upper[-1] in "”》" else -5.0
    if _CODE_END.search(upper):
        return -4.0
    start, end = segment(text)[-1]
    last = text[start:end]
    if last in _OPEN_ENDS:
        return 3.4
    if last == "的":
        return 2.8
    kind = words.tag(last)[:1]
    if kind == "m" or _NUMBER.match(last):
        return 0.7
    return -0.5 if kind in ("v", "s", "i", "l", "a") else 0.0


def _beginning(lower: str) -> float:
    """What the first word says: a particle leans on what stands before it, a date or 据 opens something new."""
    text = after(lower, 0)
    if not text:
        return -2.7
    if _HEAD_REST.match(lower):
        return 5.0
    value = 0.0
    if _FRESH.match(lower):
        value -= 1.8
    if _FRESH_FRAME.match(lower):
        value -= 1.5
    start, end = segment(text)[0]
    first = text[start:end]
    if first in _BOUND_STARTS:
        return value + (0.0 if _COMPARISON.match(lower) else 3.6)
    if first in _LOOSE_STARTS:
        return value + 1.4
    return value + (0.6 if words.tag(first)[:1] == "v" else 0.0)


def _form(upper: str) -> float:
    """What the shape of the upper line says: running text has commas, speech and function words, a heading has few."""
    inner = upper[:-1]
    commas = inner.count("，")
    value = (0.0, 1.6)[commas] if commas < 2 else 2.6
    value -= 1.8 if commas == 1 and _COUPLET.match(upper) else 0.0
    clauses = re.split("[，、：]", upper)
    if commas and len(clauses[-1]) <= 3 and len(clauses[-1]) != len(clauses[0]):
        value += 2.4
    value += 2.6 if _STOP_INSIDE.search(inner) else 0.0
    value -= 0.5 if _ASKING.search(inner) else 0.0
    value += 0.9 if "、" in inner else 0.0
    value += 2.2 if _SPEECH.search(upper) else 0.0
    value += 0.55 * min(3, len(_FUNCTION.findall(upper)))
    value -= 1.2 if _SPACE.search(upper) else 0.0
    value -= 3.0 if _HEADING_MARK.search(upper) else 0.0
    return value + (_LONG_BONUS if len(upper) > LONG else 0.0)


def _bond(upper: str, lower: str) -> float:
    """What both lines say together: brackets that the break tears apart, or words of a heading that its text takes up."""
    value = 5.5 if any(_torn(upper, lower, *pair) for pair in _PAIRS) else 0.0
    pairs = set(_HAN_PAIR.findall(upper))
    taken_up = sum(pair in lower[:_REACH] for pair in pairs)
    return value - 2.0 * min(1.0, 2 * taken_up / max(1, len(pairs)))


def _torn(upper: str, lower: str, opener: str, closer: str) -> bool:
    """Whether ``upper`` leaves a pair open that ``lower`` closes before it opens another."""
    start = upper.rfind(opener)
    if start < 0 or closer in upper[start:]:
        return False
    close, again = lower.find(closer), lower.find(opener)
    return close >= 0 and (again < 0 or close < again)
