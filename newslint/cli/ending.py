"""How a command ends early: the message and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from newslint.language import tr
from newslint.reports.characters import visible

#: The exit code after an interrupt from the keyboard, as in shells.
INTERRUPTED = 130


def fail(problem: object, quoted: Sequence[str] = ()) -> NoReturn:
    """Print what is wrong, one sentence, and lines ``quoted`` from a file, and exit with code 2."""
    click.echo(tr("newslint：{problem}", problem=problem), err=True)
    for line in quoted:
        click.echo(visible(line), err=True)
    sys.exit(2)
