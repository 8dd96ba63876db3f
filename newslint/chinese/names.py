"""Chinese surnames and the forms that names of people take in print.

The surnames are those of the Hundred Family Surnames (《百家姓》) and the commonest ones published from the household
register; both are plain facts. A surname alone proves nothing, since many are everyday words (高, 方, 时), so these
functions only tell what *could* be a name, and how certain that is.
"""

from typing import NamedTuple

from newslint.chinese.characters import HAN_LETTER
from newslint.patterns import lazy

#: Surnames of at least one person in a thousand, roughly.
COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊倪殷葛邢庄岳"
)

#: Other single-character surnames, many of them also everyday words.
OTHER = (
    frozenset(
        # The rest of the Hundred Family Surnames, in its order.
        "钱褚卫尤施华戚喻柏水窦章云奚郎鲁昌苗凤花俞柳酆鲍费廉岑滕毕邬安乐时傅皮卞齐伍元卜顾平和穆萧湛祁禹狄米贝明臧计伏成谈茅"
        "庞纪舒屈项祝阮蓝闵席季麻强路娄危童颜梅盛刁骆凌霍虞支柯昝管卢经房裘缪干解应宗宣贲郁单杭洪包诸左吉钮嵇滑裴荣翁荀羊於惠"
        "甄麴家封芮羿储靳汲邴糜松井富巫乌焦巴弓牧隗山谷车宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖符景詹束幸司韶郜蓟薄印宿怀蒲邰"
        "从鄂索咸籍卓蔺屠蒙池阴胥能苍双闻莘党翟贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别晏柴瞿阎充慕连茹习宦"
        "艾鱼容古慎戈庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空毋沙乜养鞠须丰巢关蒯"
        "相查后荆红游竺权逯盖益桓公"
        # Surnames outside that book, as the household register and newspapers show them.
        "涂佟代兰丛芦佘曲仝冼揭敬覃邸苑仉修信兀冶初区卿原呙啜塔奉奥妥官宛宾尧崇帅帖幺库彦律战才扎折揣撒操敏斯新旷昂普晋智木"
        "朴来栗植楚楼母洛海渠漆火玄玉琚瑞由矫种税笪端綦纳练缑羌肇良苟苻萨薜蚁行衣褟谌谯豆贯起达迟迭遆邝郇部鄢里门闪隋隽雒雪"
        "青靖顿麦黑战牟檀粟冒逢迪滚佴禤尉厚庆续留战锁展银仵油贠郄晃尕战况匙闾庚芗呼辜户宏巨郐闭要买刀占"
    )
    - COMMON
)

#: Surnames of two or more characters.
COMPOUND = frozenset(
    "欧阳 上官 司马 诸葛 皇甫 尉迟 慕容 司徒 令狐 公孙 夏侯 东方 端木 南宫 长孙 宇文 轩辕 独孤 西门 闻人 公羊 赫连 "
    "淳于 单于 "
    "太史 申屠 钟离 澹台 公冶 宗政 濮阳 仲孙 鲜于 司空 闾丘 亓官 百里 呼延 东郭 拓跋 完颜 叶赫 第五 万俟 纳兰 爱新觉罗 "
    "那拉 "
    "乌雅 佟佳 谷梁 微生 梁丘 左丘 东门 漆雕 乐正 壤驷 公良 夹谷 宰父 段干 巫马 公西 南门 羊舌 欧侯 司寇 "
    "公祖 阿史那".split()
)

# Particles and pronouns that no given name contains; a run of characters with one of them is running text.
NOT_IN_NAMES = frozenset("的了着这们个把被我你您他她它很么吗呢吧啊并且与或")

# Beginnings and contents that show that a run is the start of a sentence, not a name.
_PROSE = lazy(
    "(?:从|在|向|就|对|与|随|日前|近日|昨日|昨天|今日|今天|当日|连日|多次|来到|走进|赶到|专访|独家|实地|现场|再次|为)|"
    ".*(?:获悉|了解|看到|发现|采访|介绍|表示|走访|探访|调查|报道|消息|告诉|注意|手记|观察)"
)
_DOTS = frozenset("·•・‧．")
_DOTTED = lazy(rf"{HAN_LETTER}{{1,8}}(?:[·•・‧．](?:{HAN_LETTER}|[A-Z]){{1,8}}){{1,4}}")
_LATIN = lazy(r"[A-Z][A-Za-z'’.]{0,19}(?:[ -][A-Z][A-Za-z'’.]{0,19}){0,4}")

# The cost of one name in an unseparated run: the rarer its surname, the higher; more for a single given character.
_COMPOUND_COST, _COMMON_COST, _RARE_COST, _SHORT_COST = 1.0, 1.0, 4.0, 0.6


class Split(NamedTuple):
    """A run of names without separators, split into names.

    ``only`` is True if there is no other way to split it.
    """

    names: tuple[str, ...]
    only: bool


def is_han_run(text: str) -> bool:
    """Return True if ``text`` is one or more Han characters, including rare ones, which names may have."""
    if not text or min(text) < "㐀":
        return False
    return max(text) <= "鿿" or all(char <= "鿿" or "𠀀" <= char <= "𲎯" for char in text)


def surname(name: str) -> str:
    """Return the surname that ``name`` begins with, compound ones first; "" if there is none."""
    if name[:2] in COMPOUND:
        return name[:2]
    first = name[:1]
    return first if first in COMMON or first in OTHER else ""


def is_common(name: str) -> bool:
    """Return True if ``name`` begins with a compound or a common surname."""
    return name[:2] in COMPOUND or name[:1] in COMMON


def unpadded(name: str) -> str:
    """Return ``name`` without the spaces that pad a two-character name to the width of three (张　三)."""
    return name.replace(" ", "").replace("　", "") if is_han_run(name[:1]) else name


def is_dotted(name: str) -> bool:
    """Return True if ``name`` consists of parts joined by a middle dot (阿里木·托合提)."""
    return (
        not _DOTS.isdisjoint(name)
        and _DOTTED.fullmatch(name) is not None
        and _clean(name)
        and _PROSE.match(name) is None
    )


def is_latin(name: str) -> bool:
    """Return True if ``name`` is one to five capitalised Latin words."""
    return "A" <= name[:1] <= "Z" and _LATIN.fullmatch(name) is not None


def is_chinese(name: str) -> bool:
    """Return True if ``name`` is a known surname and one or two more characters, without padding."""
    size = len(name)
    if not 2 <= size <= 4:
        return False
    family = surname(name)
    return bool(family) and 1 <= size - len(family) <= 2 and NOT_IN_NAMES.isdisjoint(name) and is_han_run(name)


def is_plain(name: str) -> bool:
    """Return True if ``name`` is two to four Han characters that could be a name, with or without a surname."""
    return 2 <= len(name) <= 4 and could_be_names(name)


def could_be_names(run: str) -> bool:
    """Return True if a run of Han characters, of any length, contains nothing that shows it to be running text."""
    return is_han_run(run) and _clean(run) and _PROSE.match(run) is None


def is_name(name: str) -> bool:
    """Return True if ``name``, including padding, could be one person's name or pen name.

    Two to four Han characters need no surname, because of pen names and the names of other peoples; longer ones need a
    dot.
    """
    name = unpadded(name)
    if is_dotted(name) or is_latin(name):
        return True
    return is_plain(name)


def split_names(run: str) -> Split | None:
    """Return the likeliest way to split a run of Han characters into two or more names, or None if there is none.

    Every part must begin with a known surname and have one or two more characters; the split with the commonest
    surnames wins.
    """
    # The second name begins after two to four characters; most runs of other words have no surname there.
    if (
        not 4 <= len(run) <= 60
        or not surname(run)
        or not (surname(run[2:4]) or surname(run[3:5]) or run[:2] in COMPOUND)
    ):
        return None
    if not _clean(run) or not is_han_run(run):
        return None
    size = len(run)
    # For every end: the cost of the best split up to it, where its last name starts, and the number of splits.
    best: list[tuple[float, int, int]] = [(0.0, 0, 1)] + [(1e9, 0, 0)] * size
    for start in range(size):
        cost, _, ways = best[start]
        if not ways:
            continue
        for stop, price in _names_at(run, start):
            if stop - start == size:
                continue
            old_cost, old_start, old_ways = best[stop]
            if cost + price < old_cost:
                best[stop] = (cost + price, start, old_ways + ways)
            else:
                best[stop] = (old_cost, old_start, old_ways + ways)
    if not best[size][2]:
        return None
    names, stop = [], size
    while stop:
        start = best[stop][1]
        names.append(run[start:stop])
        stop = start
    return Split(tuple(reversed(names)), best[size][2] == 1)


def _names_at(run: str, start: int) -> list[tuple[int, float]]:
    """Return the ends and costs of the names that may begin at ``start``."""
    found = []
    compound = run[start : start + 2] in COMPOUND
    if compound:
        found = [(start + 3, _COMPOUND_COST + _SHORT_COST), (start + 4, _COMPOUND_COST)]
    first = run[start]
    if first in COMMON or first in OTHER:
        price = _COMMON_COST if first in COMMON else _RARE_COST
        # A compound surname alone is no name, even if its first character is a surname too (司马).
        found += [(start + 3, price)] if compound else [(start + 2, price + _SHORT_COST), (start + 3, price)]
    return [(stop, price) for stop, price in found if stop <= len(run)]


def _clean(name: str) -> bool:
    return NOT_IN_NAMES.isdisjoint(name)
