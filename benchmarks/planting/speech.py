"""Faults in the marks of quoted speech, ranges and lists that are reported as warnings."""

from __future__ import annotations

from random import Random

from planting.article import HAN, Article, Planted
from planting.registry import fault


@fault("PU23")
def comma_before_speech(article: Article, random: Random) -> Planted | None:
    """他说，“…。”"""
    match = article.pick(random, f"(?<=[{HAN}][说道])：(?=“[^“”\n]{{4,60}}[。！？]”)")
    return article.replace(match.start(), match.end(), "，") if match else None


@fault("PU19", "PU18")
def dunhao_before_yiji(article: Article, random: Random) -> Planted | None:
    """甲、乙、以及丙."""
    match = article.pick(random, f"(?<=、)[{HAN}]{{2,8}}，?(?=以及[{HAN}]{{2}})")
    if match is None:
        return None
    at = match.end()
    start = at - 1 if match[0].endswith("，") else at
    planted = article.replace(start, at, "、")
    return planted._replace(spans=((start, start + 3), (start, start + 1)))


@fault("PU31")
def too_many_exclamation_marks(article: Article, random: Random) -> Planted | None:
    """！！！！."""
    match = article.pick(random, f"(?<=[{HAN}])[！？](?=[{HAN}”]|$)")
    return article.replace(match.start(), match.end(), match[0] * random.randint(4, 6)) if match else None


def _range(article: Article, random: Random, units: str, wrong: str, right: str) -> Planted | None:
    """Turn a number before one of the units into a range; the forms take the two numbers and the unit."""
    match = article.pick(random, f"(?<=[{HAN}，。；])([1-9][0-9]?)({units})(?=[{HAN}，。；])")
    if match is None:
        return None
    numbers = match[1], int(match[1]) + random.randint(1, 9), match[2]
    planted = article.replace(match.start(), match.end(), wrong.format(*numbers))
    length = len(wrong.format(*numbers))
    start = match.start()
    spans = (
        (start, start + length - len(match[2])),
        (start, start + length),
        (start + len(match[1]), start + len(match[1]) + 1),
    )
    return planted._replace(
        spans=spans, before=article.text[:start] + right.format(*numbers) + article.text[match.end() :]
    )


@fault("PU33")
def hyphen_in_a_range(article: Article, random: Random) -> Planted | None:
    """3-5天."""
    return _range(article, random, "[天年名个吨米元人次家]|公里|小时|分钟", "{}-{}{}", "{}～{}{}")


@fault("PU35")
def range_of_ten_thousands(article: Article, random: Random) -> Planted | None:
    """3～5万元."""
    return _range(article, random, "万元|亿元|万名|万人|万吨", "{}～{}{}", "{0}万～{1}{2}")
