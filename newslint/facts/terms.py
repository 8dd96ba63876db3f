"""Terms of two parts and a head, the parts of which may change places: 医警联动, 海铁联运."""

from __future__ import annotations

from newslint.chinese.characters import is_han
from newslint.document import Document
from newslint.facts.mention import Mention, mention
from newslint.patterns import lazy

#: What two parties do together, or what becomes of two things.
_HEADS = frozenset(
    "联动 联运 融合 共建 协作 合作 结合 协同 互动 对接 一体 联合 联盟 联防 联控 联建 联席 联办 联谊 联营 联调 联创 "
    "联席 共治 共享 共育 共管 共商 共赢 互通 互联 互补 互鉴 互助 互促 互信 贯通 衔接 统筹 兼修 兼顾 并重 并举 并进 "
    "并行 循环 交融 交流 往来 两用 转换 合一 双修".split()
)
_FIRST = lazy("[联融共协合结互对一贯衔统兼并循交往两转双]")
#: What is no part of a term.
_NO_PART = frozenset("的了和与及在是为对等将要能可有不也都更最很并")
#: Words that are the same the other way round.
_WORDS = frozenset("相互 互相 开展 展开 人工 工人".split())


def terms(document: Document) -> tuple[Mention, ...]:
    """Return the terms of two parts and a head, in order."""
    view = document.view
    found = []
    for match in _FIRST.finditer(view):
        at = match.start()
        if view[at : at + 2] in _HEADS and at > 1:
            parts = view[at - 2 : at]
            if parts[0] != parts[1] and parts not in _WORDS and _NO_PART.isdisjoint(parts) and all(map(is_han, parts)):
                found.append(mention(document, at - 2, at + 2))
    return tuple(found)


def has_terms(document: Document) -> bool:
    """Return True if a document has two different terms."""
    return len({term.form for term in document.once(terms)}) > 1
