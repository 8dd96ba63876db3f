"""``newslint baseline``: record today's findings, so that only new ones are reported, and drop those that are fixed."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from newslint.cli.completing import complete_files
from newslint.cli.files import covers_project, sources
from newslint.cli.localized import Group
from newslint.cli.output import say, tell
from newslint.cli.settings import caching, choosing, configured, selecting_files
from newslint.config import Project
from newslint.filters.baseline import write_baseline
from newslint.language import tr
from newslint.run.run import Run


@click.group(cls=Group)
def baseline() -> None:
    """管理基线：记下现有的问题，以后只报告新的。"""


def _on_files(command: Any) -> Any:
    """Add the options and arguments that say which files a baseline is for."""
    command = click.option(
        "--baseline",
        "-b",
        type=click.Path(path_type=Path),
        metavar="路径",
        help="基线文件；默认按配置，没有则为配置文件旁的 newslint-baseline.json。",
    )(command)
    return click.argument("paths", nargs=-1, metavar="[路径]...", shell_complete=complete_files)(
        choosing(configured(selecting_files(caching(command))))
    )


@baseline.command()
@_on_files
def write(project: Project, paths: Sequence[str], stdin_filename: str, jobs: int | None, no_cache: bool) -> None:
    """检查稿件，把现有的问题写入基线；没有检查的稿件，原来的记录照旧。"""
    project = project.with_baselines()
    run = _run(project, paths, jobs, no_cache)
    failed = False
    for before, after, errors in run.new_baselines(sources(paths, stdin_filename, project)):
        write_baseline(after)
        failed = _told(errors) or failed
        added, dropped = len(after.entries - before.entries), len(before.entries - after.entries)
        say(
            tr(
                "{path}：记有 {entries} 处问题（新增 {added}，删去 {dropped}）。",
                path=after.place,
                entries=len(after.entries),
                added=added,
                dropped=dropped,
            )
        )
    sys.exit(2 if failed else 0)


@baseline.command()
@click.option("--check", "only_check", is_flag=True, help="只列出失效的记录，不改基线；有失效的，退出码为 1。")
@_on_files
def prune(
    project: Project, paths: Sequence[str], stdin_filename: str, jobs: int | None, no_cache: bool, only_check: bool
) -> None:
    """检查稿件，从基线中删去已经改好的问题；不添新的。"""
    project = project.with_baselines()
    run = _run(project, paths, jobs, no_cache)
    found = failed = False
    for known, unused, errors in run.unused_entries(sources(paths, stdin_filename, project)):
        failed = _told(errors) or failed
        found = found or bool(unused)
        for sentence in known.unused_sentences(unused):
            say(sentence)
        if unused and not only_check:
            write_baseline(known.without(unused))
        if not only_check:
            say(
                tr(
                    "{path}：删去 {stale} 条，还有 {left} 条。",
                    path=known.place,
                    stale=len(unused),
                    left=len(known.entries) - len(unused),
                )
            )
    sys.exit(2 if failed else int(found and only_check))


def _told(errors: Sequence[str]) -> bool:
    """Tell about files that could not be checked; return True if there are any."""
    for error in errors:
        tell(error)
    return bool(errors)


def _run(project: Project, paths: Sequence[str], jobs: int | None, no_cache: bool) -> Run:
    return Run(project, jobs=jobs, cached=not no_cache, covers_project=covers_project(paths, project))
