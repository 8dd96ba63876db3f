"""Where broken lines are reported, for checks that have nothing to add there."""

from __future__ import annotations

from newslint.checks.breaks.linebreak import line_faults
from newslint.document import Document


def broken_ends(document: Document) -> list[tuple[int, int]]:
    """Return the spans (code points) of broken lines, each with the end of the line above the break."""
    found = []
    for fault, match in document.once(line_faults):
        start = match.start
        # The mark that begins a line is reported itself, not the line break before it.
        while fault == "bad-start" and start and document.view[start - 1].isspace():
            start -= 1
        found.append((start, match.end))
    return found
