"""How a command ends early: the message and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

from newslint.cli.output import tell
from newslint.language import tr

#: The exit code after an interrupt from the keyboard, as in shells.
INTERRUPTED = 130


def fail(problem: object, quoted: Sequence[str] = ()) -> NoReturn:
    """Print what is wrong, one sentence, and lines ``quoted`` from a file, and exit with code 2."""
    tell(tr("newslint：{problem}", problem=problem))
    for line in quoted:
        tell(line)
    sys.exit(2)
