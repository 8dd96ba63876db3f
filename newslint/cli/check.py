"""``newslint check`` with all its options; ``checking`` does what they ask for."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from newslint.cli.checking import Request, run_check
from newslint.cli.completing import complete_files
from newslint.cli.ending import fail
from newslint.cli.interface import Command
from newslint.cli.settings import LEVELS, NEVER, caching, configured, selecting_files
from newslint.config import Project
from newslint.language import tr
from newslint.reports import AUTO, FORMATS


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=complete_files)
@configured
@click.option("--level", type=LEVELS, help="报告的最低级别；默认 warning。")
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS.choices, NEVER]),
    help="出现此级别及以上的问题时退出码为 1；默认 error，never 为从不。",
)
@click.option(
    "--max-score", type=click.FloatRange(min=0), metavar="N", help="估计差错率（每万字）超过 N 时退出码为 1。"
)
@click.option(
    "--format",
    "format_",
    type=click.Choice([AUTO, *FORMATS]),
    default=AUTO,
    help="输出格式；默认在 GitHub 上为 github，其余为 text。",
)
@click.option("--output", "outputs", multiple=True, metavar="FORMAT=PATH", help="另把报告写入文件；可重复。")
@click.option("--since", metavar="REV", help="只报告自 git 版本 REV 以来改动过的行。")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="PATH", help="基线文件：其中已有的问题不再报告。")
@click.option("--score", "wants_score", is_flag=True, help="改为显示各篇和合计的估计编校差错率。")
@click.option("--statistics", "wants_statistics", is_flag=True, help="改为显示各条规则发现的问题数。")
@click.option("--quiet", "-q", is_flag=True, help="没有问题时什么也不输出。")
@selecting_files
@caching
@click.option("--colour/--no-colour", "colour", default=None, help="是否用颜色；默认在终端上用。")
def check(project: Project, **asked: Any) -> None:
    """检查稿件：文件、文件夹（不写则为当前文件夹），- 为标准输入。

    退出码：0 没有达到 --fail-on 的问题，1 有，或差错率超过 --max-score；
    2 用法、配置有误或有稿件无法读取；130 中途停止。
    """
    request = Request(**asked)
    if request.since is not None and click.get_current_context().params["max_score"] is not None:
        fail(tr("差错率要按全文算，--since 不能与 --max-score 同用。"))
    sys.exit(run_check(project, request))
