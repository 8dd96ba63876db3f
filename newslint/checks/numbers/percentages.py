"""Percentages and fractions half in figures or told twice (百分之5, 5%个百分点), and ranges with one sign (5-8%)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.chinese.numerals import chinese_to_int
from newslint.document import Document
from newslint.patterns import lazy

_FIGURES = "0123456789"
_POINT = "个百分点"
#: Where figures meet 分之, and a sign meets 百分点.
MIXED = (
    *[f"{scale}分之{figure}" for scale in "十百千万" for figure in _FIGURES],
    *[f"{figure}分之" for figure in _FIGURES],
    *[f"{numeral}分之{figure}" for numeral in "二三四五六七八九" for figure in _FIGURES[1:]],
    *[f"{sign}{point}" for sign in "%％" for point in (_POINT, _POINT[1:])],
    "个百分比",
)
_WHOLE = lazy(r"[十百千万]分之(\d[\d,]*(?:\.\d+)?)(?:[~～—-](\d+(?:\.\d+)?))?([%％‰])?")
_PART = lazy(r"(?<![\d.:：时点])([2-9]|[1-9]\d)分之([一二三四五六七八九1-9])(?![0-9.])")
_HAN_PART = lazy(r"(?<![一二三四五六七八九十百千0-9])([二三四五六七八九])分之([1-9])(?![0-9.])")
_POINTS = lazy(r"\d[\d.]*[%％](个?百分点)")
#: 两个百分比 are two of them, but nothing rises by one.
_RATES = lazy(
    "(?:提高|提升|上升|升高|增加|增长|下降|降低|减少|回落|上涨|下跌|下滑|高出|高|低|多|少)[了出]?约?"
    r"([0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十]+)个百分比"
)
#: What a percentage or fraction has at most before 分之 or 百分点, in characters.
_REACH = 12
_SIGNS = {"百": "%", "千": "‰"}
#: A range before its only sign of percent; 0-5% cannot be misread, and 2020—25% is no range.
_SHORT = lazy(
    r"(?<![A-Za-z] )(?<![\d.,～~\-–—/%A-Za-z年月第])(?!0[～~\-–—－至])"
    r"(\d{1,3}(?:\.\d+)?)([～~\-–—－]{1,2}|至)(\d{1,3}(?:\.\d+)?)$"
)


def mixed_percentages(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the percentages and fractions half in figures: 百分之5, 3分之1; and those told twice: 百分之5%."""
    view = document.view
    done = 0
    for hit in hits:
        if hit.start < done:
            continue
        found = _rate(view, hit) or _whole(view, hit) or _part(view, hit)
        if found is not None:
            done = found.end
            yield found


def _rate(view: str, hit: Hit) -> Match | None:
    found = _RATES.search(view, max(0, hit.start - _REACH), hit.end) if view[hit.start] == "个" else None
    return None if found is None else Match(found.start(1), hit.end, found[1] + _POINT, message="points")


def _whole(view: str, hit: Hit) -> Match | None:
    match = _WHOLE.match(view, hit.start)
    if match is None:
        return None
    sign = _SIGNS.get(view[hit.start])
    low, high, told = match.groups()
    right = None if sign is None else f"{low}{sign}" if high is None else f"{low}{sign}～{high}{sign}"
    return Match(hit.start, match.end(), right, message="twice" if told else "" if right else "mixed")


def _part(view: str, hit: Hit) -> Match | None:
    first = max(0, hit.start - _REACH)
    for match in _PART.finditer(view, first, hit.end + 2):
        if match.end() > hit.start:
            numerator = match[2] if match[2].isascii() else chinese_to_int(match[2])
            return Match(match.start(), match.end(), f"{numerator}/{match[1]}")
    part = _HAN_PART.match(view, hit.start)
    if part is not None:
        return Match(part.start(), part.end(), f"{part[2]}/{chinese_to_int(part[1])}")
    for match in _POINTS.finditer(view, first, hit.end):
        if match.end() == hit.end:
            number = view[match.start() : match.start(1) - 1]
            return Match(match.start(), match.end(), number + _POINT, message="twice")
    return None


def short_ranges(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the ranges of percentages whose first number has no sign: 5-8%."""
    view = document.view
    for hit in hits:
        found = _SHORT.search(view[max(0, hit.start - _REACH - 2) : hit.start])
        if found is not None:
            sign = view[hit.start]
            mark = "至" if found[2] == "至" else "～"
            start = hit.start - len(found[0])
            yield Match(start, hit.end, f"{found[1]}{sign}{mark}{found[3]}{sign}")


CHECKS: Mapping[str, Declared] = {
    "mixed-percentage": AnchorCheck(mixed_percentages, MIXED, messages=("mixed", "points", "twice")),
    "percent-range": AnchorCheck(short_ranges, ("%", "％")),
}
