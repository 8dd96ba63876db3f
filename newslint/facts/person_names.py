"""Where a person's name that follows a post or opens a clause ends: 张伟 in 张伟简要介绍, 郝孝东 in 郝孝东主持会议.

A surname with two characters is a name if what follows can follow a name; one with a single character, if that is not
so, or if the second one belongs to the word behind it. The words are closed lists, because a name is settled a thousand
times before any two are found to be alike; what they do not hold is not taken for a name.
"""

from __future__ import annotations

from newslint.chinese import words
from newslint.chinese.names import COMMON, NOT_IN_NAMES, is_han_run, surname

#: Characters of given names that are never in one, as they are words behind a name: 说, 等, 向.
_NEVER_GIVEN = NOT_IN_NAMES | frozenset(
    "说称答讲谈在对也被让使跟及都还又已将很最等因但却是不要该没只就仅各某两几多少每第此以而所至上下前后里外间号日们省"
    "市县区镇村局部处厅委院校站队社司"
)
#: What is given in place of a name: 王女士, 李某.
_NO_GIVEN = frozenset(
    "先生 女士 老师 师傅 大爷 大妈 阿姨 奶奶 爷爷 大哥 大姐 队长 书记 主任 院长 校长 局长 市长 县长 教授 医生 主席 "
    "总理 总统 经理 教练 导演 警官 法官 律师 同学 同志 小姐 太太 夫人 家人 家族 氏族 某某 姓人".split()
)
#: Words of one character that follow a name.
_SHORT = frozenset(
    "在向对就从说称率带为与和同及等以将已曾也还则是到来赴任致作做主当把被让因由于均都又再并不没可能会要需应说讲指"
)
#: Those of them that hardly end a name, where both readings are as good.
_VERBAL = frozenset("率带赴做作把因由则致到当与为以主任")
#: Characters that open a verb or another word behind a name of two: 张伟|简要, 何亮|接受.
_OPENS = frozenset(
    "说称问答讲谈指表介认告强提透回坦补感要希宣主出参带代陪率作做任致赴到来去走看为与和同及等在向对就从以将已曾也还则"
    "是有会能应当成获接受简被把给让使深先分共亲正不没只才又再都仍现近日今昨此首最随当立便即却很更十多每一两三其所之于"
    "由因自按据用经过"
)
#: The first two characters of words that follow a name.
_FOLLOWS = frozenset(
    "表示 指出 强调 介绍 认为 告诉 坦言 透露 回忆 主持 出席 参加 致辞 致词 讲话 发言 作了 作为 作出 做了 一行 带领 "
    "率领 陪同 会见 会谈 看望 慰问 调研 考察 视察 检查 走访 来到 前往 抵达 深入 赶赴 赴任 担任 当选 出任 接受 接任 "
    "获得 获评 荣获 荣膺 入选 代表 宣布 宣读 要求 希望 提出 提到 提醒 建议 呼吁 感慨 感叹 感到 感谢 谈到 谈及 说道 "
    "说起 说明 解释 解读 分析 补充 总结 汇报 报告 报道 摄影 供图 通报 通过 通讯 回应 回答 回复 答复 分别 同时 先后 "
    "共同 一同 一起 近日 日前 昨天 昨日 今天 今日 当天 当日 当晚 当时 现年 今年 目前 此前 随后 首先 最后 立即 立刻 "
    "随即 当即 马上 简要 详细 实地 现场 亲自 亲切 专门 专程 高度 充分 深情 激动 高兴 自豪 欣慰 欣喜 笑着 笑称 依次 "
    "就此 对此 为此 先生 女士 同志 教授 院士 老师 博士 书记 主任 院长 校长 局长 市长 部长 主席 总理 总统 经理 董事 "
    "夫妇 夫人 团队 等人 以及 曾任 曾在 曾经 已经 已于 将在 将于 将率 将出 正在 正式 不幸 因病 涉嫌 被查 被免 被任 "
    "被授 被评 严重 接待 签署 签订 签约 揭牌 揭幕 颁奖 颁发 授课 授旗 领衔 领导 领队 负责 组织 召集 围绕 结合 针对 "
    "根据 按照 详解 讲解 讲述 讲授 撰写 撰文 编写 编著 主讲 主演 主编 主刀 执导 饰演 扮演 夺得 夺冠 摘得 打破 战胜 "
    "击败 不敌 率先 率团 率队 带队 带头 带着 带来 同意 及其 到会 到场 到任 到访 访问 访华 来访 来华 来自 出生 毕业 "
    "退休 去世 逝世 病逝 牺牲 任职 任命 委托 完成 成为 成功 坚持 始终 一直 多次 再次 曾获 获奖 获悉 仍然 继续 开始 "
    "决定 发现 发表 发布 发起 发挥 提交 提议 提名 推荐 联系 联合 参与 参观 参赛 观看 观摩 听取 听完 听说 查看 察看 "
    "询问 了解 得知 看到 看来 看着 想到 想起 拿出 拿到 拿着 走进 走上 走到 站在 坐在 住在 家住 家中 家里 身着 身穿 "
    "身患 手持 手捧 拥有 利用 使用 采用 设计 研究 研发 创作 创办 创立 创建 开办 开展 开发 开通 开车 骑车 工作 生活 "
    "学习 从事 从小 从业 从教 从军 从警 自己 本人 个人 举行 举办".split()
)
#: Surnames that are mostly other words: 向记者, 要善于.
_WORDS = frozenset("向和都从要对与将由同连时就使能应")
_MARKS = frozenset("，：；！？（）｜／")
_DASHES = frozenset("·-—・•‧")
#: Counts in the word list: of a common word, of one that a longer name hardly begins with, of an everyday character.
_FREQUENT, _VERY_OFTEN, _OFTEN = 30, 500, 3000


def name_at(text: str) -> int:
    """Return the length of the name that ``text`` begins with, 0 if it is not seen to begin with one.

    ``text`` follows a post or a mark and should reach some characters beyond the name.
    """
    family = len(surname(text))
    if not family:
        return 0
    long, short = family + 2, family + 1
    long_closed = closed(text, long) if _is_given(text, family, long) else 0
    short_closed = closed(text, short) if _is_given(text, family, short) else 0
    # 张伟|简要介绍 rather than 张伟简|要; 王东来|说 rather than 王东|来.
    verbal = short_closed == long_closed == 1 and text[short] in _VERBAL
    if short_closed > long_closed or verbal:
        return short if _is_short_name(text, family) else 0
    return long if long_closed and _is_long_name(text, family) else 0


def is_settled(text: str, size: int) -> bool:
    """Return True if the first ``size`` characters of ``text`` could be a name; something behind it shows its end."""
    family = len(surname(text))
    if not family or not 1 <= size - family <= 2 or not _is_given(text, family, size):
        return False
    return _is_short_name(text, family) if size - family == 1 else _is_long_name(text, family)


def closed(text: str, size: int) -> int:
    """Return how surely a name of ``size`` characters ends there: 2 before a mark, figures or a word that follows
    names, 1 before a word of one character, 0 not at all.
    """
    rest = text[size : size + 2]
    if not rest or rest in _FOLLOWS:
        return 2
    if rest[0] < "㐀" or rest[0] in _MARKS:
        return 0 if rest[0] in _DASHES else 2  # 罗伯特·索耶
    return int(rest[0] in _SHORT)


def opens_a_word(text: str) -> bool:
    """Return True if the first character of ``text`` opens a word that follows names rather than ends one."""
    return text[:1] in _OPENS


def _is_given(text: str, family: int, end: int) -> bool:
    given = text[family:end]
    return (
        len(given) == end - family and is_han_run(given) and _NEVER_GIVEN.isdisjoint(given) and given not in _NO_GIVEN
    )


def _is_short_name(text: str, family: int) -> bool:
    """Return True if a surname and one character are hardly a word of another kind: 高度, 方面, 石油."""
    name = text[: family + 1]
    return family > 1 or (name[0] not in _WORDS and not is_everyday(name))


def _is_long_name(text: str, family: int) -> bool:
    """Return True if a surname and two characters are hardly words of another kind: 高水平, 方便面, 都表现."""
    name = text[: family + 2]
    if family > 1:
        return True
    if is_everyday(name) or (is_everyday(name[:2], _VERY_OFTEN) and name[:2] not in _GIVEN_LIKE):
        return False
    return not (_is_word(name[0]) and is_everyday(name[1:]))


def _is_word(family: str) -> bool:
    """Return True if a surname of one character is more often another word."""
    return family in _WORDS or (family not in COMMON and words.frequency(family) >= _OFTEN)


#: Words of two characters that names of three begin with all the same.
_GIVEN_LIKE = frozenset(
    "高峰 江山 马上 金玉 黄金 白云 石头 万里 成立 文明 文化 安全 温和 高兴 高明 周正 黄河 江南 余地".split()
)


def is_everyday(word: str, least: int = _FREQUENT) -> bool:
    """Return True if ``word`` is a common word that is no name: its count in the word list is at least ``least``."""
    return words.frequency(word) >= least and not words.tag(word).startswith("nr")
