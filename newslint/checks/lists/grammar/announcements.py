"""What announces a list: 提出四点要求, 从三个方面发力, 有以下几点, 会议强调.

``find_announcement`` reads the count that an introduction promises; ``announces`` tells an introduction from a mere
adverbial (为此, 下一步), which a comma may follow. Offsets are code points.
"""

import re
from typing import NamedTuple

from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.numerals import chinese_to_int
from newslint.patterns import lazy

_COUNT = "[两二三四五六七八九]|十[一二三四五六七八九]?|[2-9２-９]|1[0-9]"
_NOUNS = (
    "要求|意见|建议|措施|举措|倡议|主张|任务|原则|希望|期望|期待|问题|特点|特征|特色|原因|因素|变化|目标|工作|亮点|看点|考虑|条件|情形|"
    "情况|内容|优势|优点|短板|不足|困难|难点|难题|挑战|矛盾|感受|体会|启示|经验|做法|步骤|环节|方法|办法|途径|路径|关键|重点|要点|关口|趋势|"
    "信号|共识|政策|功能|作用|意义|心愿|底线|保障|承诺|安排|打算|抓手|表现|好处|理由|标准|成果|成就|成效|突破|创新|转变|领域|维度|层面|"
    "误区|秘诀|诀窍|提醒|提示|注意事项|思路|方案|方向|着力点|结论|判断|看法|观点|疑问|事|事情|事项|准备|工程|行动|机制|制度|体系|规矩|规定|约定|铁律|纪律|禁令|话|收获|担心|顾虑|遗憾|愿望|优惠|服务|改革|改进|活动|项目|计划|准则|部分|阶段|类别|层次|板块|等级|档次|渠道|来源"
)
_MEASURES = "个方面|方面|个|点|条|项|大|种|类|件|招|步|重|桩|句|层"
_ADJECTIVES = (
    "(?:方面|突出|主要|具体|重点|工作|核心|关键|重要|新的?|鲜明|显著|明显|基本|政策|务实|惠民|便民|利民|创新|问题|改进|"
    "整改|意见|希望|合作|的){0,3}"
)
_PHRASE = lazy(
    rf"(?<![一二两三四五六七八九十百千万亿几数0-9０-９.．第之几])(?P<count>{_COUNT})(?P<measure>{_MEASURES})"
    rf"(?P<noun>{_ADJECTIVES}(?:{_NOUNS}))?"
)
#: Before a colon, these measure words count what follows; 个 and 种 count people and things as well.
_LOOSE = lazy(rf"(?<=[条点项招步句桩]){HAN_LETTER}{{1,4}}$")
_VERB_TAIL = lazy(rf"(?:{HAN_LETTER}|[“”]){{0,9}}")
_LINK_TAIL = lazy(r"(?:主要|分别)?(?:[是为有]|如下|包括|有关)|")
#: 三点 is also a time of day: without a noun it is a count only after these words.
_BARE = lazy(r"(?:[以如]下|下[述列面]|这|[提讲说谈做到]|注意|强调|明确|出)$")
_NAMED = ("八项规定", "三大攻坚战", "两个维护", "四个意识", "四个自信", "三大工程", "四项基本原则")
_NUMBER = lazy("[一二两三四五六七八九十0-9]")
_ADVERBIAL = lazy(
    r"(?:据|按|按照|根据|依据|依照|遵照|对照|针对|围绕|为了?|随着|经|通过|结合|立足|鉴于|除|在|当|从|对|就|自|截至)"
)
_REPORTING = lazy(
    r"(?:指出|强调|要求|提出|明确|表示|介绍|认为|建议|决定|确定|呼吁|倡议|提醒|透露|坦言|说|希望|规定|部署)$"
)
_LISTING = lazy(r"(?:[以如]下|下列|下述).{0,12}$|(?:主要)?(?:包括|分别[是为]|主要[是有]|体现在|表现[在为])$")


class Announcement(NamedTuple):
    """A promised count: the span of its words (四点要求) and the number."""

    start: int
    end: int
    number: int


def find_announcement(text: str, start: int, end: int, *, loose: bool = False) -> Announcement | None:
    """Return the count that the clause ``start`` to ``end`` of ``text`` promises, or None if it promises none for
    certain.

    The words must close the clause, up to a short verb after 方面 (从三个方面发力). A clause with two counts, with 等
    or 之一 about the words, or with a count that is part of a name (八项规定), promises nothing. ``loose`` says that a
    colon follows, so that any noun will do (三条家训).
    """
    found = [match for match in _PHRASE.finditer(text, start, end) if _counts(match)]
    if not found and loose:
        return _any_noun(text, start, end)
    if len(found) != 1:
        return None
    match = found[0]
    side = match["measure"].endswith("方面")
    tail = text[match.end() : end]
    if "等" in tail or "之一" in tail or text[max(start, match.start() - 1) : match.start()] == "等":
        return None
    if not _LINK_TAIL.fullmatch(tail) and not (side and _VERB_TAIL.fullmatch(tail) and not _NUMBER.search(tail)):
        return None
    return Announcement(match.start(), match.end(), chinese_to_int(match["count"]))


def _any_noun(text: str, start: int, end: int) -> Announcement | None:
    found = [match for match in _PHRASE.finditer(text, start, end) if match[0][:2] not in {name[:2] for name in _NAMED}]
    if len(found) != 1 or "等" in text[found[0].start() - 1 : end] or not _LOOSE.fullmatch(text, found[0].end(), end):
        return None
    return Announcement(found[0].start(), end, chinese_to_int(found[0]["count"]))


def _counts(match: re.Match[str]) -> bool:
    """Return True if the number counts items to come: it has a noun for them and is not part of a name."""
    if any(name.startswith(match[0][:3]) for name in _NAMED):
        return False
    if match["noun"] or match["measure"].endswith("方面"):
        return True
    return match["measure"] in "点条" and bool(_BARE.search(match.string[max(0, match.start() - 3) : match.start()]))


def announces(clause: str) -> bool:
    """Return True if ``clause`` introduces a list, so that a colon should follow: a count, 以下…, 包括, 强调."""
    if find_announcement(clause, 0, len(clause)):
        return True
    if _ADVERBIAL.match(clause):
        return False
    return bool(_REPORTING.search(clause) or _LISTING.search(clause))
