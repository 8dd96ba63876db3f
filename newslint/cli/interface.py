"""How the command line speaks: help and errors of usage in Chinese, or in English with ``--lang en``.

The library for the command line speaks English alone; commands and groups of these classes put the language of the
interface in its place. Help is written in Chinese where the options are; its English is in ``messages_en``.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from inspect import cleandoc
from typing import TYPE_CHECKING, Any

import click

from newslint.cli.completing import complete_files
from newslint.cli.ending import INTERRUPTED, ending, fail
from newslint.language import LANGUAGES, current, hint, nearest, tr, use

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

#: What may be meant for a command.
_WORD = re.compile("[a-z]+")
#: What the library says, in a plain error, of arguments that a command does not take.
_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)")


def _language() -> click.Option:
    """Return the option that chooses the language; it comes before all others, whose help and errors are in it."""
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        envvar="NEWSLINT_LANG",
        default=None,
        is_eager=True,
        expose_value=False,
        callback=lambda ctx, param, value: use(value) if value else None,
        help="界面的语言：zh 中文，en 英文；也可用环境变量 NEWSLINT_LANG 定。",
    )


class _Speaking(click.Command):
    """What commands and groups have in common: their help in the language of the interface."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.help = cleandoc(self.help or "")
        self.params.append(_language())

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示用法。"
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=tr("用法：") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(tr(self.help))

    def get_short_help_str(self, limit: int = 45) -> str:
        return tr(self.help).strip().splitlines()[0]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(tr("选项")):
            formatter.write_dl(list(self._option_rows(ctx)))
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def _option_rows(self, ctx: click.Context) -> Iterator[tuple[str, str]]:
        for param in self.get_params(ctx):
            told = getattr(param, "help", None)
            record = param.get_help_record(ctx)
            if record is not None and told:
                yield record[0], tr(told)


class Command(_Speaking):
    """A command that speaks the language of the interface."""


class Group(_Speaking, click.Group):
    """A group of commands that speaks the language of the interface."""

    command_class = Command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        names = self.list_commands(ctx)
        if args[0] not in names:
            ctx.fail(tr("没有命令 {name}", name=args[0]) + hint(args[0], names).removesuffix(tr("。")))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str()) for name, command in found if command is not None]
        with formatter.section(tr("命令")):
            formatter.write_dl(rows)


Group.group_class = Group


class Program(Group):
    """The whole program: ``default`` runs when the first word names no command, and what a user has to mend ends it
    with 2.

    ``modules`` says in which module of this package each command stands; it is imported when the command is called.
    """

    default = "check"

    def __init__(self, *args: Any, modules: Mapping[str, str], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._modules:
            return None
        command: click.Command = getattr(import_module(f"newslint.cli.{self._modules[cmd_name]}"), cmd_name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        at = 0
        while at < len(args) and args[at].startswith("--lang"):
            at += 1 if "=" in args[at] else 2
        if at < len(args) and args[at] not in self._modules and args[at] not in ("-h", "--help", "--version"):
            misspelt = _WORD.fullmatch(args[at]) and nearest(args[at], self._modules) and not os.path.lexists(args[at])
            if not misspelt:
                args.insert(at, self.default)
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return the commands and options that go on from a word; it may also be a file, since the default command
        takes some.
        """
        return super().shell_complete(ctx, incomplete) or complete_files(ctx, None, incomplete)

    def main(self, *args: Any, standalone_mode: bool = True, **settings: Any) -> Any:
        """Run as ``click`` does, and say what is wrong in the language of the interface."""
        if not standalone_mode:
            return super().main(*args, standalone_mode=False, **settings)
        use(LANGUAGES[0])
        with ending():
            try:
                code = super().main(*args, standalone_mode=False, **settings)
            except click.exceptions.NoArgsIsHelpError as error:
                click.echo(error.format_message(), err=True)
                sys.exit(2)
            except click.UsageError as error:
                click.echo(_usage(error), err=True)
                sys.exit(2)
            except click.ClickException as error:
                fail(error.format_message())
            except click.Abort:
                sys.exit(INTERRUPTED)
        sys.exit(code if isinstance(code, int) else 0)


def _usage(error: click.UsageError) -> str:
    """Return the sentence about a wrong use, and where its right use is told."""
    command = error.ctx.command_path if error.ctx is not None else "newslint"
    sentence = error.format_message() if current() == "en" else _problem(error)
    return tr("newslint：{problem}（用法见 {command} --help）", problem=sentence, command=command)


def _problem(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        near = tr("；是否指 {near}？", near="、".join(sorted(error.possibilities))) if error.possibilities else ""
        return f"没有选项 {error.option_name}{near}"
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_name(error.param)}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 的用法不对：后面要有值，或不该有值"
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"{_name(error.param)}：{_expected(error.param.type) or error.message}"
    extra = _EXTRA.match(error.message)
    return f"多余的参数 {extra[1]}" if extra else error.message


def _name(param: click.Parameter | None) -> str:
    return "参数" if param is None else param.opts[0] if isinstance(param, click.Option) else param.human_readable_name


def _expected(kind: click.ParamType[Any]) -> str:
    """Return what a value of ``kind`` looks like; "" where the error says it."""
    if isinstance(kind, click.Choice):
        return f"应为 {_listed(kind.choices)} 之一"
    if isinstance(kind, click.DateTime):
        return "应为日期，如 2026-04-18"
    return "应为不小于 0 的数" if isinstance(kind, click.FloatRange) else ""


def _listed(words: Sequence[Any]) -> str:
    return "、".join(map(str, words))
