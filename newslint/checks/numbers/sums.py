"""Parts that do not make the whole: 共有职工120人，其中男70人、女45人.

Only parts that leave nothing out are added up, such as men and women; of others (其中党员80人、大学生60人) nobody knows
whether they are all, or whether some are counted twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match, Place
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.document.counted import counted
from newslint.document.quantities import Quantity, quantities_in
from newslint.patterns import lazy

#: Labels of parts that together are all there is.
_WHOLES = (
    ("男", "女"),
    ("金", "银", "铜"),
    ("一等奖", "二等奖", "三等奖"),
    ("出口", "进口"),
    ("城镇", "农村"),
    ("线上", "线下"),
    ("公办", "民办"),
    ("死亡", "受伤"),
    ("教师", "学生"),
    ("本土", "境外输入"),
    ("赞成", "反对", "弃权"),
)
#: What the whole must count for parts that are all there is of that only.
_COUNTED = {"教师": "师生"}
#: What may stand between a label and its number.
_LINK = (
    r"(?:性|生|子|孩|童|病例|职工|员工|教师|学生|选手|队员|党员|干部|牌|奖|居民|人口|学校|总值|总额|额|了?各?)?"
    r"(?:为|有|共|达|是)?"
)
_PARTS = {
    label: lazy(rf"(?<!非){label}{_LINK}(?=[0-9一二两三四五六七八九十])") for labels in _WHOLES for label in labels
}
_SENTENCE_ENDS = "。！？\n"
_REACH = 80
#: The shares of the three sectors of an economy.
_SHARES = lazy(
    r"(?<![0-9.])([0-9]{1,2}(?:\.[0-9]+)?)[:：∶]([0-9]{1,2}(?:\.[0-9]+)?)[:：∶]([0-9]{1,2}(?:\.[0-9]+)?)(?![0-9.:：∶])"
)
SECTORS = ("三次产业", "三产比例", "三产结构", "产业结构")
#: The share of each sector in words, which only the last one must be looked for with.
LAST_SECTOR = ("第三产业", "三产")
_TO_SHARE = r"(?:(?!增长|下降|降低)[^，。；\d]){0,16}?"
_SHARE = rf"{_TO_SHARE}([0-9]{{1,2}}(?:\.[0-9]+)?)[%％]"
_IN_TURN = lazy(
    rf"(?:第一产业|一产){_TO_SHARE}(?:占|比重){_SHARE}"
    rf"[，、；](?:第二产业|二产){_SHARE}[，、；和](?:第三产业|三产){_SHARE}"
)
_CLAUSE = lazy("[^，。；\n]*")
_FARTHEST_SHARES = 40
#: How far rounded shares may be from 100 together, by their decimals.
_ROUNDING = (1.5, 0.25, 0.03)


def wrong_sums(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the parts behind 其中 whose sum is not the number before it."""
    view = document.view
    for hit in hits:
        first = max(0, hit.start - _REACH)
        start = max(first, *(view.rfind(mark, first, hit.start) + 1 for mark in _SENTENCE_ENDS))
        ends = [at for mark in _SENTENCE_ENDS if (at := view.find(mark, hit.end, hit.end + _REACH)) >= 0]
        end = min(ends, default=min(len(view), hit.end + _REACH))
        for labels in _WHOLES:
            match = _compared(view, start, hit, end, labels) if labels[-1] in view[hit.end : end] else None
            if match is not None:
                yield match


def wrong_shares(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the shares of the three sectors that do not make a hundred: 三次产业结构为10.2∶38.3∶53.6."""
    view = document.view
    reached = 0
    for hit in hits:
        if hit.anchor < len(SECTORS):
            clause = _CLAUSE.match(view, hit.end, hit.end + _FARTHEST_SHARES)
            shares = _SHARES.finditer(view, max(reached, hit.end), clause.end())
        else:
            shares = _IN_TURN.finditer(view, max(reached, hit.start - _REACH), hit.end + _FARTHEST_SHARES)
        for found in shares:
            reached = found.end()
            decimals = max(len(share.partition(".")[2]) for share in found.groups())
            total = round(sum(map(float, found.groups())), 3)
            if abs(total - 100) > _ROUNDING[min(decimals, 2)]:
                yield Match(found.start(), found.end(), values={"sum": f"{total:g}"})


def _compared(view: str, start: int, hit: Hit, end: int, labels: Sequence[str]) -> Match | None:
    parts = []
    for label in labels:
        found = _PARTS[label].search(view, hit.end, end)
        part = next(quantities_in(view, found.end(), end), None) if found else None
        if found is None or part is None or part.number_start != found.end():
            return None
        parts.append(part)
    unit = parts[-1].unit
    wholes = [whole for whole in quantities_in(view, start, hit.start) if whole.unit == unit]
    if not unit or not wholes or any(part.unit not in (unit, "") for part in parts):
        return None
    whole = wholes[-1]
    counts = _COUNTED.get(labels[0])
    if counts is not None and counts not in view[slice(*counted(view, whole))]:
        return None
    values = [part.value for part in parts]
    if whole.value is None or any(value is None for value in values) or _is_vague(whole, *parts):
        return None
    total = sum(value for value in values if value is not None)
    if abs(total - whole.value) <= sum(_precision(one) for one in (whole, *parts)) / 2:
        return None
    place = Place(whole.start, whole.unit_end, "whole")
    shown = {"sum": f"{total:g}", "whole": view[whole.number_start : whole.unit_end]}
    return Match(parts[0].number_start, parts[-1].unit_end, values=shown, related=(place,))


def _is_vague(*quantities: Quantity) -> bool:
    return any(quantity.more or quantity.before or quantity.after for quantity in quantities)


def _precision(quantity: Quantity) -> float:
    """Return the value of the last digit that a number gives, 0 for a whole number without 万 or 亿."""
    figures = quantity.number.rstrip("万亿")
    decimals = len(figures.partition(".")[2])
    scale = 1.0
    for char in quantity.number[len(figures) :]:
        scale *= 10**8 if char == "亿" else 10**4
    return scale / 10**decimals if decimals or scale > 1 else 0


CHECKS: Mapping[str, Declared] = {
    "wrong-shares": AnchorCheck(wrong_shares, (*SECTORS, *LAST_SECTOR), values=("sum",)),
    "wrong-sum": AnchorCheck(wrong_sums, ("其中",), values=("sum", "whole"), messages=("whole",)),
}
