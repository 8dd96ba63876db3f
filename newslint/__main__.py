"""Run newslint as ``python -m newslint``, or as the command ``newslint``."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from io import TextIOWrapper

#: The oldest Python that can read the rest of the package, as in pyproject.toml.
_PYTHON = (3, 11)
#: How many new objects trigger a garbage collection. Importing the program makes ten thousand objects that stay, and
#: checking a text makes hardly any cycles: with the default of 700 a short run takes a tenth longer.
_OBJECTS = 100_000
#: Names of the encoding of output without a locale.
_ASCII = ("ascii", "us-ascii", "ANSI_X3.4-1968", "646")


def run() -> None:
    """Run the command line and exit."""
    if sys.version_info < _PYTHON:
        needed, here = (".".join(map(str, version[:2])) for version in (_PYTHON, sys.version_info))
        print(f"newslint：需要 Python {needed} 或更新的版本，这里是 {here}。", file=sys.stderr)
        sys.exit(2)
    gc.set_threshold(_OBJECTS, 20, 20)
    try:
        from newslint.cli import main

        for stream in (sys.stdout, sys.stderr):
            if not isinstance(stream, TextIOWrapper):
                continue
            # ASCII stands for no locale at all, not for a choice.
            if stream.encoding in _ASCII:
                stream.reconfigure(encoding="utf-8")
            # A pipe has the encoding of the system, such as GBK: characters that it lacks become question marks.
            if stream.errors in ("strict", "surrogateescape"):
                stream.reconfigure(errors="replace")
        main(prog_name="newslint")
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:  # before the program could say so itself, or while it said so
        if sys.stderr is not None:
            with suppress(OSError):  # it may be closed or full as well
                print(f"newslint: {type(error).__name__}: {error}", file=sys.stderr, flush=True)
        sys.exit(2)
    finally:
        gc.freeze()  # or the interpreter searches all objects for cycles once more before it ends


if __name__ == "__main__":
    run()
