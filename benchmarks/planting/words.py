"""Faults in words that are in no list: 截止 for 截至, one negation too many, traditional and compatibility
characters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from random import Random

from planting.article import HAN, Article, Planted
from planting.registry import fault


@fault("WD05")
def jiezhi_with_a_time(article: Article, random: Random) -> Planted | None:
    """截止目前, 截至到6月底."""
    match = article.pick(
        random, "(?<=[，。])截至(?=目前|[0-9]|今年|去年|昨|当日|本月)|^截至(?=目前|[0-9]|今年|去年|昨|当日|本月)"
    )
    if match is None:
        return None
    planted = article.replace(match.start(), match.end(), random.choice(["截止", "截至到"]))
    start, end = planted.spans[0]
    return planted._replace(spans=((start, end), (start, start + 2), (end - 1, end)))


@fault("WD12")
def negation_too_many(article: Article, random: Random) -> Planted | None:
    """避免不再发生, 防止不出现."""
    match = article.pick(random, "(?:避免|防止|杜绝)(再次?)?(?=发生|出现|重演)")
    if match is None:
        return None
    planted = article.replace(match.start(), match.end(), match[0][:2] + "不再")
    start = planted.start
    return planted._replace(
        end=start + 6,
        spans=tuple((start + first, start + last) for first, last in ((0, 4), (2, 3), (2, 4), (0, 6), (0, 3))),
    )


@cache
def _forms(first: int, last: int) -> dict[str, str]:
    """Return the characters of a block that Unicode maps to another character, by that character."""
    forms = ((unicodedata.normalize("NFKC", chr(code)), chr(code)) for code in range(first, last + 1))
    return {normal: form for normal, form in forms if normal != form and re.fullmatch(f"[{HAN}]", normal)}


def _other_form(article: Article, random: Random, forms: dict[str, str]) -> Planted | None:
    places = [at for start, end in article.paragraphs for at in range(start, end) if article.text[at] in forms]
    if not places:
        return None
    at = random.choice(places)
    return article.replace(at, at + 1, forms[article.text[at]])


@fault("VC07")
def radical_for_a_character(article: Article, random: Random) -> Planted | None:
    """A character of the block of Kangxi radicals, as copied from a PDF."""
    return _other_form(article, random, _forms(0x2F00, 0x2FD5))


@fault("VC08")
def compatibility_character(article: Article, random: Random) -> Planted | None:
    """A character of the block of compatibility ideographs."""
    return _other_form(article, random, _forms(0xF900, 0xFAD9))


@cache
def _traditional(text: str) -> str:
    from opencc import OpenCC

    return str(OpenCC("s2t").convert(text))


@fault("VC01")
def traditional_word(article: Article, random: Random) -> Planted | None:
    """One word in traditional characters."""
    words = [
        word
        for word in article.words
        if word.end - word.start == 2 and word.tag[:1] in tuple("nva") and word.tag != "nr"
    ]
    random.shuffle(words)
    for word in words[:40]:
        right = article.text[word.start : word.end]
        wrong = _traditional(right)
        if wrong != right and not article.quoted(word.start):
            planted = article.replace(word.start, word.end, wrong)
            changed = [word.start + index for index in range(2) if wrong[index] != right[index]]
            return planted._replace(start=changed[0], end=changed[-1] + 1, spans=((changed[0], changed[-1] + 1),))
    return None


@fault("VC09", "VC01")
def whole_article_traditional(article: Article, random: Random) -> Planted | None:
    """Every character of the article in its traditional form."""
    text = _traditional(article.text)
    first = next((index for index, pair in enumerate(zip(article.text, text, strict=False)) if pair[0] != pair[1]), -1)
    if first < 0 or len(article.text) < 200:
        return None
    return Planted(text, 0, len(text), ((first, first + 1),), article.text)


#: A right word, where its homophone is a fault beyond doubt, and the homophone.
_HOMOPHONES = (
    (
        "作为",
        "(?<![当看称叫算])作为(?=一[名个位家项种座所支款部门])|(?:^|(?<=[，。；！？]))作为(?=[^，。；！？民]{2,24}，)",
        "做为",
    ),
    ("必须", "必须(?=要)", "必需"),
    ("登录", "(?:(?<=可)|(?<=请)|(?<=通过))登录(?=[^，。]{0,8}(?:官网|网站|系统))", "登陆"),
    ("反映", "(?<=向社区|向记者|向部门|向公司|向单位)反映(?=了?(?:问题|情况))", "反应"),
)


@fault("WD26")
def homophone(article: Article, random: Random) -> Planted | None:
    """做为一名教师, 必需要, 登陆官网."""
    for right, pattern, wrong in random.sample(_HOMOPHONES, len(_HOMOPHONES)):
        match = article.pick(random, pattern)
        if match is not None:
            return article.replace(match.start(), match.start() + len(right), wrong)
    return None


@fault("WD26", beyond="既使 is told from 既 + 使 in a few contexts only")
def concession(article: Article, random: Random) -> Planted | None:
    """既使 for 即使."""
    match = article.pick(random, "即使")
    return None if match is None else article.replace(match.start(), match.end(), "既使")
