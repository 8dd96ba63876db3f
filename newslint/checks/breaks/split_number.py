"""Numbers, dates and amounts that a line break cuts: 1|0000, 4月|18日, 3.|5%, 200|万人次."""

from __future__ import annotations

import math
import re

from newslint.chinese.segmentation import MEASURES, after, segment
from newslint.patterns import lazy

_NUMBER_END = lazy("(?<![0-9])([0-9]{1,12})(|[.．，年月])$")
_LAST = frozenset("0123456789.．，年月")
_NUMBER_START = lazy("([0-9]{1,12})([%％‰万亿千百个年月日米元吨℃]?)")
#: First words of a line that carry on a number above it.
_UNIT = lazy(
    f"[余多]?[万亿]?[余多]?(?:[{''.join(sorted(MEASURES))}人]|人次|公里|小时|分钟|平方米|月[初中底末]|年[初中底末]|日[电讯])?"
)
_FRACTION = lazy(r"[.．][0-9]|[%％‰℃]")
#: A number of more digits is a code.
_LONGEST = 6
#: How much the figures on both sides say for a cut, to be added to what words and page say.
_CERTAIN, _LIKELY, _DOUBTFUL, _POOR, _NOTHING = math.inf, 6.0, 3.0, 1.0, 0.0


def number_evidence(upper: str, lower: str) -> float | None:
    """Return the evidence that the break cuts a number, a date, a decimal or an amount.

    None if the figures at the break do not make one together.
    """
    head = _NUMBER_END.search(upper) if upper[-1] in _LAST else None
    if head is None:
        return None
    digits, mark = head.groups()
    tail = _NUMBER_START.match(lower)
    if tail is None:
        if mark:
            return None
        return _CERTAIN if _FRACTION.match(lower) else _LIKELY if _begins_with_unit(lower) else None
    more, unit = tail.groups()
    if mark in (".", "．"):
        return _CERTAIN if unit else _NOTHING
    if mark == "，":
        return _POOR if len(more) == 3 else None
    if mark == "月":
        return _CERTAIN if unit == "日" and int(more) <= 31 else None
    if mark == "年":
        return _DOUBTFUL if unit == "月" and int(more) <= 12 else None
    if len(digits) > _LONGEST and len(more) > _LONGEST:
        return None  # two telephone numbers
    if unit in ("年", "月", "日"):
        # 青鸟15|2026年 is a name and a date, 6月2|5日 is one date.
        whole = int(digits + more)
        possible = {"年": 1800 <= whole < 2100, "月": whole <= 12, "日": whole <= 31}[unit]
        return _LIKELY if possible else None
    return _LIKELY if more[0] == "0" else _DOUBTFUL


def number_across(upper: str, lower: str) -> str:
    """Return the number that the break cuts, for the message."""
    head = re.search("[0-9０-９.．，年月]+$", upper)
    tail = re.match("[0-9０-９.．，%％]*[万亿年月日个米元℃]?", lower)
    return (head.group() if head else "") + (tail.group() if tail else "")


def _begins_with_unit(lower: str) -> bool:
    """Return True if the first word is a measure word or 万, and not the beginning of another word (日本, 年轻)."""
    text = after(lower, 0)
    if not text:
        return False
    first = text[: segment(text)[0][1]]
    return _UNIT.fullmatch(first) is not None
