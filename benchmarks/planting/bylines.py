"""Faults in bylines. The bylines, with invented names, are composed here and placed before or after an article."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

from planting.article import HAN, Article, Planted
from planting.registry import fault

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪"
    "范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国志红文辉春燕海波宁鹏飞雪梅琳浩宇晨曦子涵欣怡俊峰嘉诚思远雨"
    "桐梦瑶一凡知行"
)
_PLACES = ("北京", "上海", "成都", "济南", "长沙", "贵阳", "西宁")
_ROLES = ("记者", "通讯员", "实习生", "见习记者")
#: Slips of typing, hearing and reading, not taken from any list of newslint.
_TYPOS = {
    "记者": ("记着", "计者", "纪者", "记都", "记考", "讥者", "记老"),
    "通讯员": ("通迅员", "通讯圆", "通讯元", "通讯园", "通训员", "同讯员", "通汛员", "通讯贠"),
    "实习生": ("实习身", "实刁生", "实习声", "实习升", "实习性", "食习生"),
    "见习记者": ("见刁记者", "见习记着", "建习记者", "见习计者"),
}  # fmt: skip
_HAS_BYLINE = re.compile("[讯电]|记者|通讯员|作者|编辑|文/|消息|报道")


def name(random: Random) -> str:
    """Return an invented name of two or three characters."""
    return random.choice(_SURNAMES) + "".join(random.sample(_GIVEN, random.choice((1, 2, 2, 2))))


class _Byline:
    """A correct byline in one of the usual styles: ``head``, then roles with names in brackets."""

    def __init__(self, random: Random, *, people: int = 1, roles: tuple[str, ...] = ()) -> None:
        self.roles = roles or random.choice([("记者",), ("记者", "通讯员"), ("记者", "实习生"), ("见习记者", "通讯员")])
        self.head = random.choice(
            [
                "本报讯",
                "本报讯 ",
                f"本报{random.choice(_PLACES)}{random.randint(1, 12)}月{random.randint(1, 28)}日电",
                "晨报讯",
            ]
        )
        self.space = random.choice([" ", ""])
        self.joint = random.choice([" ", "、"])
        self.names = [[name(random) for _ in range(random.randint(people, people + 1))] for _ in self.roles]

    def write(self) -> str:
        credits = " ".join(
            role + self.space + self.joint.join(names) for role, names in zip(self.roles, self.names, strict=True)
        )
        return f"{self.head}（{credits}）"


def _place(article: Article, random: Random) -> int | None:
    """Return the offset of the first paragraph if it has no byline of its own."""
    if not article.paragraphs:
        return None
    start = article.paragraphs[0][0]
    whole = start <= 40 and not _HAS_BYLINE.search(article.text, start, start + 40)
    return start if whole and re.match(f"[{HAN}0-9]", article.text[start]) else None


def _changed(
    article: Article, random: Random, right: str, old: str, new: str, span: tuple[int, int] | None = None
) -> Planted | None:
    """Put a byline before the article, with the first ``old`` replaced by ``new``; ``span`` is the fault in ``new``."""
    at = _place(article, random)
    if at is None or old not in right:
        return None
    where = right.index(old)
    first, last = span or (0, len(new))
    wrong = right[:where] + new + right[where + len(old) :]
    return article.insert(at, right, wrong, (where + first, where + last))


@fault("BY02", "SP13")
def half_width_half(article: Article, random: Random) -> Planted | None:
    """（ and ) around the names."""
    right = _Byline(random).write()
    old, new = random.choice([("（", "("), ("）", ")")])
    return _changed(article, random, right, old, new)


@fault("BY03", "QU01")
def bracket_not_closed(article: Article, random: Random) -> Planted | None:
    """本报讯（记者 甲乙 昨日…."""
    right = _Byline(random).write()
    planted = _changed(article, random, right, "）", random.choice(["", " "]))
    if planted is None:
        return None
    opening = planted.text.rindex("（", 0, planted.start)
    return planted._replace(start=opening, end=planted.end + 1, spans=((opening, opening + 1),))


@fault("BY23", "QU01")
def bracket_not_opened(article: Article, random: Random) -> Planted | None:
    """本报讯 记者 甲乙）."""
    right = _Byline(random).write()
    planted = _changed(article, random, right, "（", random.choice(["", " "]))
    if planted is None:
        return None
    closing = planted.text.index("）", planted.start)
    return planted._replace(start=planted.start - 1, end=closing + 1, spans=((closing, closing + 1),))


@fault("BY06")
def misspelt_role(article: Article, random: Random) -> Planted | None:
    """通迅员, 记着, in brackets before or after the article."""
    byline = _Byline(random)
    role = random.choice(byline.roles)
    right = byline.write()
    typo = random.choice(_TYPOS[role])
    different = [index for index, pair in enumerate(zip(role, typo, strict=True)) if pair[0] != pair[1]]
    planted = _changed(article, random, right, role, typo)
    if planted is None:
        return None
    start = planted.start
    spans = [(start, planted.end), (start + different[0], start + different[-1] + 1)]
    if role == "见习记者":
        half = 0 if different[0] < 2 else 2
        spans.insert(0, (start + half, start + half + 2))
    return planted._replace(spans=tuple(spans))


@fault("BY07")
def names_run_together(article: Article, random: Random) -> Planted | None:
    """甲乙丙丁戊己 among names separated by spaces."""
    byline = _Byline(random, people=2, roles=("记者",))
    byline.joint, byline.space = " ", " "
    byline.names = [[name(random) for _ in range(3)]]
    glued = " ".join(byline.names[0][:2])
    if len(glued) != 7:
        return None
    return _changed(article, random, byline.write(), glued, glued.replace(" ", ""))


@fault("BY08")
def name_twice(article: Article, random: Random) -> Planted | None:
    """The same name twice in one role."""
    byline = _Byline(random, people=2)
    names = byline.names[0]
    right = byline.write()
    twice = byline.joint.join([*names, names[0]])
    planted = _changed(
        article, random, right, byline.joint.join(names), twice, (len(twice) - len(names[0]), len(twice))
    )
    if planted is None:
        return None
    first = planted.end - len(twice)
    return planted._replace(start=first, spans=((planted.start, planted.end), (first, first + len(names[0]))))


@fault("BY14")
def dateline_after_the_issue(article: Article, random: Random) -> Planted | None:
    """新华社北京4月20日电 in an issue of April 18."""
    at = _place(article, random)
    if at is None or "2026" in article.text:
        return None
    day, later = random.randint(2, 20), random.randint(1, 8)
    head = f"---\ndate: 2026-04-{day:02}\n---\n\n# {name(random)}获奖\n\n"
    place = random.choice(_PLACES)
    pages = [
        f"{head}新华社{place}4月{number}日电（记者{name(random)}）{article.text[at:]}"
        for number in (day + later, day - 1)
    ]
    start = len(head) + 3 + len(place)
    end = pages[0].index("电", start)
    return Planted(pages[0], start, end, ((start, end), (start + 2, end)), pages[1], "markdown")


@fault("BY11")
def date_before_place(article: Article, random: Random) -> Planted | None:
    """新华社4月18日北京电."""
    place, date = random.choice(_PLACES), f"{random.randint(1, 12)}月{random.randint(1, 28)}日"
    agency = random.choice(["新华社", "中新社", "本报"])
    right = f"{agency}{place}{date}电（记者{name(random)}）"
    return _changed(article, random, right, place + date, date + place)


@fault("BY19", "LS09")
def second_head_inside_a_paragraph(article: Article, random: Random) -> Planted | None:
    """A second 本报讯 with its reporter, after a sentence."""
    ends = [match.end() for match in article.places(f"(?<=[{HAN}])。(?=[{HAN}])") if not article.quoted(match.end())]
    return _second_head(article, random, ends)


@fault("BY19", "LS09", beyond="on a page of briefs every one begins so")
def second_head_of_a_paragraph(article: Article, random: Random) -> Planted | None:
    """A second 本报讯 with its reporter, at the beginning of a later paragraph that follows another paragraph."""
    return _second_head(
        article, random, [two[0] for one, two in pairwise(article.paragraphs) if article.text[one[1] : two[0]] == "\n"]
    )


def _second_head(article: Article, random: Random, places: list[int]) -> Planted | None:
    at = _place(article, random)
    if at is None or not places:
        return None
    right = f"本报讯（记者 {name(random)}）"
    again = random.choice(["本报讯", f"本报讯（记者 {name(random)}）"])
    before = article.text[:at] + right + article.text[at:]
    where = random.choice(places) + len(right)
    text = before[:where] + again + before[where:]
    return Planted(text, where, where + len(again), ((where, where + 3), (where, where + len(again))), before)


@fault("BY21")
def mark_behind_the_bracket(article: Article, random: Random) -> Planted | None:
    """本报讯（记者 甲乙），昨日…."""
    return _changed(article, random, _Byline(random).write(), "）", "）" + random.choice("，。、"), (1, 2))
