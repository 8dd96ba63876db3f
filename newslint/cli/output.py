"""The one door to the terminal and to the logs of CI servers.

What strangers wrote (articles, names of files, rules) is shown and never obeyed: control characters and marks of
writing direction appear as ·, a line end inside a sentence as ¶, and no line of a log can be a command for the server
that runs the job. What is written for programs is exact bytes.
"""

from __future__ import annotations

import os
import re
import sys

import click

from newslint.patterns import lazy
from newslint.reports.characters import visible

#: Variables that CI servers set.
_SERVERS = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION")
#: What makes a line a command: on GitHub :: at its start and ##[ anywhere, on Azure ##vso[, on TeamCity ##teamcity[.
_COMMAND = lazy(r"^\s*(?=::)|#(?=#\w*\[)", re.M)
#: The start of such a line in a report as it is, where a carriage return ends a line, too.
_LINE = lazy(r"((?:^|\r)[^\S\r\n]*):(?=:)", re.M)
#: Put into a command it makes it none, and takes no room: logs have no other use for it.
_BREAK = "\u200b"
#: How # is written in reports for programs so that it says the same there; commands of "github" are meant to be obeyed.
_ESCAPES = {"github": "#", "junit": "&#35;", "checkstyle": "&#35;", "html": "&#35;", "csv": "#\u200b"}
#: The same for a colon, in the reports where a line may begin with one.
_COLONS = {"junit": "&#58;", "checkstyle": "&#58;", "html": "&#58;", "csv": "\u200b:"}


#: The fewest columns that a line of a report is made for: in less, nothing can be read.
_NARROWEST = 24
#: Whether there is colour, None if nobody said so.
_colour: bool | None = None


def use_colour(wanted: bool | None) -> None:
    """Say whether what people read is in colour; None leaves it to the environment."""
    global _colour
    _colour = wanted


def in_colour() -> bool:
    """Return True if what people read on standard output is in colour."""
    if _colour is not None:
        return _colour
    if os.environ.get("NO_COLOR"):
        return False
    return sys.stdout.isatty() or os.environ.get("FORCE_COLOR", "0") not in ("", "0")


def window() -> int | None:
    """Return the width, in columns, of what people read on standard output; None if it is no terminal, and
    ``COLUMNS`` does not tell.
    """
    if not sys.stdout.isatty() and not os.environ.get("COLUMNS"):
        return None
    from shutil import get_terminal_size  # imports every way of compressing

    return max(_NARROWEST, get_terminal_size().columns)


def say(sentence: object) -> None:
    """Print one sentence."""
    click.echo(_harmless(visible(str(sentence))))


def tell(sentence: object) -> None:
    """Print one sentence about the run to standard error."""
    click.echo(_harmless(visible(str(sentence))), err=True)


def show(text: str, *, colour: bool = False) -> None:
    """Print the lines of a text, which has only colours of newslint's own if it has any (``colour``)."""
    shown = text if colour else "\n".join(map(visible, text.split("\n")))
    click.echo(_harmless(shown), nl=False, color=colour)


def page(text: str, *, colour: bool = False) -> None:
    """Print a text as ``show`` does; one that is longer than the window can be turned over, in the user's pager."""
    if sys.stdout.isatty() and sys.stdin is not None and sys.stdin.isatty():
        from shutil import get_terminal_size

        if text.count("\n") >= get_terminal_size().lines:
            # With colour click finds out whether the pager can show it.
            click.echo_via_pager(_harmless(text), color=None if colour else False)
            return
    show(text, colour=colour)


def show_progress(text: str) -> None:
    """Show progress on the terminal that standard error is; ``text`` is newslint's own and moves the cursor."""
    click.echo(text, err=True, nl=False, color=True)


def send(data: bytes) -> None:
    """Write bytes as they are: an article, a patch, a script."""
    click.echo(data, nl=False)


def send_report(text: str, format: str) -> None:
    """Write a report for programs, in UTF-8 whatever the encoding of the system."""
    if _is_logged():
        text = text.replace("##", "#" + _ESCAPES.get(format, "\\u0023"))
        if colon := _COLONS.get(format):
            text = _LINE.sub(lambda match: match[1] + colon, text)
    send(text.encode("utf-8", "backslashreplace"))


def send_patch(patch: bytes) -> None:
    """Write a patch as it is. In a log of GitHub its lines are bracketed, so that they cannot be commands; patch and
    git pass over the brackets.
    """
    if os.environ.get("GITHUB_ACTIONS") == "true":
        token = os.urandom(16).hex().encode()
        patch = b"::stop-commands::%b\n%b::%b::\n" % (token, patch, token)
    send(patch)


def _is_logged() -> bool:
    """Return True on a CI server, whose log is read for commands."""
    return any(name in os.environ for name in _SERVERS)


def _harmless(text: str) -> str:
    """Return ``text`` so that no line of it is a command for a CI server."""
    return _COMMAND.sub(lambda match: match[0] + _BREAK, text) if _is_logged() else text
