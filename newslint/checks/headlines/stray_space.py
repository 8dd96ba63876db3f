"""A space inside a phrase of a headline.

A space in a headline stands for a mark or a turn of the line: it separates clauses (农田变景区 村民吃上旅游饭), a
column name from its subject, a surname from a short name. One that cuts a phrase was left behind by a line of the old
layout. Only what cannot be a clause of its own proves it: half a word, a particle without what it leans on, a place
without its verb, a post without its institution.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import Match, StructureCheck
from newslint.checks.headlines.gates import has_spaced_head
from newslint.checks.headlines.stories import head_lines
from newslint.checks.registry import Declared
from newslint.chinese import words
from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.names import is_common
from newslint.chinese.seam import Straddle, scraps, straddle
from newslint.chinese.segmentation import MEASURES, split_words
from newslint.document import Document
from newslint.finding import Edit
from newslint.patterns import lazy

_SPACE = lazy(f"(?<={HAN_LETTER})[ \u3000]+(?={HAN_LETTER})")
_BREAK = lazy("[ \u3000，。、；：！？…—｜|丨│【】\\[\\]“”《》（）]")
#: What never begins a clause of a headline, and what never ends one.
_BOUND = frozenset("的 们 之一 以及".split())
_OPEN = frozenset("和 与 以及 把 被 向 从 即将 正在".split())
_BOUND_STARTS, _OPEN_ENDS = tuple(_BOUND), tuple(_OPEN)
#: What begins a clause, too, unless neither side has a verb: 老街的手艺人|和他们的徒弟.
_LINKS = ("和", "与", "及")
#: A verb that stands right before one of these leans on it: 奋战|在一线, 服务|于民.
_COMPLEMENTS = frozenset("在于")
#: Verbs that say little without 到, and verbs that say little without an object.
_TOWARDS = ("下沉", "深入", "延伸", "搬迁", "转移", "前移", "扩大")
_TRANSITIVE = tuple(
    "旁听 参加 参与 开展 举行 召开 举办 进行 成为 获得 荣获 加强 推进 促进 推动 提供 喜获 迎来 打造 发布".split()
)
#: An object at the end of a headline has at most this many characters; a longer piece says something of its own.
_SHORT = 4
#: What ends a place or time that opens a clause: 在…中, 在…后.
_FRAME_ENDS = frozenset("中后时下里内上前间")
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
#: Nats for a word whose two halves are both left over, and between two pieces of one length, which are two clauses.
_LIKELY, _BETWEEN_CLAUSES = 0.3, 4.0
#: No more than this of a headline is looked at on either side, in characters.
_FAR = 200
#: How many words on either side of a space a message shows.
_SHOWN = 3
#: Clauses have so many characters at least, and differ in length by so many at most.
_CLAUSE, _UNEVEN = 5, 3
#: What follows the first half of a word at the head of a headline is at least this long.
_LONG = 3


def stray_spaces(document: Document) -> Iterator[Match]:
    """Yield the spaces in headlines that cut a phrase: 志愿者奋战 在一线."""
    for block in document.once(head_lines):
        if " " not in block.text and "\u3000" not in block.text:
            continue
        for space in _SPACE.finditer(block.text):
            head = block.text[max(0, space.start() - _FAR) : space.start()]
            tail = block.text[space.end() : space.end() + _FAR]
            if _strays(head, tail):
                start, end = block.start + space.start(), block.start + space.end()
                values = {"phrase": f"{_last_words(head)}{_first_words(tail)}"}
                yield Match(start, end, edits=(Edit(start, end, ""),), values=values)


def _strays(head: str, tail: str) -> bool:
    """Return True if the space between ``head`` and ``tail``, the headline on either side of it, cuts a phrase."""
    left, right = _last_piece(head), _first_piece(tail)
    if not left or not right:
        return False
    word = straddle(left, right)
    if len(left) == 1:
        # The first half of a word that opens the headline or a quotation; a common surname is set apart from a short
        # name (高 峰), and letters spaced one by one are a matter of layout.
        spaced = head[-2:-1].isspace() or len(right) < _LONG or is_common(left + right)
        return word is not None and word.certain and not spaced
    # Two clauses meet in a word by chance, but then no scrap of it is left over.
    if word is not None and _is_cut(word, left, right):
        return True
    # The pieces are cut into words only where one of these words could stand.
    if right.startswith(_BOUND_STARTS) and split_words(right)[0] in _BOUND:
        return not _has_verb(split_words(left))
    if left.endswith(_OPEN_ENDS) and split_words(left)[-1] in _OPEN:
        return True
    if right[0] in _MEASURES and _NUMBER.search(left) and split_words(right)[0] in _MEASURES:
        return True
    if right.startswith(_LINKS) and "的" in right:
        rights = split_words(right)
        return rights[0] in _LINKS and not _has_verb(split_words(left)) and not _has_verb(rights)
    # A place or an amount at the end of a headline belongs to the verb before the space.
    if len(left) > 4 and right == tail and _ends_in_verb(left):
        if _AMOUNT.match(right) or (right.startswith("到") and left.endswith(_TOWARDS)):
            return True
        if len(right) <= _SHORT and left.endswith(_TRANSITIVE) and not _has_verb(split_words(right)):
            return True
        if right[0] in _COMPLEMENTS and right[-1] not in _FRAME_ENDS:
            rights = split_words(right)
            return rights[0] in _COMPLEMENTS and not _says_more(rights)
    if left[-1] not in _INSTITUTION_ENDS:
        return False
    return bool(_INSTITUTION.search(left) and _POST.match(right) and not _has_verb(split_words(left)))


def _last_piece(head: str) -> str:
    found = _BREAK.search(head[::-1])
    return head[len(head) - found.start() :] if found else head


def _first_piece(tail: str) -> str:
    found = _BREAK.search(tail)
    return tail[: found.start()] if found else tail


def _last_words(head: str) -> str:
    return "".join(split_words(_last_piece(head))[-_SHOWN:])


def _first_words(tail: str) -> str:
    words_of_piece = split_words(_first_piece(tail))
    # 湿地公园新 and 手艺人和他们的 are no phrases yet.
    shown = next(
        (size for size in range(_SHOWN, len(words_of_piece)) if len(words_of_piece[size - 1]) > 1), len(words_of_piece)
    )
    return "".join(words_of_piece[:shown])


def _is_cut(word: Straddle, left: str, right: str) -> bool:
    even = min(len(left), len(right)) >= _CLAUSE and abs(len(left) - len(right)) <= _UNEVEN
    if word.evidence < (_BETWEEN_CLAUSES if even else _LIKELY):
        return False
    left_over = scraps(left, right)
    return left_over == 2 or (left_over == 1 and word.certain)


def _ends_in_verb(piece: str) -> bool:
    """Return True if the last word of ``piece``, and not the only one, is a verb of two characters or more."""
    *others, last = split_words(piece)
    return bool(others) and len(last) > 1 and words.tag(last)[:1] == "v"


def _has_verb(pieces: Sequence[str]) -> bool:
    return any(words.tag(piece) in ("v", "vd", "vg", "ug") for piece in pieces)


def _says_more(pieces: Sequence[str]) -> bool:
    """Return True if a verb follows the place: 在|京|举行|座谈会 is a clause, 在|防汛|第一线 none."""
    return any(words.tag(piece) == "v" and len(piece) > 1 for piece in pieces[1:])


CHECKS: Mapping[str, Declared] = {
    "stray-space": StructureCheck(stray_spaces, gate=has_spaced_head, values=("phrase",)),
}
