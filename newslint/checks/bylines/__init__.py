"""Bylines, datelines and the names in them."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.bylines import issue_date, names, second_head, slips
from newslint.checks.bylines.habits import ASPECTS
from newslint.checks.bylines.name_variants import name_variants
from newslint.checks.bylines.style import style_check
from newslint.checks.check import AnchorCheck, StructureCheck
from newslint.checks.registry import Declared

CHECKS: Mapping[str, Declared] = {
    "bracket-width": StructureCheck(slips.brackets_of_two_widths, gate=slips.has_odd_brackets),
    "brackets": style_check("brackets"),
    "dateline-future": StructureCheck(issue_date.future_datelines, gate=issue_date.is_dated, values=("issued",)),
    "dateline-order": StructureCheck(slips.recorded("dateline-order"), gate=slips.has_slips),
    "duplicate-name": StructureCheck(slips.duplicate_names, gate=slips.has_slips, messages=("first",)),
    "glued-names": StructureCheck(slips.glued_names, gate=slips.has_slips),
    "name-separator": style_check("name-separator"),
    "name-variant": name_variants,
    "padding": style_check("padding"),
    "picture-order": style_check("picture-order"),
    "role-order": style_check("role-order"),
    "role-separator": style_check("role-separator"),
    "role-space": style_check("role-space"),
    "role-typo": StructureCheck(slips.recorded("role-typo"), gate=slips.has_slips),
    "roster-alike": names.roster_check(names.alike, messages=("several",)),
    "roster-near": names.roster_check(names.near),
    "second-head": AnchorCheck(second_head.second_heads, anchors=(second_head.HEAD,)),
    "stray-mark": StructureCheck(slips.stray_marks, gate=slips.has_slips),
    "unclosed": StructureCheck(slips.unclosed_brackets, gate=slips.has_slips_or_open_brackets),
    "unopened": StructureCheck(slips.recorded("unopened"), gate=slips.has_slips),
    "weekday": AnchorCheck(issue_date.wrong_weekdays, anchors=("星期", "周"), values=("date", "named")),
}

#: The checks that take the style of bylines which a house lays down.
STYLE_CHECKS = tuple(f"bylines.{aspect}" for aspect in ASPECTS)
#: The checks that take a roster of people.
ROSTER_CHECKS = ("bylines.name-variant", "bylines.roster-alike", "bylines.roster-near")
