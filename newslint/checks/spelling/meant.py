"""What shows that a character that no count knows is meant: a name, a place, the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.document import Document
from newslint.document.spans import surroundings
from newslint.patterns import lazy

if TYPE_CHECKING:
    from newslint.spelling.learnt import Learnt

#: A line of fewer characters is a label, often a play on words.
_LEAST = 6
#: What people are called behind their surnames.
_ADDRESSES = frozenset(
    "大伯 大妈 大爷 大娘 大叔 大姐 大哥 大嫂 大婶 阿姨 师傅 奶奶 爷爷 先生 女士 小姐 老师 老汉 同学 教授 医生 护士 "
    "主任".split()
)
#: What may stand behind a full name, too.
_TITLES = _ADDRESSES | frozenset("院士 博士 书记 主席 总统 总理 院长 校长 医师 委员".split())
#: What stands around the names of a list or a credit, and what may follow one: 、常青（回族）、.
_OPENS = frozenset("、（(")
_CLOSES = frozenset("、）)（(")
_OF_PEOPLE = lazy("[（(](?:女|[一-龥]{1,5}族)")
#: What completes verbs of all kinds.
_COMPLEMENTS = frozenset("来出上成过了着")
#: A part of a foreign name, and how long it is at most.
_DOTTED = lazy("[一-龥]{1,7}·|·[一-龥]{1,7}")
_PART = 8
#: What the names of institutions end with.
_HOUSES = frozenset("大学 学院 医院 中学 小学 公司 集团".split())
#: A clause that gives a result: 江队1比0胜河队. The names of teams are like no word.
_RESULT = lazy("[一-龥]{2,6}[0-9]{1,3}[比:：][0-9]{1,3}[一-龥]{0,8}")
#: What the names of counties, cities and districts end with.
_DIVISIONS = frozenset("县市区旗州盟")
_SPANS = frozenset("年月天日")
#: What ends a sentence, and words of classical Chinese, two of which in one sentence show it to be quoted.
_ENDS = "。！？\n“”"
_CLAUSE_ENDS = _ENDS + "，、；："
_CLASSICAL = frozenset("矣兮哉曰吾汝焉乎")
#: How much of the sentence is looked at before and behind a place, in characters.
_FARTHEST = 60


def is_meant(document: Document, at: int, right: tuple[str, ...], learnt: Learnt | None) -> bool:
    """Return True if the article, the house or its archive shows that the character at a place is meant."""
    from newslint.facts.people import in_a_name  # most articles have no misspelling

    view = document.view
    block = document.block_at(at)
    return (
        (block is not None and block.end - block.start < _LEAST)
        or any(view[at] in form and _covers(view, at, form) for form in right)
        or in_a_name(document, at, at + 1)
        or _is_named(view, at)
        or _is_listed(view, at)
        or _is_in_result(view, at)
        or _is_division(view, at)
        or _follows_span_of_time(view, at)
        or (view[at] == "道" and view[at + 1 : at + 2] == "：")  # it introduces what is said: 他提道：
        or _is_classical(view, at)
        or (learnt is not None and learnt.knows(view, at))
    )


def is_likely(view: str, at: int) -> bool:
    """Return True if a doubtful place is rather right than wrong: in an item like the one beside it (迎春、竞春), a
    verb before what completes any verb (弯成, 砍来), or in a name for which only its neighbours speak.
    """
    before, behind = view[at - 1 : at], view[at + 1 : at + 2]
    alike = (
        (before == "、" and (view[at - 2] == behind or view[at - 3 : at - 1] == view[at + 1 : at + 3]))
        or (view[at - 2 : at - 1] == "、" and view[at - 4 : at - 3] == before)
        or (view[at + 2 : at + 3] == "、" and view[at + 4 : at + 5] == behind)
    )
    if alike or _is_likely_name(view, at):
        return True
    if behind not in _COMPLEMENTS:
        return False
    from newslint.chinese.words import tag

    return tag(view[at]).startswith("v")


def _is_likely_name(view: str, at: int) -> bool:
    """Return True if a place follows a post (副市长字国瑞), or is in a name with a dot (尼牙孜·皮达) or behind an
    institution (交通大学袁文平).
    """
    from newslint.chinese.names import is_chinese, is_common
    from newslint.facts.people import ends_with_post

    around = _DOTTED.finditer(view, max(0, at - _PART), at + _PART)
    if ends_with_post(view, at) or any(part.start() <= at < part.end() for part in around):
        return True
    names = [view[start : start + 3] for start in range(max(2, at - 2), at + 1) if view[start - 2 : start] in _HOUSES]
    return any(is_chinese(name) and is_common(name) for name in names)


def _is_named(view: str, at: int) -> bool:
    """Return True if a place is in what begins with a surname and stands behind a post (书记计南星) or before one
    (俞大鹏院士), or is a surname before a form of address (涂大伯).
    """
    from newslint.chinese.names import is_chinese, surname
    from newslint.facts.people import ends_with_post

    if view[at + 1 : at + 3] in _ADDRESSES and surname(view[at]):
        return True
    starts = [start for start in range(max(0, at - 2), at + 1) if surname(view[start : start + 2])]
    if any(ends_with_post(view, start) for start in starts):
        return True
    names = [(start, end) for start in starts for end in (start + 2, start + 3) if end > at]
    return any(
        (view[end : end + 2] in _TITLES or (end - start == 2 and view[end : end + 2] == "同志"))
        and is_chinese(view[start:end])
        for start, end in names
    )


def _is_listed(view: str, at: int) -> bool:
    """Return True if a place is in a name that is an item of its own: of three characters in a list, of two alone in
    brackets (（安青）) or before the bracket that tells of a person.
    """
    from newslint.chinese.names import is_chinese, is_common

    for size in (3, 2):
        for start in range(max(1, at - size + 1), at + 1):
            end = start + size
            if view[start - 1] in _OPENS and view[end : end + 1] in _CLOSES and is_chinese(view[start:end]):
                alone = view[start - 1] != "、" and view[end] in "）)"
                return alone or bool(_OF_PEOPLE.match(view, end)) or (size > 2 and is_common(view[start:end]))
    return False


def _is_in_result(view: str, at: int) -> bool:
    """Return True if a place is in a clause that gives the result of a match."""
    start, end = surroundings(view, at, at, _CLAUSE_ENDS, _FARTHEST)
    return bool(_RESULT.fullmatch(view[start:end]))


def _is_division(view: str, at: int) -> bool:
    """Return True if a place is in the name of a county, city or district: 武江区."""
    ends = [end for end in range(at + 1, at + 5) if view[end - 1 : end] in _DIVISIONS]
    if not ends:
        return False
    from newslint.chinese.divisions import counties, uppers

    names = (view[start:end] for end in ends for start in range(max(0, end - 5), min(at, end - 2) + 1))
    return any(counties(name) or uppers(name) for name in names)


def _follows_span_of_time(view: str, at: int) -> bool:
    """Return True behind a number of years or days, where a word begins anew: 摆了41年渡."""
    return view[at - 1 : at] in _SPANS and view[at - 2 : at - 1].isdigit() and not view[at - 4 : at - 3].isdigit()


def _covers(view: str, at: int, form: str) -> bool:
    """Return True if ``form`` stands over a place."""
    return view.find(form, max(0, at - len(form) + 1), at + len(form)) >= 0


def _is_classical(view: str, at: int) -> bool:
    """Return True if the sentence around a place is classical Chinese."""
    start, end = surroundings(view, at, at, _ENDS, _FARTHEST)
    return sum(char in _CLASSICAL for char in view[start:end]) > 1
