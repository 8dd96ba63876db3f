"""The command line: parse, call, choose a report, exit code. One module for each command or group of commands.

Exit 0: nothing at or above ``--fail-on``; 1: findings; 2: wrong use, a bad configuration or rule file, or unreadable
input; 130: stopped from the keyboard.
"""

from newslint.cli.program import main

__all__ = ["main"]
