"""A report on a corpus as text for people, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from unicodedata import east_asian_width

from newslint.corpus.report import GROUPS, CorpusReport, Line
from newslint.language import tr

FORMATS = ("text", "json", "csv")
#: With these a spreadsheet begins a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def shown(report: CorpusReport, format_: str = "text", groups: Sequence[str] = GROUPS) -> str:
    """Return ``report`` as ``format_`` (one of ``FORMATS``), summed up by ``groups`` (some of ``GROUPS``)."""
    return _WRITERS[format_](report, groups)


def _text(report: CorpusReport, groups: Sequence[str]) -> str:
    lines = [
        tr(
            "{articles} 篇，{characters} 字，{findings} 处问题，涉及 {affected} 篇",
            articles=report.articles,
            characters=report.characters,
            findings=report.findings,
            affected=report.affected,
        )
    ]
    if report.unreadable:
        lines.append(tr("{number} 篇无法读取", number=report.unreadable))
    if not report.complete:
        lines.append(tr("检查没有做完，这里只有已查完的稿件；再运行 newslint corpus lint 即接着做。"))
    headings = {"rule": tr("规则"), "source": tr("来源"), "month": tr("月份")}
    for group in groups:
        head = [headings[group], tr("问题"), tr("每万字"), tr("涉及篇数"), tr("篇数")]
        rows = [
            [_key(line), f"{line.findings}", f"{line.rate:.2f}", f"{line.affected}", f"{line.articles}"]
            for line in report.lines[group]
        ]
        lines += ["", *_aligned([head, *rows])]
    return "\n".join(lines) + "\n"


def _key(line: Line) -> str:
    return f"{line.key} {line.name}" if line.name else line.key or tr("不明")


def _aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(_cells(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        "  ".join(
            (cell + pad if column == 0 else pad + cell)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
            for pad in (" " * (width - _cells(cell)),)
        ).rstrip()
        for row in rows
    ]


def _cells(text: str) -> int:
    """Return the number of terminal cells that ``text`` takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)


def _json(report: CorpusReport, groups: Sequence[str]) -> str:
    told = asdict(report)
    told["lines"] = {group: [asdict(line) for line in report.lines[group]] for group in groups}
    return json.dumps({"version": 1, **told}, ensure_ascii=False, indent=2) + "\n"


def _csv(report: CorpusReport, groups: Sequence[str]) -> str:
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\n")
    writer.writerow(["by", "key", "name", "severity", "findings", "per_10000", "affected", "articles", "characters"])
    for group in groups:
        for line in report.lines[group]:
            writer.writerow(
                [
                    group,
                    _cell(line.key),
                    _cell(line.name),
                    line.severity,
                    line.findings,
                    line.rate,
                    line.affected,
                    line.articles,
                    line.characters,
                ]
            )
    return held.getvalue()


def _cell(text: str) -> str:
    """Return ``text`` so that a spreadsheet takes it for text: what begins like a formula gets an apostrophe.

    A carriage return becomes a line feed: the writer puts no quotes around it, and it would begin a new row.
    """
    told = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{told}" if text.lstrip(" ").startswith(_FORMULA) else told


_WRITERS: dict[str, Callable[[CorpusReport, Sequence[str]], str]] = {"text": _text, "json": _json, "csv": _csv}
