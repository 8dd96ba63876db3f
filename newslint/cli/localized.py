"""Commands and groups of click whose help and usage errors are in the language of the interface.

Help is written in Chinese where options are declared; its English is in ``messages_en``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from inspect import cleandoc
from typing import Any, TypeVar

import click
from click.core import ParameterSource

from newslint.cli.output import show, use_colour
from newslint.errors import DEBUG
from newslint.language import LANGUAGES, current, hint, join_list, nearest, tr, use
from newslint.patterns import lazy

#: The parameters for those who maintain and automate, not for who edits articles: they have a section of their own.
_UPKEEP = frozenset(
    """
    no_config follow_links fail_on max_score since gate base force_exclude stdin_filename jobs no_cache
    wants_schema free
    """.split()
)
#: Options of every command, which the help of the program alone describes.
_EVERYWHERE = ("lang", "colour", "debug")

_Parameter = TypeVar("_Parameter", bound=click.Parameter)
#: What click says about arguments that a command does not take; the error has no field for them.
_EXTRA = lazy(r"Got unexpected extra arguments? \((.*)\)")


class NamedChoice(click.Choice[str]):
    """A choice that may be written in Chinese, too; ``words`` leads from Chinese words to choices."""

    def __init__(self, choices: Iterable[str], words: Mapping[str, str]) -> None:
        super().__init__(tuple(choices))
        self.words = words
        self.called = {choice: word for word, choice in words.items()}

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return super().convert(self.words.get(value, value), param, ctx)


def _language() -> click.Option:
    """Return the option ``--lang``. It is read first, because help and errors of all others are in its language."""
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        envvar="NEWSLINT_LANG",
        default=None,
        is_eager=True,
        expose_value=False,
        callback=lambda ctx, param, value: use(value) if value else None,
        help="界面的语言：zh 中文，en 英文；也可用环境变量 NEWSLINT_LANG 定。各命令都可用。",
    )


def _colour() -> click.Option:
    """Return the option ``--colour``, spelt in two ways."""
    return click.Option(
        ["--colour/--no-colour", "--color/--no-color", "colour"],
        default=None,
        is_eager=True,
        expose_value=False,
        callback=lambda ctx, param, value: use_colour(value) if value is not None else None,
        help="是否用颜色；默认在终端上用。各命令都可用。",
    )


def _debug() -> click.Option:
    """Return the option ``--debug``, which the processes that newslint starts see, too."""
    return click.Option(
        ["--debug"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=lambda ctx, param, value: os.environ.update({DEBUG: "1"}) if value else None,
        help="newslint 内部出错时，显示出错的经过（traceback）。各命令都可用。",
    )


def _show_help(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        show(context.get_help() + "\n")
        context.exit()


class _Localized(click.Command):
    """What commands and groups have in common."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.help = cleandoc(self.help or "")
        self._help: click.Option | None = None
        self.params += [_language(), _colour(), _debug()]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx  # the error about an option without a value does not know its command
            raise

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        # That of click looks for its sentences in the language of the system, whatever help says.
        if self._help is None and self.add_help_option and (names := self.get_help_option_names(ctx)):
            self._help = click.Option(
                names, is_flag=True, is_eager=True, expose_value=False, callback=_show_help, help="显示用法。"
            )
        return self._help

    def get_help(self, ctx: click.Context) -> str:
        from newslint.cli.layout import Formatter  # only to show help

        ctx.formatter_class = Formatter
        return super().get_help(ctx)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix=tr("用法："))

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        pieces = [tr("[选项]")]
        for param in self.get_params(ctx):
            pieces += _translated(param).get_usage_pieces(ctx)
        return pieces

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(tr(self.help or ""))

    def get_short_help_str(self, limit: int = 45) -> str:
        return tr(self.help or "").strip().splitlines()[0]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option) and param.help]
        if ctx.parent is not None:
            options = [option for option in options if option.name not in _EVERYWHERE]
        for heading, upkeep in ((tr("选项"), False), (tr("维护和自动检查用的选项"), True)):
            rows = list(_rows((option for option in options if (option.name in _UPKEEP) is upkeep), ctx))
            if rows:
                with formatter.section(heading):
                    formatter.write_dl(rows)


def _rows(options: Iterable[click.Option], ctx: click.Context) -> Iterator[tuple[str, str]]:
    for option in options:
        record = _translated(option).get_help_record(ctx)
        if record is not None:
            yield record[0], tr(option.help or "")


def _translated(param: _Parameter) -> _Parameter:
    """Return a copy of a parameter for its help: the word for its value translated, one long spelling of its name."""
    shown = copy(param)
    if param.metavar:
        shown.metavar = tr(param.metavar).upper()
    for names in ("opts", "secondary_opts"):
        given = getattr(param, names)
        long = [name for name in given if name.startswith("--")]
        setattr(shown, names, [name for name in given if name not in long[1:]])
    return shown


class Command(_Localized):
    """A command with help in the language of the interface."""


class Group(_Localized, click.Group):
    """A group of commands with help in the language of the interface."""

    command_class = Command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [*super().collect_usage_pieces(ctx), tr("命令 [参数]...")]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        names = self.list_commands(ctx)
        if args[0] not in names:
            ctx.fail(tr("没有命令 {name}", name=args[0]) + hint(args[0], names).removesuffix(tr("。")))
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for heading, names in self.command_sections(ctx).items():
            found = [(name, self.get_command(ctx, name)) for name in names]
            rows = [(name, command.get_short_help_str()) for name, command in found if command is not None]
            with formatter.section(heading):
                formatter.write_dl(rows)

    def command_sections(self, ctx: click.Context) -> Mapping[str, Iterable[str]]:
        """Return the names of the commands by the heading of their section in the help."""
        return {tr("命令"): self.list_commands(ctx)}


def usage_sentence(error: click.UsageError) -> str:
    """Return a sentence that says what is wrong with the arguments and where the usage is described."""
    command = error.ctx.command_path if error.ctx is not None else "newslint"
    if isinstance(error, click.NoSuchOption) and error.option_name == "--fix":
        sentence = tr("没有选项 --fix；改稿用 newslint fix")
    else:
        if isinstance(error, click.BadParameter) and isinstance(error.param, click.Argument):
            error.param_hint = _name(error.param)
        sentence = error.format_message() if current() == "en" else _problem(error)
    return tr("newslint：{problem}（用法见 {command} --help）", problem=sentence, command=command)


def _problem(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption):
        near = nearest(error.option_name, error.possibilities or ())
        return f"没有选项 {error.option_name}" + (f"；是否指 {near}？" if near else "")
    if isinstance(error, click.MissingParameter):
        return f"缺少 {_name(error.param)}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 后面{'不该' if 'not take' in error.message else '要'}有值"
    if isinstance(error, click.BadParameter) and error.param is not None:
        return f"{_name(error.param, error.ctx)}：{_expected(error.param.type) or error.message}"
    extra = _EXTRA.match(error.message)
    return f"多余的参数 {extra[1]}" if extra else error.message


def _name(param: click.Parameter | None, context: click.Context | None = None) -> str:
    if param is None:
        return tr("参数")
    if context and context.get_parameter_source(param.name or "") is ParameterSource.ENVIRONMENT:
        return f"环境变量 {param.envvar}"
    if isinstance(param, click.Option):
        return param.opts[0]
    return tr(param.metavar).upper() if param.metavar else param.human_readable_name


def _expected(kind: click.ParamType[Any]) -> str:
    """Describe the values of ``kind``, or return "" if the error already does."""
    if isinstance(kind, NamedChoice):
        return f"应为 {join_list(f'{choice}（{kind.called[choice]}）' for choice in kind.choices)}之一"
    if isinstance(kind, click.Choice):
        return f"应为 {join_list(kind.choices)} 之一"
    if isinstance(kind, click.IntRange):
        return f"应为 {kind.min} 到 {kind.max} 的整数"
    if isinstance(kind, click.Path) and kind.dir_okay != kind.file_okay:
        return "这是文件夹，应为文件的路径" if kind.file_okay else "这是文件，应为文件夹的路径"
    if isinstance(kind, click.DateTime):
        return "应为日期，如 2026-04-18"
    return ""
