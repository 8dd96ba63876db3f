"""``newslint config`` and ``newslint init``: the settings of a file and their origin, and a first configuration."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from newslint.cli.completing import complete_files
from newslint.cli.ending import fail
from newslint.cli.localized import Command
from newslint.cli.output import say, show
from newslint.cli.settings import configured
from newslint.config import FILES, Project
from newslint.config.draft import draft
from newslint.config.listing import listing
from newslint.config.schema import schema
from newslint.filters.baseline import read_baseline
from newslint.language import reason, tr
from newslint.run.linter import Linter
from newslint.storage.atomic_write import replace_bytes


@click.command(cls=Command)
@click.argument("path", default=".", metavar="[路径]", shell_complete=complete_files)
@click.option("--schema", "wants_schema", is_flag=True, help="改为输出配置文件的 JSON Schema，供编辑器检查和补全。")
@configured
def config(project: Project, path: str, wants_schema: bool) -> None:
    """列出某个稿件（或文件夹）的各项设置，以及每项出自何处。"""
    if wants_schema:
        show(json.dumps(schema(), ensure_ascii=False, indent=2) + "\n")
        return
    settings = project.settings_in(Path(path)) if os.path.isdir(path) else project.settings_for(path)
    show(listing(settings, path))
    # All that a check would refuse, too.
    baseline = read_baseline(settings.baseline) if settings.baseline is not None else None
    say(tr("# 共查 {rules} 条规则", rules=len(Linter(settings, baseline=baseline).book)))


@click.command(cls=Command)
@click.argument("folder", default=".", metavar="[文件夹]", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="已有 newslint.toml 时覆盖。")
def init(folder: Path, force: bool) -> None:
    """在文件夹中写一个带说明的 newslint.toml；各项都先注释掉，按需启用。"""
    path = folder / FILES[0]
    if os.path.lexists(path) and not force:
        fail(tr("{path} 已经存在；要覆盖请加 --force。", path=path))
    try:
        replace_bytes(path, draft().encode("utf-8"))
    except OSError as error:
        fail(tr("{path}：无法写入（{reason}）；请检查文件夹权限。", path=path, reason=reason(error)))
    say(tr("已写好 {path}。", path=path))
