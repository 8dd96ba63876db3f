"""Every space that is out of place in a document, sorted into classes.

A space between Chinese characters is rightful in many places: in headlines and verse, between the names of a byline, behind
a dateline, in a slogan of two lines, in a name padded to three places. Each other space is put into one class, so that each
is told by one rule at most; what is rightful has no class.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.chinese import names
from newslint.chinese.characters import CLOSING, OPENING, STOPS
from newslint.chinese.invisible import EXOTIC_SPACES
from newslint.chinese.seam import straddle
from newslint.document import Document
from newslint.patterns import lazy
from newslint.structure import Block, BlockKind, is_terminal

#: The classes; ``kinds/spacing.py`` says what each is.
FAULTS = ("han", "mark", "wide", "paragraph", "padding", "exotic", "several")

_HAN = "\u3400-\u9fff〇"
_GAP = lazy(f"[ \u3000{EXOTIC_SPACES}]+")
_SPACES = (" ", "\u3000")
_HAN_CHAR = lazy(f"[{_HAN}]")
_MARKS = frozenset(STOPS + OPENING + CLOSING + "…—")
#: Marks before which, and behind which, no line of any kind has a space.
_TIGHT_BEFORE = frozenset(STOPS + "”’》）】」』〕")
_TIGHT_BEHIND = frozenset("“‘《（【「『〔，、；：")
_SENTENCE_END = frozenset("。！？”…）")
_BODY = frozenset((BlockKind.BODY, BlockKind.LIST, BlockKind.CAPTION, BlockKind.BLOCK_QUOTATION))
_HEADS = frozenset((BlockKind.HEADLINE, BlockKind.SUBHEADLINE))
#: A line of prose is at least this long, in characters; the sub-headlines of unmarked text are shorter or have no full stop.
_PROSE = 20
#: Words between which and a name a space stands.
_ROLE = "记者|通讯员|实习生|评论员|撰稿人?|作者|编辑|责编|编译|翻译|摄影|摄像|摄|文|图|校对|制图|绘图|供图|供稿|策划|统筹|监制|主编|导演|编导|主演|主持人?|作词|作曲|制作"
_ROLE_BEFORE = lazy(f"(?:{_ROLE})$")
_ROLE_INSIDE = lazy(f"[（(][^（）()]{{0,12}}(?:{_ROLE})[^（）()]{{0,40}}）$")
_CREDIT_BEHIND = lazy(f"(?:摄|供图|制图|绘图|摄影报道|报道|文|图|摄影|编译|整理)(?=[，。；）\\s]|$)|(?:{_ROLE})[：: \u3000/]|发自")
_HEAD_BEFORE = lazy("(?:[0-9]日(?:电|讯|消息|报道)|^.{0,12}[讯电])$")
#: A headline run together with the dateline of its story: 客队险胜 主帅满意本报讯 昨晚….
_HEAD_AHEAD = lazy("[^。！？\\n]{2,50}(?:本[报刊网台]讯|(?:网|社|报|体育|娱乐|科技|财经)(?:讯|[^。！？，]{0,12}[0-9]日(?:电|讯|消息)))")
#: What is set apart from the text of its line by a space: 第一条 为了…, 问 …, （一） ….
_LABEL = lazy(
    "(?:第[一二三四五六七八九十百零〇0-9]{1,5}[条章节款编部回集期课讲步关名位]|[附表图例][一二三四五六七八九十0-9]{1,2}|问|答|附件?|注|编者按|背景|链接|提示"
    "|[（(]?[0-9一二三四五六七八九十]{1,3}(?:[）)、．.]|[）)][、.]?)|[①-⑳]|[A-ZＡ-Ｚ][、．.])$"
)
#: A line that tells who speaks, 本刊主编 田一川：…: what may stand before the space, in characters, and behind it.
_SPEAKER = 16
_NAMED_SPEAKER = lazy("[^，。；！？：“”\n]{0,16}：")
_POINT = lazy("[，。；！？：“”]")
_FORM_FIELD = lazy("[^，。；：]{1,12}：")
_OUTER_CREDIT = lazy("图|摄|记者|供稿|来源|[文编][/／｜丨|：]|作者|通讯员|编辑|资料")
#: A caption's or an article's last words, those who made it, are at most so long, in characters.
_CREDIT = 28
_AFTER_NAME = ("说", "表示", "介绍", "告诉", "报道", "认为", "指出", "强调", "坦言", "回忆", "透露", "是", "在", "和", "与", "等", "的")
_OPEN_TO_CLOSE = dict(zip(OPENING, CLOSING, strict=False))
#: Each half of a slogan or of a title in two lines is at least so long, in characters.
_SLOGAN = 3
#: A document of so few lines, one of them so long (in characters), has lost its line ends.
_FEW_LINES, _LONG_LINE = 3, 400


class Gap(NamedTuple):
    """A run of spaces: code points ``start`` to ``end``, its class, and what belongs in its place."""

    start: int
    end: int
    fault: str
    instead: str


def find_gaps(document: Document) -> tuple[Gap, ...]:
    """Return every space that is out of place, with its class."""
    view = document.view
    exotic = document.rare.intersection(EXOTIC_SPACES)
    spaces = [space for space in (" ", "\u3000", *exotic) if space in view]
    if not spaces:
        return ()
    found = []
    for start, end in _runs(view, spaces):
        if exotic and not exotic.isdisjoint(view[start:end]):
            found.append(Gap(start, end, "exotic", _plain_space(view, start, end)))
            continue
        index = document.block_index(start)
        block = document.blocks[index] if index >= 0 else None
        # Spaces around a line are indents and line ends.
        if block is not None and block.start < start and end < block.end:
            fault = _classify(document, block, start, end)
            if fault:
                found.append(Gap(start, end, fault, "\n\u3000\u3000" if fault == "paragraph" else " " if fault == "several" else ""))
    return tuple(found)


def _runs(view: str, spaces: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of ``spaces``: one search for each kind of space the document has is faster than one for all kinds."""
    places = []
    for space in spaces:
        at = view.find(space)
        while at >= 0:
            places.append(at)
            at = view.find(space, at + 1)
    places.sort()
    first = 0
    for index in range(1, len(places) + 1):
        if index == len(places) or places[index] != places[index - 1] + 1:
            yield places[first], places[index - 1] + 1
            first = index


def _plain_space(view: str, start: int, end: int) -> str:
    """Return what a run of exotic spaces stood for: an indent, nothing at the end of a line or beside a mark, or a space."""
    before, after = view[start - 1 : start], view[end : end + 1]
    if before in "\r\n":
        return "\u3000\u3000" if end - start > 1 and after not in "\r\n" else ""
    if after in "\r\n":
        return ""
    if before in "。！？”" and end - start > 1:
        return "\u3000\u3000"
    return "" if before in _MARKS or after in _MARKS else " "


def _classify(document: Document, block: Block, start: int, end: int) -> str:
    """Return the class of the spaces between ``start`` and ``end``, which lie inside ``block``; "" if they are rightful."""
    view, text = document.view, document.text
    left, right = view[start - 1], view[end]
    if document.inside(start - 1, start, "byline") or document.inside(end, end + 1, "byline"):
        return ""
    if left in _MARKS or right in _MARKS:
        # Beside a half-width mark in Chinese the mark is the fault.
        folded = text[start - 1] != left or text[end] != right
        return "" if folded else _beside_mark(document, block, start, end)
    if _HAN_CHAR.match(left) and _HAN_CHAR.match(right):
        return _between_han(document, block, start, end)
    return "several" if end - start > 1 and block.kind in _BODY and "\u3000" not in view[start:end] else ""


def _beside_mark(document: Document, block: Block, start: int, end: int) -> str:
    view = document.view
    left, right = view[start - 1], view[end]
    head, tail = view[block.start : start], view[end : block.end]
    if _OPEN_TO_CLOSE.get(left) == right or _LABEL.match(head):
        return ""  # a blank to fill in; the number of an item
    if left == "—" and (len(head) <= 2 or right in "一二") or right == "—" and block.kind in _HEADS:
        return ""
    if right in _TIGHT_BEFORE or left in _TIGHT_BEHIND:
        if left == "：" and _FORM_FIELD.match(tail):
            return ""
        foreign = right.isascii() and len(head) > 1 and head[-2].isascii()
        return "mark" if block.kind in _BODY | _HEADS and not foreign else ""
    if block.kind not in _BODY:
        return ""
    if left in _SENTENCE_END and view[start:end].count("\u3000") > 1:
        return "paragraph" if _is_prose(block) else ""
    if len(tail) <= _CREDIT and _OUTER_CREDIT.search(tail) or left == "）" and _ROLE_INSIDE.search(head):
        return ""
    if left in "】］" and head[0] in "【［" or not _is_prose(block):
        return ""
    return "" if left in CLOSING + OPENING and _is_phrase(document, start, end) else "mark"


def _between_han(document: Document, block: Block, start: int, end: int) -> str:
    if block.kind not in _BODY or not _is_prose(block):
        return ""
    view = document.view
    if view[start:end].count("\u3000") > 1:
        return "paragraph"
    head, tail = view[block.start : start], view[end : block.end]
    piece, rest = _last_piece(head), _first_piece(tail)
    if _is_padded(piece, rest):
        return "padding"
    if _LABEL.match(head) or _HEAD_BEFORE.search(head) or _CREDIT_BEHIND.match(tail):
        return ""
    if _ROLE_BEFORE.search(head) and (names.is_common(rest) or names.is_chinese(rest)):
        return ""
    if names.is_chinese(piece) and _ROLE_BEFORE.search(head[: -len(piece)].rstrip()):
        return ""
    if len(head) <= _SPEAKER and _NAMED_SPEAKER.match(tail) and not _POINT.search(head):
        return ""
    if _is_listed(view, block, start, end) or _HEAD_AHEAD.match(tail):
        return ""
    if document.once(_lost_its_lines) and ("\u3000" in view[start:end] or head == piece or head[: -len(piece)][-1] in _SENTENCE_END):
        return ""  # where lines are lost, headlines stand before sentences
    if _is_phrase(document, start, end):
        word = straddle(head, tail)
        if word is None or not word.certain:
            return ""
    return "wide" if "\u3000" in view[start:end] else "han"


def _lost_its_lines(document: Document) -> bool:
    """Whether a crawler or an editor ran the lines of the document together, headlines into paragraphs."""
    return len(document.blocks) <= _FEW_LINES and any(len(block.text) > _LONG_LINE for block in document.blocks)


def _is_prose(block: Block) -> bool:
    """Whether the line is made of sentences, not a sub-headline, a row of names or a label."""
    text = block.text
    return len(text) >= _PROSE and is_terminal(text) and any(mark in text for mark in "，。；")


def _last_piece(head: str) -> str:
    at = len(head)
    while at and _HAN_CHAR.match(head[at - 1]):
        at -= 1
    return head[at:]


def _first_piece(tail: str) -> str:
    at = 0
    while at < len(tail) and _HAN_CHAR.match(tail[at]):
        at += 1
    return tail[:at]


def _is_padded(piece: str, rest: str) -> bool:
    """Whether the space sets a name of two characters to the width of three: a surname alone, and one character behind."""
    family = piece[-1:]
    alone = len(piece) == 1 or _ROLE_BEFORE.search(piece[:-1])
    return bool(alone) and family in names.COMMON and (len(rest) == 1 or rest[1:].startswith(_AFTER_NAME))


def _is_listed(view: str, block: Block, start: int, end: int) -> bool:
    """Whether the spaces part names, of which there are three or more: 方明 田一川 鲁知微."""
    left, right = _last_piece(view[block.start : start]), _first_piece(view[end : block.end])
    begins = view[start - len(left) - 1] in _SPACES if start - len(left) > block.start else False
    ends = view[end + len(right) : end + len(right) + 1] in _SPACES
    if begins and names.is_chinese(left):
        return bool(names.surname(right))
    return ends and names.is_chinese(right) and any(names.is_chinese(left[-size:]) for size in (2, 3))


def _is_phrase(document: Document, start: int, end: int) -> bool:
    """Whether the spaces part two lines of a slogan or title (“守正道 开新局”), or the names and notes in a bracket."""
    bracketed = document.inside(start, end, "bracket")
    if not bracketed and not document.inside(start, end, "quotation") and not document.inside(start, end, "title"):
        return False
    view = document.view
    # Each search goes only as far as the one before it found something.
    first, last = -1, len(view)
    for mark in OPENING:
        first = max(first, view.rfind(mark, first + 1, start))
    for mark in CLOSING:
        at = view.find(mark, end, last)
        last = at if at >= 0 else last
    last = end if last == len(view) else last
    inside = view[first + 1 : last]
    if any(mark in inside for mark in "，。；：！？"):
        return False
    return bracketed or document.inside(start, end, "title") or min(len(part) for part in _GAP.split(inside)) >= _SLOGAN
