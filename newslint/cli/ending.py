"""How a command ends: what it says, and the exit code for what goes wrong."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from newslint.errors import UserError
from newslint.language import reason, tr

#: The exit code of what was interrupted from the keyboard, as shells have it.
INTERRUPTED = 130


def write(text: str | bytes, *, err: bool = False) -> None:
    """Write ``text``, as it is, to standard output, or with ``err`` to standard error."""
    stream = sys.stderr if err else sys.stdout
    if isinstance(text, bytes):
        stream.flush()
        stream.buffer.write(text)
    else:
        stream.write(text)
    stream.flush()


def fail(problem: object) -> NoReturn:
    """Say what is wrong in one sentence and end with exit code 2."""
    write(tr("newslint：{problem}", problem=problem) + "\n", err=True)
    sys.exit(2)


@contextmanager
def ending() -> Iterator[None]:
    """End the process for what a user has to mend, and for what stops a run from outside, each with its exit code."""
    try:
        yield
    except UserError as problem:
        fail(problem)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except OSError as error:
        if error.errno == errno.EPIPE:  # who read the output has gone; there is nobody to tell
            sys.stdout = sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - it stays open until the end
            sys.exit(1)
        if error.errno != errno.ENOSPC:
            raise
        fail(tr("无法写完（{reason}）；请腾出空间后再运行。", reason=reason(error)))
