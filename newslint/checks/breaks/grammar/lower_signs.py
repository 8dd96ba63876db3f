"""What the lower line of a break shows by itself: the opening of a paragraph, or words that lean on others.

The signs are named here and weighed in ``break_weights``. Lines are in the width-normalised view, without white space
around.
"""

from collections.abc import Sequence

from newslint.checks.breaks.grammar.phrase_edges import LEANING, word_class, words_of
from newslint.patterns import lazy

#: Words that belong to what stands before them.
BOUND_STARTS = frozenset("的 了 着 过 们 等 之 和 与 及 以及 或 或者 并 并且 且 之一 以来 起来 下去".split())
_BOUND_STARTS = tuple(BOUND_STARTS)
#: How many characters show the first word of a line.
_FIRST_WORDS = 6
#: Words that seldom begin a sentence.
LOOSE_STARTS = frozenset(
    "之后 之前 之间 以后 以上 以下 以内 以外 出来 也 就 都 而 是 为 于 到 给 把 被 将 上 中 里 内 后 时".split()
)
#: 与…相比, 和…不同, 与…会谈时 and the like are set before a sentence and may open a paragraph.
_COMPARISON = lazy(
    r"[与和][^，。]{0,24}(?:相比|比较|相似|类似|不同|一样|相反|相对应|同时|此|往年|以往|以前|过去"
    r"|(?:会谈|会见|会晤|座谈|交谈|交流|通话|对话|相处|接触|打交道)[时中后，]|并行|相伴|同步)"
)
#: 过 that is a verb: 过完新年, 过了河.
_PASSES = lazy("过[完了年节冬夏夜河桥关期往来后不]")
_FRESH = (
    "据", "自", "（", "一是", "首先", "时值", "眼下", "日前", "目前", "当前", "如今", "此外", "另外", "同时", "其中",
    "记者", "央视", "中新", "新华", "随着", "根据", "截至", "针对", "面对", "不少", "许多", "走进", "来到",
    "本报", "本刊", "本台", "本网", "本次", "本周", "本月", "当地", "当天", "当日", "近日", "近年", "近期", "最近",
    "昨日", "昨天", "昨年", "昨晨", "昨晚", "昨早", "今日", "今天", "今年", "今晨", "今晚", "今早", "去年",
    "上个", "上周", "上月", "上午", "下个", "下周", "下午", "每天", "每年", "每逢", "前不久", "不久前",
    "清晨", "傍晚", "凌晨", "早上", "晚上", "一大早", "一清早",
    "春天", "春日", "春季", "夏天", "夏日", "夏季", "秋天", "秋日", "秋季", "冬天", "冬日", "冬季",
    "入春", "入夏", "入秋", "入冬", "入伏", "天刚", "天色", "天亮", "天黑", "天气", "天没", "天未",
)  # fmt: skip
_DATE = lazy("[0-9０-９]{1,4}[年月日]")
_FRESH_FRAME = lazy(
    r"[^，。]{0,14}[讯电]（|据[^，]{1,12}[，：]|记者[^，。]{0,16}(?:从|了解|获悉)|[^，。；]{1,8}[0-9０-９]{1,2}日[^，。]{0,4}，"
    r"|[^，。：]{1,10}(?:[日晚早时]报|新闻|[网社台]|之家)(?:讯|消息|客户端|记者|[ 0-9]{1,4}月)"
    r"|(?:当前|目前|如今|近[日年期]|日前|此外|同时|另外|其中|据[介了报]\w{1,2})，|在[^，。]{2,16}[中下上里后前时]，"
    r"|[^，。]{0,12}显示，|《?(?:会议|文章|报道|报告|通知|意见|声明|公告|办法)》?(?:指出|强调|认为|提出|要求|称|说|决定)，"
)
#: Each of these frames begins with one of the characters or has one of the other signs in its first characters.
_FRAME_STARTS = frozenset("据记当目如近日此同另其在会文通意声公办《")
_FRAME_SIGNS = ("讯（", "电（", "日", "报", "新闻", "网", "社", "台", "之家", "显示，")
_FRAME = 16
#: What opens a sentence and hardly stands behind the subject of one without a comma.
_OPENING = lazy(
    r"(?:当前|目前|如今|眼下|近[日年期]|近年来|日前|此外|同时|另外|其中|据[介了报悉]\w{0,2})，|在[^，。]{2,16}[中下上里后前时]，|正在[^，。]{2,14}的"
    r"|此外|与此同时|另外|另一方面|(?:首先|其次|最后|然而|但是)，|总之|事实上|近年来|近日|日前|据悉|据了解|据介绍|截至|随着|针对"
)
#: The verb of a speaker who stands in the line above.
_SAYS_ON = lazy("(?:表示|指出|认为|介绍|强调|透露|坦言|补充|回忆|称|说)(?:[，：]|道[，：])|告诉[^，。]{0,8}记者")
_CLAUSE = lazy("[^，。；：！？、]*")


def is_fresh(lower: str) -> bool:
    """Return True if ``lower`` opens with a date, a source or a word such as 目前 or 此外."""
    return lower.startswith(_FRESH) or _DATE.match(lower) is not None


def begins_freshly(lower: str) -> bool:
    """Return True if ``lower`` opens as a new paragraph does: with a date, place, source or a word such as 目前."""
    return is_fresh(lower) or _has_fresh_frame(lower)


def _has_fresh_frame(lower: str) -> bool:
    # Hardly any paragraph opens so, and the pattern takes long to compile.
    start = lower[:_FRAME]
    if start[0] not in _FRAME_STARTS and not any(sign in start for sign in _FRAME_SIGNS):
        return False
    return _FRESH_FRAME.match(lower) is not None


def opens(lower: str) -> bool:
    """Return True if ``lower`` opens with what hardly follows the subject of a sentence."""
    return _OPENING.match(lower) is not None


def leans(lower: str, *, headline: bool = False) -> bool:
    """Return True if ``lower`` begins with a word that belongs to what stands above: 的散文集, 和老街的故事, 表示，.

    A second line of a ``headline`` may begin with 与 or 和.
    """
    if not headline and _SAYS_ON.match(lower):
        return True
    if not lower.startswith(_BOUND_STARTS) or is_fresh(lower) or _COMPARISON.match(lower) or _PASSES.match(lower):
        return False
    first = words_of(lower[:_FIRST_WORDS])[0]
    return first == "的" if headline else first in BOUND_STARTS


def opening_signs(lower: str, tail: str, fresh: bool) -> list[str]:
    """Return what the lower line shows at a glance: how it opens, how long its first clause is.

    ``tail`` are its first characters up to the nearest mark, ``fresh`` what ``is_fresh`` says of it.
    """
    signs = ["fresh"] if fresh else []
    if _has_fresh_frame(lower):
        signs.append("fresh frame")
    if _SAYS_ON.match(lower):
        signs.append("says on")
    size = _CLAUSE.match(lower).end()
    if size <= 3:
        signs.append("scrap")
    elif size > 14:
        signs.append("long clause")
    if lower[0] in "—…":
        signs.append("begins dash")
    elif not tail:
        signs.append(f"begins {lower[0]}" if lower[0] in "“《（" else "begins mark")
    return signs


def first_words(lower: str, tails: Sequence[str], fresh: bool) -> list[str]:
    """Return what the first words of the lower line show: a particle leans on what precedes it.

    ``tails`` are those before the first mark, at least one; ``fresh`` is what ``is_fresh`` says of the line.
    """
    first = tails[0]
    signs = []
    if first == "的":
        signs.append("begins 的")
    elif first in BOUND_STARTS:
        signs.append("compares" if _COMPARISON.match(lower) else "begins bound")
    elif first in LOOSE_STARTS:
        if not fresh:
            signs.append("begins loose")
    else:
        signs.append(f"first {word_class(first)}")
    if first in LEANING:
        signs.append("first leaning")
    if len(tails) > 1:
        signs.append(f"second {word_class(tails[1])}")
    else:
        behind = lower[len(first) : len(first) + 1]
        signs.append(f"second {behind}" if behind and behind in "，。（《“：" else "second none")
    if len(tails) > 2:
        signs.append(f"third {word_class(tails[2])}")
    return signs
