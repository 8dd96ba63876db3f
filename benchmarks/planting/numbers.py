"""Faults in dates."""

from __future__ import annotations

from datetime import date
from random import Random

from planting.article import Article, Planted
from planting.registry import fault

_DATE = r"(?<![0-9.年月])([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日(?![0-9至—～-])"
_WHOLE_DATE = r"(?<![0-9])((?:19|20)[0-9]{2})年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日(?![0-9至—～-])"
_WEEKDAYS = "一二三四五六日"


@fault("NU01")
def impossible_date(article: Article, random: Random) -> Planted | None:
    """4月31日, 2月30日, 13月5日, 6月35日."""
    match = article.pick(random, _DATE)
    if match is None:
        return None
    month, day = random.choice(
        [
            (random.choice((4, 6, 9, 11)), 31),
            (2, random.choice((30, 31))),
            (random.randint(13, 19), int(match[2])),
            (int(match[1]), random.randint(32, 39)),
        ]
    )
    return article.replace(match.start(), match.end(), f"{month}月{day}日")


@fault("NU02")
def wrong_weekday(article: Article, random: Random) -> Planted | None:
    """A date with its year and the wrong weekday."""
    match = article.pick(random, _WHOLE_DATE)
    if match is None:
        return None
    try:
        right = date(int(match[1]), int(match[2]), int(match[3])).weekday()
    except ValueError:
        return None
    shape = random.choice(["（星期{}）", "（周{}）", "星期{}"])
    wrong = random.choice([day for day in range(7) if day != right])
    at = shape.index("{")
    return article.insert(match.end(), shape.format(_WEEKDAYS[right]), shape.format(_WEEKDAYS[wrong]), (at, at + 1))
