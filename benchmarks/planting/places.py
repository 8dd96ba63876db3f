"""Faults in the names of places: the wrong city or province, a name said twice or misspelt."""

from __future__ import annotations

import re
from random import Random

from planting.article import Article, Planted
from planting.registry import fault

#: Provinces with cities and counties in them whose names no other place has.
_CITIES = {
    "河北": "石家庄市 唐山市 秦皇岛市 邯郸市 保定市 沧州市 廊坊市 涿州市 正定县",
    "山西": "太原市 大同市 长治市 晋城市 运城市 临汾市 清徐县 平遥县",
    "辽宁": "沈阳市 大连市 鞍山市 抚顺市 丹东市 锦州市",
    "江苏": "南京市 无锡市 徐州市 常州市 苏州市 南通市 盐城市 昆山市 江阴市",
    "浙江": "杭州市 宁波市 温州市 嘉兴市 绍兴市 金华市 义乌市 桐庐县",
    "安徽": "合肥市 芜湖市 蚌埠市 安庆市 滁州市 阜阳市",
    "福建": "福州市 厦门市 泉州市 漳州市 宁德市",
    "江西": "南昌市 九江市 赣州市 上饶市 景德镇市",
    "山东": "济南市 青岛市 淄博市 烟台市 潍坊市 临沂市 聊城市 寿光市",
    "河南": "郑州市 洛阳市 开封市 安阳市 新乡市 南阳市 信阳市 兰考县",
    "湖北": "武汉市 宜昌市 十堰市 荆州市 黄冈市 恩施市",
    "湖南": "长沙市 株洲市 湘潭市 衡阳市 岳阳市 常德市",
    "广东": "广州市 深圳市 珠海市 汕头市 佛山市 东莞市 惠州市",
    "四川": "成都市 绵阳市 德阳市 宜宾市 泸州市 汶川县",
    "贵州": "贵阳市 遵义市 六盘水市 安顺市",
    "云南": "昆明市 曲靖市 玉溪市 保山市 昭通市",
    "陕西": "西安市 宝鸡市 咸阳市 延安市 榆林市",
    "甘肃": "兰州市 天水市 酒泉市 定西市",
}
_DISTRICTS = {
    "北京市": "海淀区 丰台区 石景山区 昌平区 顺义区 怀柔区 房山区",
    "天津市": "南开区 武清区 蓟州区",
    "上海市": "浦东新区 徐汇区 黄浦区 静安区 嘉定区 松江区",
    "重庆市": "渝中区 沙坪坝区 万州区 巫山县",
    "南京市": "玄武区 秦淮区 雨花台区",
    "杭州市": "余杭区 萧山区 拱墅区",
    "广州市": "天河区 越秀区 番禺区 白云区",
    "深圳市": "罗湖区 福田区 龙岗区",
    "武汉市": "江岸区 武昌区 江夏区",
    "成都市": "武侯区 锦江区 双流区",
    "西安市": "雁塔区 莲湖区 未央区",
    "郑州市": "金水区 二七区 中原区",
    "沈阳市": "沈河区 皇姑区 浑南区",
    "济南市": "历下区 槐荫区 历城区",
    "太原市": "迎泽区 小店区 万柏林区",
}
#: Counties until the eighties or later.
_ONCE_COUNTIES = ("番禺", "余杭", "双流", "萧山", "历城", "武昌")
_PROVINCES = "|".join(_CITIES)
#: Divisions that were renamed before the year of ``_DATED``, as a Markdown file states it.
_RENAMED = "密云县 延庆县 双流县 萧山市 襄樊市 余杭市 吴江市 铜山县 章丘市 即墨市 长治县 上饶县 思茅市 万县市".split()
_ISSUED = 2026
_DATED = f"---\ndate: {_ISSUED}-04-18\n---\n\n"


def _elsewhere(random: Random, table: dict[str, str], own: str) -> str:
    """Return a place that is not under ``own``."""
    other = random.choice([name for name in table if name != own])
    return random.choice(table[other].split())


def _free(article: Article, random: Random, pattern: str) -> re.Match[str] | None:
    """Return a match outside of quotations, in a sentence without years."""
    places = [match for match in article.places(pattern) if not article.quoted(match.start())]
    return random.choice(places) if places else None


def _told(article: Article, random: Random, place: str, mark: tuple[int, int] | None = None) -> Planted | None:
    """Plant a place as the source of a paragraph: 记者从某地了解到. Only ``mark`` of it is the fault."""
    match = article.pick(
        random, "(?:^|(?<=\\n))(?=[今目近此当为本去前据][\u4e00-\u9fff]{2})|(?<=。)(?=[今目近此当为][\u4e00-\u9fff]{2})"
    )
    if match is None:
        return None
    first, last = mark or (0, len(place))
    return article.insert(match.start(), "", f"记者从{place}了解到，", (first + 3, last + 3))


def _tells_of_the_past(told: Planted) -> bool:
    """Return True if the sentence names a year before the issue's, when the name may have been right."""
    sentence = re.split("[。！？\n]", told.text[told.start :])[0]
    return any(int(year) < _ISSUED for year in re.findall("(?:19|20)[0-9]{2}(?=年)", sentence))


@fault("PL01")
def division_that_was_renamed(article: Article, random: Random) -> Planted | None:
    """襄樊市, in an issue of 2026."""
    told = _told(article, random, random.choice(_RENAMED))
    if told is None or _tells_of_the_past(told):
        return None
    size = len(_DATED)
    spans = tuple((start + size, end + size) for start, end in told.spans)
    return Planted(_DATED + told.text, told.start + size, told.end + size, spans, _DATED + told.before, "markdown")


@fault("PL02")
def wrong_province(article: Article, random: Random) -> Planted | None:
    """A city with another province in front of it."""
    own = random.choice(list(_CITIES))
    wrong = own + random.choice(("", "省"))
    cities = {city: home for home, names in _CITIES.items() for city in names.split()}
    match = _free(article, random, "|".join(cities))
    if match is None:
        return _told(article, random, wrong + _elsewhere(random, _CITIES, own))
    if cities[match[0]] == own:
        return None
    start = match.start()
    before = article.text[max(0, start - 3) : start]
    head = next((size for size in (4, 3, 2) if before[-size:].removesuffix("省") in _CITIES), 0)
    return article.replace(start - head, match.end(), wrong + match[0])


@fault("PL02")
def wrong_city_of_a_district(article: Article, random: Random) -> Planted | None:
    """A district with another city in front of it."""
    districts = {name: own for own, names in _DISTRICTS.items() for name in names.split()}
    wrong = random.choice(list(_DISTRICTS))
    match = _free(article, random, f"(?:{'|'.join(_DISTRICTS)})?({'|'.join(districts)})")
    if match is None:
        return _told(article, random, wrong + _elsewhere(random, _DISTRICTS, wrong))
    return None if wrong == districts[match[1]] else article.replace(match.start(), match.end(), wrong + match[1])


@fault("PL03")
def district_called_a_county(article: Article, random: Random) -> Planted | None:
    """太原市迎泽县."""
    city = random.choice([name for name in _DISTRICTS if name not in ("北京市", "上海市", "天津市", "重庆市")])
    district = random.choice([name for name in _DISTRICTS[city].split() if name[:2] not in _ONCE_COUNTIES])
    return _told(article, random, city + district[:-1] + "县", (len(city), len(city) + len(district)))


@fault("PL04")
def province_named_twice(article: Article, random: Random) -> Planted | None:
    """山西山西省."""
    match = _free(article, random, f"(?<=[在到自往，、])({_PROVINCES})(?=省)")
    if match is None:
        name = random.choice(list(_CITIES))
        return _told(article, random, f"{name}{name}省", (0, 2 * len(name) + 1))
    return article.replace(match.start(), match.end() + 1, match[1] + match[1] + "省")


@fault("PL05")
def region_called_a_province(article: Article, random: Random) -> Planted | None:
    """广西省."""
    match = _free(article, random, "(?:广西|新疆|西藏|宁夏|内蒙古)(?=[，、的在])")
    if match is None:
        return _told(article, random, random.choice(("广西", "新疆", "西藏", "宁夏", "内蒙古")) + "省")
    return article.replace(match.start(), match.end(), match[0] + "省")


@fault("PL06")
def sound_of_a_district(article: Article, random: Random) -> Planted | None:
    """北京市海甸区."""
    from newslint.chinese.homophones import sound_alike

    city = random.choice(list(_DISTRICTS))
    district = random.choice(_DISTRICTS[city].split())
    at = random.randrange(len(district) - 1)
    alike = [char for char in _COMMON if sound_alike(char, district[at]) and char != district[at]]
    if not alike:
        return None
    wrong = district[:at] + random.choice(alike) + district[at + 1 :]
    return _told(article, random, city + wrong, (len(city), len(city) + len(wrong)))


#: Characters of everyday words, to misspell with.
_COMMON = (
    "电店垫淀海孩还丰风封台抬太石时实食井景京静山删衫昌长常场平评瓶顺瞬义意议怀淮柔揉房防方芳南难男开凯揩武五舞午清青轻浦普扑东冬"
    "汇惠会辉黄皇煌普静净嘉佳加家定丁订松送宋江将姜渝鱼于余中忠终沙杀万完弯州周舟玄悬选秦勤琴淮花华划余鱼萧小消山珊拱公工"
    "天田添河合和越月阅秀绣修番翻白百佰云匀罗螺锣湖户护福富服田甜龙隆岗钢刚夏下昌武侯后候锦金今紧双霜流留雁烟研塔踏莲连联未位央洋"
    "金今水谁睡七期沈神姑古浑昏历力立下夏槐怀荫因城成迎营应泽则责店殿柏百林临"
)
