"""Clean articles with one paragraph broken in two, by the way it is broken and by the length of the upper piece."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from planting.article import Article
from planting.experiment import plantings
from planting.linebreaks import MODES, plant_break

from measuring.figures import Figures, at_place, in_context, length_class
from newslint.readers import document_from_text
from newslint.run.linter import Linter


def measure(articles: Sequence[Article], linter: Linter, times: int, seed: int) -> Figures:
    """Break one paragraph in each of up to ``times`` articles for each mode; the same seed gives the same breaks."""
    figures = Figures()
    for mode in MODES:
        for planted, upper in plantings(articles, times, f"{seed} {mode}", partial(plant_break, mode=mode)):
            document = document_from_text(planted.text)
            findings = linter.check_document(document)
            found = at_place(findings, "LS", planted.start, planted.end + 1)
            figures.count(f"{mode}, all", bool(found))
            figures.count(f"{mode}, upper piece {length_class(upper)}", bool(found))
            if not found:
                figures.example(f"{mode}, not found", in_context(document, planted.start, planted.end))
            others = [item for item in findings if item.code.startswith("LS") and item not in found]
            figures.count("with another LS finding", bool(others))
    return figures


ORDER = tuple(f"{mode}, {what}" for mode in MODES for what in ("all", "upper"))
