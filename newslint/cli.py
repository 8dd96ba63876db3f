"""The command line: parse, call, choose a report, exit code.

Exit 0: nothing at or above ``--fail-on``; 1: findings; 2: wrong use, a bad configuration or rule file, or unreadable input.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from newslint import __version__
from newslint.config import ConfigError, Settings, find_config, load_config
from newslint.finding import CheckedFile, Severity
from newslint.presets import PRESETS, find_preset
from newslint.reports import FORMATS, render

_LEVELS = click.Choice(["error", "warning", "info"])


class _DefaultGroup(click.Group):
    """A group whose first command runs when the first word names no command: ``newslint FILE`` checks FILE."""

    default = "check"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        if args and args[0] not in self.commands and args[0] not in own:
            args.insert(0, self.default)
        return super().parse_args(ctx, args)


@click.group(cls=_DefaultGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newslint")
def main() -> None:
    """检查报纸稿件的体例与文字：署名、重复、断行、标点、数字、前后一致。

    不写命令时即为 check：newslint 稿件.txt
    """


def _configured(command: Callable[..., Any]) -> Callable[..., Any]:
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
            _fail(error)
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


def _issue_date(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option("--issue-date", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="刊期，据此核对电头和星期。")(command)


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@_configured
@click.option("--level", type=_LEVELS, help="报告的最低级别；默认 warning。")
@click.option("--fail-on", type=_LEVELS, help="出现此级别及以上的问题时退出码为 1；默认 error。")
@_issue_date
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
    linter = _linter(settings, min(shown, failing), issue_date)
    results = linter.check_files(_sources(paths, stdin_filename, settings))
    failed = any(finding.severity >= failing for file in results for finding in file.findings)
    reported = [_at_least(file, shown) for file in results]
    if colour is None:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    click.echo(render(format_, reported, colour=colour), nl=False, color=True)
    for name, path in targets:
        _write(path, render(name, reported))
    for file in results:
        if file.error and format_ != "text":
            click.echo(file.error, err=True)
    sys.exit(2 if any(file.error for file in results) else int(failed))


@main.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@_configured
@_issue_date
@click.option("--diff", "mode", flag_value="diff", help="只显示将要作出的修改（默认）。")
@click.option("--write", "mode", flag_value="write", help="改写文件。")
@click.option("--unsafe", is_flag=True, help="也作须经编辑认可的修改。")
@click.option("--stdin-filename", default="-", metavar="NAME", help="从标准输入读稿时的文件名，据此判断格式。")
def fix(
    settings: Settings,
    paths: Sequence[str],
    issue_date: datetime | None,
    mode: str | None,
    unsafe: bool,
    stdin_filename: str,
) -> None:
    """修改稿件中有把握的问题（不写路径则为当前文件夹）。标准输入的稿件改后写到标准输出。

    用 --diff 时，有可改之处退出码为 1，没有为 0。
    """
    linter = _linter(settings, min(settings.level, Severity.WARNING), issue_date)
    write = mode == "write"
    failed = changed = False
    for result in linter.fix_files(_sources(paths, stdin_filename, settings), unsafe=unsafe, write=write):
        path = result.path
        if result.error:
            failed = True
            click.echo(result.error, err=True)
            continue
        if result.cycle:
            click.echo(f"{path}：规则 {'、'.join(result.cycle)} 的修改互相抵消，已停在抵消之前；请人工处理。", err=True)
        if result.given and mode != "diff":
            click.echo(result.after, nl=False)
        elif result.before != result.after:
            changed = True
            if write:
                click.echo(f"{path}：修改 {result.applied} 处")
            else:
                click.echo(_diff(path, result.before, result.after), nl=False)
    sys.exit(2 if failed else int(changed and not write))


@main.command()
@_configured
def rules(settings: Settings) -> None:
    """列出规则：代码、级别、名称、标题。"""
    book = _book(settings)
    if settings.select or settings.ignore:
        try:
            book = book.choose(settings.select, settings.ignore)
        except LookupError as error:
            _fail(error)
    for rule in book:
        click.echo(f"{rule.code}  {rule.severity.label:7}  {rule.name:26}  {rule.title}")


@main.command()
@click.argument("code")
@_configured
def rule(settings: Settings, code: str) -> None:
    """说明一条规则（或一族）：查什么、为什么、正误例、怎么改。"""
    from newslint.reference import rule_page

    try:
        found = _book(settings).find(code)
    except LookupError as error:
        _fail(error)
    click.echo("\n".join(rule_page(item) for item in found))


@main.command()
@click.argument("selectors", nargs=-1, metavar="[RULES]...")
def test(selectors: Sequence[str]) -> None:
    """以规则文件中的正误例检验规则。

    RULES 是规则的代码、规则族、名称，或规则文件、文件夹；不写则检验全部内置规则。
    """
    from newslint.examples import failures

    folders = [Path(word) for word in selectors if os.path.exists(word)]
    names = [word for word in selectors if not os.path.exists(word)]
    chosen = list(_book(Settings(rules=tuple(folders)))) if folders else []
    if names or not folders:
        builtin = _book(Settings())
        try:
            chosen += [item for name in names for item in builtin.find(name)] if names else list(builtin)
        except LookupError as error:
            _fail(error)
    failed = 0
    for item in chosen:
        for sentence in failures(item):
            failed += 1
            click.echo(f"{item.code} {item.name}：{sentence}（{item.path}）")
    examples = sum(len(item.wrong) + len(item.right) for item in chosen)
    click.echo(f"检验 {len(chosen)} 条规则、{examples} 个例子：{f'{failed} 处不符' if failed else '全部相符'}。")
    sys.exit(1 if failed else 0)


def _linter(settings: Settings, level: Severity, issue_date: datetime | None) -> Any:
    from newslint.rulebook import RuleError
    from newslint.run import Linter

    if issue_date is not None:
        settings = replace(settings, issue_date=issue_date.date())
    try:
        return Linter(replace(settings, level=level))
    except (ConfigError, RuleError, LookupError) as error:
        _fail(error)


def _book(settings: Settings) -> Any:
    from newslint.rulebook import RuleError
    from newslint.run import rules_of

    try:
        return rules_of(settings)
    except (ConfigError, RuleError) as error:
        _fail(error)


def _split(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())


def _sources(paths: Sequence[str], stdin_filename: str, settings: Settings) -> list[tuple[str, bytes | None]]:
    from newslint.run import STDIN, discover

    found = discover(paths or ["."], settings.roster)
    return [(stdin_filename, sys.stdin.buffer.read()) if path == STDIN else (path, None) for path in found]


def _at_least(file: CheckedFile, level: Severity) -> CheckedFile:
    return replace(file, findings=tuple(finding for finding in file.findings if finding.severity >= level))


def _output(text: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    if name not in FORMATS or not equals or not path:
        _fail(f"--output {text}：应写作 格式=路径，格式为 {'、'.join(FORMATS)} 之一。")
    return name, Path(path)


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        _fail(f"{path}：报告无法写入（{error.strerror}）；请检查路径和权限。")


def _diff(path: str, before: str, after: str) -> str:
    import difflib

    lines = difflib.unified_diff(before.splitlines(keepends=True), after.splitlines(keepends=True), path, path)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _fail(problem: object) -> NoReturn:
    click.echo(f"newslint：{problem}", err=True)
    sys.exit(2)
