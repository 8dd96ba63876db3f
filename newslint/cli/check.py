"""``newslint check``: report what is found."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from newslint.cli.settings import configured, dated, fail, linter_for, sources
from newslint.config import Settings
from newslint.finding import Severity
from newslint.reports import FORMATS, render
from newslint.results import CheckedFile

_LEVELS = click.Choice(["error", "warning", "info"])


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@configured
@click.option("--level", type=_LEVELS, help="报告的最低级别；默认 warning。")
@click.option("--fail-on", type=_LEVELS, help="出现此级别及以上的问题时退出码为 1；默认 error。")
@dated
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="输出格式。")
@click.option("--output", "outputs", multiple=True, metavar="FORMAT=PATH", help="另把报告写入文件；可重复。")
@click.option("--stdin-filename", default="-", metavar="NAME", help="从标准输入读稿时的文件名，据此判断格式。")
@click.option("--colour/--no-colour", "colour", default=None, help="是否用颜色；默认在终端上用。")
def check(
    settings: Settings,
    paths: Sequence[str],
    level: str | None,
    fail_on: str | None,
    issue_date: datetime | None,
    format_: str,
    outputs: Sequence[str],
    stdin_filename: str,
    colour: bool | None,
) -> None:
    """检查稿件：文件、文件夹（不写则为当前文件夹），- 为标准输入。"""
    targets = [_output(text) for text in outputs]
    # What makes the run fail must be looked for even where the report does not show it.
    shown = Severity.parse(level) if level else settings.level
    failing = Severity.parse(fail_on) if fail_on else settings.fail_on
    linter = linter_for(settings, min(shown, failing), issue_date)
    results = linter.results(sources(paths, stdin_filename, settings))
    failed = any(finding.severity >= failing for _, finding in results.findings())
    reported = replace(results, files=tuple(_at_least(file, shown) for file in results.files))
    if colour is None:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(render(format_, reported, colour=colour), nl=False, color=True)
    for name, path in targets:
        _write(path, render(name, reported))
    for file in results.files:
        if file.error and format_ != "text":
            click.echo(file.error, err=True)
    sys.exit(2 if any(file.error for file in results.files) else int(failed))


def _at_least(file: CheckedFile, level: Severity) -> CheckedFile:
    return replace(file, findings=tuple(finding for finding in file.findings if finding.severity >= level))


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
