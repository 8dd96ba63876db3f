"""Sentences of segmented text cut in two: the two parts become paragraphs, and the break should be found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from measuring.figures import Figures, at_place, in_context, length_class
from newslint.readers import document_from_text
from newslint.run.linter import Linter

#: A paragraph that ends like this is complete; closing marks may follow.
_TERMINAL = re.compile(r"[。！？；：…—.!?;:][”’」』）》〉)]*$")
_MARK = re.compile("[，。；：！？、“”‘’（）《》]")
#: Minimum lengths of the upper part for which a break should be found. The choice is open, so several are shown.
DESERVING = (1, 10, 15, 20, 30, 45)


def deserves(left: str, length: int) -> bool:
    """Return True if ``left`` is visibly cut off: at least ``length`` characters, not ending like a paragraph."""
    left = left.rstrip()
    return len(left) >= length and not _TERMINAL.search(left)


def measure(rows: Iterable[dict[str, Any]], linter: Linter, separator: str) -> Figures:
    """Join each row's ``left`` and ``right`` by ``separator`` (line ends), and return the shares with a finding at the
    break.

    LS01 is compared with ``inside_word``; recall counts any finding of the family LS at the break.
    """
    figures = Figures()
    for row in rows:
        left, right = row["left"], row["right"]
        document = document_from_text(left + separator + right)
        # The break, with the character on either side: a finding may be on a mark that begins the lower line.
        start = len(left)
        found = at_place(linter.check_document(document), "LS", start, start + len(separator) + 1)
        codes = {finding.code for finding in found}
        inside = bool(row["inside_word"])
        figures.count("any LS, all", bool(found))
        for length in DESERVING:
            if deserves(left, length):
                figures.count(f"any LS, no mark at the end and {length:2} or more above", bool(found))
        figures.count(f"any LS, length above {length_class(len(left))}", bool(found))
        figures.count(
            f"any LS, {'marks' if _MARK.search(left) else 'no marks'} above, length {length_class(len(left))}",
            bool(found),
        )
        figures.count(f"any LS, source {row.get('src', '-')}", bool(found))
        if "LS01" in codes:
            figures.count("LS01 precision", inside)
        if inside:
            figures.count("LS01 recall", "LS01" in codes)
        if not found and deserves(left, DESERVING[0]):
            figures.example("not found", in_context(document, start, start + len(separator)))
        if "LS01" in codes and not inside:
            figures.example("LS01 between two words", in_context(document, start, start + len(separator)))
    return figures


ORDER = (
    "LS01 precision",
    "LS01 recall",
    "any LS, all",
    "any LS, no mark at",
    "any LS, length",
    "any LS, no marks",
    "any LS, marks",
    "any LS, source",
)
