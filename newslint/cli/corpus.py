"""``newslint corpus lint`` and ``newslint corpus report``: check any number of articles and sum up the findings."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newslint.cli.ending import INTERRUPTED
from newslint.cli.localized import Group
from newslint.cli.output import say, send_report, show, show_progress, tell
from newslint.cli.settings import LEVELS, choosing, configured, job_count, whole_number
from newslint.config import Project
from newslint.language import tr

if TYPE_CHECKING:
    from newslint.corpus import Progress, Summary

#: The minimum interval of progress in seconds: on a terminal, which shows it in place, and elsewhere, as a line.
_TERMINAL, _LOG = 0.2, 30.0


@click.group(cls=Group)
def corpus() -> None:
    """成批检查语料，并按规则、来源、月份汇总。"""


@corpus.command()
@click.argument("source", metavar="语料", type=click.Path(path_type=Path))
@click.argument("out", metavar="结果文件夹", type=click.Path(path_type=Path, file_okay=False))
@choosing
@configured
@click.option(
    "--level", type=LEVELS, metavar="级别", help="记录的最低级别：error 错误，warning 警告（默认），info 提示。"
)
@click.option("--text-column", metavar="名称", help="正文所在的列；默认为 text、content、body、article 之一。")
@click.option("--id-column", metavar="名称", help="稿件编号所在的列。")
@click.option("--source-column", metavar="名称", help="来源所在的列。")
@click.option("--date-column", metavar="名称", help="日期所在的列，据此按月汇总。")
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="在本机还是在 Dask 集群上检查。",
)
@click.option("--address", metavar="地址", help="Dask 集群的地址，如 tcp://127.0.0.1:8786。")
@click.option(
    "--jobs", "-j", type=job_count, default="auto", metavar="数", help="本机用几个进程；默认 auto，即处理器的个数。"
)
@click.option("--partition", type=whole_number, metavar="数", help="每段的篇数，一段查完即写出；默认 1000。")
@click.option("--quiet", "-q", is_flag=True, help="不显示进度。")
def lint(
    project: Project,
    source: Path,
    out: Path,
    text_column: str | None,
    id_column: str | None,
    source_column: str | None,
    date_column: str | None,
    engine: str,
    address: str | None,
    jobs: int | None,
    partition: int | None,
    quiet: bool,
) -> None:
    """检查语料（Parquet、JSON Lines，或放它们或稿件的文件夹），结果写入文件夹。

    中断后照原样再运行，即接着做。各篇单独检查，不互相对照。
    退出码：0 全部查完，2 用法有误或有稿件没有查成，130 中途停止。
    """
    from newslint.corpus import Columns, lint_corpus
    from newslint.corpus.partitions import ARTICLES

    shown = _Shown()
    try:
        summary = lint_corpus(
            source,
            out,
            settings=project.settings_in(Path.cwd()),
            columns=Columns(text_column, id_column, source_column, date_column),
            engine=engine,
            address=address,
            jobs=jobs,
            partition=partition or ARTICLES,
            progress=None if quiet else shown,
            tell=shown.tell,
        )
    except KeyboardInterrupt:
        shown.tell(tr("已停止；照原样再运行，即接着做。"))
        sys.exit(INTERRUPTED)
    shown.end()
    say(_told(summary))
    for number, first in summary.given_up:
        tell(tr("第 {number} 段（自 {first} 起）没有查成；再运行会重试。", number=number, first=first))
    sys.exit(2 if summary.given_up or summary.unreadable else 0)


@corpus.command()
@click.argument("out", metavar="结果文件夹", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--by",
    "groups",
    multiple=True,
    type=click.Choice(["rule", "source", "month"]),
    help="按什么汇总；可重复，默认全部。",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="输出格式。",
)
def report(out: Path, groups: tuple[str, ...], format_: str) -> None:
    """汇总结果：各规则、来源、月份的问题数、每万字的处数和涉及的篇数。"""
    from newslint.corpus import report_corpus, shown
    from newslint.corpus.report import GROUPS

    text = shown(report_corpus(out), format_, groups or GROUPS)
    if format_ == "text":
        show(text)
    else:
        send_report(text, format_)


def _told(summary: Summary) -> str:
    told = tr("检查 {articles} 篇，{findings} 处问题。", articles=summary.articles, findings=summary.findings)
    if summary.earlier:
        told += tr("另有 {articles} 篇以前已查。", articles=summary.earlier)
    if summary.unreadable:
        told += tr("{number} 篇无法读取，原因见 articles 表的 error 列。", number=summary.unreadable)
    return told


class _Shown:
    """Progress on standard error."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._last = 0.0
        self._open = False

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if now - self._last < (_TERMINAL if self._terminal else _LOG):
            return
        self._last = now
        done, total, rate = f"{progress.done:,}", progress.total, f"{progress.rate:,.0f}"
        if total:
            share = f"{progress.done / total:.1%}"
            line = tr(
                "{done} / {total} 篇（{share}），每秒 {rate} 篇，{findings} 处问题",
                done=done,
                total=f"{total:,}",
                share=share,
                rate=rate,
                findings=progress.findings,
            )
        else:
            line = tr("{done} 篇，每秒 {rate} 篇，{findings} 处问题", done=done, rate=rate, findings=progress.findings)
        if self._terminal:
            show_progress(f"\r\033[K{line}")
        else:
            tell(line)
        self._open = self._terminal

    def tell(self, sentence: str) -> None:
        """Show a sentence on a line of its own."""
        self.end()
        tell(sentence)

    def end(self) -> None:
        """End the line of progress."""
        if self._open:
            show_progress("\n")
        self._open = False
