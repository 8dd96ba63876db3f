"""Clauses of purpose that end in a full stop, with what is done in the next sentence: 为增进交流。5月4日，….

A sentence is looked at from its 为 on. Each of its clauses must begin with a verb of purpose, and hold nothing that is
done; what is done must follow at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.patterns import lazy

#: What is wanted, and never done by itself.
_EFFECTS = frozenset(
    "丰富 营造 提高 提升 增强 弘扬 传承 发扬 激发 培养 展示 展现 迎接 喜迎 庆祝 纪念 普及 促进 推进 推动 打造 确保 "
    "保障 保证 达到 实现 体现 陶冶 活跃 锻炼 加深 增进 拉近 凝聚 满足 助推 助力 彰显 凸显 缅怀 继承 分享 预防 防范 "
    "防止 遏制 杜绝 减少 消除 落实 贯彻 巩固 加强 强化 深化 响应 发挥 调动 树立 夯实 筑牢 做好 改善 维护".split()
)
#: What may also be what is done: 为方便群众，优化流程。
_MEASURES = frozenset(
    "优化 完善 健全 建立 构建 规范 推广 加大 创建 了解 掌握 宣传 倡导 引导 教育 帮助 鼓励 激励 号召 动员 学习 传达 "
    "统一 倾听 拓展 拓宽 检验 检阅 交流 繁荣 净化 美化 整治 压实 扩大 适应 配合 践行 关爱 感受 感悟 领会 形成 养成 "
    "明确 充实 提振 缓解 降低 开展 打击 唤起 建设".split()
)
#: Effects of one character.
_CAUSES = ("让", "使")
_DEGREES = (
    *("进一步", "深入", "切实", "全面", "认真", "有效", "大力", "积极", "着力", "持续", "不断", "扎实", "充分", "广泛"),
    *("努力", "精准", "稳步", "严格", "有力", "真正", "牢固", "逐步", "尽快", "更好", "更加", "加快"),
)
#: What may stand before the verb of a clause: 更好地, 从而有效.
_ADVERBS = lazy(
    f"(?:(?:{'|'.join(_DEGREES)}|更(?:快|全面|深入|有效|广泛)?)[地的]?|能够?|为了?|同时|从而|并|也|以){{0,3}}"
)
#: A sentence begins behind one of these, 讯 ends its head; between them and it there may be spaces.
_STARTS, _SPACES = frozenset("\n。！”）】]讯"), " \u3000"
#: A clause of time may stand before the purpose: 在清明节到来之际，为….
_OCCASION = lazy("[^，。\n]{2,28}(?:之际|时|时候|前夕|来临|到来|期间|以来|是[^，。\n]{2,24}[日月节年周])")
_LONGEST_OCCASION = 56
#: What is done, or given, in a clause: 为提升品质贡献力量。
_DONE = lazy(
    "(?<!十)而(?!且)|贡献|奠定|注入|[作做]出|打下|保驾|护航|出力|奋斗|献[上出]?力|特[举开制邀组]|决定[^性]|将[于在]|举[行办]"
    "|(?<!胜利)(?<!顺利)(?<!隆重)(?<!成功)(?<![二三四五六七八九十]大)召开|启动|成立|推出|出台|印发|专门|连[夜续日]|加班"
)
_LONGEST_CLAUSE = 60
_CLAUSE_END = lazy("[，；。！？：\n]")
#: A new sentence that tells when, or whose work it is; and one that tells what is done.
_DATED = lazy(
    "[^，。！？\n]{0,6}(?:[0-9]{1,4}[年月日]|近日|日前|近期|连日来|[今昨][天日]|[上下]午|[上本]周|[一二三四五六七八九十]+月)"
    "|[我本](?:校|院|园|局|市|县|区|镇|乡|村|厂|所|社区|街道|公司|单位|中心)|经"
)
_DEED = lazy(
    "[^。！？：\n]{2,40}?(?:举[行办]|开展|召开|组织|启动|进行|来到|走进|走访|邀请|联合|集中|带领)[了的]?[^，。\n]"
)


def purpose_stops(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Yield the full stops behind a purpose whose deed is in the next sentence."""
    view = document.view
    for start in dict.fromkeys(hit.start for hit in hits):
        if not _begins_sentence(view, start):
            continue
        # 为了解 is 为 and 了解.
        stop = max(_stop_of_purpose(view, start, start + len(word)) for word in ("为", "为了"))
        if stop >= 0:
            yield Match(stop, stop + 1, "，")


def _begins_sentence(view: str, start: int) -> bool:
    """Return True if the 为 at ``start`` begins a sentence, or the main clause behind one of time."""
    at = start
    while at and view[at - 1] in _SPACES:
        at -= 1
    if not at or view[at - 1] in _STARTS:
        return True
    if view[start - 1] != "，":
        return False
    low = max(0, start - _LONGEST_OCCASION)
    before = max(view.rfind(mark, low, start - 1) for mark in "\n。") + 1
    return (before > low or not low) and _OCCASION.fullmatch(view, before, start - 1) is not None


def _stop_of_purpose(view: str, start: int, at: int) -> int:
    """Return where the full stop stands behind the clauses of purpose that begin at ``at``; -1 if there is none, or
    nothing is done behind it.
    """
    if view[start:at] not in ("为", "为了"):
        return -1
    while True:
        end = _CLAUSE_END.search(view, at)
        verb = _verb_of_purpose(view, at, end.start()) if end else ""
        if not verb or end is None:
            return -1
        at = end.end()
        if end[0] == "。":
            told = _DATED.match(view, at) or (verb not in _MEASURES and _DEED.match(view, at))
            return end.start() if told else -1
        if end[0] not in "，；":
            return -1


def _verb_of_purpose(view: str, start: int, end: int) -> str:
    """Return the verb that begins a clause of purpose, "" for another clause."""
    at = _ADVERBS.match(view, start, end).end()
    verb = view[at] if view[at : at + 1] in _CAUSES else view[at : at + 2]
    rest = at + len(verb)
    if verb not in _EFFECTS and verb not in _MEASURES and verb not in _CAUSES:
        return ""
    if verb == "建设" and view[rest : rest + 1] in ("者", "方", "单"):
        return ""
    return verb if 0 < end - rest <= _LONGEST_CLAUSE and not _DONE.search(view, rest, end) else ""


_ANCHORS = tuple(f"为{word}" for word in ("了", *_CAUSES, *_DEGREES, *sorted(_EFFECTS | _MEASURES)))

CHECKS: Mapping[str, Declared] = {
    "purpose": AnchorCheck(purpose_stops, _ANCHORS),
}
