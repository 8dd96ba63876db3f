"""Articles in which one of several occurrences of something is changed, by what it is."""

from __future__ import annotations

from collections.abc import Sequence

from planting.article import Article
from planting.experiment import plantings
from planting.registry import classes_for

from measuring.figures import Figures, in_context
from newslint.readers import document_from_text
from newslint.run.linter import Linter

#: The families of the classes: what is written in two ways, and units by two names.
CODES = ("CO", "UN13")


def measure(articles: Sequence[Article], linter: Linter, times: int, seed: int) -> Figures:
    """Change one occurrence in up to ``times`` articles for each class; the same seed gives the same changes.

    A change is found if a finding of an accepted code overlaps it, or the other form that is then said to vary.
    """
    figures = Figures()
    for fault in classes_for(CODES):
        for planted in plantings(articles, times, f"{seed} {fault.name}", fault.plant):
            document = document_from_text(planted.text)
            findings = [item for item in linter.check_document(document) if item.code in fault.codes]
            found = any(
                (item.start.offset < planted.end and planted.start < item.end.offset)
                or any(place.start.offset < planted.end and planted.start < place.end.offset for place in item.related)
                for item in findings
            )
            figures.count(fault.name, found)
            if not found:
                figures.example(f"{fault.name}, not found", in_context(document, planted.start, planted.end))
    return figures
