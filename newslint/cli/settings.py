"""Options that several commands share, and what they come to: settings, a linter, a book of rules, the files to read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from newslint.config import ConfigError, Settings, find_config, load_config
from newslint.finding import Severity
from newslint.presets import PRESETS, find_preset


def configured(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose configuration and rules; the command gets what they come to as its first argument."""

    @wraps(command)
    def with_settings(
        config: Path | None,
        no_config: bool,
        preset: str | None,
        select: Sequence[str],
        ignore: Sequence[str],
        folders: Sequence[Path],
        **rest: Any,
    ) -> Any:
        try:
            path = config or (None if no_config else find_config(Path.cwd()))
            settings = Settings() if path is None else load_config(path)
            if preset is not None:
                find_preset(preset)
        except (ConfigError, LookupError) as error:
            fail(error)
        # What is said on the command line comes before what the file says, key by key.
        if preset is not None:
            settings = replace(settings, preset=preset)
        if folders:
            settings = replace(settings, rules=tuple(folders), own_rules=())
        if select:
            settings = replace(settings, select=_split(select))
        if ignore:
            settings = replace(settings, ignore=_split(ignore))
        return command(settings, **rest)

    for option in (
        click.option("--no-config", is_flag=True, help="不读配置文件。"),
        click.option("--config", type=click.Path(path_type=Path), metavar="PATH", help="配置文件；默认为当前或上级文件夹的 newslint.toml。"),
        click.option("--preset", metavar="NAME", help=f"体例：{'、'.join(PRESETS)}；默认 news，也可写在配置文件里。"),
        click.option("--rules", "folders", multiple=True, type=click.Path(path_type=Path), help="以此文件夹的规则代替内置规则；可重复。"),
        click.option("--ignore", multiple=True, metavar="RULE", help="不查的规则；写法同 --select。"),
        click.option("--select", multiple=True, metavar="RULE", help="只查这些规则：代码、规则族或名称，逗号分隔，可重复。"),
    ):
        with_settings = option(with_settings)
    return with_settings


def dated(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the date of issue."""
    return click.option("--issue-date", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="刊期，据此核对电头和星期。")(command)


def linter_for(settings: Settings, level: Severity, issue_date: datetime | None) -> Any:
    """Return the linter for ``settings``; a wrong setting or rule ends the program with exit code 2."""
    from newslint.rulebook import RuleError
    from newslint.run import Linter

    if issue_date is not None:
        settings = replace(settings, issue_date=issue_date.date())
    try:
        return Linter(replace(settings, level=level))
    except (ConfigError, RuleError, LookupError) as error:
        fail(error)


def book_for(settings: Settings) -> Any:
    """Return every rule that ``settings`` give, chosen or not; a wrong one ends the program with exit code 2."""
    from newslint.rulebook import RuleError
    from newslint.run import rules_of

    try:
        return rules_of(settings)
    except (ConfigError, RuleError) as error:
        fail(error)


def sources(paths: Sequence[str], stdin_filename: str, settings: Settings) -> list[tuple[str, bytes | None]]:
    """Return the files that ``paths`` mean, standard input with its bytes and the name it is given."""
    from newslint.run import STDIN, discover

    found = discover(paths or ["."], settings.roster)
    return [(stdin_filename, sys.stdin.buffer.read()) if path == STDIN else (path, None) for path in found]


def fail(problem: object) -> NoReturn:
    """Say what is wrong in one sentence and end with exit code 2."""
    click.echo(f"newslint：{problem}", err=True)
    sys.exit(2)


def _split(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())
