"""The command line: parse, call, choose a report, exit code. One module for each command or group of them.

Exit 0: nothing at or above ``--fail-on``; 1: findings; 2: wrong use, a bad configuration or rule file, or unreadable
input; 130: stopped from the keyboard.

``main`` is the whole of it; ``plain`` runs the plainest call without the library for command lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newslint.cli.program import main

__all__ = ["main"]


def __getattr__(name: str) -> object:
    """Load ``main`` when it is asked for: ``plain`` stands in this package, too, and does without it."""
    if name != "main":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from newslint.cli.program import main

    return main
