"""Faults in numbers and dates."""

from __future__ import annotations

import re
from datetime import date
from random import Random

from newslint.chinese.numerals import int_to_chinese
from planting.article import HAN, Article, Planted
from planting.registry import fault

_DATE = r"(?<![0-9.年月])([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日(?![0-9至—～-])"
_WHOLE_DATE = r"(?<![0-9])((?:19|20)[0-9]{2})年([1-9]|1[0-2])月([1-9]|[12][0-9]|3[01])日(?![0-9至—～-])"
_WEEKDAYS = "一二三四五六日"


@fault("NU01")
def impossible_date(article: Article, random: Random) -> Planted | None:
    """4月31日, 2月30日, 13月5日, 6月35日."""
    match = article.pick(random, _DATE)
    if match is None:
        return None
    month, day = random.choice(
        [
            (random.choice((4, 6, 9, 11)), 31),
            (2, random.choice((30, 31))),
            (random.randint(13, 19), int(match[2])),
            (int(match[1]), random.randint(32, 39)),
        ]
    )
    return article.replace(match.start(), match.end(), f"{month}月{day}日")


@fault("NU02")
def wrong_weekday(article: Article, random: Random) -> Planted | None:
    """A date with its year and the wrong weekday."""
    match = article.pick(random, _WHOLE_DATE)
    if match is None:
        return None
    try:
        right = date(int(match[1]), int(match[2]), int(match[3])).weekday()
    except ValueError:
        return None
    shape = random.choice(["（星期{}）", "（周{}）", "星期{}"])
    wrong = random.choice([day for day in range(7) if day != right])
    at = shape.index("{")
    return article.insert(match.end(), shape.format(_WEEKDAYS[right]), shape.format(_WEEKDAYS[wrong]), (at, at + 1))


#: A number of people or things, as articles write it.
_COUNT = r"(?<![0-9A-Za-z.,近约超过逾第至—～/-])([1-9][0-9]*0)(名|人|家|户|座|件|台|公里|吨|亩)(?![次左以])"


def _count(article: Article, random: Random) -> re.Match[str] | None:
    """Return a number of people or things outside of quotations, at random."""
    places = [match for match in article.places(_COUNT) if not article.quoted(match.start())]
    return random.choice(places) if places else None


@fault("NU07")
def approximate_before_and_behind_the_number(article: Article, random: Random) -> Planted | None:
    """近200余名, 约30多家."""
    match = _count(article, random)
    if match is None:
        return None
    before = random.choice(["近", "约", "大约", "超过", "逾", "将近", "不足"])
    wrong = f"{before}{match[1]}{random.choice('余多')}"
    return article.replace(match.start(), match.end(), wrong + match[2], mark=(0, len(wrong)))


@fault("NU07")
def approximate_before_the_number_and_behind_the_unit(article: Article, random: Random) -> Planted | None:
    """约200名左右."""
    match = _count(article, random)
    if match is None:
        return None
    wrong = f"{random.choice(['约', '大约', '近', '接近'])}{match[0]}{random.choice(['左右', '上下'])}"
    return article.replace(match.start(), match.end(), wrong)


@fault("NU07")
def approximate_with_a_verb_between(article: Article, random: Random) -> Planted | None:
    """约有200多名, 大约为200名左右."""
    match = _count(article, random)
    if match is None:
        return None
    before = random.choice(["约", "大约", "大概"]) + random.choice("有为")
    if random.random() < 0.5:
        return article.replace(match.start(), match.end(), f"{before}{match[0]}{random.choice(['左右', '上下'])}")
    wrong = f"{before}{match[1]}{random.choice('余多')}"
    return article.replace(match.start(), match.end(), wrong + match[2], mark=(0, len(wrong)))


@fault("NU29")
def bounded_on_both_sides(article: Article, random: Random) -> Planted | None:
    """至少200名以上, 最多30家以内."""
    match = _count(article, random)
    if match is None:
        return None
    before, behind = random.choice(
        [
            ("至少", "以上"),
            ("最少有", "以上"),
            ("不少于", "以上"),
            ("超过", "以上"),
            ("最多", "以内"),
            ("不超过", "以下"),
        ]
    )
    return article.replace(match.start(), match.end(), f"{before}{match[0]}{behind}")


@fault("NU08")
def more_behind_a_number_that_is_not_round(article: Article, random: Random) -> Planted | None:
    """1253余名."""
    match = _count(article, random)
    if match is None:
        return None
    wrong = f"{match[1][:-1]}{random.randint(1, 9)}{random.choice('余多')}{match[2]}"
    return article.replace(match.start(), match.end(), wrong)


@fault("NU06")
def half_in_figures(article: Article, random: Random) -> Planted | None:
    """2万4千人, 3千5百家."""
    match = _count(article, random)
    if match is None:
        return None
    high, low = random.randint(1, 9), random.randint(1, 9)
    han = int_to_chinese(random.choice((high * 100, 10 * max(2, high))))
    wrong = random.choice([f"{high}万{low}千", f"{high}千{low}百", f"{high}千", f"{high}百多", f"{han}{low}"])
    return article.replace(match.start(), match.end(), wrong + match[2], mark=(0, len(wrong)))


@fault("NU38")
def figures_before_a_unit_of_ten_million(article: Article, random: Random) -> Planted | None:
    """6千万人, 3百万家."""
    match = _count(article, random)
    if match is None:
        return None
    wrong = f"{random.randint(1, 9)}{random.choice('百千')}{random.choice(['万', '多万', '亿'])}"
    return article.replace(match.start(), match.end(), wrong + match[2], mark=(0, len(wrong)))


@fault("NU09")
def approximate_number_in_figures(article: Article, random: Random) -> Planted | None:
    """3、4天."""
    match = article.pick(random, r"(?<![0-9.,、第近约至—～/-])[1-9][0-9]?(?=天[^津]|次[^列]|小时|公里|个月|分钟|岁)")
    if match is None or article.quoted(match.start()):
        return None
    low = random.randint(1, 8)
    return article.replace(match.start(), match.end(), f"{low}、{low + 1}")


@fault("NU05")
def date_in_both_kinds_of_digits(article: Article, random: Random) -> Planted | None:
    """四月18日, 4月十八日."""
    match = article.pick(random, _DATE)
    if match is None or article.quoted(match.start()):
        return None
    month, day = int_to_chinese(int(match[1])), int_to_chinese(int(match[2]))
    wrong = random.choice([f"{month}月{match[2]}日", f"{match[1]}月{day}日"])
    return article.replace(match.start(), match.end(), wrong)


@fault("NU10")
def lunar_date_in_figures(article: Article, random: Random) -> Planted | None:
    """农历8月15, 正月初8."""
    match = article.pick(random, _DATE)
    if match is None or article.quoted(match.start()):
        return None
    day = random.randint(1, 29)
    wrong = random.choice(
        [f"农历{match[1]}月{day}日", f"农历{match[1]}月初{day % 10 + 1}", f"正月{day}", f"腊月{day}日"]
    )
    return article.replace(match.start(), match.end(), wrong)


@fault("NU42")
def impossible_lunar_date(article: Article, random: Random) -> Planted | None:
    """农历八月三十一, 正月初十五."""
    match = article.pick(random, _DATE)
    if match is None or article.quoted(match.start()):
        return None
    month, last = int_to_chinese(int(match[1])), int_to_chinese(random.randint(1, 9))
    wrong = random.choice([f"农历{month}月三十{last}", f"正月初十{last}", f"农历十{random.choice('三四五')}月"])
    return article.replace(match.start(), match.end(), wrong)


@fault("NU12")
def decimal_without_zero(article: Article, random: Random) -> Planted | None:
    """上涨.5%."""
    match = article.pick(random, f"(?<=[{HAN}])0(\\.[0-9]+)(?:%|个百分点|[万亿]?元|公里|吨)")
    return match and article.replace(match.start(), match.start() + 1, "", mark=(0, len(match[1])))


@fault("NU14")
def decrease_in_times(article: Article, random: Random) -> Planted | None:
    """下降3倍."""
    match = article.pick(random, "(下降|减少|降低|下跌|缩短|下滑)(了?)[0-9]+(?:\\.[0-9]+)?[%％]")
    if match is None:
        return None
    return article.replace(match.start(), match.end(), f"{match[1]}{match[2]}{random.choice('2345三两')}倍")


@fault("NU19")
def range_backwards(article: Article, random: Random) -> Planted | None:
    """50～30名, 2025—2023年."""
    match = _count(article, random)
    if match is None:
        return None
    year = random.randint(1990, 2020)
    if random.random() < 0.5:
        wrong = f"{year + random.randint(1, 9)}—{year}"
        return article.replace(match.start(), match.end(), f"{wrong}年", mark=(0, len(wrong)))
    wrong = f"{int(match[1]) + 10}～{match[1]}"
    return article.replace(match.start(), match.end(), wrong + match[2], mark=(0, len(wrong)))


@fault("NU44")
def range_with_two_signs(article: Article, random: Random) -> Planted | None:
    """200——300名, 5%--8%."""
    match = _count(article, random)
    if match is None:
        return None
    low, sign = max(1, int(match[1]) // 2), random.choice(["——", "--", "～～", "－－"])
    return article.replace(
        match.start(), match.end(), f"{low}{sign}{match[0]}", mark=(len(str(low)), len(str(low)) + 2)
    )


@fault("NU45")
def minus_twice(article: Article, random: Random) -> Planted | None:
    """零下-5℃."""
    match = article.pick(random, "(?<=[。，])(?=[今目近此当为本去前据][\u4e00-\u9fff]{2})")
    if match is None:
        return None
    minus, figure = random.choice(("-", "－", "负")), random.randint(1, 30)
    told = "气温降到零下{}" + f"{figure}℃，"
    return article.insert(match.start(), told.format(""), told.format(minus), (4, 7))


@fault("NU20")
def person_times_before_persons(article: Article, random: Random) -> Planted | None:
    """200人次的党员."""
    match = article.pick(
        random, r"(?<=[0-9万多余])名(?=(党员|学生|教师|志愿者|医护人员|游客|群众|职工|干部|村民|居民|患者|民警))"
    )
    if match is None:
        return None
    planted = article.replace(match.start(), match.end(), "人次的")
    return planted._replace(spans=((planted.start, planted.end + len(match[1])),))


@fault("NU23")
def year_with_a_wrong_zero(article: Article, random: Random) -> Planted | None:
    """二O二二年."""
    match = article.pick(random, r"(?<![0-9])20[0-9]{2}(?=年[^代])")
    if match is None:
        return None
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in match[0])
    return article.replace(match.start(), match.end(), year.replace("〇", random.choice("O0○o")))


@fault("NU28")
def impossible_time(article: Article, random: Random) -> Planted | None:
    """上午14时, 凌晨11时, 9时75分, 18日25时许."""
    match = article.pick(random, r"(上午|凌晨|下午|日|晚)([0-9]{1,2})时(?=[，起许至前开举，在])")
    if match is None:
        return None
    minute, hour = random.randint(60, 99), random.randint(13, 23)
    forms = [(f"上午{hour}时", 0), (f"凌晨{hour}时", 0), (f"{match[1]}{match[2]}时{minute}分", len(match[1]))]
    if match[1] != "日":
        forms.append((f"{match[1]}{match[2]}:{minute}", len(match[1])))
    wrong, first = random.choice(forms)
    return article.replace(match.start(), match.end(), wrong, mark=(first, len(wrong)))


@fault("NU32")
def currency_twice(article: Article, random: Random) -> Planted | None:
    """￥100元, $5美元."""
    match = article.pick(random, f"(?<=[{HAN}])[0-9][0-9.,]*[万亿]*(元|美元|欧元)(?![/／])")
    if match is None:
        return None
    sign = {"元": random.choice("￥¥"), "美元": "$", "欧元": "€"}[match[1]]
    return article.replace(match.start(), match.end(), sign + match[0])


@fault("NU35")
def months_of_another_quarter(article: Article, random: Random) -> Planted | None:
    """二季度（1—3月）."""
    match = article.pick(random, "(?<![前头上财至到和、])第?([一二三四])季度(?![（(])")
    if match is None or article.quoted(match.start()):
        return None
    months = random.choice(
        [span for place, span in enumerate(["1—3", "4—6", "7—9", "10—12"]) if "一二三四"[place] != match[1]]
    )
    wrong = f"{match[0]}（{months}月）"
    return article.replace(match.start(), match.end(), wrong, mark=(0, len(wrong) - 1))


@fault("NU43")
def percentage_in_both_kinds_of_digits(article: Article, random: Random) -> Planted | None:
    """百分之5, 5%个百分点, 3分之1."""
    match = article.pick(random, f"(?<=[{HAN}])([0-9]+(?:\\.[0-9]+)?)(%|个百分点)(?![至到～—-])")
    if match is None or article.quoted(match.start()):
        return None
    fraction = f"{random.randint(3, 9)}分之{random.choice('12一二')}"
    wrong = random.choice([f"百分之{match[1]}", f"百分之{match[1]}%", f"{match[1]}%个百分点", fraction])
    return article.replace(match.start(), match.end(), wrong)
