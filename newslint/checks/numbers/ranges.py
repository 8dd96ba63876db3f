"""Ranges of numbers: a hyphen, or a mark that is not the house's, between the ends, and 万 or 亿 said of the second
alone.

A hyphen between two numbers may be a range (3-5天), but also a score, a telephone number, a model or a door; only what
follows tells. So a range is reported when a unit, a month, a time of day or a pair of years proves it, and never by the
numbers alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.document import Document
from newslint.patterns import lazy

#: The marks that houses join the ends of a range with.
_MARKS = ("～", "—", "-")
_REACH = 16
_NUMBER = r"(?:0|[1-9][0-9]{0,8}|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?"
_DATED = "年|月|日|时|点"
_LEFT = lazy(rf"(?<![0-9A-Za-z.,:：∶/\\+#_\-–—－～~×第])({_NUMBER})(?: ?({_DATED}|[%％万亿千元岁米]|公里|℃))?$")
_RIGHT = lazy(rf"({_NUMBER})(?![0-9.,]*[0-9A-Z\-/_])")
_CLOCK_LEFT = lazy(r"(?<![0-9.:：∶\-])([01]?[0-9]|2[0-4])([:：∶])([0-5][0-9])$")
_CLOCK_RIGHT = lazy(r"([01]?[0-9]|2[0-4])[:：∶][0-5][0-9](?![0-9:：∶\-])")
#: What is counted or measured. Doors, parts and numbered things (号, 栋, 单元, 章, 组, 期) are not.
_UNIT = lazy(
    r"[余多]?(?:[天岁件人名位种倍斤克吨元秒级度亩顿趟遍户间家台辆架艘头只匹棵株朵粒颗片块根张册篇幅项瓶盒袋箱杯碗盘成折层圈轮周米升寸尺]"
    r"|次(?!列车)|分钟|小时|个(?!体)|公里|千米|厘米|毫米|公斤|千克|毫克|公顷|平方|立方|毫升|年(?!级|代)|月龄|千瓦|海里|英寸|节课|[万亿千百]|摄氏度|℃"
    r"|(?:kg|km|cm|mm|ml|mg|g|m|t)(?![A-Za-z]))"
)
_CALENDAR = lazy(r"月(?!龄)|日(?!元)|时(?!尚|装)|点(?!钟|多|左右|半|球|[一-十])")
_LIMITS = {"月": 12, "日": 31, "时": 24, "点": 24}
_YEARS = (1850, 2100)
_JOINING = tuple("-－–—～~")
_GREAT = lazy(rf"(?<![0-9A-Za-z.,:：∶/\-–—－～~第])({_NUMBER})([-－–—～~])({_NUMBER})$")


class Ranges:
    """Options: ``fault``: ``hyphen`` (the wrong mark joins the ends of a range) or ``bare-ten-thousand`` (3～5万, where
    3 may be read as it stands); for the former ``want``: ``standard`` (no hyphen: ～ between numbers, — between dates
    and times), or one mark for all ranges. ``{unit}`` in the message is the 万 or 亿, ``{problem}`` says which mark is
    wrong.
    """

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", ("hyphen", "bare-ten-thousand"))
        self._want = options.choice("want", ("standard", *_MARKS), "standard") if self._fault == "hyphen" else ""
        options.done()
        self.anchors: Sequence[str] = ("万", "亿")
        if self._fault == "hyphen":
            self.anchors = ("-",) if self._want == "standard" else tuple(mark for mark in _MARKS if mark != self._want)

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the ranges that are written wrongly, with the right form."""
        view = document.view
        for hit in hits:
            match = _bare(view, hit.start) if self._fault != "hyphen" else _hyphen(view, hit.start)
            if match is None:
                continue
            if self._fault == "hyphen":
                match = _joined(match, view[hit.start], hit.start - match.start, self._want)
            yield match


def _joined(match: Match, mark: str, at: int, want: str) -> Match:
    """Return the match with the mark that the house wants in place of the standard one, and what is wrong in words."""
    right = match.replacement or ""
    if want == "standard":
        return match._replace(values={"problem": "表示起止的连接号不用短横线"})
    # The replacement may repeat a unit before the mark, so the mark is not where it stood in the text.
    at = max(right.rfind(form, at) for form in "～—")
    problem = f"本报表示起止用“{want}”，不用“{mark}”"
    return match._replace(replacement=f"{right[:at]}{want}{right[at + 1 :]}", values={"problem": problem})


def _hyphen(view: str, at: int) -> Match | None:
    before = view[max(0, at - _REACH) : at]
    clock = _CLOCK_LEFT.search(before)
    if clock is not None:
        end = _CLOCK_RIGHT.match(view, at + 1)
        return _replaced(view, at - len(clock[0]), at, end.end(), "—") if end else None
    left, right = _LEFT.search(before), _RIGHT.match(view, at + 1)
    if left is None or right is None:
        return None
    start, end = at - len(left[0]), right.end()
    # Where the house parts digits from Chinese, a space stands before the unit.
    then = end + view.startswith(" ", end)
    low, high, unit = _value(left[1]), _value(right[1]), left[2] or ""
    if unit in _LIMITS or unit == "年":
        return (
            _replaced(view, start, at, end, "—")
            if view.startswith(unit, then) and (low < high or unit == "日")
            else None
        )
    if low >= high:
        return None
    if unit:
        return _replaced(view, start, at, then + len(unit), "～") if view.startswith(unit, then) else None
    if (
        _is_year(left[1])
        and _is_year(right[1])
        and (view.startswith(("年", "学年", "赛季"), then) or not _UNIT.match(view, then))
    ):
        return _replaced(view, start, at, end, "—")
    dated = _CALENDAR.match(view, then)
    if dated is not None:
        return _replaced(view, start, at, end, "—") if high <= _LIMITS[dated[0]] else None
    if not _UNIT.match(view, then):
        return None
    great = view[then]
    if great in "万亿":
        return Match(start, then + 1, f"{view[start:at]}{view[end:then]}{great}～{view[at + 1 : then + 1]}")
    return _replaced(view, start, at, end, "～")


def _bare(view: str, at: int) -> Match | None:
    before = view[max(0, at - 2 * _REACH) : at]
    # Most numbers before 万 and 亿 have no mark before them.
    found = _GREAT.search(before) if before.rstrip("0123456789.,").endswith(_JOINING) else None
    if found is None or _value(found[1]) >= _value(found[3]) or (_is_year(found[1]) and _is_year(found[3])):
        return None
    unit = view[at]
    return Match(at - len(found[0]), at + 1, f"{found[1]}{unit}{found[2]}{found[3]}{unit}", values={"unit": unit})


def _replaced(view: str, start: int, at: int, end: int, mark: str) -> Match:
    return Match(start, end, f"{view[start:at]}{mark}{view[at + 1 : end]}")


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.isdigit() and _YEARS[0] <= int(number) < _YEARS[1]
