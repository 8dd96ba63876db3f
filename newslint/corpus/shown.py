"""A report on a corpus as text for people, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict

from newslint.corpus.report import GROUPS, CorpusReport, Line
from newslint.language import tr
from newslint.reports.columns import aligned
from newslint.reports.spreadsheet import cell

FORMATS = ("text", "json", "csv")


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
        lines += ["", *aligned([head, *rows], range(1, len(head)))]
    return "\n".join(lines) + "\n"


def _key(line: Line) -> str:
    return f"{line.key} {line.name}" if line.name else line.key or tr("不明")


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
                    cell(line.key),
                    cell(line.name),
                    line.severity,
                    line.findings,
                    line.rate,
                    line.affected,
                    line.articles,
                    line.characters,
                ]
            )
    return held.getvalue()


_WRITERS: dict[str, Callable[[CorpusReport, Sequence[str]], str]] = {"text": _text, "json": _json, "csv": _csv}
