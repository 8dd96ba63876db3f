"""The whole command line as the library for it (click) runs it: all commands, with every option."""

from __future__ import annotations

import click

from newslint import __version__
from newslint.cli.interface import Program
from newslint.patterns.cache import use_cache

#: The commands in the order of the help, each with the module of this package that holds it.
COMMANDS = {
    "check": "check",
    "fix": "fix",
    "baseline": "baseline",
    "rules": "rules",
    "rule": "rules",
    "test": "rules",
    "config": "config",
    "init": "config",
    "corpus": "corpus",
    "cache": "upkeep",
    "completion": "upkeep",
}


@click.group(cls=Program, modules=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="newslint", message="%(prog)s %(version)s", help="显示版本。")
def main() -> None:
    """检查报纸稿件的体例与文字：署名、重复、断行、标点、数字、前后一致。

    不写命令时即为 check：newslint 稿件.txt
    """
    use_cache()
