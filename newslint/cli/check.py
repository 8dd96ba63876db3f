"""``newslint check``: report what is found."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from newslint.cli.settings import LEVELS, configured, fail, selecting_files, sources
from newslint.config import Project
from newslint.reports import FORMATS, render


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@configured
@click.option("--level", type=LEVELS, help="报告的最低级别；默认 warning。")
@click.option("--fail-on", type=LEVELS, help="出现此级别及以上的问题时退出码为 1；默认 error。")
@click.option("--format", "format_", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="输出格式。")
@click.option("--output", "outputs", multiple=True, metavar="FORMAT=PATH", help="另把报告写入文件；可重复。")
@selecting_files
@click.option("--colour/--no-colour", "colour", default=None, help="是否用颜色；默认在终端上用。")
def check(
    project: Project,
    paths: Sequence[str],
    format_: str,
    outputs: Sequence[str],
    stdin_filename: str,
    colour: bool | None,
) -> None:
    """检查稿件：文件、文件夹（不写则为当前文件夹），- 为标准输入。"""
    from newslint.run import Run

    targets = [_output(text) for text in outputs]
    results = Run(project).check(sources(paths, stdin_filename, project))
    if colour is None:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(render(format_, results, colour=colour), nl=False, color=True)
    for name, path in targets:
        _write(path, render(name, results))
    for file in results.files:
        if file.error and format_ != "text":
            click.echo(file.error, err=True)
    sys.exit(2 if any(file.error for file in results.files) else int(results.failed))


def _output(text: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    if name not in FORMATS or not equals or not path:
        fail(f"--output {text}：应写作 格式=路径，格式为 {'、'.join(FORMATS)} 之一。")
    return name, Path(path)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        fail(f"{path}：报告无法写入（{error.strerror}）；请检查路径和权限。")
