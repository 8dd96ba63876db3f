"""Dates held against the calendar: a day that does not exist, a weekday that is another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
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
_NAMES = tuple(name + day for name in ("星期", "礼拜", "周") for day in "一二三四五六日天")
_BEFORE_NAME = 6


class CalendarFault:
    """Options: ``fault``, which is ``impossible-date`` (2月30日) or ``weekday`` (a date with its year and another day's
    name).

    Dates of the lunar calendar are left alone: every lunar month may have thirty days.
    """

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", ("impossible-date", "weekday"))
        options.done()
        self.anchors = ("月",) if self._fault == "impossible-date" else _NAMES

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the dates that the calendar contradicts."""
        view = document.view
        for hit in hits:
            at = (
                hit.start
                if self._fault == "impossible-date"
                else view.rfind("月", max(0, hit.start - _BEFORE_NAME), hit.start)
            )
            # Most months stand alone, or have no number; most weekdays have no date before them.
            if at < 0 or view[at + 1 : at + 2] not in _DAY_STARTS or view[at - 1 : at] not in _DAY_STARTS:
                continue
            day_text = _DAY.match(view, at + 1)
            if day_text is None or (
                self._fault == "impossible-date" and day_text[1] in _EVERY_MONTH and _ends_in_month(view, at)
            ):
                continue
            month_text = _MONTH.search(view, max(0, at - 5), at)
            if month_text is None:
                continue
            if self._fault == "weekday" and not _WEEKDAY.match(view, day_text.end()):
                continue
            low = max(0, month_text.start() - _REACH)
            sentence = max(view.rfind(mark, low, at) for mark in "\r\n。！？") + 1
            if _OTHER_CALENDAR.search(view, max(sentence, month_text.start() - _REACH), month_text.start()):
                continue
            year_text = _YEAR.search(view, max(sentence, month_text.start() - 6), month_text.start())
            year = chinese_to_int(year_text[1]) if year_text else None
            date = _Date(year, chinese_to_int(month_text[0]), chinese_to_int(day_text[1]))
            start = year_text.start() if year_text else month_text.start()
            if self._fault == "impossible-date":
                yield from date.impossible(month_text.start(), start, day_text.end(), month_text[0].isascii())
            else:
                yield from date.weekday(view, start, day_text.end())


def _ends_in_month(view: str, at: int) -> bool:
    """Whether the digits before ``at``, if they are a number of their own, are one of the twelve months."""
    digits = view[max(0, at - 2) : at]
    return digits in _MONTHS or (not digits[0].isdigit() and digits[1:] in _MONTHS)


class _Date:
    """A date as it stands in the text; the year may be unknown."""

    def __init__(self, year: int | None, month: int, day: int) -> None:
        self._year = year
        self._month = month
        self._day = day

    def impossible(self, month_start: int, start: int, end: int, arabic: bool) -> Iterator[Match]:
        """Yield the date if no calendar has it. Han numerals may write a lunar date, whose months all may have 30
        days.
        """
        if is_date(self._month, self._day, self._year):
            return
        if not arabic and is_month(self._month) and self._day == 30:
            return
        if not is_month(self._month):
            reason = f"一年没有{self._month}月"
        elif self._month == 2 and self._day == 29 and self._year:
            reason = f"{self._year}年不是闰年，2月只有28天"
            month_start = start
        else:
            reason = f"{self._month}月只有{days_in_month(self._month, self._year)}天"
        yield Match(month_start, end, values={"reason": reason})

    def weekday(self, view: str, start: int, end: int) -> Iterator[Match]:
        """Yield the name of the weekday if the date, whose year is known, falls on another."""
        named = _WEEKDAY.match(view, end)
        if not named or not self._year or self._year < 1900 or not is_date(self._month, self._day, self._year):
            return
        right = WEEKDAYS[weekday(self._year, self._month, self._day)]
        if named[1].replace("天", "日") != right:
            date = view[start:end]
            yield Match(named.start(1), named.end(1), right, values={"date": date, "named": named[1]})
