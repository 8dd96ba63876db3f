"""Numbers half in figures and half in Han numerals (2万4千, 6千万), approximate numbers in figures (3、4天), and years
with a wrong zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.chinese.characters import is_han
from newslint.chinese.numerals import number_value
from newslint.document import Document
from newslint.document.quantities import ORDINAL, Quantity, quantity_at
from newslint.patterns import lazy

_FIGURES = "0123456789"
#: A figure before one of the units that figures are not written with.
SCALED = tuple(digit + scale for digit in _FIGURES for scale in "百千")
#: A Han unit before a figure.
UNSCALED = tuple(scale + digit for scale in "十百千" for digit in _FIGURES[1:])
_HAN_BEFORE = lazy(
    "(?<![第初数几半周期日月一二两三四五六七八九十百千万亿〇0-9])"
    "(?P<han>(?:[一二两三四五六七八九][百千]零?)*[一二两三四五六七八九][十百千])零?(?P<figures>[1-9][0-9]{0,2})"
    "(?P<more>[余多]?)(?=[名人个家户元位项件台亩吨斤米岁辆棵头座本册篇公])"
)
#: Two figures that follow each other.
NEIGHBOURS = tuple(f"{digit}、{digit + 1}" for digit in range(1, 9))
_PAIRS = ("一两", "两三", "三四", "四五", "五六", "六七", "七八", "八九")
_HAN_NUMERALS = "一二三四五六七八九十"
#: Where a date goes over from one kind of digits to the other.
MIXED_DATES = tuple(
    one + "月" + other
    for before, behind in ((_HAN_NUMERALS, _FIGURES), (_FIGURES, _HAN_NUMERALS + "廿"))
    for one in before
    for other in behind
)
_NO_CALENDAR = "历闰正腊冬"
_DAY = r"(?:日(?!元)|号(?![线楼院门机台馆]))"
_MIXED_DATE = lazy(
    rf"(?<![0-9.{_HAN_NUMERALS}〇零百千廿闰])(?<![{_NO_CALENDAR}])"
    rf"(?:(?:十[一二]?|[一二三四五六七八九])月[0-3]?[0-9]{_DAY}(?![0-9])"
    rf"|(?:1[0-2]|0?[1-9])月(?:三十一?|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九]){_DAY})"
)
#: A decimal point and a figure.
POINTS = tuple(point + digit for point in ".．" for digit in _FIGURES)
_FRACTION = lazy(
    r"[.．]([0-9]{1,4})(?=[%％‰]|[万亿]?(?:元|倍|个百分点|公里|公斤|千克|平方米|立方米|毫米|厘米|吨|秒|亩|米))"
)
_DECREASE = lazy(
    r"(?:下降|减少|降低|下跌|缩减|缩短|减小|下滑|减轻|跌落|缩水|削减|压缩|骤降|锐减|骤减)(?:了|近|约|大约|超过|将近|达|逾|至少|超){0,2}"
    r"(?:[0-9]+(?:\.[0-9]+)?|[几数]?[一二两三四五六七八九十百千半几]+)[余多来]?[万千百]?$"
)
_TIMES_WORD = lazy("率|数|镜|速|频|体|感|特|儿|杠杆|的?[^，。；]{0,4}标准差")
_LONGEST_DECREASE = 16
#: What is mistaken for the 〇 of a year.
ZEROS = "Oo0○Ｏｏ０◯"
_HAN_DIGITS = "〇一二三四五六七八九"
#: A Han digit and what is mistaken for 〇 behind it.
ZERO = tuple(digit + zero for digit in _HAN_DIGITS for zero in dict.fromkeys(ZEROS))
_ZERO_YEAR = lazy(rf"(?<![{_HAN_DIGITS}0-9])[一二][{_HAN_DIGITS}{ZEROS}]{{3}}(?=年(?!代))")
#: What approximate numbers are given of; names of numbered things (号, 年级, 月份) are not among them.
_COUNTED = lazy(
    r"[百千万亿]?(?:天(?!津)|次(?!列车)|岁|公里|千米|个(?!体|股)|小时|分钟|秒(?!杀)|年(?![级段代度])|倍|斤|吨|万(?!里)|亿"
    r"|米(?!以[上下])|辈子|趟|遍|里[路地远外])"
)
#: An hour, where it is no item: 8、9点钟, 晚上8、9点.
_HOUR = lazy(
    "点(?:钟|多|左右)|(?<=(?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|夜里|半夜|深夜)[0-9]、[0-9])点(?![0-9])"
)
#: Behind these two figures are numbers of things: 第3、4次, 1、2、3个, 周六的3、4节.
_NUMBERED = frozenset("0123456789.、第,-—～至周初/")


def half_figures(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the numbers in figures that go on with 千 or 百 (2万4千, 5千多), and those in Han numerals that go on in
    figures (一百20).
    """
    figures = len(SCALED)
    yield from _half_han(document, [hit for hit in hits if hit.anchor >= figures])
    for quantity in _scaled(document.view, [hit for hit in hits if hit.anchor < figures]):
        if not _scale_of(quantity):
            right = _in_figures(quantity)
            more = _more_inside(document.view, quantity)
            yield Match(quantity.number_start, quantity.number_end, None if right is None else right + more)


def scaled_ten_thousands(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the numbers in figures with a unit of 百万, 千万 or the like: 6千万, 3百万."""
    view = document.view
    for quantity in _scaled(view, hits):
        scale = _scale_of(quantity)
        value = number_value(quantity.number.removesuffix(scale)) if scale else None
        if value is not None:
            start, end = quantity.number_start, quantity.number_end
            more = _more_inside(view, quantity)
            # 4千多万, but 4千万余
            right = (
                f"{_plain(value)}{more}{scale}" if view.endswith(scale, start, end) else f"{_plain(value)}{scale}{more}"
            )
            yield Match(start, end, right)


def _half_han(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the numbers in Han numerals that go on in figures: 一百20人, 三十5个."""
    view = document.view
    for hit in hits:
        found = _HAN_BEFORE.search(view, max(0, hit.start - 8), hit.end + 4)
        if found is None or found.start("figures") != hit.end - 1:
            continue
        value, rest = number_value(found["han"]), int(found["figures"])
        right = None
        if value is not None and len(found["figures"]) < {"十": 2, "百": 3, "千": 4}[found["han"][-1]]:
            right = f"{_plain(value + rest)}{found['more']}"
        yield Match(found.start(), found.end(), right)


def _more_inside(view: str, quantity: Quantity) -> str:
    """Return the 余 or 多 in a number, "" if it stands behind the unit or there is none."""
    return quantity.more if quantity.more in view[quantity.number_start : quantity.number_end] else ""


def approximate_figures(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield two figures that follow each other and mean an approximate number: 3、4天."""
    view = document.view
    for hit in hits:
        if hit.start and view[hit.start - 1] in _NUMBERED:
            continue
        if _COUNTED.match(view, hit.end) is not None or _HOUR.match(view, hit.end) is not None:
            yield Match(hit.start, hit.end, _PAIRS[hit.anchor])


def _scaled(view: str, hits: Sequence[Hit]) -> Iterator[Quantity]:
    """Yield the quantities in figures with 十, 百 or 千, each once."""
    reached = 0
    for hit in hits:
        if hit.start < reached:
            continue
        start = hit.start
        while start and view[start - 1] in "0123456789.,万亿":
            start -= 1
        quantity = quantity_at(view, start)
        if quantity is None or quantity.form != "mixed" or quantity.before == ORDINAL:
            continue
        reached = quantity.number_end
        yield quantity


def _scale_of(quantity: Quantity) -> str:
    """Return the 万 or 亿 that stands behind figures and 十, 百 or 千, or "": 万 of 6千万, not of 2亿4千万."""
    bare = quantity.number.rstrip("万亿")
    is_scaled = bare[-1] in "十百千" and not any(char in bare for char in "万亿")
    return quantity.number[len(bare) :] if is_scaled else ""


def _plain(value: float) -> str:
    return str(int(value) if value == int(value) else value)


def _in_figures(quantity: Quantity) -> str | None:
    """Return the value of a number in figures, with 万 or 亿 where that is as short; None if it has a fraction."""
    value = quantity.value
    if value is None or value != int(value):
        return None
    digits = str(int(value))
    for unit, zeros in (("亿", 8), ("万", 4)):
        whole, rest = digits[:-zeros], digits[-zeros:].rstrip("0")
        if whole and len(rest) <= 2 and unit in quantity.number:
            return f"{whole}{'.' if rest else ''}{rest}{unit}"
    return digits


def wrong_zeros(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the years in Han numerals whose zero is a letter, a digit or a circle: 二O二二年."""
    view = document.view
    reached = 0
    for hit in hits:
        found = _ZERO_YEAR.search(view, max(reached, hit.start - 3), hit.end + 3)
        if found is not None:
            reached = found.end()
            yield Match(found.start(), found.end(), "".join("〇" if char in ZEROS else char for char in found[0]))


def mixed_dates(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the dates with a month in Han numerals and a day in figures, or the reverse: 四月18日, 5月二十日."""
    view = document.view
    for hit in hits:
        found = _MIXED_DATE.search(view, max(0, hit.start - 2), hit.end + 4)
        if found is not None and found.start() <= hit.start < found.end():
            yield Match(found.start(), found.end())


def bare_fractions(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the decimals without the 0 before the point: 上涨.5%."""
    view = document.view
    for hit in hits:
        before = view[hit.start - 1 : hit.start]
        if (is_han(before) or before in tuple("，、（：；")) and not view.endswith("口径", 0, hit.start):
            found = _FRACTION.match(view, hit.start)
            if found is not None:
                yield Match(found.start(), found.end(), f"0.{found[1]}")


def decreases_in_times(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the decreases that are given in times: 下降三倍."""
    view = document.view
    for hit in hits:
        found = _DECREASE.search(view, max(0, hit.start - _LONGEST_DECREASE), hit.start)
        if found is not None and _TIMES_WORD.match(view, hit.end) is None:
            yield Match(found.start(), hit.end)


CHECKS: Mapping[str, Declared] = {
    "approximate-figures": AnchorCheck(approximate_figures, NEIGHBOURS),
    "bare-fraction": AnchorCheck(bare_fractions, POINTS),
    "decrease-times": AnchorCheck(decreases_in_times, ("倍",)),
    "half-figures": AnchorCheck(half_figures, (*SCALED, *UNSCALED)),
    "mixed-date": AnchorCheck(mixed_dates, MIXED_DATES),
    "scaled-ten-thousands": AnchorCheck(scaled_ten_thousands, SCALED),
    "wrong-zero": AnchorCheck(wrong_zeros, ZERO),
}
