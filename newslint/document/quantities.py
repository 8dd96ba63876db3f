"""The quantities of a text: numbers with their units, and the words that call them approximate.

A number may be written in figures, in Han numerals, or in both. Digits of a code (PM2.5, G20) are no quantity, nor is
a single Han numeral without a unit (统一). Whether a Han numeral is a word of its own is not asked: 统一部署 seems to
have 一部. Offsets are code points of the view.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.chinese.numerals import number_value
from newslint.document.document import Document
from newslint.patterns import lazy

#: Symbols of units, in the cases of GB 3100; no letter may follow one.
SYMBOLS = "kg mg km cm mm mL ml L g m t kW kV kPa MPa kWh Hz kHz MHz GHz dB".split()
#: Names of units of measurement, and measure words.
NAMES = (
    "平方公里 平方千米 平方厘米 平方米 平米 立方厘米 立方米 立方 公里 千米 海里 英里 厘米 分米 毫米 微米 纳米 "
    "英寸 英尺 米 公斤 千克 毫克 微克 克 斤 吨 毫升 公升 升 公顷 公亩 亩 千瓦时 千瓦 兆瓦 瓦 千伏 伏 兆帕 "
    "千帕 摄氏度 度 ℃ % ％ 百分点 美元 欧元 英镑 日元 港元 元 个小时 小时 分钟 秒钟 秒 个月 周岁 岁 个星期 "
    "个百分点 天 里 寸 尺 名 位 人次 人 架次 车次 批次 场次 人份 个 户 家 所 座 栋 幢 间 套 件 台 辆 架 艘 部 "
    "张 本 册 份 篇 幅 首 支 只 头 匹 条 项 种 类 批 次 届 场 期 集 节 门 款 枚 颗 粒 棵 株 块 片 段 层 级 组 "
    "队 对 双 盒 箱 袋 瓶 桶 杯 碗 盘 处 起 例 宗 笔 步 倍 成 遍 趟 轮 顿"
).split()
#: Units that also name a date or a time of day.
CALENDAR = "世纪 年代 周年 年 月 日 号 时 点 分 周".split()
#: Words before a number, by what they say of it.
AROUND = ("大约", "约莫", "大概", "约", "将近", "接近", "近")
OVER = ("超过", "突破", "超", "逾")
AT_LEAST = ("至少", "最少", "起码", "不少于", "不低于", "不下于", "不下")
AT_MOST = ("至多", "最多", "顶多", "不超过", "不多于", "不高于")
UNDER = ("不足", "不到", "不满", "低于", "少于")
ORDINAL = "第"
#: Longer words before those that end them.
_BEFORE = sorted((*AROUND, *OVER, *AT_LEAST, *AT_MOST, *UNDER, ORDINAL), key=len, reverse=True)
_LONGEST = len(_BEFORE[0])
_LAST = frozenset(word[-1] for word in _BEFORE)

_HAN = "〇零一二两三四五六七八九十百千万亿"
#: What multiplies the figures before it; 千 and 百 also begin names (千瓦, 千兆, 百货), and 十 does unless
#: it follows 百 or 千 (97十大新闻, 3百5十).
_SCALE = "(?:[万亿]|千(?![瓦米伏克帕卡焦赫兆])|百(?![分货姓兆])|(?<=[百千零][0-9])十)"
_FIGURES = r"[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?"
#: Units are looked up, because a pattern of all of them would take long to compile.
_UNITS = frozenset((*NAMES, *CALENDAR, *SYMBOLS))
_LONGEST_UNIT = max(map(len, _UNITS))
#: Every part behind the number may be missing, so that the pattern never goes back.
_QUANTITY = lazy(
    rf"(?P<number>(?:{_FIGURES}(?:{_SCALE}+零?)?)+|[几数](?=[十百千万亿])[{_HAN}]+|[{_HAN}]+)"
    rf"(?:(?P<more>[余多](?!元[化的]|样|云))(?P<scale>{_SCALE}*))?"
)
#: Words behind a quantity, and the characters that may not follow, as 左右 also begins 左右两侧.
_AFTER = {
    "左右": "两各开手逢为摇侧岸翼脑肩腿脚移扇晃摆键邻着了游转",
    "上下": "两各翻班学车楼游联级铺水齐一",
    "以上": "网街山述车",
    "以下": "简统称",
    "以内": "",
    "之内": "",
    "开外": "",
    "之多": "",
    "不等": "",
}
#: Behind one of these a number is part of a code or of a fraction.
_CODE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._#№/")


class Quantity(NamedTuple):
    """A quantity: 近200余人次.

    ``before`` is the word before the number that tells how it is meant (近, 至少, or 第), ``number`` the number without
    余 or 多, which ``more`` holds if it stands in the number (200余万) or behind the unit (3公里多), ``unit`` the unit
    or measure word, ``after`` the word behind all of it (左右). Each may be "". The span runs from ``start`` to
    ``end``, the number from ``number_start`` to ``number_end``, with 余 and 多 in it; the unit ends at ``unit_end``.
    """

    start: int
    number_start: int
    number_end: int
    unit_end: int
    end: int
    before: str
    number: str
    more: str
    unit: str
    after: str

    @property
    def value(self) -> float | None:
        """The number, None if it names no definite one (几十, 三四百)."""
        return number_value(self.number)

    @property
    def form(self) -> str:
        """How the number is written: ``figures`` (1,200 or 3.5), ``great`` (3万, 10亿零817万5288), ``han`` or ``mixed``
        (2万4千).
        """
        if not any(char in _HAN_BUT_GREAT for char in self.number):
            return "great" if "万" in self.number or "亿" in self.number else "figures"
        return "mixed" if any(char in _DIGITS for char in self.number) else "han"


_DIGITS = frozenset("0123456789")
_HAN_BUT_GREAT = frozenset(_HAN) - frozenset("万亿零") | frozenset("几数")


def quantities(document: Document) -> tuple[Quantity, ...]:
    """Return the quantities of a document in order; call it through ``document.once``."""
    return tuple(quantities_in(document.view, 0, len(document.view)))


def quantities_in(view: str, start: int, end: int) -> Iterator[Quantity]:
    """Yield the quantities that lie between two offsets of a view, neither of which is inside a number."""
    last = start
    for match in _QUANTITY.finditer(view, start, end):
        # 千 of 5千瓦 has been read as part of the unit.
        quantity = _read(view, match) if match.start() >= last else None
        if quantity is not None:
            last = quantity.end
            yield quantity


def quantity_at(view: str, at: int) -> Quantity | None:
    """Return the quantity whose number begins at ``at``, None if there is none."""
    match = _QUANTITY.match(view, at)
    return _read(view, match) if match is not None else None


def _read(view: str, match: re.Match[str]) -> Quantity | None:
    number, more, scale = match.groups("")
    start, number_end = match.span()
    unit = _unit_at(view, number_end)
    if number[0] in _DIGITS:
        if start and view[start - 1] in _CODE:
            return None
    elif len(number) == 1 and not unit and not more:
        return None
    unit_end = end = number_end + (view.startswith(" ", number_end) + len(unit) if unit else 0)
    if unit and not more and view[end : end + 1] in ("余", "多") and not view.startswith(("样", "云"), end + 1):
        more = view[end]
        end += 1
    after = view[end : end + 2]
    if after not in _AFTER or view[end + 2 : end + 3] in tuple(_AFTER[after]):
        after = ""
    before = _word_before(view, start)
    return Quantity(
        start - len(before), start, number_end, unit_end, end + len(after), before, number + scale, more, unit, after
    )


def _unit_at(view: str, at: int) -> str:
    """Return the longest unit that begins at ``at`` or behind a space there, or ""."""
    at += view.startswith(" ", at)
    for size in range(_LONGEST_UNIT, 0, -1):
        unit = view[at : at + size]
        if unit in _UNITS and not (unit[0] in _CODE and view[at + size : at + size + 1] in _CODE):
            return unit
    return ""


def _word_before(view: str, at: int) -> str:
    """Return the word of ``_BEFORE`` that ends at ``at``, or ""."""
    if not at or view[at - 1] not in _LAST:
        return ""
    head = view[max(0, at - _LONGEST) : at]
    return next((word for word in _BEFORE if head.endswith(word)), "")
