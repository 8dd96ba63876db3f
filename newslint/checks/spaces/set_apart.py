"""What a space rightly sets apart in a line of prose.

The label of an item from its text, a role from a name, a speaker from the speech, the names of a list or the halves of
a slogan from each other; and the surname from the given name where a name is padded to the width of three characters.
"""

from __future__ import annotations

from collections import Counter

from newslint.chinese import names
from newslint.chinese.characters import CLOSING, HAN_LETTER, OPENING, is_han
from newslint.chinese.invisible import EXOTIC_SPACES
from newslint.chinese.seam import straddle
from newslint.chinese.segmentation import segment, split_words
from newslint.chinese.words import tag
from newslint.document import Document
from newslint.document.structure import Block
from newslint.document.structure.labels import is_label
from newslint.patterns import lazy

#: What ends a sentence.
SENTENCE_END = frozenset("。！？”…）")
_GAP = lazy(f"[ \u3000{EXOTIC_SPACES}]+")
_SPACES = (" ", "\u3000")
#: Words between which and a name a space stands.
_ROLE = (
    "记者|通讯员|实习生|评论员|撰稿人?|作者|编辑|责编|编译|翻译|摄影|摄像|摄|文|图|校对|制图|绘图|供图|供稿|策划|统筹|"
    "监制|主编|导演|编导|主演|主持人?|作词|作曲|制作"
)
_ROLE_BEFORE = lazy(f"(?:{_ROLE})$")
_ROLE_INSIDE = lazy(f"[（(][^（）()]{{0,12}}(?:{_ROLE})[^（）()]{{0,40}}）$")
_CREDIT_BEHIND = lazy(
    f"(?:摄|供图|制图|绘图|摄影报道|报道|文|图|摄影|编译|整理)(?=[，。；）\\s]|$)|(?:{_ROLE})[：: \u3000/]|发自"
)
#: No more characters than this are in what is looked for at the end of a line's head.
_NEAR = 30
_HEAD_BEFORE = lazy("(?:[0-9] ?日[国内际外专科技财经]{0,4}(?:电|讯|消息|报道)|[报网台社刊]讯|^.{0,12}[讯电])$")
#: A headline run together with the dateline of its story: 客队险胜 主帅满意本报讯 昨晚….
_HEAD_AHEAD = lazy(
    "[^。！？\\n]{2,50}(?:本[报刊网台]讯|(?:网|社|报|体育|娱乐|科技|财经)(?:讯|[^。！？，]{0,12}[0-9]日(?:电|讯|消息)))"
)
#: A line that tells who speaks, 本刊主编 田一川：…: what may stand before the space, in characters, and behind it.
_SPEAKER = 16
_NAMED_SPEAKER = lazy("[^，。；！？：“”\n]{0,16}：")
_POINT = lazy("[，。；！？：“”]")
_AFTER_NAME = tuple("说 表示 介绍 告诉 报道 认为 指出 强调 坦言 回忆 透露 是 在 和 与 等 的".split())
#: A headline in two halves whose line end is lost, told by the words before it, and a sub-headline, by its place.
_HEAD_LINE = lazy("(?:原标题|标题|组图|图文|视频|图)：[^。！？\n]*[^。！？：\n]{4}$")
_SUBHEAD = lazy(".*[。！？”] +[^，。；：！？、“”\n]{4,20}$")
#: Day, day of the week and time of an invitation: 7月30日 周六 下午.
_DATE_BEFORE, _TIME_BEHIND = (
    lazy("(?:[日号]|(?:周|星期)[一二三四五六日天])$"),
    lazy("(?:周|星期)[一二三四五六日天]|[上下]午|晚上?[0-9]"),
)
#: The name of a field before its value, first in the line or behind a wide gap: 材质 合金.
_FIELD = lazy("[^，。；：！？、“” \u3000\n]{2,4}$")
#: What opens the items of a list without numbers, and the name of such an item up to the space behind it.
_SIGNS = frozenset("▲△▼▽■□●○◆◇★☆▶►※")
_NAMED_ITEM = lazy("[一-龥]{1,10}[ \u3000]")
#: So many spaces are a blank to fill in, or a column.
_BLANK = 4
#: Names and notes in square brackets, [文/晚报 田一川], which are no pair of the text: their reach, in characters.
_SQUARE = 40
_SQUARE_BEFORE, _SQUARE_BEHIND = lazy("[\\[［][^\\[\\]［］\n]*$"), lazy("[^\\[\\]［］\n]{1,40}[\\]］]")
#: What separates the pieces of a slogan.
_PIECES = lazy(f"[ \u3000{EXOTIC_SPACES}]+|[，。；：！？、…]")
#: What a sentence ends with, which a slogan hardly does.
_FINAL = frozenset("。！？…")
#: The next item of a list of slogans and the one before, in halves too: 、成果丰硕 继往开来.
_HALVES_BEHIND, _HALVES_BEFORE = (
    lazy(f"、{HAN_LETTER}+[ \u3000]{HAN_LETTER}"),
    lazy(f"{HAN_LETTER}[ \u3000]{HAN_LETTER}+、$"),
)
#: The pieces of a slogan of unequal ones are at least so long, in characters.
_PIECE = 2
#: The pieces of a slogan outside marks of its own are at least so long, in characters: 爱国救亡 励精图治.
_FOUR = 4
#: The halves of a headline are at least so long, in characters, and do not begin with words that lean on the others.
_HALF = 5
_LEANING = tuple("在于的到给向从对把被和与并也都就将却等是而又还了着过为以")
#: A particle that ends a question or exclamation, and the words that join a sentence to the one before.
_MODAL = frozenset("呢吗吧啊呀")
_JOINER = lazy(
    "其实|但是|然而|因此|所以|不过|此外|同时|另外|随着|为了|如果|因为|由于|虽然|尽管|据(?:了解|介绍|悉|报道)|与此同时|对此"
)
#: A time that opens a sentence behind a verb, and none behind the subject: 17日进行 今天…, but 代表团 今天抵达.
_TODAY = lazy("(?:今|昨|明|当)(?:天|日|晚|晨|年)|日前|近日|目前|上周|本周|本月")
_MODEL = lazy("[A-Za-z0-9]")
_RUN_IN = lazy("(?![0-9A-Za-z])[^，。；：！？、…\n \u3000]{4,20}[ \u3000][^ \u3000\n]{8}")
_NEXT_SPEAKER = lazy("[^，。；：！？“”\n \u3000]{1,4}：")
#: A document of so few lines, one of them so long (in characters), has lost its line ends.
_FEW_LINES, _LONG_LINE = 3, 400


def ends_in_credit(head: str) -> bool:
    """Return True if what stands before a space ends in a bracket that names who made it: （本报记者 …）."""
    return _ROLE_INSIDE.search(head) is not None


def sets_apart(document: Document, block: Block, start: int, end: int) -> bool:
    """Return True if spaces between Chinese characters, from ``start`` to ``end`` in a line of prose, are rightful."""
    view = document.view
    head, tail = view[block.start : start], view[end : block.end]
    piece, rest = _last_piece(head), _first_piece(tail)
    near = head[-_NEAR:]  # what ends with the head is found in it without reading a long line
    if (
        head.removesuffix(piece)[-1:] == "@"
        or is_label(head)
        or _is_marked(document, head)
        or _HEAD_BEFORE.search(near)
        or _CREDIT_BEHIND.match(tail)
    ):
        return True
    if _ROLE_BEFORE.search(near) and (names.is_common(rest) or names.is_chinese(rest)):
        return True
    if names.is_chinese(piece) and _ROLE_BEFORE.search(head[-_NEAR - len(piece) : -len(piece)].rstrip()):
        return True
    if len(head) <= _SPEAKER and _NAMED_SPEAKER.match(tail) and not _POINT.search(head):
        return True
    if _is_listed(view, block, start, end) or _HEAD_AHEAD.match(tail):
        return True
    if document.once(_lost_its_lines) and (
        "\u3000" in view[start:end] or head == piece or head[: -len(piece)][-1] in SENTENCE_END
    ):
        return True  # where lines are lost, headlines stand before sentences
    if end - start >= _BLANK and "\u3000" not in view[start:end]:
        return True
    if _HEAD_LINE.match(head) or (_TIME_BEHIND.match(tail) and _DATE_BEFORE.search(head)):
        return True
    if not (
        _is_field(view, block, start, end)
        or _SUBHEAD.match(head)
        or _is_slogan(document, block, start, end)
        or _is_name(head, piece)
        or (head.endswith(f"：{piece}") and _MODEL.match(tail, len(rest)))  # 新款：蓝魔 音悦汇T11
        or _is_half(head, piece, rest)
    ):
        return False
    if len(piece) == len(rest) >= _FOUR and piece[-2] == "之":
        return True  # “聚青春之力 促乡村振兴” does not cut 力促 in two
    word = straddle(head, tail)
    return word is None or not word.certain


def _is_marked(document: Document, head: str) -> bool:
    """Return True if a sign and a short name open the line, as they do another one: ▲汝阳区 …."""
    if head[0] not in _SIGNS or not _NAMED_ITEM.fullmatch(f"{head[1:]} "):
        return False
    return document.once(_signed_lines)[head[0]] > 1


def _signed_lines(document: Document) -> Counter[str]:
    """Return how many lines each sign opens with a short name behind it."""
    return Counter(
        line[0] for line in document.view.split("\n") if line and line[0] in _SIGNS and _NAMED_ITEM.match(line, 1)
    )


def lacks_mark(head: str, tail: str) -> bool:
    """Return True if the space stands where a sentence ends, and its mark is lost: 为什么用绣花鞋作道具呢 其实…."""
    if head[-1] in _MODAL or _JOINER.match(tail):
        return True
    return _TODAY.match(tail) is not None and tag(split_words(_last_piece(head))[-1]).startswith("v")


def opens_line(view: str, tail: str) -> bool:
    """Return True if a sub-headline with its text follows, or the next speaker of an interview."""
    if _RUN_IN.match(tail):
        return True
    speaker = _NEXT_SPEAKER.match(tail)
    return speaker is not None and view.count(speaker[0]) > 1


def is_padded(head: str, tail: str) -> bool:
    """Return True if a space sets a name of two characters to the width of three: a surname alone before it, one
    character behind.
    """
    piece, rest = _last_piece(head), _first_piece(tail)
    family = piece[-1:]
    alone = len(piece) == 1 or _ROLE_BEFORE.search(piece[:-1])
    return bool(alone) and family in names.COMMON and (len(rest) == 1 or rest[1:].startswith(_AFTER_NAME))


def is_phrase(document: Document, start: int, end: int) -> bool:
    """Return True if the spaces separate the pieces of a slogan or title (“守正道 开新局”), or the names and notes in a
    bracket.
    """
    view = document.view
    if document.inside(start, end, "title") or document.inside(start, end, "bracket"):
        return True
    if not document.inside(start, end, "quotation"):
        return _SQUARE_BEFORE.search(view, max(0, start - _SQUARE), start) is not None and (
            _SQUARE_BEHIND.match(view, end) is not None
        )
    # Each search goes only as far as the one before it found something.
    first, last = -1, len(view)
    for mark in OPENING:
        first = max(first, view.rfind(mark, first + 1, start))
    for mark in CLOSING:
        at = view.find(mark, end, last)
        last = at if at >= 0 else last
    inside = view[first + 1 : end if last == len(view) else last]
    sizes = {len(piece) for piece in _GAP.split(inside)}
    left, right = _PIECES.split(view[first + 1 : start])[-1], _PIECES.split(view[end:last], maxsplit=1)[0]
    if len(sizes) > 1 and min(len(left), len(right)) < _PIECE:
        return False
    # A speech has sentences; a slogan of two has pieces of one length.
    return _FINAL.isdisjoint(inside) or abs(len(left) - len(right)) <= 1


def _is_slogan(document: Document, block: Block, start: int, end: int) -> bool:
    """Return True if the spaces separate the pieces of a slogan, in marks of its own or in a list of slogans."""
    if is_phrase(document, start, end):
        return True
    view = document.view
    # Read from the space backwards: the line may be long.
    left, *others = [piece[::-1] for piece in _PIECES.split(view[block.start : start][::-1], maxsplit=2)]
    right = _PIECES.split(view[end : block.end], maxsplit=1)[0]
    if len(left) == len(right):
        # Three of one length are a list, two of four characters or more are a slogan.
        return len(left) >= _FOUR or (len(left) >= _PIECE and _spaced(view, block, start - len(left), end + len(right)))
    if len([*others, left][0]) == len(left) >= _FOUR and view[start - len(left) - 1] in _SPACES:
        return True  # behind a headline of two such pieces
    # 分为爱国救亡 励精图治、成果丰硕 继往开来两部分: the mark of the list closes one of the pieces.
    if len(right) >= _FOUR and len(left) > len(right) and _HALVES_BEHIND.match(view, end + len(right)):
        return _parts_at(left, len(left) - len(right))
    if len(left) >= _FOUR and len(right) > len(left) and _HALVES_BEFORE.search(view[block.start : start - len(left)]):
        return _parts_at(right, len(left))
    return False


def _is_name(head: str, piece: str) -> bool:
    """Return True if what stands before the space is a noun and nothing else: 新款：蓝魔 音悦汇，."""
    if not _PIECE <= len(piece) <= _FOUR or (len(head) > len(piece) and head[-len(piece) - 1].isalnum()):
        return False
    return split_words(piece) == [piece] and tag(piece).startswith("n")


def _is_half(head: str, piece: str, rest: str) -> bool:
    """Return True if the space may part the halves of a headline that stands first in its line."""
    if min(len(piece), len(rest)) < _HALF or head.removesuffix(piece).strip("●■◆▲★ "):
        return False
    return not rest.startswith(_LEANING)


def _spaced(view: str, block: Block, start: int, end: int) -> bool:
    """Return True if what lies from ``start`` to ``end`` has another space before or behind it in its line."""
    return (start > block.start and view[start - 1] in _SPACES) or (end < block.end and view[end] in _SPACES)


def _parts_at(text: str, at: int) -> bool:
    """Return True if a word of ``text`` ends at ``at``."""
    return any(stop == at for _, stop in segment(text))


def _is_field(view: str, block: Block, start: int, end: int) -> bool:
    """Return True if the name of a field stands before the spaces, first in its line or behind a wide gap."""
    name = _FIELD.search(view[max(block.start, start - _FOUR) : start])
    if name is None:
        return False
    first = start - len(name[0])
    return end - start > 1 if first == block.start else view[first - 2 : first].isspace()


def _is_listed(view: str, block: Block, start: int, end: int) -> bool:
    """Return True if the spaces separate names, of which there are three or more: 方明 田一川 鲁知微."""
    left, right = _last_piece(view[block.start : start]), _first_piece(view[end : block.end])
    begins = view[start - len(left) - 1] in _SPACES if start - len(left) > block.start else False
    ends = view[end + len(right) : end + len(right) + 1] in _SPACES
    if begins and names.is_chinese(left):
        return bool(names.surname(right))
    return ends and names.is_chinese(right) and any(names.is_chinese(left[-size:]) for size in (2, 3))


def _lost_its_lines(document: Document) -> bool:
    """Return True if a crawler or an editor ran the lines of the document together, headlines into paragraphs."""
    return len(document.blocks) <= _FEW_LINES and any(len(block.text) > _LONG_LINE for block in document.blocks)


def _last_piece(head: str) -> str:
    at = len(head)
    while at and is_han(head[at - 1]):
        at -= 1
    return head[at:]


def _first_piece(tail: str) -> str:
    at = 0
    while at < len(tail) and is_han(tail[at]):
        at += 1
    return tail[:at]
