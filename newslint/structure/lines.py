"""What one line of a page shows by itself: its kind if a format tells it, its heading level, byline, and look.

Newspaper copy has no markup, so what a line could be is read from its length, its first characters and its last mark;
``structure`` decides with the help of the neighbours. Offsets are code points of the document.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from newslint.chinese.bylines import Byline, parse_opening, parse_signature
from newslint.chinese.names import is_chinese, is_common, unpadded
from newslint.patterns import lazy

#: A headline line is at most this long, in code points; published main headlines stay below.
HEADLINE_LIMIT = 45
#: A sub-headline is at most this long.
SUBHEADLINE_LIMIT = 26
#: A closing signature, such as a correspondent's name or a date below a letter, is at most this long.
SIGNATURE_LIMIT = 24
#: A caption is at most this long if its first words show it, and if the credit at its end does.
CAPTION_LIMIT = 120
CREDITED_LIMIT = 84


class BlockKind(StrEnum):
    """What a line is; the values are the scopes that a rule names."""

    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    BYLINE = "byline"
    BODY = "body"
    CAPTION = "caption"
    LIST = "list"
    VERSE = "verse"
    BLOCK_QUOTATION = "block-quotation"
    SIGNATURE = "signature"
    TABLE = "table"

    # That of an enumeration is written in Python; kinds are looked up in sets for every line and every match.
    __hash__ = str.__hash__


class Label(NamedTuple):
    """What a format says of a line: its kind if it tells, where the text proper begins and ends, its heading level.

    ``end`` is None where the text runs to the end of the line; ``level`` is 0 for what is no heading.
    """

    kind: BlockKind | None
    start: int
    end: int | None = None
    level: int = 0


class Line(NamedTuple):
    """A line of prose without the white space around it; ``label`` and ``level`` are what the format says of it.

    ``parted`` is whether a rule, a line of dashes or stars, stands above it.
    """

    number: int
    start: int
    end: int
    text: str
    label: BlockKind | None = None
    level: int = 0
    parted: bool = False


class Draft(NamedTuple):
    """A line before its neighbours are looked at: heading level (0 for none) and the byline it opens with."""

    line: Line
    level: int
    opening: Byline | None
    terminal: bool

    @property
    def text(self) -> str:
        """The text of the line."""
        return self.line.text


#: A heading as typed: ## 标题, also without the space; #话题# is a topic of social media.
_HASHES = lazy(r"(#{1,6})(?:[ \t\u3000]+|(?=[^\s#][^#]*$))(\S.*?)(?:[ \t\u3000]+#+)?$")
_TERMINAL = lazy(r"[。！？…；：:—][”’」』）》\ufffc]*[■●◆▲□★☆\u200b-\u200d]*$|[。！？][（(][^（）()]{1,40}[）)]$|[（(]完[）)]$")
_MARKER = lazy(
    r"(（[一二三四五六七八九十]{1,3}）)|([一二三四五六七八九十]{1,3}、)|([(（][0-9]{1,2}[)）]|[①-⑳])"
    r"|([0-9]{1,2}[.．、)）][ \t\u3000]*(?![0-9]))|([•·●◆◇■□○▪※☆★▶►][ \t\u3000]*|[-*+][ \t\u3000]+)"
)
_MARKER_STARTS = frozenset("（(一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳•·●◆◇■□○▪※☆★▶►-*+")
_CAPTION_HEAD = lazy(
    r"图为|图片为|图片[：:]|图片说明|资料图|题图|[上下左右][左右]?图|图[①-⑳一二三四五六七八九十0-9]|图[/／源]|[▲△▼▽↑↓←→]|注[：:]"
)
_CAPTION_STARTS = frozenset("图资题上下左右▲△▼▽↑↓←→注")
_CAPTION_TAIL = lazy(r"(?:摄|供图|制图|资料图片|视频截图|[图片][源自转来][于自]?[^，。；]{2,16})[）)]?。?$")
_TABLE = lazy(r"\S.*\t|\S+(?:[ \u3000]{2,}\S+){2,}$|[|│┃].*[|│┃]|[^│┃]+[│┃].*[│┃]")
#: The last characters of a line that ``_TERMINAL`` always takes, and those of the lines that it has to be asked about.
_FINAL = frozenset("。！？…；：:—")
_PERHAPS_FINAL = frozenset("”’」』）》)\ufffc■●◆▲□★☆\u200b\u200c\u200d\n")
#: How far from the end of a line the marks and credits reach that close it.
_TAIL = 48
_CLOSING = lazy(r"[（(](?:作者|本文|本报|记者|来源|编辑|供稿|通讯员|系列)[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]$|(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})年[0-9一二三四五六七八九十]{1,2}月(?:[0-9一二三四五六七八九十]{1,3}日)?$")
_INNER = lazy(r"[，。；：！？].")
_WORD = lazy(r"[\u3400-\u9fffA-Za-z]")
#: A line cut by the column: it opens as a sentence does, or reports what somebody said.
_SENTENCE = lazy(
    r"(?:截至|截止|据|近日|日前|目前|今年|去年|随后|其中|同时|此外|会上|当天|当日|连日来|近年来|接下来|下一步|对此|为此|因此|与此同时)[^，]{0,8}，"
    r"|[^，]{2,12}(?:指出|强调|表示|介绍|认为|要求|告诉记者|说|称)，"
)
#: What continues a sentence and cannot begin one.
_CONTINUATION = lazy(r"[，。、；：！？”’」』）》〉】]|并(?!不|非|州|联|购|轨)|及(?!时|格|早|至)|[的们](?!确|士|哥|话)")


def draft(line: Line) -> Draft:
    """Read what ``line`` shows by itself."""
    if line.level:
        return Draft(line, line.level, None, False)
    match = _HASHES.match(line.text) if line.label is None and line.text[:1] == "#" else None
    if match:
        start, end = match.span(2)
        line = line._replace(start=line.start + start, end=line.start + end, text=match[2])
        return Draft(line, len(match[1]), None, False)
    return Draft(line, 0, parse_opening(line.text) if line.label is None else None, is_terminal(line.text))


def is_terminal(text: str) -> bool:
    """Whether ``text`` ends as a complete paragraph, list introduction or clause of a list does."""
    last = text[-1:]
    if last in _FINAL:
        return True
    return last in _PERHAPS_FINAL and _TERMINAL.search(text, max(0, len(text) - _TAIL)) is not None


def marker(text: str) -> int:
    """Return which kind of list marker ``text`` begins with, from 1; 0 for none."""
    match = _MARKER.match(text) if text[:1] in _MARKER_STARTS else None
    return match.lastindex or 0 if match else 0


def is_lead(draft: Draft) -> bool:
    """Whether the line opens a story: 本报讯, a dateline, or another head before the news itself."""
    return draft.opening is not None and draft.opening.head is not None and draft.opening.kind != "relay"


def fills_line(draft: Draft) -> bool:
    """Whether the line is a byline and nothing else: no word follows but one in brackets."""
    if draft.opening is None:
        return False
    rest = draft.text[draft.opening.end :]
    return not _WORD.search(re.sub(r"^[（(][^（）()]{1,12}[）)]", "", rest))


def is_credit(draft: Draft) -> bool:
    """Whether the line names who wrote, edited or published the article, and does nothing else."""
    if draft.line.label is not None or draft.level:
        return False
    return fills_line(draft) or (len(draft.text) <= 60 and parse_signature(draft.text) is not None)


def has_inner_mark(text: str) -> bool:
    """Whether a point mark parts ``text`` before its end."""
    return _INNER.search(text) is not None


def is_author(draft: Draft) -> bool:
    """Whether the line is one person's name and nothing else, as it stands below the headline of an essay."""
    name = unpadded(draft.text.lstrip("□■○●◎ \u3000"))
    return draft.line.label is None and not draft.level and len(name) <= 4 and is_chinese(name) and is_common(name)


def could_be_headline(draft: Draft) -> bool:
    """Whether an unmarked line looks like a headline: short, no full stop, no list marker, no caption."""
    text = draft.text
    return (
        draft.line.label is None
        and not draft.opening
        and len(text) <= HEADLINE_LIMIT
        and "。" not in text
        and not text.endswith(("；", "：", "，", "、"))
        and not is_table_row(text)
        and not marker(text)
        and not is_caption(text)
        and _WORD.search(text) is not None
    )


def is_caption(text: str) -> bool:
    """Whether the first words or the credit at the end show that ``text`` stands below a picture or a chart."""
    if len(text) > CAPTION_LIMIT:
        return False
    if 2 < len(text) <= CREDITED_LIMIT and ("图" in text or "摄" in text or "片" in text):
        if _CAPTION_TAIL.search(text, max(2, len(text) - _TAIL)):
            return True
    return text[:1] in _CAPTION_STARTS and _CAPTION_HEAD.match(text) is not None


def is_table_row(text: str) -> bool:
    """Whether tabs, bars or wide gaps part ``text`` into cells."""
    # Most lines have none of these, and asking so costs less than a pattern.
    gapped = "\t" in text or "  " in text or "\u3000" in text or "|" in text or "│" in text or "┃" in text
    return gapped and _TABLE.match(text) is not None


def is_closing(text: str) -> bool:
    """Whether ``text`` can only stand at the end of an article: a date, or who wrote it, in brackets."""
    return _CLOSING.match(text) is not None


def opens_headline(draft: Draft) -> bool:
    """Whether the line could be the first of a headline and ends in a colon, as the words above a main headline may."""
    return draft.text.endswith("：") and could_be_headline(draft._replace(line=draft.line._replace(text=draft.text[:-1])))


def is_titled_lead(draft: Draft) -> bool:
    """Whether the line is a dateline with the headline behind it: 某社北京4月18日电 题：…."""
    return is_lead(draft) and not draft.terminal and len(draft.text) <= 2 * HEADLINE_LIMIT and "题：" in draft.text


def is_cut(draft: Draft, below: Draft | None, broken_page: bool) -> bool:
    """Whether a short line without a final mark is part of a sentence that the column cut, not a sub-headline.

    ``broken_page`` is whether other lines of the article are known to be cut.
    """
    text = draft.text
    if text.endswith(("，", "、", "；")) or text.count("“") != text.count("”") or text.count("（") != text.count("）"):
        return True
    if below is not None and below.line.label is None and _CONTINUATION.match(below.text):
        return True
    commas = text.count("，")
    return commas > 1 or "；" in text or (commas == 1 and (broken_page or "、" in text or bool(_SENTENCE.match(text))))
