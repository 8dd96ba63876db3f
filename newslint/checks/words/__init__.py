"""Words that only the whole article shows to be wrong: written in two ways, announced and not used, out of date."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.check import AnchorCheck, StructureCheck
from newslint.checks.registry import Declared
from newslint.checks.words import latin_case, renamed, short_names, surname_title

CHECKS: Mapping[str, Declared] = {
    "latin-case": StructureCheck(
        latin_case.latin_in_two_cases, gate=latin_case.has_latin, values=["other"], messages=["other"]
    ),
    "renamed": renamed.renamed_check,
    "short-name-twice": AnchorCheck(
        short_names.defined_twice, short_names.SIGNS, values=["name", "other"], messages=["first"]
    ),
    "short-name-unused": AnchorCheck(short_names.never_used, short_names.SIGNS, values=["name"]),
    "surname-title": AnchorCheck(surname_title.surname_and_title, surname_title.TITLES, messages=["first"]),
}
