"""Every space that is out of place in a document, each of one kind.

A space between Chinese characters is rightful in many places: in headlines and verse, between the names of a byline,
and where it sets something apart (``set_apart``). Every other space has one kind, so that one rule at most reports it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newslint.checks.spaces.gates import BODY, HEADS, TIGHT_BEFORE, TIGHT_BEHIND
from newslint.checks.spaces.set_apart import (
    SENTENCE_END,
    ends_in_credit,
    is_padded,
    is_phrase,
    lacks_mark,
    opens_line,
    sets_apart,
)
from newslint.chinese.characters import CLOSING, OPENING, STOPS, is_han
from newslint.chinese.invisible import EXOTIC_SPACES
from newslint.chinese.seam import straddle
from newslint.document import Document
from newslint.document.structure import Block, is_terminal
from newslint.document.structure.labels import is_label
from newslint.patterns import lazy

_MARKS = frozenset(STOPS + OPENING + CLOSING + "…—")
_SENTENCE_STOPS = frozenset("。！？”")
#: A line of prose is at least this long, in characters; the sub-headlines of unmarked text are shorter or have no full
#: stop.
_PROSE = 20
#: Characters on either side that may tell whether a space is rightful; in a longer line the rest is not looked at.
_FAR = 300
_FORM_FIELD = lazy("[^，。；：]{1,12}：")
_OUTER_CREDIT = lazy("图|摄|记者|供稿|来源|[文编][/／｜丨|：]|作者|通讯员|编辑|资料")
#: A caption's or an article's last words, those who made it, are at most so long, in characters.
_CREDIT = 28
#: What belongs in the place of a gap, by its kind, where that is not nothing.
_INSTEAD = {"paragraph": "\n\u3000\u3000", "several": " "}
#: So many half-width spaces in a line were the indent of a paragraph.
_INDENT = 4
_OPEN_TO_CLOSE = dict(zip(OPENING, CLOSING, strict=False))


class Gap(NamedTuple):
    """A run of spaces from ``start`` to ``end`` (code points), its kind, and what belongs in its place.

    The kinds are ``exotic``, with a space that no keyboard gives (U+00A0, U+2003); ``han``, between two Chinese
    characters of a sentence (奋战 在一线), ``wide``, the same with a full-width space, and ``clause``, the same where a
    mark is lost (为道具呢 其实…); ``mark``, beside a full-width mark (完成 。); ``paragraph``, the indent of a
    paragraph that lost its line break; ``padding``, in a name of two characters in running text (记者张 丽说);
    ``several``, other half-width spaces in a row.
    """

    start: int
    end: int
    kind: str
    instead: str


def find_gaps(document: Document) -> tuple[Gap, ...]:
    """Return every space that is out of place, in order."""
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
            # A line may be as long as the text: no more of it is looked at than may tell anything of the space.
            if end - block.start > _FAR or block.end - start > _FAR:
                block = block._replace(start=max(block.start, start - _FAR), end=min(block.end, end + _FAR))
            kind = _kind(document, block, start, end)
            if kind:
                found.append(Gap(start, end, kind, _INSTEAD.get(kind, "")))
    return tuple(found)


def _runs(view: str, spaces: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of ``spaces``: one search for each kind of space the document has is faster than one for all
    kinds.
    """
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
    """Return what a run of exotic spaces stood for: an indent, nothing at the end of a line or beside a mark, or a
    space.
    """
    before, after = view[start - 1 : start], view[end : end + 1]
    if before in "\r\n":
        return "\u3000\u3000" if end - start > 1 and after not in "\r\n" else ""
    if after in "\r\n":
        return ""
    if (before in "。！？”" and end - start > 1) or end - start >= _INDENT:
        return "\u3000\u3000"
    return "" if before in _MARKS or after in _MARKS else " "


def _kind(document: Document, block: Block, start: int, end: int) -> str:
    """Return the kind of the spaces from ``start`` to ``end``, which lie inside ``block``; "" if they are rightful."""
    view, text = document.view, document.text
    left, right = view[start - 1], view[end]
    if document.inside(start - 1, start, "byline") or document.inside(end, end + 1, "byline"):
        return ""
    if left in _MARKS or right in _MARKS:
        # Beside a half-width mark in Chinese the mark is the fault.
        folded = text[start - 1] != left or text[end] != right
        return "" if folded else _beside_mark(document, block, start, end)
    if is_han(left) and is_han(right):
        return _between_han(document, block, start, end)
    return "several" if end - start > 1 and block.kind in BODY and "\u3000" not in view[start:end] else ""


def _beside_mark(document: Document, block: Block, start: int, end: int) -> str:
    view = document.view
    left, right = view[start - 1], view[end]
    head, tail = view[block.start : start], view[end : block.end]
    if _OPEN_TO_CLOSE.get(left) == right or is_label(head):
        return ""  # a blank to fill in; the number of an item
    if (left == "—" and (len(head) <= 2 or right in "一二")) or (right == "—" and block.kind in HEADS):
        return ""
    if right in TIGHT_BEFORE or left in TIGHT_BEHIND:
        if left == "：" and _FORM_FIELD.match(tail):
            return ""
        foreign = right.isascii() and len(head) > 1 and head[-2].isascii()
        return "mark" if block.kind in BODY | HEADS and not foreign else ""
    if block.kind not in BODY:
        return ""
    if left in SENTENCE_END and view[start:end].count("\u3000") > 1:
        return "paragraph" if _is_prose(block) else ""
    if (len(tail) <= _CREDIT and _OUTER_CREDIT.search(tail)) or (left == "）" and ends_in_credit(head)):
        return ""
    if (left in "】］" and head[0] in "【［") or not _is_prose(block):
        return ""
    if left in CLOSING + OPENING and is_phrase(document, start, end):
        return ""
    return "paragraph" if left in _SENTENCE_STOPS and opens_line(view, tail) else "mark"


def _between_han(document: Document, block: Block, start: int, end: int) -> str:
    view = document.view
    if block.kind not in BODY:
        return ""
    if not _is_prose(block):
        # A line without a final mark has spaces where line ends were lost: only half a word proves that one is astray.
        word = straddle(view[block.start : start], view[end : block.end]) if _is_piece(document, block) else None
        return "han" if word is not None and word.certain else ""
    if view[start:end].count("\u3000") > 1:
        return "paragraph"
    if is_padded(view[block.start : start], view[end : block.end]):
        return "padding"
    if sets_apart(document, block, start, end):
        return ""
    if lacks_mark(view[block.start : start], view[end : block.end]):
        return "clause"
    return "wide" if "\u3000" in view[start:end] else "han"


def _is_prose(block: Block) -> bool:
    """Return True if the line is made of sentences, not a sub-headline, a row of names or a label."""
    return is_terminal(block.text) and _is_text(block.text)


def _is_piece(document: Document, block: Block) -> bool:
    """Return True if the line is a piece of running text that goes on in the next."""
    return _is_text(block.text) and document.block_index(block.start) not in document.standings


@lru_cache(maxsize=2)  # asked for every gap of a line, which may be as long as the text
def _is_text(line: str) -> bool:
    return len(line) >= _PROSE and any(mark in line for mark in "，。；")
