"""The command line: parse, call, choose a report, exit code. One module for each command or group of them.

Exit 0: nothing at or above ``--fail-on``; 1: findings; 2: wrong use, a bad configuration or rule file, or unreadable input;
130: stopped from the keyboard.
"""

from __future__ import annotations

import click

from newslint import __version__
from newslint.cli.baseline import baseline
from newslint.cli.check import check
from newslint.cli.config import config, init
from newslint.cli.fix import fix
from newslint.cli.interface import Program
from newslint.cli.rules import rule, rules, test
from newslint.cli.upkeep import cache, completion
from newslint.patterncache import use_cache


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newslint", message="%(prog)s %(version)s", help="显示版本。")
def main() -> None:
    """检查报纸稿件的体例与文字：署名、重复、断行、标点、数字、前后一致。

    不写命令时即为 check：newslint 稿件.txt
    """
    use_cache()


for command in (check, fix, baseline, rules, rule, test, config, init, cache, completion):
    main.add_command(command)
