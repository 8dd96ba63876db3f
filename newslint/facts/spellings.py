"""Words that are spelt in two ways, both in use: 其他, 其它; 作出, 做出.

A closed list. Left out are pairs that differ in meaning (反映, 反应; 截至, 截止; 权力, 权利).
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from newslint.document import Document
from newslint.facts.mention import Mention, mention, places_of
from newslint.patterns import lazy

#: The pairs, the spelling that dictionaries prefer first.
_PAIRS = (
    "其他/其它 作出/做出 账号/帐号 账户/帐户 账本/帐本 账目/帐目 账单/帐单 记账/记帐 结账/结帐 转账/转帐 账面/帐面 "
    "对账/对帐 身份/身分 想象/想像 成分/成份 部分/部份 分量/份量 弘扬/宏扬 看作/看做 当作/当做 叫作/叫做 称作/称做 "
    "交代/交待 给予/给与 人才/人材 报道/报导 思维/思惟 订单/定单 订购/定购 订货/定货 角色/脚色 模仿/摹仿 关联/关连 "
    "连接/联接 联结/连结 覆盖/复盖 唯一/惟一 唯有/惟有 唯独/惟独 精彩/精采 刻画/刻划 筹划/筹画 勾画/勾划 笔画/笔划 "
    "图像/图象 录像/录象 摄像/摄象 好像/好象 真相/真像 照相/照像 坐标/座标 座位/坐位 坐落/座落 执着/执著 黏稠/粘稠 "
    "磨炼/磨练 凝练/凝炼 简练/简炼 烦琐/繁琐 噩梦/恶梦 喝彩/喝采 余晖/余辉 盈余/赢余 秘籍/秘笈 含义/涵义 牵连/牵联 "
    "流连/留连 搭档/搭当 推诿/推委 装潢/装璜 糟蹋/糟踏 反复/反覆 答复/答覆 回复/回覆 撤销/撤消 勾销/勾消 担心/耽心 "
    "过分/过份 纽扣/钮扣 下功夫/下工夫 丰富多彩/丰富多采 直截了当/直接了当 莫名其妙/莫明其妙 名副其实/名符其实 "
    "按部就班/按步就班 毕恭毕敬/必恭必敬 指手画脚/指手划脚 出谋划策/出谋画策 归根结底/归根结柢 原原本本/源源本本 "
    "浑水摸鱼/混水摸鱼 鸿图/宏图 倒霉/倒楣 侥幸/徼幸 恍惚/恍忽 耿直/梗直 发人深省/发人深醒 再接再厉/再接再励 "
    "一股脑/一古脑 家具/家俱 秸秆/秸杆 机灵/机伶 仿佛/彷佛 参与/参予 年轻人/年青人 水分/水份 养分/养份 缘分/缘份 "
    "充分/充份 辈分/辈份 形象/形像 现象/现像 印象/印像 抽象/抽像 景象/景像 偶像/偶象 肖像/肖象 影像/影象 雕像/雕象 "
    "引申/引伸 神采/神彩 坐镇/座镇 落座/落坐 做客/作客 做梦/作梦 装作/装做 视作/视做 赋予/赋与 授予/授与 寄予/寄与 "
    "赐予/赐与 缘由/原由 缘故/原故 纪念/记念 车厢/车箱 保姆/保母 漂泊/飘泊 漂流/飘流 漂浮/飘浮 掺杂/搀杂 抹杀/抹煞 "
    "宣泄/渲泄 折中/折衷 联系/连系 盘踞/盘据 辜负/孤负 摩擦/磨擦 告诫/告戒 稀奇/希奇 稀罕/希罕 稀少/希少 谋划/谋画 "
    "策划/策画 规划/规画 计划/计画 相貌/像貌 辗转/展转 鲁莽/卤莽"
)
#: Characters before and behind a spelling with which it is part of other words: 工作|出色, 尤其|他.
_NOT_BEHIND = dict(
    entry.split(":")
    for entry in (
        "其他:尤与 其它:尤与 作客:工合操创 作梦:工合 影象:摄电 现像:出 水份:分 作出:工合制创操动运协写耕劳 "
        "当作:应担充相正适 当做:应担充相正适 成分:构组 定单:决规确制固 定购:决规确制固 定货:决规确制固 联接:关 "
        "过分:通超 含义:包 成份:构组"
    ).split()
)
_NOT_BEFORE = dict(
    entry.split(":")
    for entry in (
        "作出:版 看作:品者业家文案曲 当作:品者业家文 称作:者品家 叫作:者家 定单:位价 定货:币 人材:料 回复:兴 报导:弹"
    ).split()
)
#: What one makes with the hands, or shows, is 做出 alone.
_MADE = lazy("做出.{0,4}(?:来|成[绩果效]|动作|样[子品]|品牌|[特菜]色|亮点|[菜饭味]|榜样|表率|示范)")


def other_spelling(form: str) -> str:
    """Return the other spelling of a word of the list."""
    return _others()[form]


def preferred(form: str) -> str:
    """Return the spelling of a word of the list that dictionaries prefer."""
    return form if form in _pairs() else other_spelling(form)


@cache
def _others() -> dict[str, str]:
    return {**_pairs(), **{other: form for form, other in _pairs().items()}}


def spellings(document: Document) -> tuple[Mention, ...]:
    """Return the words of the list, in order of their places."""
    view = document.view
    alphabet = frozenset(view)
    found = []
    for form in _others():
        if not alphabet.issuperset(form):
            continue
        for at in places_of(view, form, 0, len(view)):
            end = at + len(form)
            if not _is_part(view, form, at, end):
                found.append(mention(document, at, end))
    found.sort(key=lambda place: place.start)
    return tuple(found)


def has_spellings(document: Document) -> bool:
    """Return True if a document has both spellings of a word."""
    view = document.view
    # The second one is the rarer: hardly any is there. A character that only it has is looked for.
    rarer = _by_rarer()
    return any(
        (form := rarer.forms.get(view[at - offset : at - offset + size])) and form in view
        for char in rarer.places.keys() & frozenset(view)
        for at in places_of(view, char, 0, len(view))
        for offset, size in rarer.places[char]
    )


class _Rarer(NamedTuple):
    """The first spellings by the second ones, and where in these, of which size, a character of theirs stands."""

    forms: dict[str, str]
    places: dict[str, set[tuple[int, int]]]


@cache
def _pairs() -> dict[str, str]:
    """Return the other spelling of each that dictionaries prefer."""
    return {form: other for form, _, other in (pair.partition("/") for pair in _PAIRS.split())}


@cache
def _by_rarer() -> _Rarer:
    places: dict[str, set[tuple[int, int]]] = {}
    for form, other in _pairs().items():
        char = min({*other} - {*form})
        places.setdefault(char, set()).add((other.index(char), len(other)))
    return _Rarer({other: form for form, other in _pairs().items()}, places)


def _is_part(view: str, form: str, start: int, end: int) -> bool:
    """Return True if what looks like a spelling is made of two other words."""
    if start and view[start - 1] in _NOT_BEHIND.get(form, ""):
        return True
    return (end < len(view) and view[end] in _NOT_BEFORE.get(form, "")) or _MADE.match(view, start) is not None
