"""Names of the peoples of China that have no Chinese surname: names with dots, and Tibetan names of four characters.

阿依古丽·买买提, 扎西顿珠. They are written for their sound, and so compared as foreign names are.
"""

from __future__ import annotations

from collections.abc import Iterator

from newslint.chinese.names import is_han_run
from newslint.document import Document
from newslint.facts.mention import places_of
from newslint.facts.people import ends_with_post
from newslint.facts.person_names import closed
from newslint.patterns import lazy

_DOTTED = lazy("(?:·[㐀-鿿]{1,8})+")
#: Words of one character before a name.
_BEFORE = frozenset("的对与和及向在是由为从被把将让给同跟以于等据了者因则但而国")
#: A shorter part of a name is too often something else, or shared.
_SHORTEST, _LONGEST = 3, 7
#: The last part, behind which words may stand, is not longer: 托雷斯|上场.
_LAST = 4
#: What Tibetan names of four characters are made of.
_TIBETAN = frozenset(
    "阿旺 巴桑 白玛 边巴 次旦 次旺 次仁 达瓦 达娃 丹巴 丹增 旦增 德吉 顿珠 多吉 格桑 贡布 加措 嘉措 加央 坚赞 江村 "
    "拉姆 拉巴 罗布 洛桑 米玛 尼玛 平措 普布 强巴 曲珍 曲扎 群培 仁青 仁增 桑珠 索朗 索南 土登 旺堆 旺姆 旺杰 旺久 "
    "央金 央宗 扎巴 扎西 卓嘎 卓玛".split()
)
#: Those of them of which most names have one: to look for all takes several times as long.
_COMMON = ("扎西", "次仁", "卓玛", "多吉", "顿珠", "平措", "尼玛", "达瓦", "格桑", "洛桑", "索朗", "丹增")


def parts_of_names(document: Document) -> Iterator[tuple[int, int]]:
    """Yield where the names begin and end; of a name with dots, where each longer part does, or the whole name."""
    view = document.view
    reached = 0
    for dot in places_of(view, "·", 0, len(view)):
        match = _DOTTED.match(view, dot) if dot >= reached else None
        if match is not None:
            reached = match.end()
            yield from _parts(view, dot, reached)
    for word in _COMMON:
        for at in places_of(view, word, 0, len(view)):
            if view[at + 2 : at + 4] in _TIBETAN:
                yield at, at + 4
            elif view[at - 2 : at] in _TIBETAN:
                yield at - 2, at + 2


def _parts(view: str, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a name, the first dot of which is at ``first``; what stands between dots ends at ``end``, and
    may have words behind the name. Before it there are such, too.
    """
    begin = first
    while begin and first - begin < _LONGEST and is_han_run(view[begin - 1]):
        begin -= 1
        if is_opened(view, begin):
            break
    else:
        begin = first
    last = view.rindex("·", first, end) + 1
    ends = (at for at in range(last + 2, min(end, last + _LAST) + 1) if closed(view[last : at + 2], at - last))
    stop = next(ends, last - 1)
    if begin < first and 0 < stop - last < _SHORTEST:
        yield begin, stop  # the last part is too short to be looked for alone
    at = begin
    for part in view[begin:stop].split("·"):
        if _SHORTEST <= len(part) <= _LONGEST:
            yield at, at + len(part)
        at += len(part) + 1


def is_opened(view: str, start: int) -> bool:
    """Return True if a name written for its sound is seen to begin at ``start``."""
    before = view[start - 1 : start]
    return not before or not is_han_run(before) or before in _BEFORE or ends_with_post(view, start)
