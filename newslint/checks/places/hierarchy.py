"""Places named from the larger to the smaller: 太原市清徐县, 山西省长治市, 山西长治市."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.chinese import divisions
from newslint.chinese.characters import is_han
from newslint.chinese.homophones import sound_alike
from newslint.chinese.segmentation import stands_alone
from newslint.document import Document
from newslint.document.spans import surroundings
from newslint.finding import Severity
from newslint.patterns import lazy

#: What the name of a larger place ends with, and what stands for a province without an ending.
LARGER = ("省", "市", "州", "盟", "地区", "自治区", *divisions.SHORT_PROVINCES)
_ENDINGS = 6
#: How long names with these endings may be, and short names before them.
_LENGTHS = ((3, 4), (3, 5), (3, 11), (3, 5), (4, 6), (5, 8))
_SHORT_LENGTHS = ((2, 3), (2, 3, 4), (2, 3, 4), (2, 3, 4), (2, 3, 4), (2, 3))

#: Cities without districts: what is called 区 there is a street or a zone.
_WITHOUT_DISTRICTS = frozenset(("东莞市", "中山市", "儋州市", "嘉峪关市", "三沙市"))
#: A zone with a name that sounds like that of the district around it.
_ZONES = frozenset(("杨凌区",))
#: A district with a short name of these only (新城区, 港口区) may be a part of any city.
_GENERIC = frozenset("东南西北中上下新老旧城市郊矿江河湖山海港桥口关")
#: Districts whose names are also words for a kind of zone: 山东解放区, 太原市郊区.
ZONE_WORDS = frozenset("解放区 公园区 露天区 动力区 工农区 新市区 市郊区 郊区 城区 矿区 林区 特区".split())
#: What follows when the last character of a name belongs to another word: 区域, 市场, 县级.
_GOES_ON = {
    "区": "域间位别分块片号段划级",
    "市": "场容值面级直",
    "县": "级",
    "旗": "下舰帜手号袍",
    "州": "",
    "盟": "友",
}
_PEOPLES = ("壮族", "回族", "维吾尔")
#: A province and a prefecture, or two prefectures, have these names.
_OF_ONE_NAME = ("吉林", "海南")
#: Counties become cities and districts, but not the other way round.
_LATER = "县旗市区"
#: A sentence that speaks of the past, or of a change.
_PAST = lazy(
    "原属|旧属|时属|曾属|历史上(?![最首第罕])|民国|[汉唐宋元明清古]代|[汉唐宋元明清]朝|[清明]末|清初|抗战|抗日|解放战争|解放前|红军|八路军|新四军|边区|根据地|县志|府志|划归|划入|划出|隶属|改属|改隶|并入|代管|托管|飞地|析置"
)
#: A clause that speaks of help between two places, or of people from elsewhere.
_ABROAD = lazy("援|帮扶|对口|结对|协作|挂职|商会|同乡|联谊|联络处|办事处|合作区|共建")
#: How much of a sentence is looked at before and behind a place, in characters.
_FARTHEST = 200
#: What may begin with the name of a county.
_PLACE = lazy(f"[^省\\s，。、；：！？“”‘’（）《》]{{1,14}}[{divisions.SUFFIXES}]")
_OLD_YEAR = lazy(r"(?<![0-9])1[0-9](?:[0-7][0-9]|8[0-4])年(?!以?来|以?后)")


class Pair(NamedTuple):
    """A place directly behind the larger one in which it is said to lie.

    ``larger`` and ``smaller`` are their names, ``codes`` the codes that the larger one has or had, ``known`` what is
    known of divisions named like the smaller one. The spans of the names are ``opens`` to ``start`` to ``end``.
    """

    larger: str
    smaller: str
    opens: int
    start: int
    end: int
    codes: Sequence[str]
    known: Sequence[str]


def pairs(document: Document, hits: Sequence[Hit]) -> Sequence[Pair]:
    """Return the places that stand directly behind a larger one, in order; worked out once, for all have these hits."""
    found = document.once(_not_yet_found)
    if not found:
        found.append(tuple(_pairs(document, hits)))
    return found[0]


def _not_yet_found(document: Document) -> list[Sequence[Pair]]:
    return []


def _pairs(document: Document, hits: Sequence[Hit]) -> Iterator[Pair]:
    view, at = document.view, -1
    for number, _, end in hits:
        # Asked before the table is: 太原市委 goes on with no other place.
        if end <= at or not _PLACE.match(view, end):
            continue
        larger, codes = _larger_before(view, end, number)
        smaller = _lower_at(view, end) if codes else ""
        if smaller:
            at = end
            yield Pair(larger, smaller, end - len(larger), end, end + len(smaller), codes, _codes_of(smaller))


def wrong_uppers(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the larger places that never had the smaller one behind them: 长治市清徐县, 山西省石家庄市."""
    for pair in pairs(document, hits):
        if not pair.known or any(code.startswith(tuple(pair.codes)) for code in pair.known):
            continue
        if _is_list(pair) or _may_be_part(pair) or not _is_read_so(document, pair):
            continue
        homes = _homes(pair.smaller)
        if len(homes) <= 3:
            values = {"larger": pair.larger, "smaller": pair.smaller, "home": "、".join(homes)}
            yield Match(pair.opens, pair.end, values=values)


def wrong_kinds(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the places that are of another kind: 太原市清徐市, which is a county."""
    for pair in pairs(document, hits):
        name = pair.smaller
        if pair.known or len(name) < 3 or name[-1] not in _LATER:
            continue
        own = [
            division.name
            for kind in _LATER
            for division in divisions.counties(name[:-1] + kind)
            if division.until is None and division.code.startswith(tuple(pair.codes))
        ]
        if len(own) == 1 and _is_read_so(document, pair):
            later = _LATER.index(name[-1]) > _LATER.index(own[0][-1])
            severity = Severity.INFO if later else None
            yield Match(pair.start, pair.end, own[0], values={"larger": pair.larger}, severity=severity)


def misspelt(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the names that sound like that of a place under the larger one: 太原市杏花玲区."""
    for pair in pairs(document, hits):
        name = pair.smaller
        if pair.known or len(name) < 3 or name in _ZONES:
            continue
        alike = [
            division.name
            for division in divisions.similar(name)
            if division.code.startswith(tuple(pair.codes)) and all(map(_sound_alike, division.name, name))
        ]
        if len(alike) == 1 and _is_read_so(document, pair):
            yield Match(pair.start, pair.end, alike[0])


def named_twice(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the short names before the full name of the same place: 山西山西省, 太原太原市."""
    view = document.view
    for number, start, end in hits:
        if number == _ENDINGS - 1:
            # The people stands between 广西 and 自治区.
            start -= next((len(people) for people in _PEOPLES if view.endswith(people, 0, start)), 0)
        for size in _SHORT_LENGTHS[number]:
            if view[start - size - 1 : start - size] != view[start - 1 : start]:
                continue
            short, opens = start - size, start - 2 * size
            if opens < 0 or view[opens:short] != view[short:start] or view[short:start] in _OF_ONE_NAME:
                continue
            if divisions.uppers(view[short:end]) and stands_alone(view, opens, short):
                yield Match(opens, end, view[short:end])


#: Autonomous regions that were provinces until the fifties, and cities that never were.
NO_PROVINCES = {
    "广西省": "广西壮族自治区",
    "内蒙古省": "内蒙古自治区",
    "宁夏省": "宁夏回族自治区",
    "新疆省": "新疆维吾尔自治区",
    "西藏省": "西藏自治区",
    "北京省": "北京市",
    "上海省": "上海市",
    "天津省": "天津市",
    "重庆省": "重庆市",
}


def no_provinces(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield autonomous regions and municipalities that are called provinces: 广西省."""
    view = document.view
    for _, start, end in hits:
        name = view[start:end]
        # 北京省委大院, 从新疆省亲归来, 途经广西省道
        if view[end : end + 1] in tuple("亲道界吃钱时级份部部立直") or not _speaks_of_today(view, start, end):
            continue
        if stands_alone(view, start, end):
            yield Match(start, end, NO_PROVINCES[name])


def _larger_before(view: str, end: int, number: int) -> tuple[str, Sequence[str]]:
    """Return the name of a province or prefecture that ends at ``end`` with its codes: the longest one with the ending
    ``number`` of ``LARGER``.
    """
    if number >= _ENDINGS:
        return LARGER[number], [divisions.province(LARGER[number])]
    shortest, longest = _LENGTHS[number]
    for size in range(min(longest, end), shortest - 1, -1):
        name = view[end - size : end]
        if codes := divisions.uppers(name):
            return name, codes
    return "", []


def _lower_at(view: str, start: int) -> str:
    """Return the name of a place that begins at ``start``: the longest known one, or what its first ending ends."""
    shortest = found = ""
    for at in range(start, min(start + divisions.LONGEST, len(view))):
        char = view[at]
        if not is_han(char) or char == "省":
            break
        if char in divisions.SUFFIXES and at > start and view[at + 1 : at + 2] not in tuple(_GOES_ON.get(char, "")):
            name = view[start : at + 1]
            shortest = shortest or name
            if _codes_of(name):
                found = name
    return found or shortest


def _codes_of(name: str) -> list[str]:
    return [division.code for division in divisions.counties(name)] + list(divisions.uppers(name))


def _is_list(pair: Pair) -> bool:
    """Return True if the two are of one level, so that a mark between them has been left out."""
    return min(map(len, pair.known)) <= min(map(len, pair.codes))


def _may_be_part(pair: Pair) -> bool:
    """Return True if the smaller name may also be that of a zone or a street."""
    if pair.smaller[-1] != "区":
        return len(pair.smaller) == 2
    if pair.smaller in ZONE_WORDS:
        return True
    return pair.larger in _WITHOUT_DISTRICTS or (len(pair.smaller) < 4 and _GENERIC.issuperset(pair.smaller[:-1]))


def _is_read_so(document: Document, pair: Pair) -> bool:
    """Return True if the words are proved to be these names, in a sentence that speaks of today's divisions."""
    view = document.view
    clause = surroundings(view, pair.opens, pair.end, "，。！？；：\n", _FARTHEST)
    return (
        _speaks_of_today(view, pair.opens, pair.end)
        and not _ABROAD.search(view, *clause)
        and stands_alone(view, pair.opens, pair.start)
    )


def _speaks_of_today(view: str, start: int, end: int) -> bool:
    opens, closes = surroundings(view, start, end, "。！？；\n", _FARTHEST)
    return not _PAST.search(view, opens, closes) and not _OLD_YEAR.search(view, opens, closes)


def _homes(name: str) -> list[str]:
    """Return the names of what the divisions called ``name`` lie under, or once did if there are none any more."""
    found = divisions.counties(name)
    codes = [county.code for county in found if county.until is None] or [county.code for county in found]
    # Counties that belong to no prefecture have a code of one, without a name.
    uppers = [divisions.at_code(code[:4]) or divisions.at_code(code[:2]) for code in codes]
    return list(dict.fromkeys(uppers)) or [divisions.at_code(code[:2]) for code in divisions.uppers(name)]


def _sound_alike(one: str, other: str) -> bool:
    return one == other or sound_alike(one, other)


CHECKS: Mapping[str, Declared] = {
    "misspelt": AnchorCheck(misspelt, LARGER),
    "named-twice": AnchorCheck(named_twice, LARGER[:_ENDINGS]),
    "no-province": AnchorCheck(no_provinces, tuple(NO_PROVINCES)),
    "wrong-kind": AnchorCheck(wrong_kinds, LARGER, values=("larger",)),
    "wrong-upper": AnchorCheck(wrong_uppers, LARGER, values=("larger", "smaller", "home")),
}
