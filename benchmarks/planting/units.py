"""Faults in units of measurement."""

from __future__ import annotations

from random import Random

from planting.article import Article, Planted
from planting.registry import fault

#: Measured quantities, with the unit.
_MEASURED = r"(?<![0-9A-Za-z.,—～-])[0-9][0-9,]*(?:\.[0-9]+)?[万亿]?{}"


def _swap(article: Article, random: Random, forms: dict[str, list[str]]) -> Planted | None:
    """Return the article with another form for one of the units in it."""
    places = [
        (match, unit)
        for unit in forms
        for match in article.places(_MEASURED.format(unit))
        if not article.quoted(match.start())
    ]
    if not places:
        return None
    match, unit = random.choice(places)
    planted = article.replace(match.end() - len(unit), match.end(), random.choice(forms[unit]))
    return planted._replace(spans=((planted.start, planted.end), (match.start(), planted.end)))


@fault("UN02", "UN01")
def symbol_in_the_wrong_case(article: Article, random: Random) -> Planted | None:
    """35KG, 60KM/H."""
    forms = {
        "公斤": ["KG", "Kg"],
        "千克": ["KG", "Kg"],
        "公里": ["KM", "Km"],
        "千伏": ["KV", "Kv"],
        "千瓦": ["KW", "Kw", "kw"],
        "千瓦时": ["kwh", "KWH", "KWh"],
        "吨": ["KG"],
    }
    return _swap(article, random, forms)


@fault("UN05")
def square_metre_as_spoken(article: Article, random: Random) -> Planted | None:
    """3500平米."""
    return _swap(article, random, {"平方米": ["平米"]})


@fault("UN14")
def cubic_metre_as_spoken(article: Article, random: Random) -> Planted | None:
    """500立方."""
    return _swap(article, random, {"立方米": ["立方"]})


@fault("UN15")
def misspelt_unit(article: Article, random: Random) -> Planted | None:
    """30公倾, 56万千万时."""
    forms = {"公顷": ["公倾", "平方公顷"], "平方公里": ["平方公理"], "万千瓦时": ["万千万时"], "亩": ["平方亩"]}
    return _swap(article, random, forms)


@fault("UN07")
def superscript_on_the_line(article: Article, random: Random) -> Planted | None:
    """54m2."""
    return _swap(article, random, {"平方米": ["m2"], "立方米": ["m3"], "平方公里": ["km2"]})


@fault("UN08")
def degree_twice(article: Article, random: Random) -> Planted | None:
    """38℃度."""
    return _swap(article, random, {"℃": ["℃度", "度C", "摄氏度℃"], "摄氏度": ["度C", "℃度"]})


@fault("UN16")
def degree_taken_apart(article: Article, random: Random) -> Planted | None:
    """摄氏38度."""
    match = article.pick(random, r"(?<![0-9～至到—-])([0-9]+)(?:℃|摄氏度)")
    if match is None or article.quoted(match.start()):
        return None
    return article.replace(match.start(), match.end(), f"摄氏{match[1]}度")


@fault("UN04")
def unit_of_old(article: Article, random: Random) -> Planted | None:
    """55吋, 45公升."""
    return _swap(article, random, {"升": ["公升"], "米": ["公尺"], "厘米": ["公分"], "英寸": ["吋"], "海里": ["浬"]})


@fault("UN01")
def symbol_among_names(article: Article, random: Random) -> Planted | None:
    """One unit by its symbol in an article with names of units."""
    forms = {
        "公里": ["km"],
        "公斤": ["kg"],
        "千克": ["kg"],
        "毫升": ["mL", "ml"],
        "吨": ["t"],
        "厘米": ["cm"],
        "毫米": ["mm"],
    }
    names = article.places(_MEASURED.format("(?:公里|公斤|千克|毫升|吨|厘米|毫米|米|升|克|千瓦)"))
    return _swap(article, random, forms) if len(names) > 1 else None


@fault("UN09")
def wrong_case_of_ph(article: Article, random: Random) -> Planted | None:
    """PH值."""
    match = article.pick(random, "(?<=[，。])水(?=[^，。]{3,})")
    wrong = random.choice(["PH", "ph", "Ph"])
    return match and article.insert(match.end(), "的pH值和", f"的{wrong}值和", (1, 3))
