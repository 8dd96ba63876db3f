"""Run newslint as ``python -m newslint``, or as the command ``newslint``."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from io import TextIOWrapper

#: So many new objects may come before the collector looks for cycles among them. Loading the program makes ten
#: thousands that stay, and a text makes no cycles to speak of: the usual 700 cost a tenth of the time of a short run.
_OBJECTS = 100_000


def run() -> None:
    """Run the command line and end the process."""
    gc.set_threshold(_OBJECTS, 20, 20)
    from newslint.cli.plain import plain_check

    for stream in (sys.stdout, sys.stderr):
        # What is piped has the encoding of the system, such as GBK: what that lacks becomes a question mark, and the
        # run goes on.
        if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")
    try:
        code = plain_check(sys.argv[1:])
        if code is not None:
            sys.exit(code)
        from newslint.cli import main

        main(prog_name="newslint")
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            _leave(end.code or 0)
        raise


def _leave(code: int) -> None:
    """End the process without taking every object apart, which takes as long as checking a page; return if that cannot
    be.
    """
    try:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return  # a closed pipe: the interpreter says so in its way
    os._exit(code)


if __name__ == "__main__":
    run()
