"""Faults in dates."""

from __future__ import annotations

import re
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


#: A number of people or things, as articles write it.
_COUNT = r"(?<![0-9A-Za-z.,近约超过逾第至—～/-])([1-9][0-9]*0)(名|人|家|户|座|件|台|公里|吨|亩)(?![次左以])"


def _count(article: Article, random: Random) -> re.Match[str] | None:
    """Return a number of people or things outside of quotations, at random."""
    places = [match for match in article.places(_COUNT) if not article.quoted(match.start())]
    return random.choice(places) if places else None


@fault("NU07")
def approximate_before_and_behind_the_number(article: Article, random: Random) -> Planted | None:
    """近200余名, 约30多家."""
    match = _count(article, random)
    if match is None:
        return None
    before = random.choice(["近", "约", "大约", "超过", "逾", "将近", "不足"])
    wrong = f"{before}{match[1]}{random.choice('余多')}"
    return article.replace(match.start(), match.end(), wrong + match[2], mark=(0, len(wrong)))


@fault("NU07")
def approximate_before_the_number_and_behind_the_unit(article: Article, random: Random) -> Planted | None:
    """约200名左右."""
    match = _count(article, random)
    if match is None:
        return None
    wrong = f"{random.choice(['约', '大约', '近', '接近'])}{match[0]}{random.choice(['左右', '上下'])}"
    return article.replace(match.start(), match.end(), wrong)


@fault("NU29")
def bounded_on_both_sides(article: Article, random: Random) -> Planted | None:
    """至少200名以上, 最多30家以内."""
    match = _count(article, random)
    if match is None:
        return None
    before, behind = random.choice(
        [
            ("至少", "以上"),
            ("最少有", "以上"),
            ("不少于", "以上"),
            ("超过", "以上"),
            ("最多", "以内"),
            ("不超过", "以下"),
        ]
    )
    return article.replace(match.start(), match.end(), f"{before}{match[0]}{behind}")


@fault("NU08")
def more_behind_a_number_that_is_not_round(article: Article, random: Random) -> Planted | None:
    """1253余名."""
    match = _count(article, random)
    if match is None:
        return None
    wrong = f"{match[1][:-1]}{random.randint(1, 9)}{random.choice('余多')}{match[2]}"
    return article.replace(match.start(), match.end(), wrong)
