"""Terms of two parts, or three, and a head, the parts of which may change places: 医警联动, 文体旅融合."""

from __future__ import annotations

from newslint.chinese.characters import is_han
from newslint.document import Document
from newslint.facts.mention import Mention, mention, places_of

#: What two parties do together, or what becomes of two things.
_HEADS = frozenset(
    "联动 联运 融合 共建 协作 合作 结合 协同 互动 对接 一体 联合 联盟 联防 联控 联建 联席 联办 联谊 联营 联调 联创 "
    "共治 共享 共育 共管 共商 共赢 互通 互联 互补 互鉴 互助 互促 互信 贯通 衔接 统筹 兼修 兼顾 并重 并举 并进 并行 "
    "循环 交融 交流 往来 两用 转换 合一 双修 互认 互换 共融 协调 配合 联网 联保 联治 联审 联查 联勤 联学 共生 共存 "
    "共进 共担 相长 相济 相融 互嵌 互融 协商 联检 联供 联产 联播 联展 联手 联体 共用 共创 共护 共促".split()
)
_FIRST = tuple(sorted({head[0] for head in _HEADS}))
#: The length of a term of two parts.
_OF_TWO = 4
#: What is no part of a term.
_NO_PART = frozenset("的了和与及在是为对等将要能可有不也都更最很并")
#: Words that are the same the other way round.
_WORDS = frozenset("相互 互相 开展 展开 人工 工人".split())


def terms(document: Document) -> tuple[Mention, ...]:
    """Return the terms of two parts and a head, in order, and what each would be if it had three."""
    view = document.view
    found = []
    for first in _FIRST:
        for at in places_of(view, first, 2, len(view)):
            if view[at : at + 2] not in _HEADS:
                continue
            parts = view[at - 2 : at]
            if parts[0] != parts[1] and parts not in _WORDS and _NO_PART.isdisjoint(parts) and all(map(is_han, parts)):
                found.append(mention(document, at - 2, at + 2))
                if at > 2 and is_han(view[at - 3]) and view[at - 3] not in (*_NO_PART, *parts):
                    found.append(mention(document, at - 3, at + 2))
    return tuple(sorted(found, key=lambda term: term.start))


def has_terms(document: Document) -> bool:
    """Return True if a document has two different terms."""
    # Of each place there are two.
    return len({term.form for term in document.once(terms) if len(term.form) == _OF_TWO}) > 1
