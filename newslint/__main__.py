"""Run newslint as ``python -m newslint``, or as the command ``newslint``."""

from __future__ import annotations

import gc
import sys
from io import TextIOWrapper

#: How many new objects trigger a garbage collection. Importing the program makes ten thousand objects that stay, and
#: checking a text makes hardly any cycles: with the default of 700 a short run takes a tenth longer.
_OBJECTS = 100_000


def run() -> None:
    """Run the command line and exit."""
    gc.set_threshold(_OBJECTS, 20, 20)
    from newslint.cli import main

    for stream in (sys.stdout, sys.stderr):
        # A pipe has the encoding of the system, such as GBK: characters that it lacks become question marks.
        if isinstance(stream, TextIOWrapper) and stream.errors == "strict":
            stream.reconfigure(errors="replace")
    try:
        main(prog_name="newslint")
    finally:
        gc.freeze()  # or the interpreter searches all objects for cycles once more before it ends


if __name__ == "__main__":
    run()
