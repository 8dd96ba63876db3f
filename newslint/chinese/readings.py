"""The readings of characters, and characters that are mistaken for each other because they sound or look alike.

A character may have several readings (乐: le, yue). Tones are left out, as input methods leave them out, and so is the
g of a final ng, which many speakers do not tell from n.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from os.path import dirname, join

_PATH = join(dirname(__file__), "data", "readings.txt")
_NO_READINGS: frozenset[str] = frozenset()
#: Characters that look alike, in groups.
_LOOK_ALIKE = (
    "己已巳 未末 土士 日曰 人入八 大太犬 天夫 千干于 王玉主 由甲申 木本 白百 自目 今令 仓仑 候侯 治冶 洗冼 崇祟 荣荥 "
    "毫亳 戍戌戊 徽微薇 晴睛 竞竟 拔拨 折拆析 狠狼 住往 宣宜 亨享 厉历 铭铬 钧钓钩 均匀 琛深探 琳淋 珊姗 玲铃 娜哪 "
    "婷停 坤神伸 祥样洋 斌武 彬杉 炜伟玮 烨晔 焕涣 辉晖 昊吴 昌唱 森林 栋拣 根恨 楠南 梅海悔 涛寿 清情晴 湘相 潮湖 "
    "端瑞 瑜喻 棋琪 福副 绿禄 秀委 秋和 科料 粱梁 红江 纳钠 绍招昭 维唯 绪诸 群郡 翔翱 翠翌 胜姓 腾滕 良艮 芳芬 英央 "
    "荣菜 莉荆 莹萤营 菊鞠 蕾雷 虎虚 蓉容 裕浴 诚城成 诗待 谦歉 贤坚 贵责 资次 赛寒 超起 连莲 道遣 邦那 郁都 钢铜 "
    "铁轶 锋峰蜂 镇填 阳阴 陈阵 雪雷 静净 顺须 颖颍 鸣呜 力刀 刁习 丹舟 丰半 元无 云去 支友 书节 兰三 平乎 东车 占古 "
    "民氏 弘引 永水 玄亥 申电 吉古 因困 向问 全金 会合 庆厌 兴光 军车 如知 孙孔 志忘 杜社 李季 杨扬 旭旦 时对 佳隹 "
    "侠狭 金全 诺诸 学字 宗宋 官宫 居届 建健 承丞 昆昂 明朋 易昜 杰木 松柏 欣掀 河何 波坡 泽译 洁沽 津律 洪供 炳柄 "
    "玥钥 盼昐 春舂 柳卯 思恩 俊悛 彦颜 思息 恒桓 政改 星皇 昱晟 晓哓 桂挂 浩洁 涵函 淑叔 添漆 清靖 渊澜 爽夹 晨农 "
    "崔雀 曼蔓 敏每 教孝 娇骄 婉碗 琦椅 博搏 喜嘉 惠慧 晶品 智知 朝期 森淼 棠堂 焱炎 萌盟 蒋将 锦绵 新亲 源原 煜昱 "
    "福富 嘉喜 豪毫 嫣媽 慕幕 漫慢 瑶摇 聚娶 凤风 龙尤 岩若 岗岚 峻俊 巍魏 帅师 帆凡 康唐 庞宠 廷延 弛驰 彤丹 徐除 "
    "怡恰 恺凯 戴载 拓柘 捷健 敬警 方万 旺望 晋普 曙署 柯何 桥侨 榕蓉 欢炊 沈沉 沛沽 泉帛 涂徐 温湿 游浒 滨宾 潘播 "
    "灿仙 烈列 然燃 甜甛 瑾谨 甫用 白自 皓浩 盛感 石右 硕顾 祖租 祝视 程桯 穆稳 立位 竹行 纪记 纯钝 绮椅 维帷 缨樱 "
    "罗岁 耀曜 肖尚 育肓 舒予 艺乙 苏办 茂戊 莫其 菲非 蓓培 薛薜 袁哀 裴斐 覃谭 许讦 贝见 赵起 轩干 辰晨 迪油 逸免 "
    "遥摇 邓郑 邱丘 郝赤 郎朗 酆丰 钱线 铎泽 阎闫 隆降 雨两 雯雪 霍雀 韦书 顾硕 饶绕 骏俊 高亮 魁鬼 鲁鲜 鹏朋 鹤鹊 "
    "麦夌 黎藜 鼎县 例列"
)


def readings(char: str) -> frozenset[str]:
    """Return the readings of a character without tones, a final ng as n; none if they are not known."""
    return _table().get(char, _NO_READINGS)


def sounds_like(one: str, other: str) -> bool:
    """Return True if two characters have a reading in common."""
    return not readings(one).isdisjoint(readings(other))


def is_confusable(one: str, other: str) -> bool:
    """Return True if two different characters sound or look alike."""
    return one != other and (sounds_like(one, other) or frozenset((one, other)) in _look_alikes())


@cache
def _table() -> dict[str, frozenset[str]]:
    """Return the readings of all characters; read when two characters are first compared."""
    found: dict[str, frozenset[str]] = {}
    with open(_PATH, encoding="utf-8") as file:
        for line in file:
            reading, chars = line.split()
            own = frozenset((reading[:-1] if reading.endswith("ng") else reading,))
            for char in chars:
                known = found.get(char)
                found[char] = own if known is None else known | own
    return found


@cache
def _look_alikes() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for group in _LOOK_ALIKE.split() for pair in combinations(group, 2))
