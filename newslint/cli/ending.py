"""How a command ends early: the message and the exit code."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from newslint.language import tr

#: The exit code after an interrupt from the keyboard, as in shells.
INTERRUPTED = 130


def fail(problem: object) -> NoReturn:
    """Print what is wrong, one sentence, and exit with code 2."""
    click.echo(tr("newslint：{problem}", problem=problem), err=True)
    sys.exit(2)
