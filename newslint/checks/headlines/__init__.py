"""Headlines, by themselves, on their page and compared with the body."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.check import StructureCheck
from newslint.checks.gates import has_headlines
from newslint.checks.headlines import line, names, numbers, page
from newslint.checks.headlines.run_in import run_in_headings
from newslint.checks.headlines.stories import has_head, has_headed_body
from newslint.checks.headlines.stray_space import stray_spaces
from newslint.checks.registry import Declared

_BOTH = ("headline", "body")

CHECKS: Mapping[str, Declared] = {
    "duplicate": StructureCheck(page.duplicate_headlines, gate=page.has_headed_articles, messages=("first",)),
    "final-stop": StructureCheck(line.final_stops, gate=line.has_headings),
    "heading-mark": StructureCheck(line.heading_marks, gate=line.may_be_marked_up, values=("mark",)),
    "institution": StructureCheck(names.contradicted_institutions, gate=has_headed_body, values=_BOTH),
    "number": StructureCheck(numbers.contradicted_numbers, gate=has_headed_body, values=_BOTH, messages=("body",)),
    "orphan": StructureCheck(page.orphans, gate=page.has_headed_articles),
    "person": StructureCheck(names.contradicted_people, gate=has_headed_body, values=_BOTH, messages=("body",)),
    "repeated": StructureCheck(page.repeated_headlines, gate=has_headlines, messages=("headline",)),
    "run-in": StructureCheck(run_in_headings, messages=("model",)),
    "serial-gap": StructureCheck(
        page.serial_gaps, gate=page.has_several_headlines, values=("before", "after"), messages=("previous",)
    ),
    "split-word": StructureCheck(line.split_words, gate=has_head, values=("word",)),
    "stray-space": StructureCheck(stray_spaces, gate=has_head, values=("phrase",)),
    "title-dash": StructureCheck(line.half_dashes, gate=has_headlines),
    "too-long": StructureCheck(line.too_long, gate=has_headlines, values=("count",)),
}
