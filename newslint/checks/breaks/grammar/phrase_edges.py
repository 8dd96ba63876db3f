"""Words that show on which side of a line end a phrase is open, and their classes.

Some words seldom begin a sentence, because they lean on what precedes them: heads of long noun phrases (问题,
有限公司), posts (主任), verbs without their subject (表示). Others seldom end one, because they wait for what follows:
attributes (相关, 国家级), verbs that need an object (成为, 包括), adverbs, times of day. A heading is no sentence, but
it is closed like one.

Chosen by hand from words that, in two million characters of news, begin (end) a sentence less than a tenth as often as
the average word; a word that headings like to begin or end with was left out.
"""

from functools import lru_cache

from newslint.chinese import words
from newslint.chinese.segmentation import split_words

#: Seldom the first word of a sentence.
LEANING = frozenset(
    # heads of noun phrases
    "问题 关系 方面 领域 地区 技术 情况 精神 能力 体系 机制 机构 制度 部门 行业 作用 力量 水平 优势 模式 方式 经验 "
    "业务 内容 措施 任务 范围 规模 标准 基础 环境 特色 "
    "风险 需求 信息 资金 资产 资源 基地 单位 文物 产品 设备 设施 材料 项目 工程 工作 活动 事业 事务 事件 因素 成绩 "
    "成就 成果 价值 意义 道路 布局 行为 行动 力度 质量 数量 "
    "比例 程度 趋势 渠道 环节 阶段 时期 形式 框架 规则 原则 理念 意识 知识 课程 学科 团队 队伍 成员 委员 委员会 "
    "有限公司 公司 集团 中心 大学 学院 医院 银行 协会 研究院 "
    "研究所 管理局 党委 政府 法院 会议 大会 论坛 战略 政策 计划 规划 方案 系统 平台 网络 市场 经济 社会 建设 发展 管理 "
    "服务 生产 贸易 消费 投资 教育 文化 安全 稳定 增长 "
    "合作 交流 改革 创新 监管 保障 贡献 动力 活力 压力 信心 共识 功能 品质 空间 体制 条件 权益 利益 主体 条例 规定 "
    "意见 办法 通知 制度 措施 现象 状况 局面 过程 结构 "
    "产业 产业链 企业 群众 人员 人士 人才 职工 干部 同志 先生 女士 代表 专家 居民 客户 乘客 患者 学生 "
    # posts
    "主任 书记 部长 局长 院长 会长 所长 处长 科长 总理 总统 主席 总书记 委员长 总经理 董事长 负责人 发言人 教授 院士 "
    "研究员 司令 参谋长 秘书长 市长 省长 县长 镇长 校长 "
    # verbs whose subject stands before them, or that are second in a chain
    "表示 指出 认为 介绍 透露 告诉 强调 称 说 进行 成为 完成 取得 达到 发生 出现 提升 增强 作出 提出 发现 召开 举行 "
    "举办 成立 开展 来到 得到 带来 造成 导致 产生 获得 位于 "
    "开始 继续 恢复 确保 包括 下降 上升 上涨 下跌 增加 减少 超过 采取 带动 推出 发布 公布 报道 参加 "
    # degree, number, time, place behind their noun
    "左右 以上 以下 以内 期间 之间 之一 以来 时期 时间 上午 下午 亿元 万元 亿美元 美元 百分点 小时 公里 平方米 分钟 个 "
    "多个 余名 起 等 称 均 共 仍 则 都 也 还 就 又 才 "
    # adverbs and links inside a sentence
    "更加 更好 非常 相互 逐步 始终 一直 正式 分别 以及 或者 并且 还是 自己 本身 各自 及其".split()
)

#: Seldom the last word of a sentence or of a heading.
WAITING = frozenset(
    # attributes
    "共同 进一步 积极 更加 主要 基本 特别 最大 高度 公共 其他 重大 重要 伟大 广大 优秀 相关 有关 各类 各项 各方 各级 "
    "各地 各国 大型 新型 民营 国有 中央 全国 国家 国际 "
    "中共 中国 我国 中华 联合国 国务院 中共中央 大量 一系列 一批 一名 一个 一种 一次 一项 一位 多名 多个 这个 这种 "
    "这些 那个 每个 某些 任何 其 该 此 本 某 各 每 所 第 "
    "首 首个 首次 首批 首席 副 原 前 新 大 小 老 多 总 上海市 北京市 省 市 县 区 社会主义 现代 先进 具体 深度 专项 "
    "具有 所有 真正 自身 "
    # verbs and prepositions that wait for an object
    "成为 包括 具有 来自 位于 围绕 针对 根据 按照 通过 对于 关于 随着 由于 为了 截至 超过 达到 约 占 显示 取得 作出 "
    "造成 导致 引发 带来 受到 得到 获得 进行 开展 提供 发表 "
    "接受 举办 召开 参加 参与 组织 加快 加强 推进 推动 促进 维护 保持 确保 建立 构建 满足 面临 面对 进入 融入 拥有 "
    "制定 健全 引领 宣布 预计 涉及 符合 听取 贯彻 聚焦 利用 "
    "采取 采用 使用 发布 公布 起草 要求 希望 继续 开始 属于 等于 分为 成立 负责 感谢 代表 告诉 看到 来到 前往 赴 与 和 "
    "在 是 有 为 将 对 要 以 从 让 向 把 被 由 用 到 给 "
    # adverbs and auxiliaries
    "已经 正在 即将 正 已 曾 仍 均 就 都 也 还 更 最 很 较 可以 能够 必须 应该 可能 不能 没有 不断 逐步 始终 一直 充分 "
    "大力 坚决 认真 全面 深入 先后 累计 分别 正式 直接 共 "
    "不仅 不是 就是 还是 尤其 甚至 如果 虽然 因为 只有 无论 以及 或者 并且 "
    # times that stand before their verb
    "今年 去年 明年 近年来 近日 日前 目前 当前 今天 昨天 明天 当天 上午 下午 晚上 近期 此前 此后 同时 年 "
    "月 此次 本次 这次 上周 下周 本周 同比".split()
)

_DIGITS = frozenset("0123456789０１２３４５６７８９")
_LATIN = frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
)
_FAMILIES = {"nr": "nr", "ns": "ns", "nt": "nt", "nz": "nz", "vn": "vn", "ad": "d"}
_MERGED = {"z": "a", "k": "u", "y": "u", "l": "i", "f": "s", "g": "n", "": "n", "x": "n", "e": "u", "o": "u", "h": "b"}


# The same edge is asked for by several signs, and the same words come again and again.
@lru_cache(maxsize=256)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of ``text``, a piece of a sentence."""
    return tuple(split_words(text))


@lru_cache(maxsize=8192)
def tag(word: str) -> str:
    """Return the part of speech of ``word``, as ``words.tag`` gives it."""
    return words.tag(word)


@lru_cache(maxsize=8192)
def word_class(word: str) -> str:
    """Return the part of speech of ``word``, in capitals for a single character, or ``number`` or ``latin``."""
    if word[0] in _DIGITS:
        return "number"
    if word[0] in _LATIN:
        return "latin"
    part = words.tag(word)
    if len(word) == 1:
        return _MERGED.get(part[:1], part[:1]).upper()
    return _FAMILIES.get(part[:2]) or _MERGED.get(part[:1], part[:1])
