"""Numbers that are called approximate, or bounded, twice: 近200余人, 约100人左右, 至少20人以上."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.document.quantities import (
    AROUND,
    AT_LEAST,
    AT_MOST,
    CALENDAR,
    NAMES,
    ORDINAL,
    OVER,
    SYMBOLS,
    UNDER,
    Quantity,
    quantities_in,
    quantity_at,
)
from newslint.patterns import lazy

_NUMERALS = "0123456789一二两三四五六七八九十百千几数"
#: A word that calls a number approximate, and the number.
APPROXIMATE = tuple(char + numeral for char in "约近超过逾到足满" for numeral in _NUMERALS)
#: The same with a verb between it and the number: 约有500多人.
_LINKS = "有为占达需在"
LINKED = tuple(char + verb for char in "约概近" for verb in _LINKS)
_LINK = lazy(f"(?:大约|约莫|大概|约|将近|接近)[{_LINKS}]$")
#: A word that calls a number approximate before another one: 约有近300家, 大约近百人.
_FIRST_OF_TWO = lazy("(?:大约|约莫|大概|(?<![协签预节合相条契纽邀制特违公])约)[有为占达需]?$")
#: Numerals that name a number from one to the next: 五六十多岁.
_PAIRS = ("一两", "两三", "三四", "四五", "五六", "六七", "七八", "八九")
#: Two words for what is beyond a round number: 十余多人, 三十多万余人, 十几余名.
TWICE = (
    "几余",
    *(pair + scale for pair in _PAIRS for scale in "十百千万"),
    *("余多", "多余", "来多", "来余"),
    *(one + scale + other for one in "余多来" for scale in "万亿" for other in "余多"),
)
_TWICE = lazy(
    "(?:[一二两三四五六七八九十百千几数0-9][十百千万0-9]*[余多来][万亿]?[余多]"
    f"|(?P<some>[十百千万]几余|(?:{'|'.join(_PAIRS)})[十百千万]+[余多]))"
    "(?=[万亿]?[名人个家户元位项件台亩吨斤公米天年次条篇册种株棵套架辆艘所座场部只头处间栋枚块组岁份支队封幅批对双张本盒箱袋桩宗例场])"
)
#: Numbers that are approximate themselves.
VAGUE = tuple(char + scale for char in "几数" for scale in "十百千万")
#: Words behind a quantity.
BEHIND = ("左右", "上下", "以上", "以下", "以内", "之内")
#: 余 or 多 behind a figure that is no round number.
ODD_FIGURE = tuple(digit + more for digit in "123456789" for more in "余多")
#: What a second word that calls a number approximate begins with, and how far behind the first it may stand.
_SECOND = lazy("[余多左上]")
_AHEAD = 30
#: What a quantity may end with.
_ENDS = frozenset("余多" + "".join(name[-1] for name in (*NAMES, *CALENDAR, *SYMBOLS)) + _NUMERALS + "万亿〇零")
#: How far back the number of a word behind it is looked for, in characters.
_REACH = 24
#: Characters that make the first character of a word before the number the end of another word: 合约, 附近, 反超.
_OTHER_WORD = {
    "约": "协签预节合相条契纽邀制特违公履践缔立爽失赴盟简集隐俭婉毁网租婚如守续誓背",
    "近": "附靠邻临最走亲就远贴新切更拉推",
    "超": "反赶高碾",
}
#: 近三十多年: the years that lie near.
_RECENT = frozenset(("年", "个月", "天", "日", "周", "世纪", "届", "期", "次"))
_RECENT_BEHIND = ("年", "春秋", "寒暑", "月", "世纪", "交易日", "工作日", "赛季", "季度", "星期", "礼拜", "昼夜")
#: A bound that stands a few characters before its number: 至少要有20人以上.
_BOUND = lazy(
    rf"(?:({'|'.join(AT_LEAST)})|({'|'.join(AT_MOST)}))"
    r"(?:[要需应得能会可有在是达到须为]|必须|应当|应该|需要|具有|具备|保证)?[要有到在达是走跑花等住干]?$"
)
#: Half of something, with a bound on both sides.
_OVER_HALF = lazy("(超过?)(?:半数|一半)以上$")


def doubled_approximations(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the numbers that are called approximate on both sides: 近200余人, 约100人左右, 30多人左右."""
    view = document.view
    reached = -1
    for hit in hits:
        if hit.anchor >= _FIRST_TWICE:
            found = _TWICE.search(view, max(reached + 1, hit.start - 6), hit.end + 2)
            if found is not None:
                reached = found.start()
                yield Match(found.start(), found.end(), message="some" if found["some"] else "more")
            continue
        quantity = _quantity(view, hit) if _may_be_doubled(view, hit) else None
        if quantity is None or quantity.number_start <= reached:
            continue
        quantity = _with_link(view, quantity)
        match = None if _is_another_word(view, quantity) else _doubled(view, quantity)
        if match is not None:
            reached = quantity.number_start
            yield match


def doubled_bounds(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the numbers that are bounded on both sides: 至少20人以上, 最多5天以内, 超过100座以上, 超过半数以上."""
    view = document.view
    for hit in hits:
        half = None
        if view.endswith(("半数", "一半"), 0, hit.start):
            half = _OVER_HALF.search(view, max(0, hit.start - 4), hit.end)
        if half is not None:
            yield Match(half.start(), half.end(), half[0][:-2], values={"before": half[1]})
            continue
        quantity = _quantity(view, hit)
        if quantity is None or quantity.end != hit.end or _is_another_word(view, quantity):
            continue
        upward = quantity.after == "以上"
        if quantity.more and upward and quantity.before not in (*AROUND, *OVER):
            yield Match(quantity.number_start, quantity.end, message="more")
            continue
        bound = _BOUND.search(view, max(0, quantity.number_start - 8), quantity.number_start)
        start = bound.start() if bound else quantity.start
        least = bound is not None and bound[1] is not None
        doubled = (least or quantity.before in OVER) if upward else bound is not None and not least
        if doubled or (quantity.before in UNDER and quantity.after == "以下"):
            kept = view[start : quantity.end - len(quantity.after)]
            yield Match(start, quantity.end, kept, values={"before": bound[0] if bound else quantity.before})


def more_of_odd_number(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield 余 and 多 behind a number that is not round: 3多万, 25余人."""
    view = document.view
    for hit in hits:
        start = hit.start
        while start and view[start - 1] in "0123456789.,":
            start -= 1
        quantity = quantity_at(view, start)
        if quantity is None or quantity.number_end < hit.end or quantity.before == ORDINAL:
            continue
        if "." in view[start : hit.start]:
            continue
        scale = quantity.number.lstrip("0123456789,")
        more = view[hit.end - 1]
        if scale:
            yield Match(start, quantity.number_end, f"{view[start : hit.start + 1]}{scale}{more}")
        elif quantity.unit:
            yield Match(start, quantity.unit_end)


def _may_be_doubled(view: str, hit: Hit) -> bool:
    """Return False where a few characters show that no second word calls the number approximate, as in nearly all
    places: the number need not be read then.
    """
    start = hit.start
    if view[start] in "左上":
        return view[start - 1 : start] in _ENDS
    near = view[max(0, start - 3) : start]
    return _SECOND.search(view, hit.end, hit.end + _AHEAD) is not None or "约" in near or "概" in near or "莫" in near


def _quantity(view: str, hit: Hit) -> Quantity | None:
    """Return the quantity whose number begins at the end of a hit, or that ends with it."""
    if view[hit.start] in "几数":
        return quantity_at(view, hit.start)
    if view[hit.end - 1] in _LINKS:
        return quantity_at(view, hit.end)
    if view[hit.end - 1] in _NUMERALS:
        return quantity_at(view, hit.end - 1)
    first = max(0, hit.start - _REACH)
    *_, last = (None, *quantities_in(view, first, hit.end))
    return last if last is not None and last.end == hit.end and last.number_start > first else None


def _with_link(view: str, quantity: Quantity) -> Quantity:
    """Return a quantity with the word before it that a verb parts from it: 约 of 约有500多人."""
    link = None if quantity.before else _LINK.search(view, max(0, quantity.start - 3), quantity.start)
    return quantity if link is None else quantity._replace(before=link[0][:-1], start=link.start())


def _is_another_word(view: str, quantity: Quantity) -> bool:
    """Whether the word before a number is the end of another one: 合约20余份, 附近30余家."""
    before = quantity.before
    return bool(before) and quantity.start > 0 and view[quantity.start - 1] in _OTHER_WORD.get(before, "")


def _is_recent(view: str, quantity: Quantity) -> bool:
    """Whether 近 before a quantity says that the time is near: 近三十多年, 近十多个赛季."""
    return quantity.unit in _RECENT or (quantity.unit == "个" and view.startswith(_RECENT_BEHIND, quantity.unit_end))


def _doubled(view: str, quantity: Quantity) -> Match | None:
    before, after = quantity.before, quantity.after
    first = (
        _FIRST_OF_TWO.search(view, max(0, quantity.start - 3), quantity.start) if before in (*AROUND, *OVER) else None
    )
    if first is not None and not (before == "近" and _is_recent(view, quantity)):
        return Match(first.start(), quantity.number_end)
    inside = quantity.more in view[quantity.number_start : quantity.number_end]
    more_end = quantity.number_end if inside else quantity.unit_end + 1
    if after in ("左右", "上下"):
        if before in AROUND:
            return Match(quantity.start, quantity.end, view[quantity.start : quantity.end - 2])
        if quantity.more:
            return Match(quantity.number_start, quantity.end, view[quantity.number_start : quantity.end - 2])
        return Match(quantity.start, quantity.end, message="contrary") if before in OVER else None
    if not quantity.more:
        return None
    if quantity.number[0] in "几数":
        return Match(quantity.number_start, more_end, message="some")
    if before in (*AROUND, *OVER) and not (before == "近" and _is_recent(view, quantity)):
        return Match(quantity.start, more_end)
    return Match(quantity.start, more_end, message="contrary") if before in UNDER else None


_APPROXIMATE = (*APPROXIMATE, *VAGUE, *BEHIND[:2], *LINKED)
_FIRST_TWICE = len(_APPROXIMATE)

CHECKS: Mapping[str, Declared] = {
    "doubled-approximation": AnchorCheck(
        doubled_approximations, (*_APPROXIMATE, *TWICE), messages=("contrary", "more", "some")
    ),
    "doubled-bound": AnchorCheck(doubled_bounds, BEHIND[2:], values=("before",), messages=("more",)),
    "more-of-odd-number": AnchorCheck(more_of_odd_number, ODD_FIGURE),
}
