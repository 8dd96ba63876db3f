"""Dates compared with the date of issue, if it is known: datelines from the future, weekdays of another day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta

from newslint.checks.check import Match, StructureCheck
from newslint.checks.gates import is_dated
from newslint.checks.registry import Declared
from newslint.chinese.calendar import WEEKDAYS
from newslint.document import Document
from newslint.patterns import lazy

_YEAR = lazy(r"([12][0-9]{3})年")
#: A date without a year, and 今天 and its like, each directly followed by the name of a weekday.
_DATED = lazy(
    r"(?<![0-9年.])(?P<month>[0-9]{1,2})月(?P<day>[0-9]{1,2})日[（，]?(?:星期|周)(?P<name>[一二三四五六日天])(?![至到\-—、刊报年])"
)
_RELATIVE = lazy(
    r"(?P<word>今天|今日|昨天|昨日|明天|明日)(?:（(?:(?:[0-9]{1,2}月)?[0-9]{1,2}日)?[，、]?|是)(?:星期|周)(?P<name>[一二三四五六日天])"
)
_DAYS = {"今": 0, "昨": -1, "明": 1}
#: Words before a date that say it is of another year or calendar.
_OTHER = lazy(
    r"(?:去年|前年|明年|后年|次年|翌年|同年|当年|那年|该年|农历|阴历|旧历|历史上|[0-9一二三四五六七八九〇]年)的?$"
)
#: Within so many days of the issue, a date without a year is certainly of the nearest year.
_NEAR = 60


def future_datelines(document: Document) -> Iterator[Match]:
    """Yield the datelines that are later than the issue."""
    for start, end, when in document.once(_datelines):
        if document.issued is not None and when > document.issued:
            yield Match(start, end, values={"issued": _in_words(document.issued)})


def _datelines(document: Document) -> list[tuple[int, int, date]]:
    """Return the dates in datelines of a document with a date of issue: their place, and which day they mean."""
    found = []
    for base, byline in document.bylines:
        stated = byline.head.date if byline.head else None
        if stated is None or document.issued is None:
            continue
        start, end = base + stated.start, base + stated.end
        year = _YEAR.match(document.view, start)
        when = _day(stated.month, stated.day, document.issued, int(year[1]) if year else 0)
        if when is not None:
            found.append((start, end, when))
    return found


def _day(month: int, day: int, issued: date, year: int = 0) -> date | None:
    """Return the day meant by a date: the nearest to the issue if year (0) or month (0) is missing."""
    years = (year,) if year else (issued.year - 1, issued.year, issued.year + 1)
    months = (month,) if month else tuple(range(1, 13))
    days = [when for y in years for m in months if (when := _date(y, m, day)) is not None]
    return min(days, key=lambda when: (abs(when - issued), when), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def wrong_weekdays(document: Document) -> Iterator[Match]:
    """Yield the weekdays that belong to another day: of a date near the issue without its year, or of 今天."""
    issued, view = document.issued, document.view
    # A day of the first or last year, which no paper has, may have no day before or after it.
    if issued is None or not MINYEAR + 1 < issued.year < MAXYEAR - 1:
        return
    if "周" not in view and "星期" not in view:
        return
    for match in _DATED.finditer(view):
        if _OTHER.search(view, max(0, match.start() - 8), match.start()):
            continue
        when = _day(int(match["month"]), int(match["day"]), issued)
        if when is not None and abs(when - issued).days <= _NEAR:
            yield from _other_day(match, match.start(), match.end("day") + 1, when)
    datelines = document.once(_datelines)
    for match in _RELATIVE.finditer(view):
        index = document.block_index(match.start())
        article = document.blocks[index].article if index >= 0 else -1
        written = [
            when for start, _, when in datelines if document.blocks[document.block_index(start)].article == article
        ]
        # 今天 is the day of the dateline; without one the day of issue, or that of writing, the day before.
        possible = written or [issued, issued - timedelta(days=1)]
        days = [when + timedelta(days=_DAYS[match["word"][0]]) for when in possible]
        if not any(WEEKDAYS[when.weekday()] == match["name"].replace("天", "日") for when in days):
            yield from _other_day(match, match.start("word"), match.end("word"), days[0])


def _other_day(match: re.Match[str], start: int, end: int, when: date) -> Iterator[Match]:
    right = WEEKDAYS[when.weekday()]
    if match["name"].replace("天", "日") != right:
        said = match.string[start:end]
        values = {"date": said if "月" in said else f"{said}（{_in_words(when)}）", "named": match["name"]}
        yield Match(match.start("name"), match.end("name"), right, values=values)


def _in_words(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


CHECKS: Mapping[str, Declared] = {
    "dateline-future": StructureCheck(future_datelines, gate=is_dated, values=("issued",)),
    "weekday": StructureCheck(wrong_weekdays, gate=is_dated, values=("date", "named")),
}
