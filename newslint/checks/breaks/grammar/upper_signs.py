"""What the upper line of a break shows by itself: how it ends, and the form of a sentence or of a heading.

The signs are named here and weighed in ``break_weights``. Lines are in the width-normalised view, without white space
around.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from newslint.checks.breaks.grammar.phrase_edges import WAITING, tag, word_class, words_of
from newslint.chinese.segmentation import before
from newslint.patterns import lazy

#: Words that wait for more: conjunctions, prepositions, adverbs, verbs without their object.
OPEN_ENDS = frozenset(
    "和 与 及 以及 或 或者 并 并且 而 而且 且 但 但是 因为 由于 如果 虽然 对 对于 把 被 将 让 使 令 在 从 向 为 为了 "
    "以 于 由 给 跟 同 按 按照 "
    "根据 关于 至 随着 即 则 即将 已 已经 正 正在 曾 曾经 也 都 就 才 还 又 再 很 更 最 不 没有 未 必须 应 应当 能够 "
    "可以 是 这 那 每 各 其 该 "
    "此 某 本 我 他 她 他们 我们 这个 那个 这些 那些 一个 一些 一种 这种 第 所 成为 包括 位于 来自 具有 属于".split()
)
#: Words that end no line but one that goes on, not even a heading; 的 does not either where there is no 是.
_HANGING = frozenset(
    "和 与 及 以及 或 或者 并 并且 而且 把 被 将 使 让 从 对于 关于 由于 因为 如果 虽然 不仅 不但 为了 随着 按照 根据 "
    "就是 以 由 向 在 其 该 各 某 都 也 就 才 又 再 很 更 最 已经 正在 必须 应当 能够 一个 一些 一种 这个 那个 这些 "
    "那些".split()
)
#: A name has at most this many characters.
_NAME = 3
_HANGING_ENDS = frozenset("的").union(word[-1] for word in _HANGING)
_EXCLAIMING = lazy("[！？]")
_QUOTED = lazy("“[^”]*”")
#: The name of its column at the end of a headline: （望江楼）.
_COLUMN = lazy("（[^（），。]{2,6}）$")
_SPEECH = lazy("(?:说|表示|认为|指出|介绍|透露|告诉)[，：]")
_SPEECH_OPENER = lazy("但|同时|其中|此外|因此|而|如果|虽然|当|据|由于|[0-9０-９]+日")
#: A sentence without its second half: 随着…, 如果….
_SUBORDINATE = tuple(
    "虽然 尽管 如果 不仅 不但 只要 只有 无论 即使 由于 因为 随着 为 自从 当 凡是 除了 对于 根据 按照 通过 作为 正当 "
    "每当".split()
)
_SENTENCE_STARTS = frozenset(
    "0123456789０１２３４５６７８９一二三四五六七八九十今去明前昨当同近本每次目现日如最此其但而然因所截据记会从在"
)
#: What opens a sentence of a report, and hardly a heading.
_SENTENCE_OPENER = lazy(
    "(?:[0-9０-９]{1,4}|[今去明前昨当同近本每次]|[一二三四五六七八九十]+)[年月日天时]|目前|现在|近[年日期来]|日前|当时|如今|最近|同时|此外|其中|但|而|然而|因此|所以|截至"
    "|据|记者|会议|会上|从(?![^，]*到)|在"
)
_POINTING = tuple(
    "他 她 它 我 你 这 那 其 该 此 本 某 各 每 有关 有些 许多 不少 很多 一个 一些 一位 一名 一种 一批".split()
)
_ONGOING = lazy("[正仍在][^，。]{2,12}中$")
_FUNCTION = "的了着是在他她我们这那其个"
_HEADING_MARKS = frozenset("丨｜|│【】↓→■")
_SPACES = frozenset(" \u3000\t")
_CODE_END = lazy("[A-Za-z]$|[0-9-]{7,}$|电话：[0-9]+$")
#: 03, 2钾: the number of a chapter, with or without its name.
_NUMBERED = lazy("[0-9０-９]{1,2}(?![0-9０-９年月日时点分%．.、])[^\\W0-9]{0,10}$")
#: Two clauses of headline length: 专业技能过硬，灵活就业不难.
_COUPLET = lazy("([^，。；：、]{3,14})，([^，。；：]{3,16})$")
_SPACED = lazy("[^，。；：、 　]{4,14}[ 　][^，。；：、 　]{4,14}$")
_QUOTES = lazy("[“”‘’]")
#: Whose line it is, below a headline: 某某晚报首席评论员何一舟.
_STAFF = lazy(
    "[^，。]{0,12}(?:[日晚早时]报|新华社|中新社|[网台])[^，。]{0,8}(?:记者|评论员?|主笔|编辑)[^，。]{2,8}$|[^。]*来源：|(?:作者|文|图|编辑|责编|记者)[：/]"
)
#: What every such line holds.
_STAFF_SIGNS = frozenset("报社网台：/")
_CLAUSE_MARKS = "，。；：！？"
_ANY_MARK = lazy("[，。、；：！？“”‘’（）《》 ]")
#: Prepositions and what closes their frame when no verb does: 在会议|上.
_PREPOSITIONS = frozenset(
    "在 对 把 被 从 向 与 和 为 将 对于 随着 由于 为了 根据 按照 通过 自 自从 经 经过 以 由 同 跟 给 让 使 于 据 就 至 "
    "到 关于 针对 围绕 按 作为 除 除了 比 沿 因 因为 "
    "当 及 以及".split()
)
_FRAME_ENDS = frozenset(
    "中 上 下 里 内 外 前 后 时 之后 之前 以来 期间 之中 之下 以后 以前 方面 来说 而言 看来 起 等 间 "
    "之间 相比 一样 一起".split()
)
_CLAUSE_REACH = 30
_LENGTHS = (5, 8, 12, 30, 45)
_LONGER_THAN = tuple(f"longer than {length}" for length in _LENGTHS)
_FUNCTION_WORDS = ["function words 1", "function words 2"]


def form_signs(upper: str, bare: bool) -> list[str]:
    """Return what the form of the upper line shows: running text has commas, speech and function words, a heading few.

    ``bare`` says that it ends with a mark.
    """
    signs = list(_LONGER_THAN[: bisect_left(_LENGTHS, len(upper))])
    last = upper[-1]
    if bare:
        signs.append("ends ，" if last in "，、" else "ends ”" if last in "”》" else "ends mark")
    elif last < "\x7f" and _CODE_END.search(upper):
        signs.append("ends code")
    inner = upper[:-1]
    commas = inner.count("，")
    if commas:
        signs += _clauses(upper, commas)
    elif upper.startswith(_SUBORDINATE):
        signs.append("subordinate")
    if "。" in inner or "；" in inner:
        signs.append("stop inside")
    shouts = "！" in inner or "？" in inner
    if shouts or "：" in inner:
        signs.append("asks")
    if shouts and not commas and "。" not in inner and _EXCLAIMING.search(_QUOTED.sub("", inner)):
        signs.append("exclaims")
    return signs + _wording(upper) + _FUNCTION_WORDS[: sum(map(upper.count, _FUNCTION))]


def _wording(upper: str) -> list[str]:
    """Return how the upper line is worded: how it opens, and marks that only running text or only a heading has."""
    signs = []
    last, inner = upper[-1], upper[:-1]
    if last == "）" and _COLUMN.search(upper):
        signs.append("column")
    if last == "中" and _ONGOING.search(upper):
        signs.append("ongoing")
    if not _STAFF_SIGNS.isdisjoint(upper) and _STAFF.match(upper):
        signs.append("staff")
    if "、" in inner:
        signs.append("enumerates")
    if _SPEECH_OPENER.match(upper) or (("，" in upper or "：" in upper) and _SPEECH.search(upper)):
        signs.append("speech")
    if upper.startswith(_POINTING):
        signs.append("points")
    if upper[0] in _SENTENCE_STARTS and _SENTENCE_OPENER.match(upper):
        signs.append("opens sentence")
    if not _SPACES.isdisjoint(upper):
        signs.append("space")
        if _SPACED.match(_QUOTES.sub("", upper)):
            signs.append("spaced couplet")
    if not _HEADING_MARKS.isdisjoint(upper):
        signs.append("heading mark")
    if _NUMBERED.match(upper):
        signs.append("numbered")
    return signs


def _clauses(upper: str, commas: int) -> list[str]:
    """Return what the clauses of a line with so many commas inside show: two of one length are a heading."""
    signs = ["one comma" if commas == 1 else "commas"]
    clauses = re.split("[，、：]", upper)
    if len(clauses[-1]) <= 3 and len(clauses[-1]) != len(clauses[0]):
        signs.append("scrap at end")
    couplet = _COUPLET.match(_QUOTES.sub("", upper)) if commas == 1 else None
    if couplet:
        signs.append("couplet")
        if abs(len(couplet[1]) - len(couplet[2])) <= 1:
            signs.append("even couplet")
    return signs


def last_words(upper: str, heads: Sequence[str]) -> list[str]:
    """Return what the last words of the upper line show: a conjunction waits for more, an idiom often closes a heading.

    ``heads`` are those after the last mark, at least one.
    """
    last = heads[-1]
    signs = ["ends open" if last in OPEN_ENDS else "ends 的" if last == "的" else f"last {word_class(last)}"]
    if last in WAITING:
        signs.append("last waiting")
    if len(heads) > 1:
        signs.append(f"last but one {word_class(heads[-2])}")
        if heads[-2] in WAITING:
            signs.append("last but one waiting")
    else:
        signs.append("last but one none")
        if last == upper:
            signs.append("one word")
    return signs


def hangs(upper: str) -> bool:
    """Return True if the last word of ``upper`` needs another, so that it can be no heading."""
    if upper[-1] not in _HANGING_ENDS:
        return False
    if 0 <= len(upper) - 1 - upper.rfind("、") <= _NAME:  # 张和 is a name
        return False
    last = words_of(before(upper, len(upper)))[-1]
    return last in _HANGING or (last == "的" and "是" not in upper)


def last_clause(upper: str) -> list[str]:
    """Return what the last clause of the upper line lacks: a verb, or what closes the frame of its last preposition."""
    bare = upper.rstrip("，")
    clause = bare[max(map(bare.rfind, _CLAUSE_MARKS)) + 1 :][-_CLAUSE_REACH:]
    parts = [word for piece in _ANY_MARK.split(clause) for word in words_of(piece)]
    verbs = [tag(part)[:1] == "v" for part in parts]
    frames = [index for index, part in enumerate(parts) if part in _PREPOSITIONS]
    signs = []
    if frames and True not in verbs[frames[-1] + 1 :] and _FRAME_ENDS.isdisjoint(parts[frames[-1] + 1 :]):
        signs.append("open frame")
    if True not in verbs:
        signs.append("no verb")
    return signs
