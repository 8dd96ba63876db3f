"""Divisions that were renamed or dissolved, in issues of later years: 襄樊市 after 2010."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.check import Match, StructureCheck
from newslint.checks.gates import is_dated
from newslint.checks.places.hierarchy import ZONE_WORDS
from newslint.checks.registry import Declared
from newslint.chinese import divisions
from newslint.chinese.divisions import Division
from newslint.chinese.segmentation import stands_alone
from newslint.document import Document
from newslint.document.spans import surroundings
from newslint.patterns import lazy

#: What the names of former divisions end with.
_ENDING = lazy("[市区县旗盟]")

#: A zone of any city may have a name of these: 西郊区, 南城区.
_ZONES = frozenset("东南西北中新老旧城市郊矿区")
_STOPS = "。！？；\n"
#: Words of a sentence about the past, wherever they stand in it: 来到密云县，当时的县长姓田.
_PAST = lazy(
    "前身|时任|曾|当时|那时|旧|历任|更名|改[名称为设]|年代|(?<![实出发表体展呈涌重兑再])现(?![场代象实金状有在身提])|"
    "今(?![年天日后晚晨早起明春夏秋冬])|老(?!人|师|百姓|乡|年|板)|出生|籍贯|生于|人氏|[任担]任|民国|清代|明代|抗日|战争|烈士|起义"
)
#: Words that may speak of other things where they stand in a clause behind the name: …，此前一天发布了消息.
_PAST_NEARBY = lazy(
    "(?<![平草中高还])原(?![因则来料本理创木有汁油材告始野子])|此前|之前|以前|合并|组建|撤|并入|成立|设立|时期|历史|解放(?!军)|革命"
)
#: 铜山县人: somebody's place of birth keeps the name of then.
_NATIVE = lazy("人(?![\u4e00-\u9fff])")
_YEAR = lazy(r"(?<![0-9])((?:19|20)[0-9]{2})年")
#: How much of a sentence is looked at before and behind a name, in characters.
_FARTHEST = 200
#: The longest name that is looked for: names of autonomous counties are hardly ever in use as a whole.
_LONGEST = 7


def renamed(document: Document) -> Iterator[Match]:
    """Yield the names that no division had any more in the year before the issue, or later."""
    issued = document.issued
    if issued is None:
        return
    view, former = document.view, divisions.former()
    for ending in _ENDING.finditer(view):
        end = ending.end()
        for size in range(min(_LONGEST, end), 2, -1):
            old = former.get(view[end - size : end])
            # 昌都地区 is also the country around the city.
            if old is None or old.name.endswith("地区"):
                continue
            start, year = end - size, (old.until or 0) + 1
            # The table knows the year only: an issue of the next one is surely later.
            later = issued.year > min(year, divisions.LAST_YEAR)
            if (
                later
                and _is_meant(view, start, old)
                and _speaks_of_now(view, start, end, year)
                and stands_alone(view, start, end)
            ):
                yield _match(old, start, end, year)
            break


def _match(old: Division, start: int, end: int, year: int) -> Match:
    new = _successor(old)
    values = {"since": min(year, divisions.LAST_YEAR)}
    return Match(start, end, new or None, message="" if new else "dissolved", values=values)


def _is_meant(view: str, start: int, old: Division) -> bool:
    """Return True unless a name may be that of another place: it stands behind one under which ``old`` never lay
    (东莞市南城区), or any city may have a zone of that name (西郊区).
    """
    for size in range(min(_LONGEST, start), 2, -1):
        codes = divisions.uppers(view[start - size : start])
        if codes:
            return old.code.startswith(tuple(codes))
    return not _ZONES.issuperset(old.name) and old.name not in ZONE_WORDS


def _successor(old: Division) -> str:
    """Return the present name of what ``old`` became, "" if it was divided or is not known."""
    same = divisions.at_code(old.code)
    if same:
        return same
    found = [
        division
        for kind in "市区"
        for division in divisions.counties(old.name[:-1] + kind)
        if division.until is None and division.code[:2] == old.code[:2]
    ]
    return found[0].name if len(found) == 1 else ""


def _speaks_of_now(view: str, start: int, end: int, since: int) -> bool:
    opens, closes = surroundings(view, start, end, _STOPS, _FARTHEST)
    before, behind = view[opens:start], view[end:closes]
    nearby = before + behind[:1] + behind[1:].partition("，")[0]
    if _NATIVE.match(behind) or _PAST.search(before + behind) or _PAST_NEARBY.search(nearby):
        return False
    return all(int(year) > since for year in _YEAR.findall(before + behind))


CHECKS: Mapping[str, Declared] = {
    "renamed": StructureCheck(renamed, gate=is_dated, values=("since",), messages=("dissolved",)),
}
