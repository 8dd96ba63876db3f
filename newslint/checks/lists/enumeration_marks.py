"""Faults around the items of a list: the mark before the first, the marks between them, the number announced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import Match, Place
from newslint.checks.lists.enumeration import list_check
from newslint.checks.lists.grammar.announcements import announces, find_announcement
from newslint.checks.lists.grammar.enumerations import Enumeration, Item, introduction
from newslint.checks.lists.grammar.ordinals import Form
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.finding import Edit
from newslint.patterns import lazy

_SEPARATORS = "；。，"
#: Words that continue a list without a number, so that its items cannot be counted.
_MORE = lazy(
    r"(?:[，。；：！？]|^)(?:同时|此外|另外|除此|还有|还要|最后|再次|再者|再就是|与此同时|第[一二三四五六七八九十]+[个条点]|其[次余他])"
)
_NARRATIVE = (Form.FIRST, Form.SIDE)


def comma_head(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """A comma leads to items separated by semicolons: 三点要求，一是…；二是… (GB/T 15834—2011 B.1.4)."""
    items = enumeration.items
    if (
        enumeration.divided
        or items[0].mark != "，"
        or items[0].opens
        or not any(item.mark == "；" for item in items[1:])
    ):
        return
    view = document.view
    lead = introduction(view, enumeration)
    clause = view[lead.clause : lead.mark_at]
    if "：" in view[lead.sentence : lead.mark_at]:
        return
    counted = find_announcement(view, lead.clause, lead.mark_at)
    if counted or (enumeration.form not in _NARRATIVE and announces(clause)):
        yield Match(lead.mark_at, lead.mark_at + 1, "：", values={"ordinal": _written(document, items[0])})


def mixed_separators(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """Items of one list are separated by different marks: 一是…。二是…；三是…."""
    items = enumeration.items
    if enumeration.divided or enumeration.form in _NARRATIVE or enumeration.nested:
        return
    marks = [item for item in items[1:] if item.mark in _SEPARATORS and item.mark]
    used = {item.mark for item in marks}
    if len(used) < 2 or len(marks) < len(items) - 1:
        return
    if enumeration.inline:
        right = _right_separator(document.view, items)
    elif all(item.opens for item in items[1:]) and not any(item.stop is not None for item in items):
        right = _majority(items)
        if sum(item.mark == right for item in marks) * 2 <= len(marks):
            return
    else:
        return
    for item in marks:
        if item.mark != right:
            other = next((mate for mate in marks if mate.mark == right), None)
            related = (Place(other.mark_at, other.mark_at + 1, "other", {"right": right}),) if other else ()
            values = {"ordinal": _written(document, item)}
            yield Match(item.mark_at, item.mark_at + 1, right, values=values, related=related)


def _right_separator(view: str, items: Sequence[Item]) -> str:
    """Return the mark that suits every item: full stops where an item holds one, semicolons where items hold commas."""
    if any(item.stop is not None for item in items[:-1]):
        return "。"
    used = {item.mark for item in items[1:]}
    if "，" in used and "；" in used and any("，" in view[item.ordinal.end + 1 : item.end] for item in items[:-1]):
        return "；"
    return _majority(items)


def _majority(items: Sequence[Item]) -> str:
    """Return the separator that most items have; in a tie ； before 。 before ，."""
    marks = [item.mark for item in items[1:]]
    return max(_SEPARATORS, key=lambda mark: (marks.count(mark), -_SEPARATORS.index(mark)))


def stop_inside(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """An item holds a full stop, yet semicolons, which rank below it, separate the items (GB/T 15834—2011 A.5)."""
    items = enumeration.items
    if enumeration.divided or not enumeration.inline or enumeration.form in _NARRATIVE:
        return
    if enumeration.nested or any(item.mark != "；" for item in items[1:]):
        return
    holder = next((item for item in items[:-1] if item.stop is not None), None)
    if holder is None or holder.stop is None:
        return
    first = items[items.index(holder) + 1]
    values = {"ordinal": _written(document, holder), "stop": document.view[holder.stop]}
    yield Match(
        first.mark_at,
        first.mark_at + 1,
        "。",
        edits=tuple(Edit(item.mark_at, item.mark_at + 1, "。") for item in items[1:]),
        values=values,
        related=(Place(holder.stop, holder.stop + 1, "stop", values),),
    )


def wrong_count(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """The introduction announces a number of items that is not the number listed: 三点要求：一是…；二是…."""
    items = enumeration.items
    if len(items) < 2 or enumeration.divided or not enumeration.complete or enumeration.form in _NARRATIVE:
        return
    view = document.view
    lead = introduction(view, enumeration)
    announced = find_announcement(view, lead.clause, lead.mark_at, loose=lead.mark == "：")
    if announced is None or announced.number == len(items):
        return
    last = items[-1]
    if len(items) < announced.number and not _ends_for_certain(document, enumeration):
        return
    yield Match(
        announced.start,
        announced.end,
        values={"given": len(items), "last": _written(document, last)},
        related=(Place(last.ordinal.start, last.ordinal.end, "last", {"given": len(items)}),),
    )


def _ends_for_certain(document: Document, enumeration: Enumeration) -> bool:
    """Return True if no further item hides in the text: nothing continues it without a number."""
    items = enumeration.items
    if len({item.mark for item in items[1:]}) > 1 or not (enumeration.inline or all(item.opens for item in items[1:])):
        return False
    block = document.block_at(items[-1].ordinal.start)
    if block is None or document.view[block.end - 1] not in "。！？”）":
        return False
    article = next((found for found in document.articles if found.start <= block.start < found.end), None)
    if article is not None and not enumeration.inline and block is article.blocks[-1]:
        return False
    following = document.view[block.end : block.end + 80]
    return not _MORE.search(document.view, items[0].ordinal.start, block.end) and not _MORE.match(following.lstrip())


def _written(document: Document, item: Item) -> str:
    return document.text[item.ordinal.start : item.ordinal.end]


CHECKS: Mapping[str, Declared] = {
    "comma-head": list_check(comma_head, values=["ordinal"]),
    "mixed-separators": list_check(mixed_separators, values=["ordinal", "right"], messages=["other"]),
    "stop-inside": list_check(stop_inside, values=["ordinal", "stop"], messages=["stop"]),
    "wrong-count": list_check(wrong_count, values=["given", "last"], messages=["last"]),
}
