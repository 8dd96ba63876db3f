"""Time a Python library inside its process and print JSON: {"mean": seconds of a pass, "findings": N, "pieces": bool}.

    python inside.py newslint|autocorrect_py FOLDER TIMES

All ``.txt`` files of FOLDER are read first and checked once without timing. Run with the Python of the contenders'
environment.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

#: AutoCorrect rejects a large text ("call limit reached"); it is then given pieces of this many characters.
PIECE = 30_000


def newslint() -> Callable[[str], int]:
    """Return a function that checks a text with all default rules and returns the number of findings."""
    from newslint.config import Settings
    from newslint.readers import document_from_text
    from newslint.run.linter import Linter

    linter = Linter(Settings())
    return lambda text: len(linter.check_document(document_from_text(text)))


def autocorrect_py() -> Callable[[str], int]:
    """Return a function that checks a text with AutoCorrect and returns the number of lines it would change."""
    import autocorrect_py

    return lambda text: len(autocorrect_py.lint_for(text, "text").lines)


def pieces(text: str) -> list[str]:
    """Cut ``text`` after line ends into pieces of about ``PIECE`` characters."""
    found = [""]
    for line in text.splitlines(keepends=True):
        if len(found[-1]) + len(line) > PIECE:
            found.append("")
        found[-1] += line
    return found


def main() -> None:
    """Parse the command line, check and print."""
    name, folder, times = sys.argv[1:]
    check = {"newslint": newslint, "autocorrect_py": autocorrect_py}[name]()
    texts = [path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))]
    cut = False
    try:
        findings = sum(map(check, texts))
        if name == "autocorrect_py":
            sum(map(check, texts))  # The limit is reached at the second text of that size, not at the first.
    except ValueError as error:
        if "limit" not in str(error):
            raise
        texts = [piece for text in texts for piece in pieces(text)]
        cut = True
        findings = sum(map(check, texts))
    seconds = []
    for _ in range(int(times)):
        started = time.perf_counter()
        for text in texts:
            check(text)
        seconds.append(time.perf_counter() - started)
    print(json.dumps({"mean": sum(seconds) / len(seconds), "findings": findings, "pieces": cut}))


if __name__ == "__main__":
    main()
