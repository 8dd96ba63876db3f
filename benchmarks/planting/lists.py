"""Faults in enumerations. Few articles have a list, so one is composed of the article's clauses and inserted."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from planting.article import HAN, Article, Planted
from planting.registry import fault

_NUMBERS = "一二三四五六七"
_LEADS = ("会议提出{}点要求", "他谈了{}点体会", "今年要抓好{}项工作", "专家提出{}条建议", "将从{}个方面发力")
_UNCOUNTED = ("会议要求", "他建议", "报告指出", "下一步")


@dataclass
class _List:
    """A correct list: lead, ordinals with the marks after them, items, the mark between items and the one at the
    end.
    """

    lead: str
    ordinals: list[str]
    items: list[str]
    colon: str = "："
    between: list[str] = field(default_factory=list)

    def write(self, upto: int | None = None) -> str:
        """Return the list as one paragraph, or the part before item ``upto``."""
        pieces = [self.lead, self.colon]
        for index, (ordinal, item) in enumerate(zip(self.ordinals, self.items, strict=True)):
            if index == upto:
                break
            pieces += [ordinal, item, self.between[index] if index < len(self.between) else "。"]
        return "".join(pieces)


def _ordinals(form: str, count: int) -> list[str]:
    return [form.format(_NUMBERS[index]) for index in range(count)]


def _list(
    article: Article, random: Random, *, shortest: int = 3, counted: bool | None = None, form: str = ""
) -> _List | None:
    """Return a correct list of ``shortest`` to 5 items, or None if the article has too few clauses."""
    count = random.randint(shortest, 5)
    if len(article.clauses) < 2 * count:
        return None
    clauses = random.sample(article.clauses, 2 * count)
    items = [
        f"{clauses[index]}，{clauses[count + index]}" if random.random() < 0.5 else clauses[index]
        for index in range(count)
    ]
    form = form or random.choice(["{}是", "{}要", "第{}，"])
    with_count = random.random() < 0.5 if counted is None else counted
    lead = random.choice(_LEADS).format(_NUMBERS[count - 1]) if with_count else random.choice(_UNCOUNTED)
    return _List(lead, _ordinals(form, count), items, "：", ["；"] * (count - 1))


def _set(article: Article, random: Random, right: str, wrong: str, mark: tuple[int, int]) -> Planted:
    """Insert the list as a paragraph after one of the article's paragraphs."""
    at = random.choice(article.paragraphs)[1]
    return article.insert(at, "\n" + right, "\n" + wrong, (mark[0] + 1, mark[1] + 1))


@fault("EN01", "EN02")
def number_skipped_or_repeated(article: Article, random: Random) -> Planted | None:
    """一是、二是、四是 or 一是、二是、二是, with the right number of items in the lead or none."""
    made = _list(article, random)
    if made is None:
        return None
    right = made.write()
    form = made.ordinals[0].replace("一", "{}", 1)
    count = len(made.items)
    at = random.randint(1, count - 1)
    if random.random() < 0.5:
        made.ordinals[at:] = [form.format(_NUMBERS[index + 1]) for index in range(at, count)]
    else:
        made.ordinals[at:] = [form.format(_NUMBERS[index - 1]) for index in range(at, count)]
    start = len(made.write(at))
    end = start + len(made.ordinals[at])
    planted = _set(article, random, right, made.write(), (start, end))
    return planted._replace(
        spans=((planted.start, planted.end), (planted.start, planted.start + len(made.ordinals[at].rstrip("，"))))
    )


@fault("EN02", "EN01")
def count_in_the_lead(article: Article, random: Random) -> Planted | None:
    """三点要求 before four items."""
    made = _list(article, random, counted=True)
    if made is None:
        return None
    right, lead = made.write(), made.lead
    number = _NUMBERS[len(made.items) - 1]
    at = lead.index(number)
    other = _NUMBERS[len(made.items) - 1 + random.choice((-1, 1))]
    made.lead = lead[:at] + other + lead[at + 1 :]
    planted = _set(article, random, right, made.write(), (at, len(lead)))
    start = planted.start
    return planted._replace(spans=tuple((start, start + length) for length in (len(lead) - at, 3, 4, 2, 1)))


@fault("EN03", "PU20")
def another_separator(article: Article, random: Random) -> Planted | None:
    """One item of four or five ends with a full stop or a comma, the others with a semicolon."""
    made = _list(article, random, shortest=4)
    if made is None:
        return None
    right = made.write()
    at = random.randrange(len(made.items) - 1)
    made.between[at] = random.choice("。，")
    end = len(made.write(at + 1))
    return _set(article, random, right, made.write(), (end - 1, end))


@fault("EN04", "EN01")
def another_form(article: Article, random: Random) -> Planted | None:
    """第二， among 一是 and 三是."""
    form, other = random.sample(["{}是", "第{}，", "其{}，"], 2)
    made = _list(article, random, form=form)
    if made is None:
        return None
    right = made.write()
    at = random.randint(1, len(made.items) - 1)
    made.ordinals[at] = other.format(_NUMBERS[at])
    start = len(made.write(at))
    planted = _set(article, random, right, made.write(), (start, start + len(made.ordinals[at])))
    return planted._replace(
        spans=((planted.start, planted.end), (planted.start, planted.end - made.ordinals[at].count("，")))
    )


@fault("EN05")
def levels_upside_down(article: Article, random: Random) -> Planted | None:
    """一、 and 二、 inside （一）."""
    clauses = article.clauses
    if len(clauses) < 6:
        return None
    picked = random.sample(clauses, 6)
    wrong = "（一）{}\n一、{}。\n二、{}。\n（二）{}\n一、{}。\n二、{}。".format(*picked)
    right = "一、{}\n（一）{}。\n（二）{}。\n二、{}\n（一）{}。\n（二）{}。".format(*picked)
    start = wrong.index("\n") + 1
    planted = _set(article, random, right, wrong, (start, start + 2))
    return planted._replace(end=planted.start + len(wrong) - start)


@fault("EN08")
def another_sign(article: Article, random: Random) -> Planted | None:
    """2、 among 1. and 3.; one item per line."""
    made = _list(article, random, form="{}")
    if made is None:
        return None
    signs = random.sample(["{}.", "{}、", "{}）"], 2)
    numbers = [signs[0].format(index + 1) for index in range(len(made.items))]
    right = "\n".join(f"{number}{item}。" for number, item in zip(numbers, made.items, strict=True))
    at = random.randint(1, len(numbers) - 1)
    numbers[at] = signs[1].format(at + 1)
    lines = [f"{number}{item}。" for number, item in zip(numbers, made.items, strict=True)]
    start = sum(len(line) + 1 for line in lines[:at])
    return _set(article, random, right, "\n".join(lines), (start, start + 2))


@fault("EN09")
def fewer_than_listed(article: Article, random: Random) -> Planted | None:
    """甲、乙、丙等2家."""
    match = article.pick(random, f"(?<=、)[{HAN}]{{2,6}}、[{HAN}]{{2,6}}等(?=([0-9]{{1,3}}|[三四五六七八九十])[{HAN}])")
    if match is None:
        return None
    number = match[1]
    planted = article.replace(match.end(), match.end() + len(number), "2" if number.isascii() else "两")
    return planted._replace(spans=((planted.start, planted.start + 2), (planted.start, planted.end)))


@fault("EN10", "EN01", "EN02")
def shi_left_out(article: Article, random: Random) -> Planted | None:
    """二加强培训 between 一是 and 三是."""
    made = _list(article, random, form=random.choice(["{}是", "{}要"]))
    if made is None:
        return None
    right = made.write()
    at = random.randint(1, len(made.items) - 1)
    made.ordinals[at] = made.ordinals[at][0]
    start = len(made.write(at))
    planted = _set(article, random, right, made.write(), (start, start + 1))
    # An item that seems to be out of sequence after the gap is the same fault.
    return planted._replace(start=planted.start - start, end=planted.end + len(made.write()) - start)


@fault("EN11")
def comma_behind_yi_shi(article: Article, random: Random) -> Planted | None:
    """一是，."""
    made = _list(article, random, form="{}是")
    if made is None:
        return None
    right = made.write()
    made.ordinals = [ordinal + "，" for ordinal in made.ordinals]
    start = len(made.write(0)) + 2
    return _set(article, random, right, made.write(), (start, start + 1))


@fault("EN12")
def number_with_dunhao(article: Article, random: Random) -> Planted | None:
    """1、 with one item per line."""
    made = _list(article, random)
    if made is None:
        return None
    right, wrong = (
        "\n".join(f"{index}{sign}{item}。" for index, item in enumerate(made.items, 1)) for sign in (".", "、")
    )
    return _set(article, random, right, wrong, (0, 2))


@fault("PU20", "EN03")
def stop_inside_an_item(article: Article, random: Random) -> Planted | None:
    """An item of two sentences, and semicolons between the items."""
    made = _list(article, random)
    if made is None:
        return None
    at = random.randrange(len(made.items) - 1)
    others = [clause for clause in article.clauses if clause not in "".join(made.items)]
    if not others:
        return None
    made.items[at] = made.items[at].split("，")[0] + "，" + random.choice(others)
    right = made.write()
    made.items[at] = made.items[at].replace("，", "。")
    start, end = len(made.write(at)), len(made.write(at + 1))
    planted = _set(article, random, right, made.write(), (start, end))
    return planted._replace(spans=((planted.end - 1, planted.end),))


@fault("PU21")
def comma_before_the_first_item(article: Article, random: Random) -> Planted | None:
    """三点要求，一是…；二是….

    Only if the lead announces the items: without it the words before the comma may be an adverbial.
    """
    made = _list(article, random, counted=True)
    if made is None:
        return None
    right = made.write()
    made.colon = "，"
    return _set(article, random, right, made.write(), (len(made.lead), len(made.lead) + 1))


@fault("PU43")
def dunhao_behind_di_yi(article: Article, random: Random) -> Planted | None:
    """第一、."""
    made = _list(article, random, form="第{}，")
    if made is None:
        return None
    right = made.write()
    made.ordinals = [ordinal.replace("，", "、") for ordinal in made.ordinals]
    start = len(made.write(0)) + 2
    planted = _set(article, random, right, made.write(), (start, start + 1))
    return planted._replace(end=planted.start + len(made.write()) - start)
