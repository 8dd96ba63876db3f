"""Ranges of numbers: a hyphen, or a mark that is not the house's, between the ends, and 万 or 亿 said of the second
alone.

A hyphen between two numbers may be a range (3-5天), but also a score, a telephone number, a model or a door; only what
follows tells. So a range is reported when a unit, a month, a time of day or a pair of years proves it, and never by the
numbers alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.either_form import Occurrence, Sign, Usage, each, either_form
from newslint.checks.numbers.gates import has_hyphen
from newslint.checks.registry import Declared
from newslint.chinese.characters import HAN_LETTER
from newslint.document import Article, Document
from newslint.finding import Edit
from newslint.patterns import lazy

#: The marks that houses join the ends of a range with.
_MARKS = ("～", "—", "-")
#: The wish for ～ between numbers and — between dates and times.
_STANDARD = "standard"
_REACH = 16
_NUMBER = r"(?:0|[1-9][0-9]{0,8}|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?"
_DATED = "年|月|日|时|点"
_LEFT = lazy(
    rf"(?<![0-9A-Za-z.,:∶/\\+#_\-–—－～~×第])(?<![0-9A-Za-z]：)({_NUMBER})(?: ?({_DATED}|[%％万亿千元岁米]|公里|℃))?$"
)
_RIGHT = lazy(rf"({_NUMBER})(?![0-9.,]*[0-9A-Z\-/_])")
_CLOCK_LEFT = lazy(r"(?<![0-9.:∶\-])(?<![0-9]：)([01]?[0-9]|2[0-4])([:：∶])([0-5][0-9])$")
_CLOCK_RIGHT = lazy(r"([01]?[0-9]|2[0-4])[:：∶][0-5][0-9](?![0-9:：∶\-])")
#: What is counted or measured. Doors, parts and numbered things (号, 栋, 单元, 章, 组, 期) are not.
_UNIT = lazy(
    r"[余多]?(?:[天岁件人名位种倍斤克吨元秒级度亩顿趟遍户间家台辆架艘头只匹棵株朵粒颗片块根张册篇幅项瓶盒袋箱杯碗盘成折层圈轮周米升寸尺]"
    r"|次(?!列车)|分钟|小时|个(?!体)|公里|千米|厘米|毫米|公斤|千克|毫克|公顷|平方|立方|毫升|年(?!级|代)|月龄|千瓦|海里|英寸|节课|[万亿千百]|摄氏度|℃"
    r"|(?:kg|km|cm|mm|ml|mg|g|m|t)(?![A-Za-z]))"
)
_CALENDAR = lazy(r"月(?!龄)|日(?!元)|时(?!尚|装)|点(?!钟|多|左右|半|球|[一-十])")
_LIMITS = {"月": 12, "日": 31, "时": 24, "点": 24}
#: What follows the number at the end of a range that begins with a day or a month.
_LATER = {"日": lazy("月[0-9]{1,2}日"), "月": lazy("年[0-9]{1,2}月")}
_YEARS = (1850, 2100)
#: Both ends of a range that a keyboard's tilde joins: 5~6天, 9:00~17:00.
_TILDE_LEFT = lazy(r"(?<![0-9A-Za-z.,:/\-])[0-9]+(?:[.:∶：][0-9]+)?[%％℃元万亿年月日时点岁米]?$")
_TILDE_RIGHT = lazy(rf"[0-9]+(?:[.:∶：][0-9]+)?(?:[%％℃]| ?{HAN_LETTER}|[，。；、）\n]|$)")
_JOINING = tuple("-－–—～~")
_GREAT = lazy(rf"(?<![0-9A-Za-z.,:：∶/\-–—－～~第])({_NUMBER})([-－–—～~])({_NUMBER})$")


class _Range(NamedTuple):
    """A range in the text: its span, its ends as they are to be written, and the mark that the standard sets there."""

    start: int
    end: int
    low: str
    mark: str
    high: str


def _has_dash(document: Document) -> bool:
    return "—" in document.view


def _has_tilde(document: Document) -> bool:
    return "～" in document.view


def _odd_ranges(document: Document, article: Article, want: str) -> Iterator[Occurrence]:
    """Yield the ranges with another mark than ``want`` between the ends; where that is ``standard``, with a hyphen."""
    view = document.view
    for mark in ("-",) if want == _STANDARD else _MARKS:
        at = view.find(mark, article.start, article.end) if mark != want else -1
        while at >= 0:
            found = _range_at(view, at)
            if found is not None:
                right = f"{found.low}{found.mark if want == _STANDARD else want}{found.high}"
                yield Occurrence(found.start, found.end, mark, (Edit(found.start, found.end, right),))
            at = view.find(mark, at + 1, article.end)


def _report(document: Document, usage: Usage) -> Iterator[Match]:
    message = "" if usage.wanted == _STANDARD else "house"
    for place, match in zip(usage.odd, each(document, usage), strict=True):
        unit = "" if document.view[place.end - 3] in ":：∶" else _unit_behind(document.view, place.end)
        yield match._replace(values={"want": usage.wanted, "mark": place.form, "unit": unit}, message=message)


def _unit_behind(view: str, end: int) -> str:
    """Return what is counted by the number that ends at ``end``: 天 of 3-5天."""
    unit = _UNIT.match(view, end) or _CALENDAR.match(view, end)
    return unit[0] if unit else ""


#: Which mark joins the ends of a range: 3～5天, 2023—2025年 by the standard, or one mark for all ranges.
RANGE_MARK = Sign(
    {"～": _has_tilde, "—": _has_dash, "-": has_hyphen},
    _odd_ranges,
    _report,
    values=("want", "mark", "unit"),
    messages=("house",),
    wants=(*_MARKS, _STANDARD),
    gate=has_hyphen,
)


def bare_ten_thousands(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the ranges in which 万 or 亿 is said of the second number alone: 3～5万."""
    view = document.view
    for hit in hits:
        at = hit.start
        before = view[max(0, at - 2 * _REACH) : at]
        # Most numbers before 万 and 亿 have no mark before them.
        found = _GREAT.search(before) if before.rstrip("0123456789.,").endswith(_JOINING) else None
        if found is None or _value(found[1]) >= _value(found[3]) or (_is_year(found[1]) and _is_year(found[3])):
            continue
        unit = view[at]
        right = f"{found[1]}{unit}{found[2]}{found[3]}{unit}"
        yield Match(at - len(found[0]), hit.end, right, values={"unit": unit})


def half_tildes(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the tildes of the keyboard between the ends of ranges; dates and times are joined by a dash."""
    view = document.view
    for hit in hits:
        at = hit.start
        if not view[hit.end : hit.end + 1].isdigit():
            continue
        if _TILDE_LEFT.search(view[max(0, at - _REACH) : at]) and _TILDE_RIGHT.match(view, hit.end):
            found = _range_at(view, at)
            yield Match(at, hit.end, found.mark if found else "～")


def reversed_ranges(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the ranges that run backwards: 50～30元, 2025—2023年."""
    view = document.view
    for hit in hits:
        if not view[hit.end : hit.end + 1].isdigit():
            continue
        left = _LEFT.search(view[max(0, hit.start - _REACH) : hit.start])
        right = _RIGHT.match(view, hit.end) if left is not None else None
        if left is None or right is None or _value(left[1]) <= _value(right[1]):
            continue
        start, end = hit.start - len(left[0]), right.end()
        if _is_year(left[1]) and _is_year(right[1]):
            if view.startswith("年", end) and (left[2] or "年") == "年":
                yield _turned(view, start, hit, end, left[2])
        elif hit.anchor == 0 and (left[2] or "") not in _LIMITS and left[2] not in ("年", "℃", "%", "％", "万", "亿"):
            measured = _UNIT.match(view, end)
            if measured is not None and (not left[2] or view.startswith(left[2], end)):
                yield _turned(view, start, hit, end, left[2])


def _turned(view: str, start: int, hit: Hit, end: int, unit: str | None) -> Match:
    low, high = view[start : hit.start].removesuffix(unit or ""), view[hit.end : end]
    return Match(start, end, f"{high}{unit or ''}{view[hit.start : hit.end]}{low}")


def _range_at(view: str, at: int) -> _Range | None:
    """Return the range whose ends the mark at ``at`` joins, None if it joins none."""
    if not view[at + 1 : at + 2].isdigit():
        return None
    before = view[max(0, at - _REACH) : at]
    clock = _CLOCK_LEFT.search(before)
    if clock is not None:
        closing = _CLOCK_RIGHT.match(view, at + 1)
        return _joined(view, at - len(clock[0]), at, closing.end(), "—") if closing else None
    left, right = _LEFT.search(before), _RIGHT.match(view, at + 1)
    if left is None or right is None:
        return None
    start, end = at - len(left[0]), right.end()
    # Where the house parts digits from Chinese, a space stands before the unit.
    then = end + view.startswith(" ", end)
    low, high, unit = _value(left[1]), _value(right[1]), left[2] or ""
    if unit in _LIMITS or unit == "年":
        is_dated = view.startswith(unit, then) and (low < high or unit == "日")
        # The end may be in another month or year: 6月5日-7月2日.
        later = _LATER[unit].match(view, end) if unit in _LATER and not is_dated else None
        if later is not None:
            return _joined(view, start, at, later.end(), "—")
        return _joined(view, start, at, end, "—") if is_dated else None
    if low >= high:
        return None
    if unit:
        return _joined(view, start, at, then + len(unit), "～") if view.startswith(unit, then) else None
    is_measured = _UNIT.match(view, then) is not None
    if _is_year(left[1]) and _is_year(right[1]) and (not is_measured or view.startswith(("年", "学年", "赛季"), then)):
        return _joined(view, start, at, end, "—")
    dated = _CALENDAR.match(view, then)
    if dated is not None:
        return _joined(view, start, at, end, "—") if high <= _LIMITS[dated[0]] else None
    if not is_measured:
        return None
    if view[then] in "万亿":
        return _Range(start, then + 1, view[start:at] + view[end : then + 1], "～", view[at + 1 : then + 1])
    return _joined(view, start, at, end, "～")


def _joined(view: str, start: int, at: int, end: int, mark: str) -> _Range:
    return _Range(start, end, view[start:at], mark, view[at + 1 : end])


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.isdigit() and _YEARS[0] <= int(number) < _YEARS[1]


CHECKS: Mapping[str, Declared] = {
    "bare-ten-thousand": AnchorCheck(bare_ten_thousands, ("万", "亿"), values=("unit",)),
    "half-tilde": AnchorCheck(half_tildes, ("~",)),
    "range-mark": either_form(RANGE_MARK),
    "reversed-range": AnchorCheck(reversed_ranges, ("～", "—", "-")),
}
