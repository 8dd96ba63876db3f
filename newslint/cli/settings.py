"""Options that several commands share. Those on settings become the project with the settings of every file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from newslint import strict
from newslint.cli.completing import complete_files, complete_rules
from newslint.cli.localized import NamedChoice
from newslint.config import Project
from newslint.config import settings as config_settings
from newslint.errors import UserError
from newslint.finding import Severity
from newslint.language import tr
from newslint.storage.cache_dir import use_cache

NEVER = "never"
#: The levels, in English or Chinese.
LEVELS = NamedChoice(config_settings.LEVELS, strict.LEVEL_WORDS)
#: The ways to write a date.
_DATES = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日")


def whole_number(word: str) -> int:
    """Read a whole number of 1 or more that is not too large to count to."""
    try:
        number = strict.integer(int(word))
    except ValueError:
        number = 0
    if number < 1:
        raise click.BadParameter(tr("应为 1 到 {most} 的整数。", most=strict.MOST))
    return number


def job_count(word: str) -> int | None:
    """Read a number of processes, or ``auto``, which becomes None."""
    if word == "auto":
        return None
    try:
        return whole_number(word)
    except click.BadParameter:
        raise click.BadParameter(tr("应为 auto 或不小于 1 的整数。")) from None


def rate(word: str) -> float:
    """Read a number as configurations have it: of 0 or more, and not too large."""
    try:
        return strict.number(float(word))
    except ValueError:
        raise click.BadParameter(tr("应为不小于 0 的数，如 3。")) from None


#: Options of commands that are settings, by field, and the readers of their values.
_SETTINGS: dict[str, Callable[[Any], object]] = {
    "level": Severity.parse,
    "fail_on": lambda word: None if word == NEVER else Severity.parse(word),
    "issue_date": datetime.date,
    "max_score": float,
    "baseline": Path,
    "force_exclude": bool,
    "together": bool,
}
#: The options that ``configured`` adds, in the order of the help.
_CONFIGURING = (
    click.option(
        "--rules",
        "folders",
        multiple=True,
        metavar="路径",
        type=Path,
        shell_complete=complete_files,
        help="另外也用此文件夹（或文件）的规则，如本报自己的；可重复。",
    ),
    click.option(
        "--config",
        type=Path,
        shell_complete=complete_files,
        metavar="路径",
        help="对全部稿件用这个配置文件；默认用各稿件所在或上级文件夹的 newslint.toml。",
    ),
    click.option("--no-config", is_flag=True, help="不读配置文件。"),
    click.option("--follow-links", is_flag=True, help="链接和配置指到项目之外的文件，也读写。"),
)
#: The options that ``choosing`` adds.
_CHOOSING = (
    click.option(
        "--select",
        multiple=True,
        metavar="规则",
        shell_complete=complete_rules,
        help="只查这些规则：代码、规则族、名称或标题，逗号分隔，可重复；ALL,PU50 为默认的全部规则和 PU50。",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="规则",
        shell_complete=complete_rules,
        help="另外不查的规则；写法同 --select。",
    ),
    click.option("--preset", metavar="名称", help="体例：news（报纸，默认）或 web（网页）；也可写在配置文件里。"),
)


def choosing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose rules, to a command that is ``configured``."""
    for option in reversed(_CHOOSING):
        command = option(command)
    return command


def configured(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options on the configuration; the command takes the resulting project as its first argument.

    The command line takes precedence over a configuration, key by key, and adds to ``ignore``. Options of the command
    that have the name of a setting (``level``, ``fail_on`` ...) become part of the project, too.
    """

    @wraps(command)
    def with_project(
        config: Path | None, no_config: bool, follow_links: bool, folders: Sequence[Path], **rest: Any
    ) -> Any:
        overlay: dict[str, Any] = {}
        if (preset := rest.pop("preset", None)) is not None:
            from newslint.config.presets import find_preset  # most runs have the usual one

            find_preset(preset)
            overlay["preset"] = preset
        for name in ("select", "ignore"):
            if words := _split(rest.pop(name, ())):
                overlay[name] = words
        for name, read in _SETTINGS.items():
            if (value := rest.pop(name, None)) is not None:
                overlay[name] = read(value)
        base = rest.get("base") or rest.get("since")
        if rest.get("gate"):
            project = _guarded(config, no_config, base, overlay=overlay, rules=folders, follow_links=follow_links)
        else:
            project = Project(config, lookup=not no_config, overlay=overlay, rules=folders, follow_links=follow_links)
        if "baseline" in overlay:
            project.prove(overlay["baseline"])
        try:
            return command(project, **rest)
        except UserError as error:
            raise project.as_given(error) from None

    for option in reversed(_CONFIGURING):
        with_project = option(with_project)
    return with_project


def _guarded(config: Path | None, no_config: bool, base: str | None, **options: Any) -> Project:
    """Return the project of a gate: nothing in it comes from the work tree if there is a ``base`` revision."""
    from newslint.run.gate import BaseProject  # no other command needs git

    use_cache(False)
    if base is None and config is None and not no_config:
        raise UserError(
            tr("--gate：请用 --base、--since 或 --config 说明设置从哪里来，来稿不能自带；不要设置，请加 --no-config。")
        )
    if base is None:
        # The ignore files that can be read are those of the submission.
        options["overlay"] = {**options["overlay"], "gitignore": False}
        project = Project(config, lookup=False, **options)
    else:
        project = BaseProject(base, config, **options)
    return project.without_comments()


def dated(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the option for the date of issue."""
    return click.option(
        "--issue-date",
        type=click.DateTime(_DATES),
        metavar="日期",
        help="刊期，如 2026-04-18，据此核对电头和星期。",
    )(command)


def selecting_files(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options on files and the date of issue."""
    for option in (
        click.option("--stdin-filename", default="-", metavar="名称", help="从标准输入读稿时的文件名，据此判断格式。"),
        click.option(
            "--force-exclude",
            is_flag=True,
            default=None,
            help="点名的文件也按配置的 exclude 取舍，供 pre-commit 使用。",
        ),
        dated,
    ):
        command = option(command)
    return command


def _without_cache(context: click.Context, option: click.Parameter, value: bool) -> bool:
    use_cache(not value)
    return value


def caching(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for checking many files."""
    command = click.option(
        "--no-cache", is_flag=True, callback=_without_cache, help="不用以前的结果，也不留下这次的。"
    )(command)
    return click.option(
        "--jobs", "-j", type=job_count, default="auto", metavar="数", help="用几个进程；默认 auto，稿件多时才用多个。"
    )(command)


def _split(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())
