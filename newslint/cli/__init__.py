"""The command line: parse, call, choose a report, exit code. One module for each command or group of them.

Exit 0: nothing at or above ``--fail-on``; 1: findings; 2: wrong use, a bad configuration or rule file, or unreadable input.
"""

from __future__ import annotations

from typing import Any

import click

from newslint import __version__
from newslint.cli.baseline import baseline
from newslint.cli.check import check
from newslint.cli.config import config, init
from newslint.cli.fix import fix
from newslint.cli.rules import rule, rules, test
from newslint.cli.settings import fail
from newslint.cli.upkeep import cache, completion
from newslint.patterncache import use_cache
from newslint.problem import Problem


class _DefaultGroup(click.Group):
    """A group whose first command runs when the first word names no command: ``newslint FILE`` checks FILE."""

    default = "check"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        own = {"--help", "-h", "--version"}
        if args and args[0] not in self.commands and args[0] not in own:
            args.insert(0, self.default)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except Problem as problem:
            fail(problem)


@click.group(cls=_DefaultGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newslint")
def main() -> None:
    """检查报纸稿件的体例与文字：署名、重复、断行、标点、数字、前后一致。

    不写命令时即为 check：newslint 稿件.txt
    """
    use_cache()


for command in (check, fix, baseline, rules, rule, test, config, init, cache, completion):
    main.add_command(command)
