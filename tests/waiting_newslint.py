"""newslint as a command that waits before it reads one article: the last part of the path in ``ARTICLE``, until nobody
has the pipe in ``PIPE`` open for writing. A test then knows what the program is doing. Without the pipe it goes on.
"""

import os

import newslint.readers
from newslint.__main__ import run

ARTICLE, PIPE = "NEWSLINT_TEST_ARTICLE", "NEWSLINT_TEST_PIPE"
_open = newslint.readers.regular_file


def _wait_and_open(path: "str | os.PathLike[str]"):
    if os.path.basename(path) == os.environ[ARTICLE] and os.path.exists(os.environ[PIPE]):
        with open(os.environ[PIPE], "rb") as pipe:
            pipe.read()
    return _open(path)


# Not under the condition below: a worker imports this module under another name.
if ARTICLE in os.environ:
    newslint.readers.regular_file = _wait_and_open  # type: ignore[assignment]

if __name__ == "__main__":
    run()
