"""The month as CSV for a spreadsheet: one table, the first column of which says what a row is about.

It begins with a byte order mark, without which Excel takes UTF-8 for the encoding of the system.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from newslint.language import tr
from newslint.monthly.sums import KindSum, Month, Sum
from newslint.reports.html.entries import family_names
from newslint.reports.month import Told, group_title
from newslint.reports.score import verdict
from newslint.reports.spreadsheet import cell

_Cell = str | int | float


def render_csv(told: Told) -> str:
    """Return the rows: all issues together, months, issues, families, rules, people."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    heading = (tr("项目"), tr("名称"), tr("说明"), tr("期数"), tr("篇数"), tr("字数"), tr("处数"), tr("计错"))
    writer.writerow((*heading, tr("每万字"), tr("七期平均"), tr("结论")))
    for row in _rows(told.month):
        writer.writerow([cell(value) if isinstance(value, str) else value for value in row])
    return "\ufeff" + held.getvalue()


def _rows(month: Month) -> Iterator[list[_Cell]]:
    yield [tr("合计"), "", "", len(month.issues), *_cells(month.total), "", verdict(month.total)]
    for one in month.months:
        issues = sum(f"{issue.day:%Y-%m}" == one.name for issue in month.issues)
        yield [tr("月"), one.name, "", issues, *_cells(one.sum), "", verdict(one.sum)]
    for issue in month.issues:
        mean = "" if issue.mean is None else issue.mean
        yield [tr("期"), issue.day.isoformat(), "", 1, *_cells(issue.sum), mean, verdict(issue.sum)]
    names = family_names()
    for kind in month.families:
        yield _kind(tr("差错族"), kind, names.get(kind.code, ""))
    for kind in month.rules:
        yield _kind(tr("规则"), kind, kind.title)
    for group, named in month.named.items():
        for own in named:
            row = [group_title(group), own.name, "", "", *_cells(own.sum)]
            yield [*row, "", verdict(own.sum)] if own.shown else [*row[:-1], "", "", tr("字数太少")]


def _kind(what: str, kind: KindSum, title: str) -> list[_Cell]:
    return [what, kind.code, title, kind.issues, "", "", kind.findings, kind.errors, "", "", ""]


def _cells(one: Sum) -> list[_Cell]:
    rate = "" if one.rate is None else one.rate
    return [one.articles, one.characters, one.findings, one.errors, rate]
