"""``newslint config``: the settings of a file and their origin."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from newslint.cli.completing import complete_files
from newslint.cli.localized import Command
from newslint.cli.output import say, show
from newslint.cli.settings import configured
from newslint.config import Project
from newslint.config.listing import listing
from newslint.config.schema import schema
from newslint.filters.baseline import read_baseline
from newslint.language import tr
from newslint.run.linter import Linter


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
