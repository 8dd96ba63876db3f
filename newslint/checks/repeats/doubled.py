"""A word of two characters written twice: fault, figure of speech, or the seam where two words meet.

Three readings are compared. As a figure of speech (研究研究, 一步一步) the word is of one of the kinds in
``reduplication``. As a seam the first half ends a longer word (互联网|联网) or the second begins one (三大队|大队长,
专利局|专利审查). A longer word of the list is looked for on both sides, another only where no mark or function word
rules it out. Anything else is a fault.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newslint.chinese.reduplication import calls, counts_off, insists, softens
from newslint.chinese.transliteration import TRANSLITERATION
from newslint.chinese.words import is_word, tag
from newslint.document import Document
from newslint.document.structure import BlockKind

#: Single characters that are words by themselves; others may make the word before them longer: 推进会, 使用权.
_FUNCTION = frozenset(
    "的了着过得在和是等与及或且但中上下里内外后前时为有将也都就并到从对被把让使以由向给而则已不又还很更最之所来去可能应须要需即均仍曾正再只共各每该此其这那"
    "我你他她它称说指占达超约近至自于按经因如若虽却才便比跟同叫像往尤另没无未别勿请随当除凭靠依据沿朝替用一二两三四五六七八九十几多"
)
#: Characters that end longer words, including verbs and adjectives.
_WORD_ENDS = frozenset(
    "会权率者部性力业式法员家品期化区点地处站团队人长书类口手学论感营管编辑表证奖案板机关工商型级课报量线费"
)
#: Tags of words that end a phrase: particle, preposition, conjunction, adverb, place, number, pronoun, time, modal.
_CLOSING = ("u", "p", "c", "d", "f", "m", "r", "t", "y")
#: Characters that form one word with the name or office after them: 副市长, 省政府|政府采购, 南苏丹|苏丹人民.
_PREFIXES = frozenset("副总老小大新旧非反亚超微半准主分原前省市县区校院厅局村州镇乡旗东西南北中军党团")
#: Nouns for a kind of institution: one name may end with it and the next begin with it.
_INSTITUTIONS = frozenset(
    "大学 学院 公司 银行 集团 医院 中学 小学 法院 学校 协会 国际 电影 体育 科技 文化 中央 人民 中心 世界 "
    "政府 党委 支部 大队 支队 总队 电视 学生 教育".split()
)
#: Nouns that are also verbs, so that a name ending with one may be its subject: 社会组织|组织志愿者.
_ACTORS = frozenset(
    "代表 组织 规定 报告 决定 领导 导演 编辑 指挥 翻译 裁判 通知 公告 主持 教练 监督 代理 命令 条例 通报 "
    "指示 要求 建议".split()
)
#: What joins two words or phrases.
JOINERS = frozenset("和 与 及 或 跟 同 以及 又 边 且".split())
#: Members of a group: one name may end with the group and the next begin with it (一线报道组|报道组成员).
MEMBERS = tuple(
    "成员 组长 副组长 队长 副队长 队员 负责人 记者 编辑 主任 部长 局长 院长 书记 委员 工作人员 人员 官兵 职工".split()
)
_COUNTED = frozenset("的 名 位 个 些 所 次 项 份 条".split())
#: Characters that foreign names are mostly written with, so that two names may meet, or one go on: 加拉加斯.
_NAMES_MEET = frozenset("瓦克拉加斯尔卡巴布萨塔达姆图鲁哈玛帕纳马坦库比利科多罗托迪古木苏阿伊尼亚沙贝洛莫维丹斯诺桑")

#: No headline, and no head of a table, is longer, in characters.
_LONGEST_HEAD = 200

#: Between the second and a third time: 重复重复再重复.
_ONCE_MORE = frozenset("再又还更")


#: What follows a country's name in that of its capital (卢森堡卢森堡市), and in those of institutions.
_NAMED_FOR_COUNTRIES = ("城", "市", "国立", "皇家", "大学")
#: People and things that are told by one another: 朋友的朋友的来信.
_RELATED = frozenset(
    "朋友 同学 老师 同事 老板 孩子 亲戚 爸爸 妈妈 父亲 母亲 爷爷 奶奶 儿子 女儿 客户 邻居 学生 徒弟 师傅 领导 上级 "
    "下级 敌人 影子 问题 梦".split()
)
#: Prepositions between two of a kind: 企业对企业.
_BETWEEN = frozenset("对与和跟同比向到换")


class Doubled(NamedTuple):
    """A word of two characters written twice, in its stretch of text without marks.

    ``start`` and ``end`` are its span in ``text``, ``tokens`` the segmentation of ``text``; ``alone``: it is the whole
    clause; ``quoted``: it is in a quotation.
    """

    text: str
    start: int
    end: int
    tokens: Sequence[tuple[int, int]]
    alone: bool
    quoted: bool

    def is_fault(self, never_twice: frozenset[str], in_speech: frozenset[str]) -> bool:
        """Return True if it is written twice by mistake.

        It is for certain if it is one of ``never_twice``, and is not if it is quoted and one of ``in_speech``.
        """
        unit = self.text[self.start : self.start + 2]
        kind = tag(unit)
        before = next((self.text[a:b] for a, b in self.tokens if a < self.start <= b), "")
        after = next((self.text[a:b] for a, b in self.tokens if a == self.end), "")
        open_before, open_after = not closes(before), not closes(after)
        if not is_word(unit) or (self.quoted and unit in in_speech):
            return False
        if unit not in never_twice and self._is_in_longer_word(kind):
            return False
        if not self._is_read_so(open_before=open_before or not kind.startswith("n"), open_after=open_after):
            return False
        if len(after) == 1 and _may_end_word(unit, kind, after, open_before=open_before):
            return False
        if unit in never_twice:
            return True
        if counts_off(unit, after) or insists(unit, after) or softens(unit, before, after, quoted=self.quoted):
            return False
        # 纪委监委监委委员
        if kind.startswith(("n", "j")) and len(before) > 1 and open_before and self.text.startswith(MEMBERS, self.end):
            return False
        if _orders(before, after) or self._goes_on():
            return False
        if self.alone or (calls(unit, quoted=self.quoted) and not before):
            return False
        return not (open_after and _may_be_seam(unit, kind, before, after, open_before=open_before))

    def _is_in_longer_word(self, kind: str) -> bool:
        """Return True if the second half begins a word with one more character (大队长), or the first ends a longer
        word and the second is no plain noun, so that it may go on by itself (互联网|联网).
        """
        if self.end < len(self.text) and is_word(self.text[self.end - 2 : self.end + 1]):
            return True
        if kind.startswith("n") and kind != "nz":
            return False
        return any(is_word(self.text[self.start - more : self.start + 2]) for more in (1, 2) if more <= self.start)

    def _goes_on(self) -> bool:
        """Return True if the unit comes once more behind an adverb: 修改修改再修改."""
        return self.text[self.end : self.end + 1] in _ONCE_MORE and self.text.startswith(
            self.text[self.start : self.start + 2], self.end + 1
        )

    def _is_read_so(self, *, open_before: bool, open_after: bool) -> bool:
        """Return True if the best reading separates the halves, and no longer word reaches in from an open side."""
        edges = {0, *(end for _, end in self.tokens)}
        middle = range(self.start + 2, self.end, 2)
        if not edges.issuperset(middle):
            return False
        # 命运共同体共同体的: the longer word ends with the first half, and nothing can begin with the second.
        if self.start not in edges and (open_after or self.end not in edges):
            return False
        # 财政部、应急应急管理部: the longer word begins with the second half, and none can end with the first.
        return self.end in edges or (not open_before and self.end + 2 in edges)


def is_seam(text: str, start: int, end: int, period: int) -> bool:
    """Return True if a unit of three characters or more, written twice or more from ``start`` to ``end`` in a stretch
    of text without marks, is where two words meet, or a chain: 墨西哥墨西哥城, 针对企业对企业, 朋友的朋友的朋友.
    """
    unit = text[start : start + period]
    if end < len(text) and is_word(text[end - period : end + 1]) and unit[-1] not in "省市县区":
        return True
    named = tag(unit).startswith(("ns", "nr")) or TRANSLITERATION.issuperset(unit)
    if named and text.startswith(_NAMED_FOR_COUNTRIES, end):
        return True
    if unit[0] in _BETWEEN and start and is_word(text[start - 1 : start + 1]):
        return True
    chain = end - start > 2 * period or text.startswith(unit[:-1], end) or unit[:-1] in _RELATED
    return unit[-1] == "的" and chain


def _orders(before: str, after: str) -> bool:
    """Return True if the frame tells to do what is due: 该处罚处罚."""
    return before in ("该", "当", "应") and not after


def closes(word: str) -> bool:
    """Return True if no longer word can reach past ``word``, which is next to the doubled one; "" is a mark."""
    return not word or word in _FUNCTION or tag(word).startswith(_CLOSING) or not word.isalpha()


def _may_end_word(unit: str, kind: str, after: str, *, open_before: bool) -> bool:
    """Return True if a single character after it may make the second half a longer word: 推进会, 使用权, 根据地."""
    if after in _FUNCTION or after.isascii():
        return False
    # 第一大队大队长: whatever is before, a title follows.
    if after == "长":
        return True
    if kind.startswith(("n", "j", "s", "t", "f", "b", "m", "r")) and not open_before:
        return False
    # 认真认真地: after an adjective it is a particle.
    if after == "地" and kind.startswith(("a", "d", "b")):
        return False
    return after in _WORD_ENDS or (open_before and not tag(after).startswith(("v", "a", "d", "p")))


def _may_be_seam(unit: str, kind: str, before: str, after: str, *, open_before: bool) -> bool:
    """Return True if the first half may end a name or a phrase and the second begin another."""
    if kind in ("nr", "nrt", "nt", "nz", "") and _NAMES_MEET.issuperset(unit):
        return True
    if unit in _ACTORS and (open_before or before in _COUNTED):
        return True
    if not open_before or (tag(after).startswith(("v", "d")) and not tag(after).startswith("vn")):
        return False
    if before in _PREFIXES:
        return True
    if kind.startswith("ns"):
        return len(before) == 1 or tag(before).startswith(("ns", "nt", "nr", "nz"))
    return unit in _INSTITUTIONS and (len(before) == 1 or tag(before).startswith(("n", "j")))


def in_halves(document: Document, start: int, end: int) -> bool:
    """Return True if the units are where two halves of a headline meet (市长会见田一川|田一川与…), or two heads of a
    table.
    """
    block = document.block_at(start)
    if block is None or block.end - block.start > _LONGEST_HEAD or "，" in block.text:
        return False
    if block.kind is BlockKind.HEADLINE and document.view[end : end + 1] in ("与", "同", "说", "向"):
        return True
    return block.text.count("（") > 1 and "。" not in block.text
