"""Faults in words that are in no list: 截止 for 截至, one negation too many, traditional and compatibility
characters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from random import Random
from typing import TYPE_CHECKING

from planting.article import HAN, Article, Planted
from planting.registry import fault

if TYPE_CHECKING:
    from opencc import OpenCC


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
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("s2t")  # which reads its dictionaries for longer than it takes to convert an article


@cache
def _traditional(text: str) -> str:
    return str(_converter().convert(text))


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


@fault("WD39")
def concession(article: Article, random: Random) -> Planted | None:
    """既使 for 即使."""
    match = article.pick(random, "即使(?!用)")  # 即｜使用
    return None if match is None else article.replace(match.start(), match.end(), "既使")


@fault("WD40")
def typhoon_that_logs_in(article: Article, random: Random) -> Planted | None:
    """台风登录."""
    match = article.pick(random, "台风[^，。；！？]{0,14}登陆")
    return None if match is None else article.replace(match.end() - 2, match.end(), "登录")


def _framed(article: Article, random: Random, pattern: str, wrong: str) -> Planted | None:
    """Plant what ``wrong`` makes of a match of ``pattern``."""
    match = article.pick(random, pattern)
    return None if match is None else article.replace(match.start(), match.end(), match.expand(wrong))


@fault("WD08")
def de_before_speech(article: Article, random: Random) -> Planted | None:
    """激动的说."""
    moods = "激动|兴奋|自豪|高兴|骄傲|无奈|感慨|深情|动情|坚定|风趣|幽默|遗憾|自信"
    found = _framed(article, random, f"(?<=[\u4e00-\u9fff](?:{moods}))地(?=说[，：])", "的")
    return found or _framed(
        article, random, "(?<=[\u4e00-\u9fff])说(?=[，：])", random.choice(moods.split("|")) + "的说"
    )


@fault("WD09")
def pleonasm(article: Article, random: Random) -> Planted | None:
    """目的是为了, 灾情情况."""
    frames = [
        ("目的是(?!为)", "目的是为了"),
        ("原因是(?!因|由)", "原因是因为"),
        ("([灾病疫险水汛旱]情)(?=[，。；、])", r"\1情况"),
    ]
    random.shuffle(frames)
    return next((found for frame in frames if (found := _framed(article, random, *frame))), None)


@fault("WD11")
def reported_twice(article: Article, random: Random) -> Planted | None:
    """据统计数据显示."""
    return _framed(
        article,
        random,
        "(?:^|(?<=[，。；]))(?![据根])([^，。；：！？“”（）]{2,16}(?:数据|报告|统计|调查|公告)显示)(?=[，：])",
        r"据\1",
    )


@fault("WD25")
def plural_after_a_number(article: Article, random: Random) -> Planted | None:
    """三名学生们."""
    return _framed(
        article,
        random,
        "((?:[0-9]+|[三四五六七八九]|两)[余多]?名(?:学生|教师|志愿者|党员|干部|选手|工作人员))(?=[，。；]|参加|在)",
        r"\1们",
    )


@fault("WD37")
def pushed_twice(article: Article, random: Random) -> Planted | None:
    """推动工程有序推进."""
    return _framed(
        article,
        random,
        "(?<=[，。；])推进([\u4e00-\u9fff]{2,10}(?:建设|工程|项目|改革|工作))(?=[，。；])",
        r"推动\1有序推进",
    )


@fault("WD38", "MS01", "MS02", "MS03")
def idiom_that_sounds_alike(article: Article, random: Random) -> Planted | None:
    """因地制意."""
    from newslint.chinese.homophones import syllable

    idioms = [word for word in article.words if word.end - word.start == 4 and word.tag == "i"]
    if not idioms:
        return None
    at = random.choice(idioms).start + random.randrange(4)
    sound = syllable(article.text[at])
    alike = [char for char in _first_level() if syllable(char) == sound and char != article.text[at]]
    return article.replace(at, at + 1, random.choice(alike)) if sound is not None and alike else None


@cache
def _first_level() -> str:
    """Return the characters of the first level of GB 2312."""
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    return "".join(code.decode("gb2312", "ignore") for code in codes)
