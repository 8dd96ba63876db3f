"""Numbers, dates and amounts that a line break cuts: 1|0000, 4月|18日, 3.|5%, 200|万人次."""

from __future__ import annotations

import math
import re

from newslint.chinese.segmentation import MEASURES, after, segment
from newslint.patterns import lazy

_NUMBER_END = lazy("(?<![0-9])([0-9]{1,12})(|[.．，年月])$")
_LAST = frozenset("0123456789.．，年月")
_NUMBER_START = lazy("([0-9]{1,12})([%％‰万亿千百个年月日米元吨℃]?)")
#: What begins anew with a number: the mark of an item (3、), a year or a season (2026年, 2023—2024), a time (16:01).
_NEW_NUMBER = lazy(
    "[0-9]{1,2}(?:[、）)]|[.．](?![0-9]))|(?:19|20)[0-9]{2}(?:[年—－~～至/-]|赛季)|[0-9]{1,2}[:：][0-9]{2}"
)
#: A number behind which no more digits can stand: a time, a score, a result.
_FULL = lazy(r"[0-9][:：][0-9]{2}$|[0-9][分秒][0-9]{1,2}$")
_MONTH_AND_DAY = lazy("(?:[0-9]月[0-9]|(?:时间|记者)[0-9])[0-9]?$")
#: What is only written behind a number: the rest of a date, digits after a zero.
_DATE_REST = lazy("日(?:[，电讯]|消息)|[万亿][余多]|年(?:[0-9]{1,2}月|[代了]|左右)|月(?:[0-9]{1,2}日|[上中下]旬)")
_AGENCY = lazy(r"^(?:本报|新华社|新华网|中新社|中新网)\w{0,8}(?<![0-9])1$")
_DATELINE = lazy("[0-2]月[0-9]{1,2}日[电讯]")
_ZERO_FIRST = lazy("0[0-9]{2}|0[0-9]*(?:[万亿个年月日米元吨人名]|[.．][0-9]+[%％])")
_WHOLE_DATE = lazy("[0-9]{1,4}年|[0-9]{1,2}月|[0-9]{1,2}日[，上下晚凌早]|[0-9]{1,2}[时点:：]")
#: First words of a line that carry on a number above it.
_UNIT = lazy(
    f"[万亿]|[余多]?[万亿]?[余多]?(?:[{''.join(sorted(MEASURES))}人]|人次|公里|小时|分钟|平方米|月[初中底末]|年[初中底末]|日[电讯])"
)
_FRACTION = lazy(r"[.．][0-9]|[%％‰℃]")
#: A number of more digits is a code.
_LONGEST = 6
#: How much the figures on both sides say for a cut, to be added to what words and page say.
CERTAIN, _LIKELY, _DOUBTFUL, LITTLE, _NOTHING = math.inf, 6.0, 3.0, 1.0, 0.0


def number_evidence(upper: str, lower: str) -> float | None:
    """Return the evidence that the break cuts a number, a date, a decimal or an amount.

    None if the figures at the break do not make one together.
    """
    head = _NUMBER_END.search(upper) if upper[-1] in _LAST else None
    if head is None or _NEW_NUMBER.match(lower) or _FULL.search(upper):
        return None
    digits, mark = head.groups()
    tail = _NUMBER_START.match(lower)
    if tail is None:
        if mark:
            return None
        if _FRACTION.match(lower) or _DATE_REST.match(lower) or (_MONTH_AND_DAY.search(upper) and lower[0] == "日"):
            return CERTAIN
        return _LIKELY if _begins_with_unit(lower) else None
    more, unit = tail.groups()
    if mark in (".", "．"):
        return CERTAIN if unit else _NOTHING
    if mark == "，":
        return LITTLE if len(more) == 3 else None
    if mark == "月":
        return CERTAIN if unit == "日" and int(more) <= 31 else None
    if mark == "年":
        return _DOUBTFUL if unit == "月" and int(more) <= 12 else None
    if len(digits) > _LONGEST and len(more) > _LONGEST:
        return None  # two telephone numbers
    if (unit == "日" and _MONTH_AND_DAY.search(upper) and int(digits + more) <= 31) or _ZERO_FIRST.match(lower):
        return CERTAIN
    if unit == "月" and _AGENCY.search(upper) and _DATELINE.match(lower):
        return CERTAIN
    if unit in ("年", "月", "日"):
        # 青鸟15|2026年 is a name and a date, 6月2|5日 is one date.
        whole = int(digits + more)
        possible = {"年": 1800 <= whole < 2100, "月": whole <= 12, "日": whole <= 31}[unit]
        year = unit == "年" and whole >= 1900 and (len(digits) != 2 or digits in ("19", "20"))
        return (CERTAIN if year else _LIKELY) if possible else None
    return _LIKELY if more[0] == "0" else _DOUBTFUL


def opens_anew_with_number(lower: str) -> bool:
    """Return True if the line begins with a whole date or time."""
    return _WHOLE_DATE.match(lower) is not None


def number_across(upper: str, lower: str) -> str:
    """Return the number that the break cuts, for the message."""
    head = re.search("[0-9０-９][0-9０-９.．，年月]*$", upper)
    tail = re.match("[0-9０-９.．，%％]*[余多]?[万亿年月日个米元℃]?", lower)
    return (head.group() if head else "") + (tail.group() if tail else "")


def _begins_with_unit(lower: str) -> bool:
    """Return True if the first word is a measure word or 万, and not the beginning of another word (日本, 年轻)."""
    text = after(lower, 0)
    if not text:
        return False
    first = text[: segment(text)[0][1]]
    return _UNIT.fullmatch(first) is not None
