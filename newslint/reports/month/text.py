"""The month at a terminal: the issues, the kinds of faults, and people or desks if asked for, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newslint.language import tr
from newslint.monthly.sums import KindSum, Month, NamedSum, Sum
from newslint.reports.characters import visible
from newslint.reports.columns import aligned
from newslint.reports.html.entries import family_names
from newslint.reports.month import Told, cautions, group_title
from newslint.reports.score import verdict
from newslint.score import LIMIT

#: How many rules are shown; all are in the other formats.
_RULES = 15
_NONE = "—"


def render_text(told: Told) -> str:
    """Return the tables. What was not counted is told beside them, not in them."""
    month = told.month
    lines = [_head(month), "", *_issues(month), "", *_kinds(month)]
    for group, named in month.named.items():
        lines += ["", *_named(group_title(group), named)]
    lines += ["", *cautions(month)]
    return "\n".join(lines) + "\n"


def _head(month: Month) -> str:
    return tr(
        "{first} 至 {last}，{issues} 期：平均差错率 {rate}／万（限 {limit}／万），{within} 期合格",
        first=month.issues[0].day.isoformat(),
        last=month.issues[-1].day.isoformat(),
        issues=len(month.issues),
        rate=_rate(month.total.rate),
        limit=f"{LIMIT:g}",
        within=month.within,
    )


def _issues(month: Month) -> Iterator[str]:
    heading = [*_heading(tr("刊期")), tr("七期平均"), tr("结论")]
    rows = [[one.day.isoformat(), *_cells(one.sum), _rate(one.mean), verdict(one.sum)] for one in month.issues]
    months = month.months if len(month.months) > 1 else ()
    sums = [[one.name, *_cells(one.sum), "", verdict(one.sum)] for one in months]
    sums.append([tr("合计"), *_cells(month.total), "", verdict(month.total)])
    yield from aligned([heading, *rows, *sums], range(1, 7), (1, 1 + len(rows)))


def _kinds(month: Month) -> Iterator[str]:
    heading = [tr("差错类型"), "", tr("期数"), tr("处数"), tr("计错")]
    names = family_names()
    if not month.rules:
        yield tr("没有要计的差错。")
        return
    families = [_kind(kind, names.get(kind.code, "")) for kind in month.families]
    rules = [_kind(kind, kind.title) for kind in month.rules[:_RULES]]
    yield from aligned([heading, *families, *rules], (2, 3, 4), (1, 1 + len(families)))
    if len(month.rules) > _RULES:
        yield tr("另有 {number} 条规则，见 --output csv=… 或 html=…。", number=len(month.rules) - _RULES)


def _kind(kind: KindSum, title: str) -> list[str]:
    return [visible(kind.code), visible(title), f"{kind.issues}", f"{kind.findings}", f"{kind.errors:g}"]


def _named(title: str, named: Iterable[NamedSum]) -> Iterator[str]:
    rows = [_heading(title)]
    for one in named:
        row = [visible(one.name) or _NONE, *_cells(one.sum)]
        rows.append(row if one.shown else [*row[:-1], tr("字数太少")])
    yield from aligned(rows, range(1, 6), (1,))


def _heading(first: str) -> list[str]:
    return [first, tr("篇数"), tr("字数"), tr("处数"), tr("计错"), tr("每万字")]


def _cells(one: Sum) -> list[str]:
    return [f"{one.articles}", f"{one.characters}", f"{one.findings}", f"{one.errors:g}", _rate(one.rate)]


def _rate(rate: float | None) -> str:
    return _NONE if rate is None else f"{rate:.2f}"
