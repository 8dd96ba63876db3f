"""Dates held against the calendar: a day that does not exist, a weekday that is another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.chinese.calendar import WEEKDAYS, days_in_month, is_date, is_month, weekday
from newslint.chinese.numerals import chinese_to_int
from newslint.document import Document
from newslint.patterns import lazy

_HAN_DIGITS = "〇○零一二三四五六七八九十廿卅"
# The year, if it stands right before; a number that is part of a longer one is none. A colon or a slash is inside a
# number only behind a digit, and a letter before a digit is a misread one (l0月), which is no date's fault.
_YEAR = lazy(rf"(?<![0-9.])([12][0-9]{{3}}|(?<![{_HAN_DIGITS}])[一二][〇○零一二三四五六七八九]{{3}})年$")
_MONTH = lazy(
    rf"(?<![0-9.lIO])(?<![0-9][:：/\-])[0-9]{{1,2}}$|(?<![{_HAN_DIGITS}百千万第])[一二三四五六七八九十]{{1,2}}$"
)
_DAY = lazy(r"([0-9]{1,2}|[一二三四五六七八九十廿卅]{1,3})(?:日(?![0-9])|号(?![0-9线楼院门机台]))")
_DAY_STARTS = frozenset("0123456789一二三四五六七八九十廿卅")
#: Days that every month has, and months, as they are written with digits.
_EVERY_MONTH = frozenset(form.format(day) for day in range(1, 29) for form in ("{}", "{:02}"))
_MONTHS = frozenset(form.format(month) for month in range(1, 13) for form in ("{}", "{:02}"))
_WEEKDAY = lazy(r"[（，]?(?:星期|礼拜|周)([一二三四五六日天])(?![至到\-—、刊报年])")
#: Words before a date, within the clause, that say it is not of the Gregorian calendar or not meant as real.
_OTHER_CALENDAR = lazy(
    r"农历|阴历|旧历|夏历|古历|藏历|回历|傣历|彝历|闰[一二三四五六七八九十]月|正月|腊月|[康雍乾嘉道咸同光宣][熙正隆庆光丰治绪统]|民国|没有|不存在|并无"
)
_REACH = 24
#: The names of weekdays, and how far before one its date may have the 月, in characters: 月二十八日（.
WEEKDAY_NAMES = tuple(name + day for name in ("星期", "礼拜", "周") for day in "一二三四五六日天")
_BEFORE_NAME = 6


class _Date(NamedTuple):
    """A date in the text: its span, where its month begins, whether that has digits; the year may be unknown."""

    start: int
    month_start: int
    end: int
    year: int | None
    month: int
    day: int
    is_arabic: bool


def impossible_dates(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the dates that no calendar has: 2月30日, 13月1日. The hits are 月.

    Han numerals may write a lunar date, and every lunar month may have thirty days.
    """
    view = document.view
    for hit in hits:
        day = _day_behind(view, hit.start)
        if day is None or (day[1] in _EVERY_MONTH and _ends_in_month(view, hit.start)):
            continue
        date = _date_at(view, hit.start, day)
        if date is None or is_date(date.month, date.day, date.year):
            continue
        if not is_month(date.month):
            yield Match(date.month_start, date.end, values=_values(date), message="month")
        elif date.month == 2 and date.day == 29 and date.year:
            yield Match(date.start, date.end, values=_values(date), message="leap")
        elif date.is_arabic or date.day != 30:
            yield Match(date.month_start, date.end, values=_values(date))


def _values(date: _Date) -> Mapping[str, object]:
    return {"year": date.year, "month": date.month, "days": days_in_month(date.month, date.year)}


def wrong_weekdays(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the weekdays that are not those of the date before them, whose year is known. The hits are weekdays."""
    view = document.view
    for hit in hits:
        at = view.rfind("月", max(0, hit.start - _BEFORE_NAME), hit.start)
        day = _day_behind(view, at)
        named = _WEEKDAY.match(view, day.end()) if day is not None else None
        date = _date_at(view, at, day) if day is not None and named is not None else None
        if named is None or date is None or not date.year or date.year < 1900:
            continue
        if not is_date(date.month, date.day, date.year):
            continue
        right = WEEKDAYS[weekday(date.year, date.month, date.day)]
        if named[1].replace("天", "日") != right:
            values = {"date": view[date.start : date.end], "named": named[1]}
            yield Match(named.start(1), named.end(1), right, values=values)


def _day_behind(view: str, at: int) -> re.Match[str] | None:
    """Return the day behind the 月 at ``at`` (-1 for none), if a number stands before that.

    Most months stand alone, or have no number; most weekdays have no date before them.
    """
    if at < 0 or view[at + 1 : at + 2] not in _DAY_STARTS or view[at - 1 : at] not in _DAY_STARTS:
        return None
    day: re.Match[str] | None = _DAY.match(view, at + 1)
    return day


def _date_at(view: str, at: int, day: re.Match[str]) -> _Date | None:
    """Return the date whose 月 stands at ``at``, unless it is approximate, or its clause says that it is of another
    calendar or not real.
    """
    month = _MONTH.search(view, max(0, at - 5), at)
    if month is None:
        return None
    start = month.start()
    low = max(0, start - _REACH)
    clause = max(view.rfind(mark, low, at) for mark in "\r\n。！？") + 1
    if _OTHER_CALENDAR.search(view, max(clause, start - _REACH), start):
        return None
    year = _YEAR.search(view, max(clause, start - 6), start)
    try:
        numbers = chinese_to_int(year[1]) if year else None, chinese_to_int(month[0]), chinese_to_int(day[1])
    except ValueError:  # 三四日: the third or fourth
        return None
    return _Date(year.start() if year else start, start, day.end(), *numbers, is_arabic=month[0].isascii())


def _ends_in_month(view: str, at: int) -> bool:
    """Return True if the digits before ``at``, if they are a number of their own, are one of the twelve months."""
    digits = view[max(0, at - 2) : at]
    return digits in _MONTHS or (not digits[0].isdigit() and digits[1:] in _MONTHS)


CHECKS: Mapping[str, Declared] = {
    "impossible-date": AnchorCheck(
        impossible_dates, ("月",), values=("year", "month", "days"), messages=("month", "leap")
    ),
    "weekday": AnchorCheck(wrong_weekdays, WEEKDAY_NAMES, values=("date", "named")),
}
