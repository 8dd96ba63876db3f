"""Spaces within lines and the layout of lines."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.check import StructureCheck
from newslint.checks.either_form import either_form
from newslint.checks.registry import Declared
from newslint.checks.spaces import layout
from newslint.checks.spaces.spacing import (
    exotic_spaces,
    gaps_of,
    has_gaps,
    lost_paragraphs,
    spaces_beside_marks,
    stray_spaces,
)
from newslint.checks.spaces.spacing_style import LATIN, UNIT

CHECKS: Mapping[str, Declared] = {
    "indent": StructureCheck(layout.mixed_indents, layout.has_blanks, values=("count",), messages=("flush",)),
    "latin": either_form(LATIN),
    "line-ends": StructureCheck(layout.mixed_line_ends, layout.has_returns, values=("count",), messages=("crlf", "cr")),
    "tab": StructureCheck(layout.tabs, layout.has_tabs, values=("count",)),
    "trailing": StructureCheck(layout.trailing_blanks, layout.has_trailing_blanks, values=("count",)),
    "unit": either_form(UNIT),
    # Each space that is out of place is of one kind: see gaps.
    "exotic": StructureCheck(
        exotic_spaces, has_gaps, values=("names", "count"), messages=("indent", "many", "needless")
    ),
    "han": StructureCheck(stray_spaces, has_gaps, values=("around", "count"), messages=("clause", "through")),
    "mark": StructureCheck(spaces_beside_marks, has_gaps, values=("around", "count"), messages=("many",)),
    "padding": StructureCheck(gaps_of("padding"), has_gaps, values=("around",)),
    "paragraph": StructureCheck(lost_paragraphs, has_gaps, values=("around",), messages=("line",)),
    "several": StructureCheck(gaps_of("several"), has_gaps, values=("around",)),
    "wide": StructureCheck(gaps_of("wide"), has_gaps, values=("around",)),
}
