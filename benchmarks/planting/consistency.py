"""One thing written in two ways: one of several occurrences in an article changed.

What an article names twice is found by this module's own means: names by what stands around them, the rest by closed
lists. Sounds are those of the first level of GB 2312.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from random import Random

from newslint.chinese.homophones import syllable
from newslint.chinese.transliteration import TRANSLITERATION
from newslint.chinese.words import frequency
from planting.article import HAN, Article, Planted
from planting.registry import fault

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石贾夏付方邹熊白孟秦邱侯"
)
_POSTS = (
    "院长|书记|主任|主席|教授|局长|市长|部长|经理|会长|所长|校长|记者|司长|厅长|总裁|委员|专家|院士|发言人|研究员|负"
    "责人"
)
_SAYS = "表示|介绍|指出|强调|认为|告诉|出席|主持|在[0-9当会接]|说，"
#: A person, a foreign name, an institution behind what shows where it begins; the first group is the name.
_NAME = f"(?:{_POSTS})([{_SURNAMES}][{HAN}]{{2}})(?=[，、：）。]|{_SAYS})"
_SHORT_NAME = f"(?:{_POSTS})([{_SURNAMES}][{HAN}])(?=[，、：）。]|{_SAYS})"
_SIGNS = "".join(sorted(TRANSLITERATION))
_FOREIGN = f"(?:[，。、（“；\n]|总统|总理|首相|球员|教练|将军)([{_SIGNS}]{{4,6}})(?=[，。、）”；]|{_SAYS})"
_TITLE = f"(?<=《)([{HAN}]{{5,20}})(?=》)"
_BODIES = "医院|大学|学院|公司|集团|委员会|研究院|研究所|协会|学会|基金会|公安局"
#: A name, not words around one: in 上的某公司 the character that is changed may be none of the name.
_INSTITUTION = f"[，。、“；\n在与和]((?:(?![的在与和])[{HAN}]){{3,12}}(?:{_BODIES}))(?=[，。、”；的])"
_HEADS = "联动|联运|融合|共建|协作|合作|结合|协同|互动|对接|一体|联合|联盟|衔接|联防|联控"
_TERM = f"(?<![{HAN}])([{HAN}]{{2}})(?:{_HEADS})"
_SPELLINGS = tuple(
    tuple(pair.split("/"))
    for pair in (
        "其他/其它 作出/做出 账号/帐号 账户/帐户 身份/身分 想象/想像 成分/成份 弘扬/宏扬 看作/看做 当作/当做 "
        "叫作/叫做 交代/交待 给予/给与 人才/人材 报道/报导 思维/思惟 部分/部份 订单/定单 角色/脚色 模仿/摹仿 "
        "关联/关连 连接/联接 覆盖/复盖 唯一/惟一 精彩/精采 刻画/刻划 筹划/筹画"
    ).split()
)
_UNITS = (("公里", "千米"), ("公斤", "千克"), ("平方米", "平米"), ("千米", "公里"), ("千克", "公斤"))


def _repeated(article: Article, random: Random, pattern: str, *, least: int = 2) -> str | None:
    """Return something that ``pattern`` finds in an article and that the article has ``least`` times."""
    found = [match[1] for match in article.places(pattern)]
    twice = sorted({word for word in found if len(re.findall(word, article.text)) >= least})
    return random.choice(twice) if twice else None


def _changed(article: Article, random: Random, word: str, other: str) -> Planted | None:
    """Return the article with ``other`` for one occurrence of ``word``, chosen at random."""
    if other in article.text:
        return None
    places = [match.start() for match in re.finditer(word, article.text)]
    at = random.choice(places)
    return article.replace(at, at + len(word), other)


@cache
def _alike(char: str) -> tuple[str, ...]:
    """Return the other characters of the first level of GB 2312 with the reading of ``char``."""
    sound = syllable(char)
    if sound is None:
        return ()
    codes = (bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF))
    first_level = "".join(code.decode("gb2312", "ignore") for code in codes)
    return tuple(other for other in first_level if other != char and syllable(other) == sound)


def _with_homophone(word: str, random: Random, first: int, last: int) -> str | None:
    """Return ``word`` with a homophone for one of its characters from ``first`` to ``last``, exclusive."""
    at = random.randrange(first, last)
    others = _alike(word[at])
    return word[:at] + random.choice(others) + word[at + 1 :] if others else None


def _misspelt(article: Article, random: Random, pattern: str, first: int, beyond_last: int) -> Planted | None:
    word = _repeated(article, random, pattern)
    other = word and _with_homophone(word, random, first, len(word) - beyond_last)
    return _changed(article, random, word, other) if word and other else None


@fault("CO01")
def person_with_a_homophone(article: Article, random: Random) -> Planted | None:
    """刘忠理, 刘忠礼."""
    return _misspelt(article, random, _NAME, 1, 0)


@fault("CO22", beyond="of two characters, a name that differs in one is as often another person's")
def short_name_with_a_homophone(article: Article, random: Random) -> Planted | None:
    """贝宁, 贝凝."""
    return _misspelt(article, random, _SHORT_NAME, 1, 0)


@fault("CO21")
def person_with_given_characters_exchanged(article: Article, random: Random) -> Planted | None:
    """方予舟, 方舟予."""
    name = _repeated(article, random, _NAME)
    if name is None or name[1] == name[2]:
        return None
    return _changed(article, random, name, name[0] + name[2] + name[1])


@fault("CO13")
def transliteration_with_a_homophone(article: Article, random: Random) -> Planted | None:
    """泽连斯基, 泽连思基."""
    return _misspelt(article, random, _FOREIGN, 0, 0)


@fault("CO13")
def transliteration_with_another_sign(article: Article, random: Random) -> Planted | None:
    """泽连斯基, 泽伦斯基."""
    word = _repeated(article, random, _FOREIGN)
    if word is None:
        return None
    at = random.randrange(len(word))
    other = random.choice(sorted(TRANSLITERATION - {word[at]}))
    return _changed(article, random, word, word[:at] + other + word[at + 1 :])


@fault("CO15")
def title_with_a_homophone(article: Article, random: Random) -> Planted | None:
    """《春山如笑》, 《春山如啸》."""
    twice = sorted(title for title, count in Counter(match[1] for match in article.places(_TITLE)).items() if count > 1)
    if not twice:
        return None
    title = random.choice(twice)
    other = _with_homophone(title, random, 0, len(title))
    place = random.choice([match for match in article.places(_TITLE) if match[1] == title])
    return article.replace(place.start(1), place.end(1), other) if other else None


@fault("CO04", beyond="an institution has no certain beginning")
def institution_with_a_homophone(article: Article, random: Random) -> Planted | None:
    """市中医医院, 市中医一院."""
    return _misspelt(article, random, _INSTITUTION, 2, 2)


@fault("CO06")
def reordered_term(article: Article, random: Random) -> Planted | None:
    """医警联动, 警医联动."""
    pair = _repeated(article, random, _TERM)
    # A word (加强合作) is no pair of parts, and which of two countries comes first depends on who speaks.
    if pair is None or pair[0] == pair[1] or frequency(pair) or set(pair) & set("中美俄日韩英法德欧非加"):
        return None
    heads = Counter(match[0] for match in article.places(f"{pair}(?:{_HEADS})"))
    head, count = heads.most_common(1)[0]
    return _changed(article, random, head, head[1] + head[0] + head[2:]) if count > 1 else None


@fault("CO23")
def word_in_another_spelling(article: Article, random: Random) -> Planted | None:
    """其他, 其它."""
    pairs = [(word, other) for word, other in _SPELLINGS if article.text.count(word) > 1 and other not in article.text]
    if not pairs:
        return None
    word, other = random.choice(pairs)
    return _spelt(article, random, word, other)


def _spelt(article: Article, random: Random, word: str, other: str) -> Planted | None:
    """Return the article with ``other`` for one place where ``word`` is a word."""
    whole = [item for item in article.words if article.text[item.start : item.end] == word]
    if len(whole) < 2:
        return None
    place = random.choice(whole)
    return article.replace(place.start, place.end, other)


@fault("UN13", "UN17", "UN05")
def unit_by_another_name(article: Article, random: Random) -> Planted | None:
    """5000公里, 300千米."""
    number = "(?<=[0-9万亿余多]){}"
    # The depth of an earthquake is always in 千米.
    units = [pair for pair in _UNITS if len(article.places(number.format(pair[0]))) > 1 and pair[1] not in article.text]
    units = [] if "震" in article.text else units
    if not units:
        return None
    unit, other = random.choice(units)
    place = random.choice(article.places(number.format(unit)))
    planted = article.replace(place.start(), place.end(), other)
    return planted
