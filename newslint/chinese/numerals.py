"""Chinese numerals to whole numbers and back.

Reads what newspapers write as a whole number: 十二, 两百零五, 三万六千, 二〇二六, 廿三, 12, １２, 3万. An approximate
number (三四, 十七八) and one that breaks the grammar of numerals (十百, 二三十) are not accepted.
"""

from __future__ import annotations

import re

from newslint.patterns import lazy

#: The digits of numerals and their values.
DIGITS = {
    char: value
    for value, chars in enumerate(("零〇○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"))
    for char in chars
}
_SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_GREAT = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
#: The units of ``number_value``, greatest first.
_UNITS = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_ARABIC = lazy(r"[0-9０-９]+")
_ZEROS = "零〇○"
_WRITTEN = "零一二三四五六七八九"
_LIMIT = 10**12
_LONGEST = 40


def chinese_to_int(text: str) -> int:
    """Return the whole number that ``text`` writes in Chinese or Arabic digits; raises ``ValueError`` if there is none.

    Three or more bare digits are read one by one (二〇二六); two are not, because 三四 means "three or four", unless
    one of them is a zero.
    """
    if _ARABIC.fullmatch(text):
        return int(text)
    if text and all(char in DIGITS for char in text):
        if len(text) == 1 or len(text) > 2 or any(char in _ZEROS for char in text):
            return int("".join(str(DIGITS[char]) for char in text))
        raise ValueError(f"{text!r} is an approximate number")
    total = _section(text, 0)
    if total is None:
        raise ValueError(f"{text!r} is not a Chinese numeral")
    return total


def number_value(text: str) -> float | None:
    """Return the number that ``text`` writes in figures, in Han numerals or in both (1,200, 三万, 0.5亿, 2万4千), or
    None if it writes no definite one.
    """
    if len(text) > _LONGEST:
        return None
    if text.isascii():
        try:
            return float(text.replace(",", ""))
        except ValueError:
            return None
    if not any(char.isascii() for char in text):
        try:
            return chinese_to_int(text)
        except ValueError:
            return None
    char = next((char for char in _UNITS if char in text), None)
    if char is None:
        return None
    head, _, tail = text.rpartition(char)
    above, below = number_value(head), number_value(tail.lstrip("零")) if tail else 0
    if above is None or below is None or below >= _UNITS[char]:
        return None
    return round(above * _UNITS[char] + below, 6)


def int_to_chinese(number: int) -> str:
    """Return ``number`` as a Chinese numeral: 12 is 十二, 205 is 二百零五. Raises ``ValueError`` unless it is 0 to
    999,999,999,999.
    """
    if not 0 <= number < _LIMIT:
        raise ValueError(f"{number} is not between 0 and {_LIMIT - 1}")
    if number == 0:
        return "零"
    written = _write(number)
    return written[1:] if written.startswith("一十") else written


def _section(text: str, level: int) -> int | None:
    """Return the value of a numeral with 亿 (level 0), up to 万 (1), or up to 千 (2); None if it is not a numeral."""
    if not text:
        return None
    if level == 2:
        return int(text) if _ARABIC.fullmatch(text) else _below_ten_thousand(text)
    unit = next((char for char in text if char in _GREAT and _GREAT[char] == (10**8, 10**4)[level]), None)
    if unit is None:
        return _section(text, level + 1)
    head, _, tail = text.partition(unit)
    above = _section(head, level + 1)
    below = _section(tail, level + 1) if tail else 0
    if not above or below is None:
        return None
    # In speech 三万六 is 36,000; a written numeral has the unit or a zero, so a bare digit here is not accepted.
    return None if tail and len(tail) == 1 and tail in DIGITS else above * _GREAT[unit] + below


def _below_ten_thousand(text: str) -> int | None:
    text = re.sub("^廿", "二十", re.sub("^卅", "三十", text))
    total = 0
    digit: int | None = None
    last = 10**4
    zero = False
    for index, char in enumerate(text):
        if char in _SMALL:
            unit = _SMALL[char]
            if digit is None:
                # Only a ten may lack its digit, and only at the front: 十二, not 百零五.
                if unit != 10 or index:
                    return None
                digit = 1
            if unit >= last or not digit:
                return None
            total += digit * unit
            last, digit, zero = unit, None, False
        elif char in _ZEROS:
            if digit is not None or zero:
                return None
            zero = True
        elif char in DIGITS:
            if digit is not None:
                return None
            digit = DIGITS[char]
        else:
            return None
    if digit is None:
        return None if zero and last != 10**4 else total
    return total + digit if last in (10, 10**4) or zero else None


def _write(number: int) -> str:
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if number >= unit:
            head, rest = divmod(number, unit)
            link = "零" if rest and rest * 10 < unit else ""
            return _write(head) + name + link + (_write(rest) if rest else "")
    return _WRITTEN[number]
