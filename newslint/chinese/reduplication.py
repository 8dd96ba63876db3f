"""Words of two characters that are doubled on purpose, by the kind of reduplication.

A doubled verb softens (研究研究), a measure word counts off (一步一步), an adverb of degree insists (非常非常), a
colour intensifies (碧绿碧绿), a sound continues (叮咚叮咚). Anything else is doubled by mistake, unless two words meet.
The lists are our own; the kinds are those of 吕叔湘《现代汉语八百词》, on the reduplication of verbs, adjectives and
measure words.
"""

from __future__ import annotations

from newslint.chinese.segmentation import MEASURES
from newslint.chinese.words import is_word, tag

#: Words of degree, doubled to insist, in print too.
DEGREES = frozenset(
    "很 太 好 更 最 真 越 多 挺 愈 非常 特别 十分 多么 这么 那么 如此 永远 一定 真的 实在 无数 "
    "许多 许久 好多 好久 好大 好远 好长 好高 好些 好美 老远 老长 "
    "多多 反复 一再 飞快 遥远 永久 漫长".split()
)

#: Verbs and adjectives that are often doubled, in print too: to soften, to try, or to do for a while.
SOFTENED = frozenset(
    "研究 学习 讨论 商量 考虑 交流 了解 锻炼 休息 比较 活动 照顾 总结 见识 意思 提醒 鉴定 收拾 整理 "
    "打扫 打听 打扮 打点 打量 打理 参考 参谋 参观 体验 体会 体贴 体谅 品尝 品味 欣赏 回忆 回味 思考 "
    "琢磨 斟酌 酝酿 推敲 掂量 盘算 合计 计算 算计 估量 衡量 权衡 评论 评议 议论 辩论 争论 谈论 "
    "检讨 反省 检查 检验 考验 考查 观察 观摩 观赏 打探 试验 尝试 练习 训练 复习 温习 预习 操练 排练 "
    "磨炼 磨练 历练 熏陶 陶冶 感受 感觉 享受 逍遥 潇洒 消遣 娱乐 放松 轻松 凉快 暖和 舒服 舒坦 痛快 "
    "高兴 快乐 开心 安静 清静 冷静 热闹 亲热 亲近 凑合 将就 应付 对付 敷衍 迁就 通融 照应 照料 照看 "
    "关照 关心 爱护 心疼 疼爱 同情 可怜 安慰 慰问 问候 看望 探望 拜访 走动 联络 联系 商榷 配合 帮忙 "
    "辅导 指点 点拨 开导 教导 教训 启发 催促 管教 约束 批评 表扬 讲解 解释 解剖 交代 交待 嘱咐 叮嘱 "
    "布置 筹划 张罗 操办 操心 忙活 忙碌 运动 摇晃 晃荡 溜达 遛达 转悠 闲逛 散步 旅行 游览 "
    "游玩 玩耍 化妆 美容 修饰 装饰 装扮 打磨 润色 调理 调养 调剂 疏通 清洗 清扫 洗涮 冲洗 擦洗 晾晒 "
    "修理 修补 修整 保养 料理 清点 盘点 核算 核对 查对 请教 请示 纪念 庆贺 显摆 炫耀 卖弄 熟悉 习惯 "
    "磨合 聚会 团聚 聊天 唠叨 嘀咕 念叨 数落 埋怨 诉苦 发泄 倾诉 宣泄 滋补 滋润 湿润 弥补 端正 证明 "
    "清醒 克制 闯荡 折腾 捣鼓 捉摸 揣摩 领会 领教 领略 消化 温暖 露脸 风光 威风 神气 得意 客气 谦虚 "
    "孝敬 伺候 侍候 服侍 招呼 招待 款待 应酬 打发 糊弄 忽悠 吓唬 振作 活跃 活络 活泛 搅和 掺和 "
    "搅拌 翻腾 翻动 倒腾 鼓捣 摆弄 把玩 端详 盘问 询问 过问 切磋 钻研 捶打 敲打 拍打 抖动 扑腾 扑棱 "
    "忽闪 扑闪 眨巴 吧嗒 念念 哆嗦 颠簸 摇摆 晃悠 漂亮 干净 清楚 明白 亮堂 平静 便宜 松快 快活 "
    "风凉 老实 犒劳 慰劳 较量 比划 比试 过瘾 解馋 解闷 出气".split()
)

#: Words that make a verb after them a wish or a suggestion; after these any verb may be doubled.
_WISHES = frozenset(
    "想 再 多 去 来 该 得 帮 给 请 先 常 好好 好好儿 不妨 大家 咱 咱们 你 您 你们 经常 互相 相互 "
    "一起 回家 出去 出来 进来 回去".split()
)
_SPOKEN_WISHES = _WISHES | frozenset(
    "要 他 她 他们 我 我们 能 可以 都 也 就 还 让 应该 应当 必须 需要 今天 明天 老师 孩子 领导 同志".split()
)
_SOFT_ENDS = ("一下", "看", "吧", "呗", "嘛", "呢", "啊", "呀", "吗")
#: Words that never follow a doubled verb, or never precede it.
_AFTER_NO_SOFTENED = frozenset("的 过 着 和 与 及 以及 等 或 者 于 并 中 后 时".split())
_BEFORE_NO_SOFTENED = frozenset(
    "在 将 为 的 进行 开展 加强 予以 加以 给予 作出 推动 促进 深化 实现 和 与 及 以及 接受 继续 "
    "持续 深入 正在 已 已经 曾 所 被 关于 对于 共同 并 经过 通过".split()
)

#: The second character of a verb that names its result: 看到看到 softens nothing.
_RESULTS = frozenset("到成为出入于完住起来去下上给向自至有无行")
#: People who are called out to.
_CALLED = frozenset(
    "老师 师傅 医生 大夫 护士 警察 同学 同志 乡亲 阿姨 大姐 大哥 大爷 大妈 大叔 大娘 先生 小姐 美女 "
    "帅哥 朋友 宝贝 宝宝 孩子 老板 司机 队长 班长 校长 书记 战友 兄弟 姐妹 亲人 爱人 祖国 母亲 父亲 "
    "家乡 故乡 长江 黄河 泰山 月亮 月儿 船儿".split()
)
_QUESTIONS = frozenset(
    "什么 怎么 如何 多少 哪里 哪儿 怎样 怎么样 谁谁 某某 几时 何时 何等 若干 哪个 哪些 几个 几多 如此 "
    "这般 那般 等等 某些 某个".split()
)
_STATES = frozenset(
    "雪白 漆黑 乌黑 墨黑 墨绿 黑绿 碧绿 碧蓝 翠绿 湛蓝 蔚蓝 瓦蓝 瓦亮 通红 通亮 鲜红 血红 火红 绯红 "
    "嫣红 金黄 焦黄 蜡黄 枣红 煞白 惨白 银白 油绿 油亮 贼亮 黝黑 黢黑 冰凉 冰冷 滚烫 滚圆 滚热 火热 "
    "火辣 笔直 笔挺 喷香 香甜 稀烂 稀碎 粉碎 崭新 精光 溜圆 溜光 溜滑 梆硬 死沉 生疼 细长 细小 狭长 "
    "瘦长 瘦小 矮小 高大 短小 深红 淡淡 老高 通透 透亮 锃亮 铮亮 焦脆 酥软 绵软 松软 金灿 瓦灰 "
    "齐整 尖细 粗大 瓷实 结实 白净 甜美".split()
)
_SOUNDS = frozenset(
    "叮咚当滴答嘀嗒哗啦呼哧咕噜隆轰汪咔嚓喀噼啪扑通吱呀呜哇喵咩嘎嘟哒哐啷铿锵咯唧喳叽嘻哈呵嘿哼吭嘭砰乒乓"
    "嗡淅沥嗖唰飒簌潺嘘咣丁零铃咝沙"
)
_MEASURES = MEASURES | frozenset(
    "步刀口声页行字笔针线拳脚眼滴粒勺碗杯桶袋瓶盒箱车船站村乡县市桌圈排列队组班代辈重环寸尺丈度分夜晚季格"
    "招式问答跳闪颠晃摇拐扭撇捺节味翘篙道包捆筐锅盘壶缕丝簇丛堆垛捧撮抹团绺串瓣挂拨茬盏样幕锄锹铲镐"
)
#: What counts things off; 数据, 多元, 万元 and 第一 do not.
_COUNTERS = frozenset("一二两三四五六七八九十几半")

#: Words of their own, although they look like a number with a measure word.
_NOT_COUNTED = frozenset("一线 一度 一行 一时 一品 一些 一会 一共 一汽 一体 一带 一审 一流 一生 两会 两岸 半年".split())
#: Tags of words that begin with 一 and are no number: 一直, 一旦, 一致.
_NO_NUMBER = ("d", "c", "r", "a", "v", "p")


def counts_off(unit: str, after: str = "") -> bool:
    """Return True if the unit counts things (一颗, 大片, 一个问题), so that doubling it goes through them one by one.

    ``after`` is the word that follows; for numbers above one it must show this (两个两个地数).
    """
    first, second = unit[0], unit[1]
    if len(unit) > 2:
        # 一体化 and 十八大 are words of their own, 三是坚持 is a clause.
        counted = second in _MEASURES or after in ("地", "的") or (first == "一" and len(unit) == 3)
        own_word = is_word(unit) and not tag(unit).startswith(("m", "q", "t"))
        in_pairs = first == "一" == unit[2]
        return (
            in_pairs or (first in _COUNTERS and counted and not own_word) or (first in "每逐" and second in _MEASURES)
        )
    if first in _COUNTERS:
        if unit in _NOT_COUNTED:
            return False
        # Any noun may be the measure of what is told one by one: 一锭一锭, 一窑一窑.
        if first == "一":
            return second in _MEASURES or after == "地" or not tag(unit).startswith(_NO_NUMBER)
        return after.startswith(("地", "一")) and (second in _MEASURES or after == "地" or not tag(unit))
    return first in "逐整成大小满" and second in "片把块批堆团串包捆篇段群股车层步"


def insists(unit: str, after: str = "") -> bool:
    """Return True if doubling a word of two characters may insist or depict: degree, question, state, sound."""
    if unit[0] in "最极":
        return unit not in ("最后", "最终", "最近", "极端") and after in ("", "的", "地", "了")
    return (
        unit in DEGREES
        or unit in _QUESTIONS
        or unit in _STATES
        or unit[0] in "很太忒"
        or unit[1] == "着"
        or _SOUNDS.issuperset(unit)
        or tag(unit) in ("o", "z", "e", "y")
    )


def calls(unit: str, *, quoted: bool) -> bool:
    """Return True if the unit may be called out twice: 老师老师, 乡亲乡亲; in speech any person."""
    return unit in _CALLED or (quoted and tag(unit).startswith("nr"))


def softens(unit: str, before: str, after: str, *, quoted: bool) -> bool:
    """Return True if doubling a verb or adjective may soften it between the words ``before`` and ``after``.

    ``unit`` has two characters. ``before`` and ``after`` are "" at a mark or the end of the text; ``quoted`` is True in
    a quotation.
    """
    if (not tag(unit).startswith(("v", "a")) and unit not in SOFTENED) or unit[1] in _RESULTS:
        return False
    if after in _SOFT_ENDS:
        return True
    if after in _AFTER_NO_SOFTENED:
        return False
    if unit in SOFTENED:
        wished = before in _WISHES
        return wished or (before not in _BEFORE_NO_SOFTENED and not tag(before).startswith(("m", "q", "b")))
    return before in (_SPOKEN_WISHES if quoted else _WISHES) or (quoted and not before and not after)
