"""Print the notes of a release, the section of CHANGELOG.md for the version of newslint.

    python tools/release_notes.py v0.1.0

The tag must be that version; exits with a sentence if it is another, or if the section is missing or has no date yet.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from newslint import __version__

CHANGELOG = Path(__file__).parents[1] / "CHANGELOG.md"
_SECTION = re.compile(r"^## (\S+)(.*)\n((?:(?!## ).*\n?)*)", re.MULTILINE)
_DATED = re.compile(r" \(\d{4}-\d{2}-\d{2}\)")


def notes(changelog: str, tag: str, version: str) -> str:
    """Return the notes of ``version``, which ``tag`` names, in ``changelog``; raises ``ValueError`` with a sentence."""
    if tag != f"v{version}":
        raise ValueError(f"the tag is {tag}, but newslint is version {version}")
    for found, date, text in _SECTION.findall(changelog):
        if found == version:
            if not _DATED.fullmatch(date):
                raise ValueError(f"the heading of {version} in CHANGELOG.md has no date: ## {version} (2027-01-31)")
            return str(text).strip() + "\n"
    raise ValueError(f"CHANGELOG.md has no section for {version}")


if __name__ == "__main__":
    try:
        print(notes(CHANGELOG.read_text(encoding="utf-8"), sys.argv[1], __version__), end="")
    except ValueError as error:
        sys.exit(str(error))
