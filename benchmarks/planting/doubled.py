"""Faults of immediate repetition: characters, words, phrases, clauses, units, the ends of names."""

from __future__ import annotations

import itertools
import re
from random import Random

from newslint.chinese.words import is_word
from planting.article import HAN, Article, Planted, Word
from planting.registry import fault

_FUNCTION = frozenset("的了着在和是对把被与及为向将地得也都就而或但并以由使让很")
_UNITS = (
    "公里|千米|厘米|毫米|公斤|千克|万元|亿元|美元|人次|平方米|立方米|平方公里|公顷|小时|分钟|千瓦时|摄氏度|"
    "[元个名人吨米亩项次家台辆套件届岁位条斤升克]"
)
#: Characters that cannot begin the name of an office.
_FREE = "[，。、；的在和与将被是已也于对]|举[行办]|成为|发生|位于"
#: Government departments, which belong to a city (市教育局), not to its party committee.
_OFFICES = (
    "教育局|公安局|民政局|财政局|司法局|水利局|交通运输局|卫健委|发改委|住建局|农业农村局|应急管理局|市场监管局|"
    "生态环境局"
)


def twice(article: Article, start: int, end: int, between: str = "") -> Planted:
    """Double ``start`` to ``end``; an editor may mark both, or either with the separator."""
    unit = article.text[start:end]
    planted = article.replace(end, end, between + unit)
    last = end + len(between) + len(unit)
    spans = ((start, last), (end, last), (start, end + len(between)), (start, end), (last - len(unit), last))
    return planted._replace(start=start, end=last, spans=spans)


def _words(article: Article, lengths: range, tags: str) -> list[Word]:
    """Return the words of Han characters with the tags (first letters), outside quotations and after another word."""
    ends = {word.end for word in article.words}
    return [
        word
        for word in article.words
        if word.end - word.start in lengths
        and word.tag[:1] in tuple(tags)
        and word.start in ends
        and re.fullmatch(f"[{HAN}]+", article.text[word.start : word.end])
        and not article.quoted(word.start)
    ]


def _pick_word(article: Article, random: Random, lengths: range, tags: str) -> Word | None:
    """Return one of these words that is also followed by a word."""
    starts = {word.start for word in article.words}
    found = [word for word in _words(article, lengths, tags) if word.end in starts]
    return random.choice(found) if found else None


@fault("DU01", "DU12", "DU02")
def function_character(article: Article, random: Random) -> Planted | None:
    """的的, 在在, 和和, where the character is a separate word."""
    found = [
        word
        for word in article.words
        if word.end - word.start == 1
        and article.text[word.start] in _FUNCTION
        and re.fullmatch(f"[{HAN}]{{3}}", article.text[word.start - 1 : word.end + 1])
        and article.text[word.start] not in (article.text[word.start - 1], article.text[word.end : word.end + 1])
        and not article.quoted(word.start)
    ]
    if not found:
        return None
    # All characters are equally likely: otherwise half of them would be 的.
    chosen = random.choice(sorted({article.text[word.start] for word in found}))
    word = random.choice([word for word in found if article.text[word.start] == chosen])
    return twice(article, word.start, word.end)


@fault("DU02", "DU04")
def noun_at_the_end_of_a_phrase(article: Article, random: Random) -> Planted | None:
    """A noun of two characters before 的, a mark, or a word that cannot form a compound with it."""
    places = [
        word
        for word in _words(article, range(2, 3), "n")
        if article.text[word.end] in "的，。、；是在将和与" and word.tag != "nr"
    ]
    if not places:
        return None
    word = random.choice(places)
    return twice(article, word.start, word.end)


@fault(
    "DU02", "DU04", beyond="the second noun may begin the name that follows (某某大学大学生), and only the sense tells"
)
def noun_before_a_noun(article: Article, random: Random) -> Planted | None:
    """A noun of two characters before another noun."""
    tags = {word.start: word.tag for word in article.words}
    places = [word for word in _words(article, range(2, 3), "n") if tags.get(word.end, "")[:1] == "n"]
    if not places:
        return None
    word = random.choice(places)
    return twice(article, word.start, word.end)


@fault("DU02", "DU04", "DU12")
def conjunction_or_preposition(article: Article, random: Random) -> Planted | None:
    """通过通过, 但是但是."""
    word = _pick_word(article, random, range(2, 3), "cp")
    return twice(article, word.start, word.end) if word else None


@fault("DU02", "DU04")
def pronoun(article: Article, random: Random) -> Planted | None:
    """他们他们, 这些这些, 各项各项; legitimate repetitions (如何如何, 什么什么) are not planted."""
    word = _pick_word(article, random, range(2, 3), "r")
    if word is None or article.text[word.start : word.end] in ("如何", "什么", "哪里", "怎样"):
        return None
    return twice(article, word.start, word.end)


@fault("DU02", "DU04", beyond="many verbs and adverbs are rightly said twice (研究研究, 非常非常)")
def verb_or_adverb(article: Article, random: Random) -> Planted | None:
    """A verb or adverb of two characters."""
    word = _pick_word(article, random, range(2, 3), "vda")
    return twice(article, word.start, word.end) if word else None


@fault("DU02", "DU04")
def longer_word(article: Article, random: Random) -> Planted | None:
    """A word of three or four characters, or two words of two."""
    word = _pick_word(article, random, range(3, 5), "nvail")
    return twice(article, word.start, word.end) if word else None


@fault("DU04", "DU02")
def phrase(article: Article, random: Random) -> Planted | None:
    """A sequence of two to four words, 5 to 12 characters together, repeated at once."""
    words = article.words
    for _ in range(40):
        at = random.randrange(max(1, len(words) - 4))
        chosen = words[at : at + random.randint(2, 4)]
        if len(chosen) < 2 or any(one.end != other.start for one, other in itertools.pairwise(chosen)):
            continue
        start, end = chosen[0].start, chosen[-1].end
        fits = 5 <= end - start <= 12 and chosen[0].tag[:1] in "nva" and chosen[-1].tag[:1] == "n"
        if fits and re.fullmatch(f"[{HAN}]+", article.text[start:end]) and not article.quoted(start):
            return twice(article, start, end)
    return None


@fault("DU04")
def clause(article: Article, random: Random) -> Planted | None:
    """A whole clause repeated after its comma."""
    places = [
        match for match in article.places(f"(?<=[，。])[{HAN}]{{5,16}}(?=，)") if not article.quoted(match.start())
    ]
    if not places:
        return None
    match = random.choice(places)
    return twice(article, match.start(), match.end(), "，")


@fault("DU03", "DU02", "DU04")
def half_of_a_phrase_again(article: Article, random: Random) -> Planted | None:
    """A phrase such as 互惠互利 followed by its first half again."""
    places = [
        match
        for match in article.places(rf"(?<=[{HAN}])([{HAN}])(?!\1)(?<![一的不])[{HAN}]\1(?!\1)[{HAN}](?=[，。的地等])")
        if {match.start(), match.end()} <= article.edges
        and not article.quoted(match.start())
        and match[0][:2] != match[0][2:]
    ]
    if not places:
        return None
    match = random.choice(places)
    planted = article.replace(match.end(), match.end(), match[0][:2])
    spans = ((match.start(), match.end() + 2), (match.end(), match.end() + 2))
    return planted._replace(start=match.start(), spans=spans)


@fault("DU08", "DU07")
def party_committee_of_an_office(article: Article, random: Random) -> Planted | None:
    """市委、市委教育局 instead of 市教育局."""
    match = article.pick(random, f"([市县区省])(?={_OFFICES})")
    if match is None:
        return None
    level = match[1]
    right, wrong = f"{level}委、{level}", f"{level}委、{level}委"
    office = re.compile(_OFFICES).match(article.text, match.end())
    end = match.start() + len(wrong) + (len(office[0]) if office else 0)
    planted = article.replace(match.start(), match.end(), wrong)
    before = article.text[: match.start()] + right + article.text[match.end() :]
    return planted._replace(end=end, spans=((match.start(), end), (match.start(), planted.end)), before=before)


@fault("DU15", "DU02")
def unit(article: Article, random: Random) -> Planted | None:
    """100元元: a unit doubled after its number, where the second is not the beginning of another word."""
    return _unit(article, random, _UNITS)


@fault("DU15", "DU02")
def year_month_day(article: Article, random: Random) -> Planted | None:
    """16日日, where the second is not the beginning of another word (年年均, 月月底)."""
    return _unit(article, random, "[年月日天]")


def _unit(article: Article, random: Random, units: str) -> Planted | None:
    places = [
        match
        for match in article.places(f"(?<=[0-9])({units})(?=[{HAN}，。、；（）])")
        if not is_word(match[1][-1] + article.text[match.end()])
        and article.text[match.start() - 3 : match.start()].count(".") == 0
    ]
    if not places:
        return None
    chosen = random.choice(sorted({match[1] for match in places}))
    match = random.choice([match for match in places if match[1] == chosen])
    return twice(article, match.start(), match.end())


@fault("DU16", "DU01", "DU02")
def end_of_a_town_s_name(article: Article, random: Random) -> Planted | None:
    """云岭市市 before a mark, 的, 在 or the like; before a noun or a verb it may belong to the next name (某市市教育局,
    某省省考古院).
    """
    text = article.text
    found = [
        word
        for word in article.words
        if word.tag == "ns"
        and word.end - word.start > 2
        and text[word.end - 1] in "市县省镇"
        and re.match(f"[{HAN}，。、]", text[word.end : word.end + 1])
        and not is_word(text[word.end - 1 : word.end + 1])
        and text[word.end - 2] not in "城都"
        and re.match(_FREE, text[word.end :][:2])
    ]
    if not found:
        return None
    word = random.choice(found)
    return twice(article, word.end - 1, word.end)


@fault("DU21", "DU01", "DU02")
def every_character(article: Article, random: Random) -> Planted | None:
    """云云岭岭市市: 4 to 12 characters between marks, each twice."""
    places = [
        match
        for match in article.places(f"(?<![{HAN}0-9])[{HAN}]{{4,12}}(?![{HAN}0-9])")
        if not re.search(r"(.)\1", match[0])
    ]
    if not places:
        return None
    match = random.choice(places)
    planted = article.replace(match.start(), match.end(), "".join(2 * char for char in match[0]))
    return planted._replace(spans=((planted.start, planted.end),))
