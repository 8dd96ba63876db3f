"""``newslint learn``: learn from a house's own archive what is usual there, and tell what that would silence."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click

from newslint.cli.ending import INTERRUPTED
from newslint.cli.localized import Command
from newslint.cli.output import say, show_progress, tell
from newslint.cli.settings import configured
from newslint.config import Project, Settings
from newslint.errors import UserError
from newslint.language import tr

#: The file that is written where the settings name none.
_NAME = "learnt.bin"
#: The minimum interval of progress in seconds.
_OFTEN = 0.5
#: The rules that what is learnt silences.
_FAMILY = "MS"


@click.command(cls=Command)
@click.argument("archive", metavar="旧稿", type=click.Path(path_type=Path))
@configured
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="路径",
    help="学得的文件；默认按配置的 learnt。",
)
@click.option("--report", is_flag=True, help="不学习，只说出旧稿里哪些问题会因此不再报告。")
@click.option("--text-column", metavar="名称", help="正文所在的列；默认为 text、content、body、article 之一。")
def learn(project: Project, archive: Path, output: Path | None, report: bool, text_column: str | None) -> None:
    """从本报旧稿学习常用的字串，其中有的写法不再报为错别字。

    旧稿是稿件、Parquet、JSON Lines，或放它们的文件夹。学得的文件写在配置的 learnt 项里，即起作用。
    中断后照原样再运行，即接着做。
    退出码：0 学完，2 用法有误或有稿件不能读，130 中途停止。
    """
    settings = project.settings_in(Path.cwd())
    place = output or settings.learnt or Path(_NAME)
    if report:
        _report(settings, archive, place)
        return
    project.prove(place)
    from newslint.corpus import Columns
    from newslint.corpus.learning import learn as learn_archive

    last = 0.0

    def progress(done: int) -> None:
        nonlocal last
        if sys.stderr.isatty() and time.monotonic() - last > _OFTEN:
            last = time.monotonic()
            show_progress(f"\r{tr('已学 {articles} 篇', articles=done)}\x1b[K")

    try:
        learnt = learn_archive(archive, place, Columns(text_column), settings.most_bytes, progress)
    except KeyboardInterrupt:
        tell(tr("已停止；照原样再运行，即接着做。"))
        sys.exit(INTERRUPTED)
    if last:
        show_progress("\r\x1b[K")
    say(
        tr(
            '{path}：学自 {articles} 篇、{characters} 字。在 newslint.toml 里写 learnt = "{name}"，即起作用。',
            path=place,
            articles=learnt.articles,
            characters=learnt.characters,
            name=place.as_posix(),
        )
    )
    for problem in learnt.problems:
        tell(problem)
    if learnt.unreadable:
        tell(tr("有 {number} 篇无法读取，没有学。", number=learnt.unreadable))
    sys.exit(2 if learnt.unreadable else 0)


def _report(settings: Settings, sample: Path, place: Path) -> None:
    """Print the findings in a sample that what was learnt silences."""
    from newslint.run.discovery import discover
    from newslint.run.linter import Linter

    if not os.path.exists(sample):
        raise UserError(tr("{path}：没有这个文件或文件夹；请核对路径。", path=sample))
    chosen = settings._replace(select=(_FAMILY,), ignore=(), learnt=None)
    paths: Sequence[str] = discover([str(sample)], Project.of(chosen))
    before = Linter(chosen).check_files([(path, None) for path in paths])
    after = Linter(chosen._replace(learnt=place)).check_files([(path, None) for path in paths])
    total = silenced = unread = 0
    for old, new in zip(before, after, strict=True):
        if problem := old.error or new.error:
            tell(problem)
            unread += 1
            continue
        kept = set(new.findings)
        total += len(old.findings)
        for finding in old.findings:
            if finding not in kept:
                silenced += 1
                say(f"{old.path}:{finding.start.line}:{finding.start.column}: {finding.code} {finding.message}")
    say(tr("{total} 处中有 {silenced} 处不再报告。", total=total, silenced=silenced))
    sys.exit(2 if unread else 0)
