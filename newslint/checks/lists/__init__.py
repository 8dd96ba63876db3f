"""Lists: their ordinals, marks and counts."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.check import AnchorCheck
from newslint.checks.lists import enumeration_marks as marks
from newslint.checks.lists import enumeration_numbers as numbers
from newslint.checks.lists.enumeration import list_check
from newslint.checks.lists.listed_count import ANCHORS, short_count
from newslint.checks.lists.nested_list import nested_lists
from newslint.checks.registry import Declared
from newslint.chinese.posts import ENDINGS

CHECKS: Mapping[str, Declared] = {
    "comma-after-shi": list_check(numbers.comma_after_shi, values=["ordinal"]),
    "comma-head": list_check(marks.comma_head, values=["ordinal"]),
    "gap": list_check(numbers.gap, values=["before", "right"], messages=["again", "before"]),
    "lost-shi": list_check(numbers.lost_shi, values=["neighbour"]),
    "mixed-forms": list_check(numbers.mixed_forms, values=["mate"], messages=["mate"]),
    "mixed-separators": list_check(marks.mixed_separators, values=["ordinal", "right"], messages=["other"]),
    "mixed-signs": list_check(numbers.mixed_signs, values=["mate"], messages=["mate"]),
    "nested": AnchorCheck(nested_lists, ENDINGS),
    "number-comma": list_check(numbers.number_comma),
    "orphan": list_check(numbers.orphan, values=["missing"]),
    "reversed-level": list_check(numbers.reversed_level, values=["outer"], messages=["outer"]),
    "short-count": AnchorCheck(short_count, ANCHORS, values=["listed"]),
    "stop-inside": list_check(marks.stop_inside, values=["ordinal", "stop"], messages=["stop"]),
    "wrong-count": list_check(marks.wrong_count, values=["given", "last"], messages=["last"]),
    "wrong-mark": list_check(numbers.wrong_mark, values=["ordinal", "right"]),
}
