"""One thing named twice in a list: 晋湖区、柳溪区、晋湖区.

Only what is between two 、 is certainly one item. The first item has the beginning of its sentence before it, and the
last has more after it, so these count only where a mark or a fixed word shows where they begin and end.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from newslint.checks.check import Match, Place, StructureCheck
from newslint.checks.registry import Declared
from newslint.chinese.characters import HAN_LETTER
from newslint.document import Document
from newslint.patterns import lazy

#: The longest item, in characters; longer ones are clauses, and their lists are not looked at.
LONGEST = 20
#: A list in a quotation has at least this many items between two 、.
SPOKEN = 2

_ITEM = lazy(rf"(?=.*{HAN_LETTER}.*{HAN_LETTER})[\w·“”《》]{{2,{LONGEST}}}")
# Items between two 、 each.
_LIST = lazy(f"、(?:[^，。；：！？、…—\\s\ufffc]{{1,{LONGEST}}}、)+")
_BREAK = lazy(r"[，。；：！？、…—\s\ufffc]")
# What may come between the first item and the text before it.
_INTRODUCED = lazy(
    r"(?:包括|分为|有|为|是|在|赴|到|往|对|向|由|从|自|如|含|即|涉及|覆盖|前往|走进|走访|看望|慰问|参观|一起|共同|还要|负责|以及|按照|根据"
    r"|[（(的了])$|^$"
)
# Ends one list and begins another between two 、: 甲、乙等地以“丙、丁”为题.
_ENDS_LIST = lazy(rf"等(?!级|候|待|离){HAN_LETTER}*“|^[^“]+“|”[^”]+$")
_JOINER = lazy("以及|[和及与]")
# What may follow the last item.
_CLOSED = lazy(
    rf"等|以及|[和及与]|[0-9一二两三四五六七八九十]+[个名家位地市县区种项所条部类大]|[）)]|$|开展|进行|举行|召开|参加|举办|获得|组织|实施|推进|设立|调研"
    rf"|考察|采访|参观|走访|慰问|联合|先行|率先|{HAN_LETTER}{{1,2}}[了过](?!{HAN_LETTER}?的)"
)
# Things in turn, or one for each: the same may be repeated.
_IN_TURN = lazy(
    "依次|先后|分别|顺序|交替|更替|轮流|循环|往返|各自|对应|起点|终点|回到|返回|路线|线路|途经|经停|停靠|轮换|换乘|中转|转机"
)
_IN_TURN_AFTER = lazy("依次|分别[为是获由]|顺序|交替|轮流|循环|往返|之间|各自|对应|回到|返回")
# Weather, results and the like are reported day by day, round by round.
_BY_DAYS = lazy(
    r"(?:[大中小阵暴]|雷阵|特大|雨夹)*[雨雪]|多云|晴天|阴天|雾霾"
    rf"|{HAN_LETTER}{{1,3}}[到转间]{HAN_LETTER}{{1,3}}|{HAN_LETTER}?[胜平负涨跌]|上涨|下跌|持平"
)
# After 和 a list may go on to its head: 厂房与大坝间的设施.
_GOES_ON = lazy(rf"{HAN_LETTER}{{1,12}}?(?:之[间比和差]|间|的|关系|比值)")
# Where one list ends and another begins between two 、: 直辖市应当将经费列入省, 监理等单位应当在设计, 人民对青石党.
_SECOND_LIST = lazy(
    rf"{HAN_LETTER}{{1,}}?(?:等|应当?|必须|须|要|可以|可|将|会|能|已|均|都|也|对|与|向|在|为|把|被|使|让|由|给|从|到|于|是|有"
    r"|列入|纳入|会同|联合|成立|设立|包括|代表|作为|负责|承担|走遍|走进|前往|参加|用于|服务)"
)


class _Item(NamedTuple):
    """An item of a list: its text and its start (code points of the view)."""

    text: str
    start: int


def has_list(document: Document) -> bool:
    """Return True if the text has a list of three items or more in which one may be repeated."""
    return "、" in document.view and bool(document.once(_chains))


def repeated_items(document: Document) -> Iterator[Match]:
    """The second of two equal items of a list of three items or more."""
    view = document.view
    for chain in document.once(_chains):
        # People do name a thing twice when they speak, but not in a long list.
        spoken = len(chain) < SPOKEN and document.inside(chain[0].start, chain[0].start + 1, "quotation")
        if not spoken:
            yield from _repeated(view, chain)


def _chains(document: Document) -> list[list[_Item]]:
    """Return the items between two 、 of each list in which one may be repeated."""
    view = document.view
    found = []
    for run in _LIST.finditer(view):
        start, end = run.span()
        text = view[start + 1 : end - 1]
        if "“" in text or "”" in text:
            lists = [(start + first, items) for first, items in _lists(text.split("、"))]
        else:
            lists = [(start, text.split("、"))]
        for begin, items in lists:
            if _may_repeat(view, items, begin, begin + sum(map(len, items)) + len(items) + 1):
                places = accumulate((len(item) + 1 for item in items), initial=begin + 1)
                found.append([_Item(item, at) for item, at in zip(items, places, strict=False)])
    return found


def _lists(texts: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the items of each list in ``texts``, with the distance from the first 、 to the one before them."""
    items: list[str] = []
    first = at = 0
    for text in texts:
        at += len(text) + 1
        if not _ENDS_LIST.search(text):
            items.append(text)
            continue
        if items:
            yield first, items
        items, first = [], at
    if items:
        yield first, items


def _may_repeat(view: str, texts: Sequence[str], start: int, end: int) -> bool:
    """Return True if an item between two 、 may be repeated, or the last may be the first: in most lists neither may.

    ``start`` is the offset of the 、 before the first of ``texts``, ``end`` that after the 、 behind the last.
    """
    if len(texts) > 1 and len(set(texts)) < len(texts):
        return True
    head, tail = view[max(0, start - LONGEST) : start], view[end : end + 2 * LONGEST]
    for text in texts:
        if text in head or text in tail:
            return True
    for part in tail.replace("以及", "和").replace("及", "和").replace("与", "和").split("和"):
        if len(part) > 1 and part[:2] in head:
            return True
    return False


def _repeated(view: str, inner: list[_Item]) -> Iterator[Match]:
    """Yield the repeats in the list whose certain items are ``inner``."""
    head = view[max(0, inner[0].start - 61) : inner[0].start - 1]
    tail_start = inner[-1].start + len(inner[-1].text) + 1
    tail = view[tail_start : tail_start + 60]
    mark = _BREAK.search(tail)
    tail = tail[: mark.start()] if mark else tail
    parts = [*inner, *_last_items(tail, tail_start)]
    texts = [part.text for part in parts]
    if len(set(texts)) == len(texts) and not head.endswith(tuple(texts)):
        return
    head = head[max((mark.end() for mark in _BREAK.finditer(head)), default=0) :]
    if _IN_TURN.search(head) or _IN_TURN_AFTER.search(tail):
        return
    if all(_BY_DAYS.fullmatch(part.text) for part in inner) or _are_parallel(
        head, [*(part.text for part in inner), tail]
    ):
        return
    certain = [item for item in parts if _ITEM.fullmatch(item.text)]
    followed = {part.start + len(part.text) + 1: part for part in parts}
    seen: dict[str, _Item] = {}
    for item in certain:
        if head.endswith(item.text) and _INTRODUCED.search(head[: -len(item.text)]):
            seen[item.text] = _Item(item.text, inner[0].start - 1 - len(item.text))
            break
    for item in certain:
        first = seen.setdefault(item.text, item)
        if first is not item:
            if _begins_anew(view, followed.get(item.start), first, item):
                continue
            end = item.start + len(item.text)
            related = (Place(first.start, first.start + len(item.text), "first"),)
            # Another thing may have been meant, so there is no edit.
            yield Match(item.start, end, related=related)


def _begins_anew(view: str, before: _Item | None, first: _Item, second: _Item) -> bool:
    """Return True if the item ``before`` the ``second`` of two equal ones ends one list and begins another.

    It does if a verb or preposition in it is followed by what is before ``first`` too (甲、乙应当列入甲、乙), or if
    it is much longer than the item.
    """
    if before is None or before.start <= first.start:
        return False
    restart = _SECOND_LIST.match(before.text)
    if restart is None or restart.end() == len(before.text):
        return False
    head = view[max(0, first.start - 1 - LONGEST) : first.start - 1]
    return (
        any(head.endswith(before.text[at:]) for at in range(restart.end(), len(before.text)))
        or len(before.text) > 2 * len(second.text) + 2
    )


def _are_parallel(head: str, texts: Sequence[str]) -> bool:
    """Return True if two lists are parallel: 产生、发展、成熟的轨迹和产业的产生、发展、成熟的轨迹."""
    places: dict[str, int] = {}
    joined = [*accumulate((len(text) > 6 and _JOINER.search(text, 2) is not None for text in texts), initial=0)]
    for index, text in enumerate(texts):
        first = places.setdefault(text, index)
        if first == index:
            continue
        if joined[first + 1] < joined[index]:
            return True
        before = texts[first - 1] == texts[index - 1] if first else head.endswith(texts[index - 1])
        if before and index + 1 < len(texts) and texts[first + 1][:2] == texts[index + 1][:2]:
            return True
    return False


def _last_items(tail: str, base: int) -> Iterator[_Item]:
    """Yield the items after the last 、 as far as they are certain: 甲 and 乙 of 甲和乙等."""
    at = 0
    while at < len(tail):
        close = _CLOSED.search(tail, at)
        if close is None or (not close[0] and close.start() - at > LONGEST):
            return
        if _JOINER.fullmatch(close[0]) and _GOES_ON.match(tail, close.end()):
            return
        text = tail[at : close.start()]
        yield _Item(text, base + at)
        if not _JOINER.fullmatch(close[0]) or close.end() == at:
            return
        at = close.end()


CHECKS: Mapping[str, Declared] = {
    "list-item": StructureCheck(repeated_items, gate=has_list, messages=["first"]),
}
