"""Repeats in published text, labelled by hand: fault, no fault, or a leftover of the page layout.

A row has ``context``, some characters on either side of ``match``, cut without regard to words. So a case is judged in
the whole article, if that is available, and twice in its context: as it was cut, and from the first mark to the last,
so that no words are cut at the edges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from measuring.figures import Figures, at_place, in_context
from newslint.readers import document_from_text
from newslint.run.linter import Linter

#: The number of characters before the match in a context, unless the text begins sooner.
BEFORE = 20
_MARK = re.compile(r"[，。；：！？、…—“”‘’（）《》\s]")


def place(row: Mapping[str, object]) -> int:
    """Return the offset of the labelled match in the context; raises ``ValueError`` if it is not there."""
    context, match = str(row["context"]), str(row["match"])
    at = min(BEFORE, int(str(row.get("start", BEFORE))))
    return at if context.startswith(match, at) else context.index(match)


def trimmed(context: str, start: int, end: int) -> tuple[str, int]:
    """Return the context from its first mark before the match to its last after it, and the offset of the match in it.

    A side without a mark is not trimmed.
    """
    head = _MARK.search(context, 0, start)
    first = head.end() if head else 0
    tail = [mark.end() for mark in _MARK.finditer(context, end)]
    return context[first : tail[-1] if tail else len(context)], start - first


def measure(
    rows: Iterable[dict[str, Any]], linter: Linter, articles: Mapping[str, str] | None = None, *, cut: bool = True
) -> Figures:
    """Judge each row by whether a finding of the family DU overlaps the labelled match.

    With ``articles`` (text by id) only rows whose article is available are judged, in the article; otherwise every row
    in its context, as it was ``cut`` or trimmed.
    """
    figures = Figures()
    for row in rows:
        match, label = row["match"], row["label"]
        if articles is not None:
            text, start = articles.get(row["id"], ""), row["start"]
            if not text.startswith(match, start):
                continue
        else:
            text, start = row["context"], place(row)
            if not cut:
                text, start = trimmed(text, start, start + len(match))
        document = document_from_text(text)
        found = at_place(linter.check_document(document), "DU", start, start + len(match))
        if label == "layout":
            figures.count("layout: found", bool(found))
        else:
            if found:
                figures.count("precision", label == "error")
            figures.count("recall" if label == "error" else "silent where right", bool(found) == (label == "error"))
            figures.count(f"right, {row['kind']} {label}", bool(found) == (label == "error"))
        if (label == "error") != bool(found):
            codes = "/".join(sorted({finding.code for finding in found}))
            figures.example(
                f"{label}, {'found ' if found else 'not found'}{codes}", in_context(document, start, start + len(match))
            )
    return figures


ORDER = ("recall", "precision", "silent where right", "right,", "layout")
