"""The month (编校质量月报): issues and their error rates as a table for a terminal, CSV, or one page with a chart.

A format is a module of this package by its name, with a function ``render_NAME`` in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import NamedTuple

from newslint.language import tr
from newslint.monthly.sums import LEAST, Month

#: The names of the formats, that for people at a terminal first.
FORMATS = ("text", "csv", "html")


class Told(NamedTuple):
    """The numbers, and sentences about what was not counted (``problems``) and what is to be known (``notices``)."""

    month: Month
    problems: Sequence[str] = ()
    notices: Sequence[str] = ()


def render_month(format: str, told: Told) -> str:
    """Return the month in ``format`` (one of ``FORMATS``). The same numbers and language give the same text."""
    module = import_module(f"newslint.reports.month.{format}")
    renderer: Callable[[Told], str] = getattr(module, f"render_{format}")
    return renderer(told)


def group_title(group: str) -> str:
    """Return what a table of people or desks is called."""
    titles = {"reporter": tr("记者"), "editor": tr("责编"), "desk": tr("部门")}
    return titles[group]


def cautions(month: Month) -> list[str]:
    """Return what is to be kept in mind with the numbers."""
    told = [
        tr("差错率是 newslint 的估计，只供参考：只有它查得出的才计，只计“错误”级；每期各作一期来计，算法同 --score。"),
        tr("差错类型各自单独计；数字用法一期最多计 1，所以各类相加可能多于合计。"),
    ]
    if month.named:
        told.append(
            tr(
                "姓名取自稿件的署名，部门取自刊期下一级的文件夹；一篇署几个人，每人都计。不足 {least} 字的不算差错率。",
                least=LEAST,
            )
        )
    return told
