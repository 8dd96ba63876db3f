"""The institutions that an article names in full: a place or a field, and the word for what it is.

Where such a name begins is not certain, so it is taken from the last mark or word of function on; what is compared
begins with the same two characters.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.chinese.names import is_han_run
from newslint.chinese.readings import is_confusable
from newslint.chinese.words import is_word
from newslint.document import Document
from newslint.facts.mention import Mention, all_near, mention
from newslint.patterns import lazy

#: The last two characters of the names of institutions.
_ENDS = frozenset(
    "医院 大学 学院 中学 小学 学校 公司 集团 银行 法院 察院 员会 协会 学会 商会 联会 金会 议会 总会 分会 研院 究院 "
    "究所 究会 中心 事务 务所 出所 安局 管局 理局 务局 总局 输局 通局 育局 政局 督局 信局 游局 物馆 书馆 术馆 念馆 "
    "化馆 出版 版社 杂志 志社 剧院 剧团 艺团 报社 视台 台站 保站 总站 联盟 支队 大队 总队 电站 电厂 工厂 车站 机场 "
    "福院 老院 儿园 设院 计院 画院 党校 法局 保局 急局 障局 水局 计局 税局 源局 政厅 育厅 务厅".split()
)
_LAST = lazy("[院学校司团行会所务局馆版社台站盟队厂场园心志]")
#: Characters that are not in the name of an institution.
_BREAKS = frozenset("的了着在由与和及到至从向是为被让把将等各某这那其该据于并或也就而但去来说称时获")
#: Words in names that have such a character: 时代商业研究院, 云岭市大数据中心.
_WORDS = frozenset("时代 数据 高等 平等 协和 共和 和平 和谐 祥和 仁和 华为 未来 自由 向阳 来宾 将军".split())
_SHORTEST, _LONGEST = 5, 20
#: Numbers, directions and ranks tell two institutions apart if each has one.
_TELLING = frozenset("一二三四五六七八九十东西南北中上下大小省市县区党团校男女")


def institutions(document: Document) -> tuple[Mention, ...]:
    """Return the names of institutions, and what differs from one in a character that sounds or looks alike, or in the
    order of two, in order.
    """
    return all_near(document, _told(document), _head, _near)


def has_institutions(document: Document) -> bool:
    """Return True if a document has two different institutions."""
    return len({place.form for place in document.once(institutions)}) > 1


def _told(document: Document) -> Iterator[Mention]:
    view = document.view
    for match in _LAST.finditer(view):
        end = match.end()
        if view[end - 2 : end] in _ENDS:
            start = end
            while end - start < _LONGEST and start and is_han_run(view[start - 1]) and not _is_break(view, start - 1):
                start -= 1
            if _SHORTEST <= end - start < _LONGEST:
                yield mention(document, start, end)


def _is_break(view: str, at: int) -> bool:
    return view[at] in _BREAKS and view[at : at + 2] not in _WORDS and view[at - 1 : at + 1] not in _WORDS


def _head(name: str) -> Iterator[tuple[str, int]]:
    yield name[:2], 0


def _near(document: Document, article: int, name: str, start: int) -> Mention | None:
    """Return the place of ``name``, or of what is all but it, with the same two characters first.

    The last character may be another if it does not begin a word: 教育据|印发, but 教育|举办.
    """
    end = start + len(name)
    form = document.view[start:end]
    if form == name or (
        len(form) == len(name)
        and is_slip(form, name)
        and (form[-1] == name[-1] or not is_word(document.view[end - 1 : end + 1]))
    ):
        return Mention(form, start, end, article)
    return None


def is_slip(form: str, name: str) -> bool:
    """Return True if two names of one length differ in a character that sounds or looks alike, or in the order of two
    that stand side by side.
    """
    differing = [at for at, (one, other) in enumerate(zip(form, name, strict=True)) if one != other]
    if len(differing) == 1:
        [at] = differing
        return is_confusable(form[at], name[at]) and not _TELLING.issuperset((form[at], name[at]))
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and form[differing[0]] == name[differing[1]]
        and (form[differing[1]] == name[differing[0]])
    )
