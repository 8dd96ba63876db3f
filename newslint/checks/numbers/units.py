"""Units of measurement in a wrong form: symbols in the wrong case, names that are misspelt, old or incomplete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.patterns import lazy

#: Symbols of units in a case that GB 3100 does not give them, and the right one. Left out is what means something else
#: in news (CM, a stock market) or what is right for another unit (mW, Mg).
RIGHT_SYMBOLS = {
    wrong: right
    for right, forms in {
        "kg": "KG Kg kG",
        "km": "KM Km kM",
        "km/h": "KM/H KM/h Km/H Km/h km/H",
        "cm": "Cm cM",
        "mg": "MG mG",
        "mL": "ML Ml",
        "kW": "KW Kw kw",
        "kV": "KV Kv kv",
        "kPa": "KPA KPa Kpa kpa",
        "MPa": "MPA Mpa mpa",
        "kW·h": "KWH KWh Kwh kwh kWH",
        "Hz": "HZ hz",
        "kHz": "KHZ KHz Khz khz",
        "MHz": "MHZ Mhz mhz",
        "GHz": "GHZ Ghz ghz",
        "dB": "DB Db db",
        "kJ": "KJ Kj kj",
        "mmHg": "MMHG mmhg mmHG",
        "mAh": "MAH MAh Mah mah",
        "GB": "gb",
    }.items()
    for wrong in forms.split()
}
WRONG_SYMBOLS = tuple(RIGHT_SYMBOLS)
_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_NUMBER_BEFORE = lazy(r"(?<![A-Za-z0-9.,_#\-])[0-9][0-9,]*(?:\.[0-9]+)?[余多]?[万亿]? ?$")
_LONGEST_NUMBER = 14
_LONGEST_ENERGY = 24
#: The year of a course for a degree: 2023MPA.
_COURSE = lazy("(?<![0-9])20[0-9]{2}MPA$")

#: Misspelt names of units behind a number, and the right ones.
RIGHT_NAMES = {
    "公倾": "公顷",
    "平方公倾": "公顷",
    "平方公顷": "公顷",
    "平方亩": "亩",
    "平方公理": "平方公里",
    "万千万时": "万千瓦时",
    "亿千万时": "亿千瓦时",
    "毫生": "毫升",
    "立方升": "升",
    "平方升": "升",
    "千瓦/小时": "千瓦时",
    "千瓦/时": "千瓦时",
    "千瓦每小时": "千瓦时",
    "亿千瓦": "亿千瓦时",
    "万千瓦": "万千瓦时",
}
#: An amount of electric energy before its unit; 千瓦/小时 may also be a rate at which power rises.
_ENERGY = lazy(
    "(?:电量|[年月日]发电|[用耗充放省节]电|能耗)(?:[将可]?达到?|约?为|[约近超共]|超过|突破|总计|累计|仅|了|大约)*"
    r"[0-9一二两三四五六七八九十百千][0-9.,一二三四五六七八九十百千零]*[余多]?[万亿]?$"
)
WRONG_NAMES = tuple(RIGHT_NAMES)
#: Names that are no longer used, and those that are.
PRESENT_NAMES = {
    "公升": "升",
    "公尺": "米",
    "公分": "厘米",
    "公克": "克",
    "公厘": "毫米",
    "公吨": "吨",
    "平方公尺": "平方米",
    "立方公尺": "立方米",
    "吋": "英寸",
    "呎": "英尺",
    "哩": "英里",
    "浬": "海里",
    "英吋": "英寸",
    "英呎": "英尺",
    "英哩": "英里",
    "瓩": "千瓦",
    "千瓦小时": "千瓦时",
}
OLD_NAMES = tuple(PRESENT_NAMES)
#: What may stand behind 立方: units of length, and words of geometry.
_CUBED = frozenset("米厘分毫微公千英码寸尺数根体和差式形程律星")
#: What stands behind 平方 where it is short for 平方米; 3平方等于9 is arithmetic.
_SQUARE_METRE_BEFORE = frozenset("，。；、）的左以大\n")
#: A measure of something, as 长120 or 长约120, and another with its unit.
DIMENSIONS = tuple(word + digit for word in "长宽高深厚" for digit in "0123456789约")
_DIMENSION = lazy(
    r"[长宽高深厚]约?([0-9]+(?:\.[0-9]+)?)(?=[、，]?[长宽高深厚]约?[0-9]+(?:\.[0-9]+)?(厘米|毫米|公里|千米|米|尺|丈))"
)
#: With one of these before them the words are parts of others: 增长, 市长, 最高.
_OTHER_DIMENSION = frozenset("身工期队市县部校院处局增班提更最")
#: What makes an old name the beginning of a word: 三公分布.
_NO_NAME_BEFORE = frozenset("之数布裂子成制离母")
#: What stands before a unit.
_COUNTING = frozenset("0123456789一二两三四五六七八九十百千万亿几余多半每")


def wrong_symbols(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the symbols of units in the wrong case behind a number: 35KG, 10Kw."""
    view = document.view
    reached = 0
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if hit.start < reached or view[hit.end : hit.end + 1] in _LETTERS or view[hit.end : hit.end + 1].isdigit():
            continue
        before = view[max(0, hit.start - _LONGEST_NUMBER) : hit.start]
        if _NUMBER_BEFORE.search(before) is not None and _COURSE.search(view, max(0, hit.start - 5), hit.end) is None:
            reached = hit.end
            yield Match(hit.start, hit.end, RIGHT_SYMBOLS[WRONG_SYMBOLS[hit.anchor]])


def misspelt_names(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the misspelt names of units behind a number: 30公倾, 56万千万时."""
    view = document.view
    for hit in hits:
        wrong = WRONG_NAMES[hit.anchor]
        if "千瓦" in wrong:
            whole = view[hit.end : hit.end + 1] not in tuple("时小·/每")
            if not whole or _ENERGY.search(view, max(0, hit.start - _LONGEST_ENERGY), hit.start) is None:
                continue
        if _is_measure(view, hit.start):
            yield Match(hit.start, hit.end, RIGHT_NAMES[wrong])


def obsolete_names(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the names of units behind a number that are no longer used: 45公升, 55吋."""
    view = document.view
    for hit in hits:
        if _is_measure(view, hit.start) and view[hit.end : hit.end + 1] not in _NO_NAME_BEFORE:
            yield Match(hit.start, hit.end, PRESENT_NAMES[OLD_NAMES[hit.anchor]])


def cubic_metres(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield 立方 and 平方 behind a number without the unit that they are the cube and the square of: 500立方."""
    view = document.view
    for hit in hits:
        behind = view[hit.end : hit.end + 1]
        is_bare = behind in _SQUARE_METRE_BEFORE if hit.anchor else behind not in _CUBED
        if is_bare and _is_measure(view, hit.start):
            yield Match(hit.start, hit.end, view[hit.start : hit.end] + "米")


def missing_units(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the first of two measures if only the second has its unit: 长120、宽15米."""
    view = document.view
    for hit in hits:
        found = None if view[hit.start - 1 : hit.start] in _OTHER_DIMENSION else _DIMENSION.match(view, hit.start)
        if found is not None:
            yield Match(found.start(), found.end(), found[0] + found[2])


def lost_superscripts(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the symbols of areas and volumes whose superscript has come down: 54m2, 12元/m3."""
    view = document.view
    for hit in hits:
        start = hit.start - (view[hit.start - 1 : hit.start] in tuple("kcdmh"))
        before = view[max(0, start - _LONGEST_NUMBER) : start]
        behind = view[hit.end : hit.end + 1]
        if behind in _LETTERS or behind in tuple("0123456789.-_"):
            continue
        if before.endswith("/") or _NUMBER_BEFORE.search(before) is not None:
            yield Match(start, hit.end, view[start : hit.end - 1] + "²³"[hit.anchor])


def _is_measure(view: str, at: int) -> bool:
    """Whether a number ends at ``at``, or before a space there."""
    at -= view.startswith(" ", at - 1) if at else 0
    return at > 0 and view[at - 1] in _COUNTING


CHECKS: Mapping[str, Declared] = {
    "cubic-metre": AnchorCheck(cubic_metres, ("立方", "平方")),
    "lost-superscript": AnchorCheck(lost_superscripts, ("m2", "m3")),
    "misspelt-unit": AnchorCheck(misspelt_names, WRONG_NAMES),
    "obsolete-unit": AnchorCheck(obsolete_names, OLD_NAMES),
    "unit-missing": AnchorCheck(missing_units, DIMENSIONS),
    "unit-symbol": AnchorCheck(wrong_symbols, WRONG_SYMBOLS),
}
