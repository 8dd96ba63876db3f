"""Faults in the ordinals of a list: gaps, mixed forms, reversed levels, lists of one item, marks after an ordinal."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import Match, Place
from newslint.checks.lists.enumeration import list_check
from newslint.checks.lists.grammar.enumerations import Enumeration, Item
from newslint.checks.lists.grammar.ordinals import ARABIC, LEVELS, Form, write_ordinal
from newslint.checks.registry import Declared
from newslint.chinese.numerals import int_to_chinese
from newslint.document import Document
from newslint.finding import Edit
from newslint.patterns import lazy

#: The end of a line that introduces the list below it, and how much white space may stand between.
_INTRODUCED = lazy("：\\s*[\r\n]\\s*$")
_GAP = 12
#: An item of a list in one line is no longer, in characters.
_FAR = 300
_WORDED = (Form.FIRST, Form.SIDE)
#: Signs of omission: the missing item may be in what was left out.
_CUT = lazy(r"……|（略）|\(略\)")
#: Verbs that items begin with; a numeral before one of them has lost its 是.
_VERBS = (
    "加强|加大|加快|强化|抓|做|推进|推动|完善|健全|建立|提高|提升|落实|开展|坚持|深化|优化|严格|积极|进一步|狠抓|突出|注重|创新|规范|"
    "拓展|扩大|夯实|压实|聚焦|紧盯|着力|全面|切实|大力|持续|组织|统筹|保障|培育|打造|加速|改善|制定|明确|细化|畅通|引导|支持|鼓励|严肃"
)


def gap(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """A number is missing, repeated or out of order: 一是…；三是…."""
    items = enumeration.items
    if enumeration.form in _WORDED or enumeration.divided or items[0].ordinal.number != 1:
        return
    first, again = _written_before(document.view, enumeration), items[0]
    if first is not None:
        right = _write(enumeration.form, 2)
        yield _misnumbered(document, again, first, right)
    expected = 2
    missed = 0
    for place, item in enumerate(items[1:], 1):
        number = item.ordinal.number
        if number in (0, expected):
            expected += 1
            continue
        before = items[place - 1]
        following = items[place + 1].ordinal.number if place + 1 < len(items) else 0
        if number != missed and not _hidden(document.view, before, item, expected):
            right = _write(item.ordinal.form, expected)
            yield _misnumbered(document, item, before, right)
        # A slip in one number leaves the next in its place; otherwise the count goes on from what is written.
        missed, expected = expected, (expected + 1 if following == expected + 1 else number + 1)


def _misnumbered(document: Document, item: Item, before: Item, right: str) -> Match:
    return Match(
        item.ordinal.start,
        item.ordinal.end,
        values={"before": _text(document, before), "right": right},
        related=(Place(before.ordinal.start, before.ordinal.end, "before"),),
        message="again" if item.ordinal.number == before.ordinal.number else "",
    )


def _written_before(view: str, enumeration: Enumeration) -> Item | None:
    """Return the item before the list if the first number was written twice and the others moved on:
    一是…；一是…；二是….

    一是…，一是… alone is good Chinese, and a list may begin inside an item, after its colon or with another separator.
    """
    first, items = enumeration.doubled, enumeration.items
    if first is None or len(items) < 2 or items[1].ordinal.number != 2 or items[1].opens:
        return None
    mark = items[0].mark
    if mark != items[1].mark or mark not in ("；", "。", "，"):
        return None
    return first if mark == "。" or view.find("。", first.ordinal.end, items[0].mark_at) < 0 else None


def _hidden(view: str, before: Item, item: Item, number: int) -> bool:
    """Return True if the number that seems to be missing occurs in the item before after all, or was cut out."""
    if _CUT.search(view, before.ordinal.end, item.ordinal.start):
        return True
    numeral = int_to_chinese(number)
    circled = chr(0x245F + number) if number < 21 else "\0"
    text = view[before.ordinal.end - 1 : item.ordinal.start]
    said = re.search(
        rf"[，。；：！？、\s“（](?:[（(]?0?{number}|[第其（(]?{numeral}|第{number})"
        "(?:[是要、，：.．）)者来则]|[个点条]是|方面)",
        text,
    )
    return bool(circled in text or said or missing_shi(view, before, item, number))


def missing_shi(view: str, before: Item, item: Item, number: int) -> int | None:
    """Return the offset of a numeral between two items that has lost its 是 (一是…；二加强…；三是), or None."""
    if before.ordinal.form not in (Form.SHI, Form.YAO):
        return None
    found = re.compile(rf"[，。；]({int_to_chinese(number)})(?={_VERBS})").search(
        view, before.ordinal.end, item.ordinal.start
    )
    return found.start(1) if found else None


def lost_shi(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """An item begins with a bare numeral where its neighbours have 是 or 要: 一是…；二加强…；三是…."""
    items = enumeration.items
    view = document.view
    if enumeration.form not in (Form.SHI, Form.YAO) or enumeration.divided:
        return
    suffix = enumeration.form.value[1]
    places = []
    for before, item in itertools.pairwise(items):
        if item.ordinal.number == before.ordinal.number + 2:
            places.append((missing_shi(view, before, item, before.ordinal.number + 1), before))
    if len(items) > 1:
        last = items[-1]
        numeral = int_to_chinese(last.ordinal.number + 1)
        tail = re.compile(rf"[^。！？\n]{{0,{_FAR}}}?；({numeral})(?={_VERBS})").match(view, last.ordinal.end)
        places.append((tail.start(1) if tail else None, last))
    for at, neighbour in places:
        if at is not None:
            yield Match(at, at + 1, view[at] + suffix, values={"neighbour": _text(document, neighbour)})


def mixed_forms(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """The ordinals of one list are of several series: 一是…第二…三是."""
    forms = {item.ordinal.form for item in enumeration.items if item.ordinal.number}
    # 首先、其次、第三 is settled use.
    if len(forms) > 1 and not forms & ARABIC and forms != {Form.FIRST, Form.DI}:
        yield from _deviating(document, enumeration.items)


def mixed_signs(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """The Arabic numbers of one list are followed by different marks: 1. … 2、… 3）."""
    forms = {item.ordinal.form for item in enumeration.items}
    if len(forms) > 1 and forms <= ARABIC:
        yield from _deviating(document, enumeration.items)


def _deviating(document: Document, items: Sequence[Item]) -> Iterator[Match]:
    counts = Counter(item.ordinal.form for item in items if item.ordinal.number)
    right = max(counts, key=lambda form: counts[form])
    mate = next(item for item in items if item.ordinal.form is right)
    for item in items:
        if item.ordinal.form is right or not item.ordinal.number:
            continue
        if right is Form.FIRST and item.ordinal.form is Form.DI:  # 首先、其次、第三
            continue
        replacement = _narrated(item, items) if right is Form.FIRST else _write(right, item.ordinal.number)
        yield Match(
            item.ordinal.start,
            item.ordinal.end,
            replacement,
            edits=(_exchange(document.view, item, right, replacement),),
            values={"mate": _text(document, mate)},
            related=(Place(mate.ordinal.start, mate.ordinal.end, "mate"),),
        )


def _narrated(item: Item, items: Sequence[Item]) -> str:
    """Return the ordinal of ``item`` in a list that begins with 首先: beyond 其次 the last is 最后, others 第三."""
    number = item.ordinal.number
    if number > 2 and item is items[-1]:
        return "最后"
    return write_ordinal(Form.FIRST if number <= 2 else Form.DI, number)


def _exchange(view: str, item: Item, right: Form, replacement: str) -> Edit:
    """Return the edit that writes ``replacement`` for the ordinal and adds or takes away the comma that its form
    wants.
    """
    start, end = item.ordinal.start, item.ordinal.end
    comma = view[end : end + 1] == "，"
    # 第三是 and 第三，become 三是.
    if right in (Form.SHI, Form.YAO) and (comma or view[end : end + 1] == replacement[-1]):
        return Edit(start, end + 1, replacement)
    return Edit(
        start, end, replacement + "，" if right in (Form.DI, Form.QI, Form.FIRST) and not comma else replacement
    )


def reversed_level(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """A list of a higher level is inside an item of a lower one: 一、 inside （一）; 二、 goes back up to the list."""
    level = LEVELS.get(enumeration.form, 0)
    for inner in enumeration.nested:
        if LEVELS.get(inner.form, 9) < level and inner.items[0].ordinal.number == 1:
            first, outer = inner.items[0], enumeration.items[0]
            # 1．…有下列情形的：⏎（一）… are the paragraphs and items of a regulation.
            if _INTRODUCED.search(document.view, max(0, first.ordinal.start - _GAP), first.ordinal.start):
                continue
            yield Match(
                first.ordinal.start,
                first.ordinal.end,
                values={"outer": _text(document, outer)},
                related=(Place(outer.ordinal.start, outer.ordinal.end, "outer"),),
            )


def orphan(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """A list breaks off after its first item: 一方面 without 另一方面."""
    item = enumeration.items[0]
    if len(enumeration.items) == 1 and item.ordinal.number == 1 and enumeration.form in (Form.SHI, Form.QI, Form.SIDE):
        start = item.ordinal.start
        if enumeration.form is Form.SIDE and document.view.count("一方面", max(0, start - 200), start + 200) > 1:
            # 他一方面…，一方面…: the other half does not begin a clause.
            return
        missing = "另一方面" if enumeration.form is Form.SIDE else _write(enumeration.form, 2)
        yield Match(item.ordinal.start, item.ordinal.end, values={"missing": missing})


def wrong_mark(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """An ordinal is followed by 、 where its form takes a comma (第一、) or nothing (（一）、)."""
    if len(enumeration.items) < 2:
        return
    for item in enumeration.items:
        at, form = item.ordinal.end, item.ordinal.form
        if document.view[at : at + 1] != "、":
            continue
        if form in (Form.DI, Form.QI, Form.FIRST):
            mark = "，"
        elif form in (Form.HAN_BRACKET, Form.BRACKET, Form.CIRCLED):
            mark = ""
        else:
            continue
        ordinal = _text(document, item)
        yield Match(at, at + 1, mark, values={"ordinal": ordinal, "right": ordinal + mark})


def number_comma(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """Arabic numbers are followed by 、 instead of a dot; one match for the whole list: 1、… 2、…."""
    found = [item.ordinal for item in enumeration.items if item.ordinal.form is Form.COMMA]
    if found and len(enumeration.items) > 1:
        edits = tuple(Edit(ordinal.end - 1, ordinal.end, ".") for ordinal in found)
        yield Match(found[0].start, found[0].end, f"{found[0].number}.", edits=edits)


def comma_after_shi(document: Document, enumeration: Enumeration) -> Iterator[Match]:
    """A comma separates 一是 from its item: 一是，…."""
    if len(enumeration.items) > 1:
        for item in enumeration.items:
            at = item.ordinal.end
            if item.ordinal.form in (Form.SHI, Form.YAO) and document.view[at : at + 1] == "，":
                yield Match(at, at + 1, "", values={"ordinal": _text(document, item)})


def _text(document: Document, item: Item) -> str:
    return document.text[item.ordinal.start : item.ordinal.end]


def _write(form: Form, number: int) -> str:
    try:
        return write_ordinal(form, number)
    except ValueError:
        return f"第{int_to_chinese(number)}项"


CHECKS: Mapping[str, Declared] = {
    "comma-after-shi": list_check(comma_after_shi, values=["ordinal"]),
    "gap": list_check(gap, values=["before", "right"], messages=["again", "before"]),
    "lost-shi": list_check(lost_shi, values=["neighbour"]),
    "mixed-forms": list_check(mixed_forms, values=["mate"], messages=["mate"]),
    "mixed-signs": list_check(mixed_signs, values=["mate"], messages=["mate"]),
    "number-comma": list_check(number_comma),
    "orphan": list_check(orphan, values=["missing"]),
    "reversed-level": list_check(reversed_level, values=["outer"], messages=["outer"]),
    "wrong-mark": list_check(wrong_mark, values=["ordinal", "right"]),
}
