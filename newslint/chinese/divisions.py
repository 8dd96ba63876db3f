"""The administrative divisions of China: provinces, prefectures and counties since 1984, and under which each one lies.

The table (``data/divisions.txt``; source, years and licences in ``data/README.md``) is read when a question is first
asked. A division has a code of two (province), four (prefecture) or six digits (county, city or district of that
level), which begins with the code of the division that it lies under; districts of Beijing, Tianjin, Shanghai and
Chongqing lie directly under them. A code that no longer holds has a last year.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from os.path import dirname, join
from typing import NamedTuple

#: The last year that the table knows.
LAST_YEAR = 2025
#: The last characters of the names of prefectures and counties.
SUFFIXES = "市区县州盟旗"
#: Names of provinces as they are used without 省 or 自治区.
SHORT_PROVINCES = (
    "北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 "
    "重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆"
).split()
#: The longest name: 双江拉祜族佤族布朗族傣族自治县.
LONGEST = 15

_PATH = join(dirname(__file__), "data", "divisions.txt")
#: What says what a province or prefecture is, longer words before those that end them.
_KINDS = ("维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "地区", "省", "市", "州", "盟")


class Division(NamedTuple):
    """A name of a division with its code, and the last year in which it held; None if it still holds."""

    name: str
    code: str
    until: int | None


@lru_cache(maxsize=1024)
def uppers(name: str) -> Sequence[str]:
    """Return the codes of the provinces and prefectures that have or had the full name ``name`` (太原市, 延边州).

    A prefecture that was made of another one of the same name (荆州市 of 荆州地区) has the codes of both.
    """
    if name not in _upper_names():
        return []
    short = stem(name)
    return _codes(name, ("",)) if short == name else _codes(short, _KINDS)


@lru_cache(maxsize=64)
def province(short: str) -> str:
    """Return the code of the province with the short name ``short`` (山西), or ""."""
    return next((code for code in _codes(short, _KINDS) if len(code) == 2), "")


@lru_cache(maxsize=1024)
def counties(name: str) -> Sequence[Division]:
    """Return the counties, cities and districts of that level that have or had the name ``name``.

    Autonomous counties are also found by their short names: 漾濞县 for 漾濞彝族自治县.
    """
    found = []
    for line in _lines_from(name[:-1]):
        full, *entries = line.split(" ")
        if full == name or full.endswith("自治" + name[-1]):
            found += [_division(full, entry) for entry in entries]
    return found


@lru_cache(maxsize=256)
def similar(name: str) -> tuple[Division, ...]:
    """Return the present divisions whose names have one other character than ``name``, but not the last one."""
    lines = _lines_from(name[0])
    # Another first character: a line feed, any character, and the rest of the name.
    text, rest = _text()[1], name[1:] + " "
    at = text.find(rest)
    while at >= 0:
        if text[at - 2 : at - 1] == "\n":
            lines.append(text[at - 1 : text.index("\n", at)])
        at = text.find(rest, at + 1)
    found: list[Division] = []
    for line in lines:
        full, *entries = line.split(" ")
        if len(full) == len(name) and sum(map(str.__ne__, full[:-1], name)) == 1 and full[-1] == name[-1]:
            found += [_division(full, entry) for entry in entries if "-" not in entry]
    return tuple(found)


@lru_cache(maxsize=256)
def at_code(code: str) -> str:
    """Return the present name of the division with ``code``, or ""."""
    if len(code) < 6:
        return next((upper.name for upper in _all_uppers() if upper.code == code and upper.until is None), "")
    line = re.search(rf"^(\S+)(?: \S+)*? {code}(?=\s)", _text()[1], re.MULTILINE)
    return line[1] if line else ""


def stem(name: str) -> str:
    """Return the name of a province or prefecture without what says what it is: 太原 of 太原市."""
    kind = next((kind for kind in _KINDS if name.endswith(kind)), "")
    return name.removesuffix(kind)


@cache
def former() -> Mapping[str, Division]:
    """Return the divisions whose name no division has any more, by their names; the last one of several."""
    found = {upper.name: upper for upper in _all_uppers() if upper.until is not None}
    # 白沙县 is now the short name of 白沙黎族自治县.
    autonomous = {line[:size] for line in _lines() if "自治" in line for size in range(2, line.index("自治"))}
    for line in _lines():
        name, *entries = line.split(" ")
        if not all("-" in entry for entry in entries):
            found.pop(name, None)
        elif name[:-1] not in autonomous:
            found[name] = max([_division(name, entry) for entry in entries], key=lambda old: old.until or 0)
    for upper in _all_uppers():
        if upper.until is None:
            found.pop(upper.name, None)
    return found


@cache
def _text() -> tuple[str, str]:
    """Return the two halves of the table: provinces and prefectures by code, counties by name."""
    with open(_PATH, encoding="utf-8") as file:
        upper, lower = file.read().split("\n\n")
    return upper + "\n", lower


@cache
def _upper_names() -> frozenset[str]:
    """Return the names of provinces and prefectures: most of what ends like one is none."""
    return frozenset(entry.partition("-")[0] for entry in _text()[0].split())


@cache
def _lines() -> list[str]:
    return _text()[1].splitlines()


def _lines_from(head: str) -> list[str]:
    """Return the lines of counties that begin with ``head``."""
    lines = _lines()
    return lines[bisect_left(lines, head) : bisect_left(lines, head + "\U0010ffff")]


@cache
def _all_uppers() -> list[Division]:
    found = []
    for line in _text()[0].splitlines()[1:]:
        code, *entries = line.split(" ")
        for entry in entries:
            name, _, until = entry.partition("-")
            found.append(Division(name, code, int(until) if until else None))
    return found


@lru_cache(maxsize=512)
def _codes(name: str, kinds: tuple[str, ...]) -> list[str]:
    """Return the codes of the provinces and prefectures whose names are ``name`` and one of ``kinds``."""
    text, found = _text()[0], []
    at = text.find(" " + name)
    while at >= 0:
        end = at + len(name) + 1
        for kind in kinds:
            if text.startswith(kind, end) and text[end + len(kind)] in " -\n":
                start = text.rfind("\n", 0, at) + 1
                found.append(text[start : text.index(" ", start)])
                break
        at = text.find(" " + name, at + 1)
    return found


def _division(name: str, entry: str) -> Division:
    code, _, until = entry.partition("-")
    return Division(name, code, int(until) if until else None)
