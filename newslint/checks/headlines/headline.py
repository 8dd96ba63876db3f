"""Headlines: a space inside a phrase, a word split over two lines, and a full stop or comma at the end.

A space in a headline stands for a mark or a turn of the line: it separates clauses (农田变景区 村民吃上旅游饭), a
column name from its subject, a surname from a short name. One that cuts a phrase was left behind by a line of the old
layout. Only what cannot be a clause of its own proves it: a preposition or particle without what it leans on, an object
without its verb, a post without its institution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese import words
from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.names import is_common
from newslint.chinese.seam import straddle
from newslint.chinese.segmentation import MEASURES, split_words
from newslint.document import Document
from newslint.document.structure import Block, BlockKind
from newslint.finding import Edit
from newslint.patterns import lazy

FAULTS = ("stray-space", "split-word", "final-stop")

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
_POST = lazy(
    "(?:党委|党组|党总支|党支部)?(?:副?书记|副?院长|副?主任|副?局长|副?校长|董事长|副?总经理|副?会长|副?所长|副?主席|副?支队长|副?大队长|首席|行长)"
)
_AMOUNT = lazy(
    f"(?:[0-9]+(?:\\.[0-9]+)?|[一二三四五六七八九十百千万两]+)[余多]?[万亿]?(?:[{''.join(sorted(MEASURES))}]|分钟|小时|公里|平方米)(?:钟)?$"
)
#: A number and what it counts stand together; 天, 点 and the like may also begin a clause.
_NUMBER = lazy("(?:[0-9]|[0-9多几数][千万亿]|[多数几两三四五六七八九十])$")
_MEASURES = frozenset("个名项款家台套座枚艘架户届元吨亩公里")
#: Nats that prove a word across two lines of a headline: chance makes 山|上 of 客人进了山 and 上个周末.
_SPLIT = 3.0
#: What follows the first half of a word at the head of a headline is at least this long.
_LONG = 3
#: An object without its verb is at most this long; a longer piece says something of its own.
_SHORT = 4


class Headline:
    """Options: ``fault``, one of ``FAULTS``: which fault of headlines this rule reports."""

    anchors: Sequence[str] = ()

    @staticmethod
    def gate(document: Document) -> bool:
        """Whether the document has headlines, or headings that its format marks as such."""
        return document.format != "plain" or bool(document.headlines)

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", FAULTS)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterable[Match]:
        """Yield one match for each stray space, for each split word, or for the mark at the end of each headline."""
        if self._fault == "split-word":
            yield from _split_words(document)
            return
        # What markup calls a heading is one; in plain text a line that ends in a colon may be a dateline or a caption.
        marked = document.format != "plain"
        if self._fault == "stray-space":
            for block in document.headlines:
                yield from _stray_spaces(block)
            return
        for block in document.blocks if marked else document.headlines:
            if block.kind is BlockKind.HEADLINE or block.kind is BlockKind.SUBHEADLINE:
                yield from _final_stop(block, "。，、；：" if marked else "。，、；")


def _split_words(document: Document) -> Iterator[Match]:
    """Yield the line ends between two lines of one headline that stand inside a word."""
    for upper, lower in pairwise(document.headlines):
        # A line between the two would be prose.
        if upper.article != lower.article:
            continue
        if document.text[upper.end : lower.start].strip(" \t\u3000\r\n#"):
            continue
        word = straddle(upper.text, lower.text)
        if word is not None and word.evidence >= _SPLIT:
            edits = (Edit(upper.end, lower.start, ""),)
            yield Match(upper.end, lower.start, edits=edits, values={"word": word.word})


def _final_stop(block: Block, stops: str) -> Iterator[Match]:
    text = block.text
    if text[-1] in stops and len(text) > 1 and not any(mark in text[:-1] for mark in "。；“"):
        end = block.end
        yield Match(end - 1, end, "")


def _stray_spaces(block: Block) -> Iterator[Match]:
    if " " not in block.text and "\u3000" not in block.text:
        return
    for space in _SPACE.finditer(block.text):
        if _strays(block.text[: space.start()], block.text[space.end() :]):
            start, end = block.start + space.start(), block.start + space.end()
            edits = (Edit(start, end, ""),)
            around = f"{block.text[: space.start()][-4:]}{block.text[space.end() :][:4]}"
            yield Match(start, end, edits=edits, values={"phrase": around})


def _strays(head: str, tail: str) -> bool:
    """Whether the space between ``head`` and ``tail``, both to the end of the headline, cuts a phrase."""
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
    amount = right == tail and _AMOUNT.match(right) is not None
    noun = right == tail and len(right) <= _SHORT
    if len(left) > 4 and (amount or noun or right[0] in _COMPLEMENTS) and _ends_in_verb(left):
        rights = split_words(right)
        if amount or (noun and _is_noun(rights)) or (rights[0] in _COMPLEMENTS and not _says_more(rights)):
            return True
    return bool(_INSTITUTION.search(left) and _POST.match(right) and not _has_verb(split_words(left)))


def _ends_in_verb(piece: str) -> bool:
    """Whether the last word of ``piece``, and not the only one, is a verb of two characters or more."""
    *others, last = split_words(piece)
    return bool(others) and len(last) > 1 and words.tag(last)[:1] == "v"


def _has_verb(pieces: Sequence[str]) -> bool:
    return any(words.tag(piece) in ("v", "vd") for piece in pieces if len(piece) > 1)


def _says_more(pieces: Sequence[str]) -> bool:
    """Whether a verb with its object follows the place, so that the piece is a clause: 在|京|举行|座谈会, not
    在|防汛|第一线.
    """
    verbs = [index for index, piece in enumerate(pieces) if words.tag(piece)[:1] == "v" and len(piece) > 1]
    return any(1 < index < len(pieces) - 1 for index in verbs)


def _is_noun(pieces: Sequence[str]) -> bool:
    return all(words.tag(piece)[:1] == "n" for piece in pieces)
