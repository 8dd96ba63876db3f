"""The program ``newslint``: its commands, the default command, and the exit codes of errors."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from newslint import __version__
from newslint.cli.completing import complete_files
from newslint.cli.ending import INTERRUPTED, fail
from newslint.cli.localized import Group, usage_sentence
from newslint.cli.output import say, show, tell, use_colour
from newslint.errors import UserError, fault_sentence
from newslint.language import LANGUAGES, nearest, reason, tr, use
from newslint.storage.cache_dir import use_cache

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

#: The commands in the order of the help, each with the module of this package that defines it: those for who edits
#: articles, and those for who maintains the rules and the program.
EDITING = {
    "check": "check",
    "fix": "fix",
    "web": "web",
    "annotate": "annotate",
    "stats": "stats",
    "rules": "rules",
    "rule": "rules",
    "new-rule": "new_rule",
    "config": "config",
    "init": "init",
}
UPKEEP = {
    "baseline": "baseline",
    "learn": "learn",
    "corpus": "corpus",
    "test": "rules",
    "cache": "upkeep",
    "completion": "upkeep",
}
COMMANDS = {**EDITING, **UPKEEP}
#: The command that runs if the first argument names none.
DEFAULT = "check"
#: Words that other programs have for commands and options of this one.
_OTHER_WORDS = {"help": "--help", "version": "--version", "explain": "rule"}
#: Options that may stand before the command.
_FLAGS = ("--colour", "--no-colour", "--color", "--no-color", "--debug")
#: A first argument that may be a misspelt command, if no file has this name.
_WORD = re.compile("[a-z]+")


class Program(Group):
    """The whole program. A command's module is imported when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def command_sections(self, ctx: click.Context) -> Mapping[str, Iterable[str]]:
        return {tr("编辑用的命令"): EDITING, tr("维护用的命令"): UPKEEP}

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(
            import_module(f"newslint.cli.{COMMANDS[cmd_name]}"), cmd_name.replace("-", "_")
        )
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        at = 0
        while at < len(args) and (args[at].startswith("--lang") or args[at] in _FLAGS):
            at += 2 if args[at] == "--lang" else 1
        if at < len(args) and args[at] in _OTHER_WORDS and not os.path.lexists(args[at]):
            word = _OTHER_WORDS[args.pop(at)]
            # The command comes before its own help.
            args.insert(at + 1 if word == "--help" and args[at:] and args[at] in COMMANDS else at, word)
        if at < len(args) and args[at] not in COMMANDS and args[at] not in ("-h", "--help", "--version"):
            misspelt = _WORD.fullmatch(args[at]) and nearest(args[at], COMMANDS) and not os.path.lexists(args[at])
            if not misspelt:
                args.insert(at, DEFAULT)
        return super().parse_args(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Complete a command or option; if none fits, a file, because the default command takes files."""
        return super().shell_complete(ctx, incomplete) or complete_files(ctx, None, incomplete)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the program and exit. Errors are reported in the language of the interface."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        use(LANGUAGES[0])
        use_colour(None)
        use_cache(True)
        if sys.stdout is None:
            fail(tr("标准输出已经关闭，结果无处可写。"))
        output = sys.stdout
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            told = error.format_message() + "\n"
            if error.ctx is None or error.ctx.parent is None:
                show(told)
                sys.exit(0)
            for line in told.splitlines():
                tell(line)
            sys.exit(2)
        except click.UsageError as error:
            tell(usage_sentence(error))
            sys.exit(2)
        except click.ClickException as error:
            fail(error.format_message())
        except UserError as error:
            fail(error, error.quoted)
        except (click.Abort, KeyboardInterrupt):
            sys.exit(INTERRUPTED)
        except Exception as error:
            fail(_unforeseen(error))
        except SystemExit:
            if sys.stdout is not output:  # click replaces it and ends with 1, findings, when a pipe is closed
                sys.exit(2)
            raise
        sys.exit(code if isinstance(code, int) else 0)


def _unforeseen(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return tr("无法写完（{reason}）；请腾出空间后再运行。", reason=reason(error))
    if isinstance(error, FileNotFoundError) and _is_folder_gone():
        return tr("当前文件夹已被删除；请换到别的文件夹再运行。")
    return fault_sentence(error)


def _is_folder_gone() -> bool:
    try:
        return not os.getcwd()
    except FileNotFoundError:
        return True


def _show_version(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        say(f"newslint {__version__}")
        context.exit()


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version, help="显示版本。")
def main() -> None:
    """检查报纸稿件的体例与文字：署名、重复、断行、标点、数字、前后一致。

    不写命令时即为 check：newslint 稿件.txt

    一个命令的用法：newslint 命令 --help；一条规则的说明：newslint rule 代码
    """
