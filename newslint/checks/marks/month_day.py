"""Events and feast days that are called by their month and day: “五四”, “一二·九”, “9·11”, and their middle dot.

A dotted number may be a version, a magnitude or a grade, and two Han numerals may be any numbers; so a match needs what
the name is said of (事件, 运动, 地震) right behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.chinese.characters import HAN_LETTER
from newslint.document import Document
from newslint.patterns import lazy

_EVENT = (
    "运动|事件|事变|惨案|起义|讲话|专案|(?:特别)?重?特?大?事故|特?大?地震|火灾|爆炸|恐怖袭击|恐袭|空难|海难|"
    f"{HAN_LETTER}{{2,4}}特?大地震|抗震"
)
_FEAST = (
    "黄金周|国庆|长假|假期|小长假|劳动节|青年节|妇女节|儿童节|护士节|医师节|教师节|记者节|植树节|建[党军]节|购物节|消费者|国际|(?:国家)?宪法日|宪法宣传|法制宣传日"
    f"|(?:防灾减灾|防震减灾|禁毒|读书|环境|爱[眼耳牙]|消防(?:安全)?(?:宣传)?|志愿者?)日|(?:世界|全[国民]|中国){HAN_LETTER}{{1,9}}[日节]"
)
#: Behind the name, perhaps past the quote that closes it.
_BEHIND = lazy(f"[”’]?(?:{_EVENT}|{_FEAST})")
_ARABIC = lazy(r"(?<![0-9.．·第])(1[0-2]|[1-9])[.．](3[01]|[12][0-9]|[1-9])(?![0-9.．%％‰])")
_HAN = lazy(
    "(?<![一二三四五六七八九十〇零·])([二三四五六七八九十]|十[一二])·(十一|[一二三]?十?[一二三四五六七八九]|[二三]?十)(?![一二三四五六七八九十〇·])"
)
#: Where a name may be: the middle dot or what stands for it, and the two names that lack it.
ANCHORS = (".", "．", "·", "一二九", "一二八")
_NUMERALS = frozenset("0123456789一二三四五六七八九十")
#: The two that lack their dot: 一二·九 is the ninth of December, 一·二八 the twenty-eighth of January.
_JOINED = lazy("(?<![一二三四五六七八九十〇零·])(一(?=二八)|一二(?=九))(二?[八九])(?![一二三四五六七八九十〇·])")


def named_days(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the days that name an event and lack their middle dot, have another mark in its place, or one too many.

    The span is the month with its day.
    """
    view = document.view
    for hit in hits:
        if hit.end - hit.start > 1:
            found, mark = _JOINED.match(view, hit.start), "·"
        elif view[hit.start - 1 : hit.start] not in _NUMERALS or view[hit.end : hit.end + 1] not in _NUMERALS:
            continue
        else:
            pattern, mark = (_HAN, "") if view[hit.start] == "·" else (_ARABIC, "·")
            found = (pattern.match(view, hit.start - 2) if hit.start > 1 else None) or pattern.match(
                view, hit.start - 1
            )
        if found is None or not hit.start <= found.end() or not _BEHIND.match(view, found.end()):
            continue
        if mark == "" and found[1] in ("十一", "十二"):
            continue
        yield Match(found.start(), found.end(), f"{found[1]}{mark}{found[2]}")


CHECKS: Mapping[str, Declared] = {
    "month-day": AnchorCheck(named_days, ANCHORS),
}
