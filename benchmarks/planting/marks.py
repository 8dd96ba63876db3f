"""Faults in single marks: half-width, doubled, conflicting, misshapen."""

from __future__ import annotations

import re
from random import Random

from planting.article import HAN, Article, Planted
from planting.registry import fault

_HALF = dict(zip("，；：？！。", ",;:?!.", strict=True))
_FOLDED = str.maketrans("，；：？！（）", ",;:?!()")
#: Offices and occupations before a foreign name.
_OFFICES = (
    "总统|总理|首相|主席|部长|大臣|国王|大使|领事|参赞|议员|市长|州长|书长|发言人|代表|教授|博士|专家|学者|院长|校长|所长|会长|主任|总裁|经理|"
    "董事长|执行官|创始人|负责人|导演|演员|作家|画家|歌手|选手|棋手|球员|队长|教练"
)
_HALF_WIDTH_TEXT = re.compile(f"[{HAN}][,;:?!][{HAN}]")


@fault("PU01")
def half_width_mark(article: Article, random: Random) -> Planted | None:
    """A mark between Han characters, or at the end of a paragraph, turned into its ASCII form."""
    return _half_width(article, random, f"(?<=[{HAN}])(?:[，；：？！](?=[{HAN}])|[。？！]$)")


@fault("PU01")
def half_width_full_stop(article: Article, random: Random) -> Planted | None:
    """A full stop between two sentences turned into an ASCII dot."""
    return _half_width(article, random, f"(?<=[{HAN}]{{4}})。(?=[{HAN}]{{2}})")


def _half_width(article: Article, random: Random, pattern: str) -> Planted | None:
    match = None if _HALF_WIDTH_TEXT.search(article.text) else article.pick(random, pattern)
    return article.replace(match.start(), match.end(), _HALF[match[0]]) if match else None


@fault("EC21")
def all_marks_half_width(article: Article, random: Random) -> Planted | None:
    """Every mark that has an ASCII form turned into it, as crawlers do."""
    text = article.text.translate(_FOLDED)
    changed = [index for index, (old, new) in enumerate(zip(article.text, text, strict=True)) if old != new]
    if len(changed) < 20 or "(" in article.text or "," in article.text:
        return None
    first = (changed[0], changed[0] + 1)
    return Planted(text, 0, len(text), (first,), article.text)


@fault("PU03")
def doubled_mark(article: Article, random: Random) -> Planted | None:
    """，， or 。。 instead of one mark."""
    match = article.pick(random, f"(?<=[{HAN}])[，。；、：](?=[{HAN}“《])")
    return article.replace(match.start(), match.end(), match[0] * 2) if match else None


@fault("PU04", "PU25")
def conflicting_marks(article: Article, random: Random) -> Planted | None:
    """Two different marks side by side."""
    match = article.pick(random, f"(?<=[{HAN}])[，。；、](?=[{HAN}“《])")
    if match is None:
        return None
    marks = [match[0], random.choice([mark for mark in "，。；、" if mark != match[0]])]
    random.shuffle(marks)
    return article.replace(match.start(), match.end(), "".join(marks))


@fault("PU25", "PU04")
def colon_with_comma(article: Article, random: Random) -> Planted | None:
    """A comma before or after the colon."""
    match = article.pick(random, f"(?<=[{HAN}])：(?=[{HAN}“])")
    return article.replace(match.start(), match.end(), random.choice(["：，", "，："])) if match else None


@fault("PU05")
def ellipsis_of_other_dots(article: Article, random: Random) -> Planted | None:
    """An ellipsis written as half a mark, full stops or ASCII dots."""
    match = article.pick(random, f"(?<=[{HAN}])……(?=[{HAN}”，]|$)")
    forms = ["…", "...", "......", "。。。", "。。。。。。", "．．．"]
    return article.replace(match.start(), match.end(), random.choice(forms)) if match else None


@fault("PU06")
def ellipsis_too_long(article: Article, random: Random) -> Planted | None:
    """More than twelve dots, or three half marks."""
    match = article.pick(random, f"(?<=[{HAN}])……(?=[{HAN}”，]|$)")
    return article.replace(match.start(), match.end(), random.choice(["………", "………………", "…………………"])) if match else None


@fault("PU07")
def ellipsis_before_deng(article: Article, random: Random) -> Planted | None:
    """甲、乙……等."""
    match = article.pick(random, f"(?<=、)([{HAN}]{{2,4}})等(?=[，。])")
    return article.replace(match.end() - 1, match.end(), "……等") if match else None


@fault("PU08")
def dash_of_other_strokes(article: Article, random: Random) -> Planted | None:
    """A dash written with hyphens, minus signs or other lines."""
    match = article.pick(random, f"(?<=[{HAN}”])——(?=[{HAN}“])")
    return (
        article.replace(match.start(), match.end(), random.choice(["--", "－－", "――", "──", "––", "ーー"]))
        if match
        else None
    )


@fault("PU08", beyond="between Han characters half a dash is also the rightful mark of a range or a route")
def half_a_dash(article: Article, random: Random) -> Planted | None:
    """Only one half of a dash."""
    match = article.pick(random, f"(?<=[{HAN}”])——(?=[{HAN}“])")
    return article.replace(match.start(), match.end(), "—") if match else None


@fault("PU13")
def dunhao_between_quotes(article: Article, random: Random) -> Planted | None:
    """“甲”、“乙” and 《甲》、《乙》."""
    match = article.pick(random, f"(?<=[{HAN}][”》])(?=[“《][{HAN}])")
    if match is None:
        return None
    at = match.start()
    planted = article.replace(at, at, "、")
    return planted._replace(spans=((at - 1, at + 2), (at, at + 1)))


@fault("PU14")
def dunhao_in_round_number(article: Article, random: Random) -> Planted | None:
    """三、四天."""
    neighbours = "一二|二三|两三|三四|四五|五六|六七|七八|八九"
    match = article.pick(
        random, f"(?<![一二三四五六七八九十百千万第零〇周])(?:{neighbours})(?=[天年个名位倍十百千万岁次里米])"
    )
    return article.replace(match.start(), match.end(), "、".join(match[0])) if match else None


@fault("PU17")
def dunhao_before_deng(article: Article, random: Random) -> Planted | None:
    """甲、乙、等."""
    match = article.pick(random, f"(?<=、)[{HAN}]{{2,6}}(?=等(?:[，。；）]|[0-9多]))")
    return article.replace(match.end(), match.end(), "、") if match else None


@fault("PU18")
def dunhao_before_he(article: Article, random: Random) -> Planted | None:
    """甲、乙、和丙, where 和 is a separate word."""
    places = [match for match in article.places(f"(?<=、)[{HAN}]{{2,5}}([和及或])[{HAN}]{{2,5}}(?=[等，。])")]
    places = [match for match in places if {match.start(1), match.end(1)} <= article.edges]
    if not places:
        return None
    at = random.choice(places).start(1)
    planted = article.replace(at, at, "、")
    return planted._replace(spans=((at, at + 1), (at, at + 2)))


@fault("PU34")
def range_with_one_percent_sign(article: Article, random: Random) -> Planted | None:
    """5～8% instead of 5%～8%."""
    match = article.pick(random, f"(?<=[{HAN}])([1-8][0-9]?(?:\\.[0-9])?)%(?=[{HAN}，。；])(?!以|至|到)")
    if match is None:
        return None
    mark, second = random.choice("～~-—至"), int(float(match[1])) + random.randint(2, 9)
    right, wrong = f"{match[1]}%{mark}{second}%", f"{match[1]}{mark}{second}%"
    planted = article.replace(match.start(), match.end(), wrong)
    return planted._replace(before=article.text[: match.start()] + right + article.text[match.end() :])


@fault("PU36", "EC09")
def interpunct_of_another_form(article: Article, random: Random) -> Planted | None:
    """A bullet or a Japanese middle dot between the parts of a name."""
    match = article.pick(random, f"(?<=[{HAN}])·(?=[{HAN}])")
    return article.replace(match.start(), match.end(), random.choice("•・‧∙⋅･")) if match else None


@fault("PU36")
def interpunct_as_a_dot(article: Article, random: Random) -> Planted | None:
    """An ASCII dot between the parts of a foreign name that follows an office or occupation."""
    return _dotted(article, random, named=True)


@fault(
    "PU36",
    beyond="between other words (中国·云岭, 晚报·晚报网) a dot may also be a full stop, and only the sense tells",
)
def interpunct_of_other_words_as_a_dot(article: Article, random: Random) -> Planted | None:
    """The same without an office or occupation before the words, which may be names, titles or events."""
    return _dotted(article, random, named=False)


def _dotted(article: Article, random: Random, *, named: bool) -> Planted | None:
    people = {match.end() for match in article.places(f"(?:{_OFFICES})[{HAN}]{{2,8}}·(?=[{HAN}]{{2}})")}
    places = [
        match for match in article.places(f"(?<=[{HAN}]{{2}})·(?=[{HAN}]{{2}})") if (match.end() in people) is named
    ]
    if not places:
        return None
    match = random.choice(places)
    return article.replace(match.start(), match.end(), random.choice(".．"))


@fault("PU52")
def exclamation_before_question(article: Article, random: Random) -> Planted | None:
    """！？ instead of ？！."""
    match = article.pick(random, f"(?<=[{HAN}])？！?(?=[{HAN}”]|$)")
    return article.replace(match.start(), match.end(), "！？") if match else None


@fault("PU53")
def full_width_dot(article: Article, random: Random) -> Planted | None:
    """．at the end of a sentence."""
    match = article.pick(random, f"(?<=[{HAN}])。(?=[{HAN}]|$)")
    return article.replace(match.start(), match.end(), "．") if match else None
