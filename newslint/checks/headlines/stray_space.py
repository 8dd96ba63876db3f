"""A space inside a phrase of a headline.

A space in a headline stands for a mark or a turn of the line: it separates clauses (农田变景区 村民吃上旅游饭), a
column name from its subject, a surname from a short name. One that cuts a phrase was left behind by a line of the old
layout. Only what cannot be a clause of its own proves it: a preposition or particle without what it leans on, an object
without its verb, a post without its institution.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Match
from newslint.chinese import words
from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.names import is_common
from newslint.chinese.seam import straddle
from newslint.chinese.segmentation import MEASURES, split_words
from newslint.document import Document
from newslint.finding import Edit
from newslint.patterns import lazy

_SPACE = lazy(f"(?<={HAN_LETTER})[ \u3000]+(?={HAN_LETTER})")
_PIECES = lazy("[ \u3000，。、；：！？…—｜|丨│【】\\[\\]“”《》（）]+")
#: What never begins a clause of a headline, and what never ends one.
_BOUND = frozenset("的 了 着 过 们 等 之 和 与 及 以及 或 并".split())
_OPEN = frozenset(
    "的 和 与 及 以及 或 把 被 将 对 向 从 在 为 以 由 让 使 于 给 跟 同 按 并 即将 正在 已 不 没有".split()
)
_BOUND_STARTS, _OPEN_ENDS = tuple(_BOUND), tuple(_OPEN)
#: A verb that stands right before one of these leans on it: 奋战|在一线, 下沉|到社区, 服务|于民.
_COMPLEMENTS = frozenset("在到于至进入往")
_INSTITUTION = lazy(
    f"(?:医院|公司|大学|学院|学校|中学|小学|集团|委员会|中心|研究院|研究所|管理局|公安局|[市县区省]{HAN_LETTER}{{1,6}}局|法院|检察院|协会|支队|大队|银行)$"
)
_INSTITUTION_ENDS = frozenset("院司学校团会心所局队行")
_POST = lazy(
    "(?:党委|党组|党总支|党支部)?(?:副?书记|副?院长|副?主任|副?局长|副?校长|董事长|副?总经理|副?会长|副?所长|副?主席|副?支队长|副?大队长|首席|行长)"
)
_AMOUNT = lazy(
    f"(?:[0-9]+(?:\\.[0-9]+)?|[一二三四五六七八九十百千万两]+)[余多]?[万亿]?(?:[{''.join(sorted(MEASURES))}]|分钟|小时|公里|平方米)(?:钟)?$"
)
#: A number and what it counts stand together; 天, 点 and the like may also begin a clause.
_NUMBER = lazy("(?:[0-9]|[0-9多几数][千万亿]|[多数几两三四五六七八九十])$")
_MEASURES = frozenset("个名项款家台套座枚艘架户届元吨亩公里")
#: What follows the first half of a word at the head of a headline is at least this long.
_LONG = 3
#: An object without its verb is at most this long; a longer piece says something of its own.
_SHORT = 4


def stray_spaces(document: Document) -> Iterator[Match]:
    """Yield the spaces in headlines that cut a phrase: 志愿者奋战 在一线."""
    for block in document.headlines:
        if " " not in block.text and "\u3000" not in block.text:
            continue
        for space in _SPACE.finditer(block.text):
            head, tail = block.text[: space.start()], block.text[space.end() :]
            if _strays(head, tail):
                start, end = block.start + space.start(), block.start + space.end()
                yield Match(start, end, edits=(Edit(start, end, ""),), values={"phrase": f"{head[-4:]}{tail[:4]}"})


def _strays(head: str, tail: str) -> bool:
    """Return True if the space between ``head`` and ``tail``, both to the end of the headline, cuts a phrase."""
    left, right = _PIECES.split(head)[-1], _PIECES.split(tail)[0]
    if not left or not right:
        return False
    word = straddle(left, right)
    if len(left) == 1:
        # The first half of a word that opens the headline or a quotation; a common surname is set apart from a short
        # name (高 峰), and letters spaced one by one are a matter of layout.
        spaced = head[-2:-1].isspace() or len(right) < _LONG or is_common(left + right)
        return word is not None and word.certain and not spaced
    # Two clauses hardly ever meet in a word: where the reading with it is the better one, it was cut.
    if word is not None and word.evidence > 0:
        return True
    # The pieces are cut into words only where one of these words could stand.
    if right.startswith(_BOUND_STARTS) and split_words(right)[0] in _BOUND:
        return True
    if left.endswith(_OPEN_ENDS) and split_words(left)[-1] in _OPEN:
        return True
    if right[0] in _MEASURES and _NUMBER.search(left) and split_words(right)[0] in _MEASURES:
        return True
    # The last piece of a headline that is a bare noun or amount is the object of the verb before the space.
    if len(left) > 4:
        amount = right == tail and _AMOUNT.match(right) is not None
        noun = right == tail and len(right) <= _SHORT
        if (amount or noun or right[0] in _COMPLEMENTS) and _ends_in_verb(left):
            rights = split_words(right)
            if amount or (noun and _is_noun(rights)) or (rights[0] in _COMPLEMENTS and not _says_more(rights)):
                return True
    if left[-1] not in _INSTITUTION_ENDS:
        return False
    return bool(_INSTITUTION.search(left) and _POST.match(right) and not _has_verb(split_words(left)))


def _ends_in_verb(piece: str) -> bool:
    """Return True if the last word of ``piece``, and not the only one, is a verb of two characters or more."""
    *others, last = split_words(piece)
    return bool(others) and len(last) > 1 and words.tag(last)[:1] == "v"


def _has_verb(pieces: Sequence[str]) -> bool:
    return any(words.tag(piece) in ("v", "vd") for piece in pieces if len(piece) > 1)


def _says_more(pieces: Sequence[str]) -> bool:
    """Return True if a verb with its object follows the place: 在|京|举行|座谈会 is a clause, 在|防汛|第一线 none."""
    verbs = [index for index, piece in enumerate(pieces) if words.tag(piece)[:1] == "v" and len(piece) > 1]
    return any(1 < index < len(pieces) - 1 for index in verbs)


def _is_noun(pieces: Sequence[str]) -> bool:
    return all(words.tag(piece)[:1] == "n" for piece in pieces)
