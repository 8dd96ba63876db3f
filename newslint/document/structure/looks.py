"""What the text of one line looks like: final mark, list marker, caption, table row, closing note.

The cheapest test comes first: most lines of a newspaper are paragraphs that end in a full stop.
"""

from __future__ import annotations

from newslint.patterns import lazy

#: The maximum length of a caption that its first words show, and of one that the credit at its end shows.
CAPTION_LIMIT = 120
CREDITED_LIMIT = 84

_TERMINAL = lazy(
    r"[。！？…；：:—][ ]?[”’」』）》\ufffc]*[■●◆▲□★☆\u200b-\u200d]*$"
    r"|[。！？][”’」』]*(?:[（(][^（）()]{1,40}[）)])+$|[（(]完[）)]$"
)
_MARKER = lazy(
    r"(（[一二三四五六七八九十]{1,3}）)|([一二三四五六七八九十]{1,3}、)|([(（][0-9]{1,2}[)）]|[①-⑳])"
    r"|([0-9]{1,2}[.．、)）][ \t\u3000]*(?![0-9]))|([•·●◆◇■□○▪※☆★▶►][ \t\u3000]*|[-*+][ \t\u3000]+)"
)
#: The first characters of all list markers, and of captions that their first words show.
MARKER_STARTS = frozenset("（(一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳•·●◆◇■□○▪※☆★▶►-*+")
_CAPTION_HEAD = lazy(
    r"图为|图片为|图片[：:]|图片说明|资料图|题图|[上下左右][左右]?图|图[①-⑳一二三四五六七八九十0-9]|图[/／源]|[▲△▼▽↑↓←→]|注[：:]"
)
CAPTION_STARTS = frozenset("图资题上下左右▲△▼▽↑↓←→注")
_CAPTION_TAIL = lazy(r"(?:摄|供图|制图|资料图片|视频截图|[图片][源自转来][于自]?[^，。；]{2,16})[）)]?。?$")
_TABLE = lazy(r"\S.*\t|\S+(?:[ \u3000]{2,}\S+){2,}$|[|│┃].*[|│┃]|[^│┃]+[│┃].*[│┃]")
#: The last characters of lines that ``_TERMINAL`` always matches, and of lines that it may match.
_FINAL = frozenset("。！？…；：:—")
_PERHAPS_FINAL = frozenset("”’」』）》)\ufffc■●◆▲□★☆\u200b\u200c\u200d\n")
#: How many characters at the end of a line the closing marks and credits take at most.
_TAIL = 48
_CLOSING = lazy(
    r"[（(](?:作者|本文|本报|记者|来源|编辑|供稿|通讯员|系列)[^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]$|(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})年[0-9一二三四五六七八九十]{1,2}月(?:[0-9一二三四五六七八九十]{1,3}日)?$"
)
_CLOSING_ENDS = frozenset("）)月日\n")
#: — 3 —, 第3页, 3/12; 云岭晚报　2026年4月18日　星期六　第3版.
_FURNITURE = lazy(
    r"[—–－-]{1,2} ?[0-9]{1,4} ?[—–－-]{1,2}$|第? ?[0-9]{1,4} ?页(?:[ ，/]*共 ?[0-9]{1,4} ?页)?$"
    r"|[0-9]{1,4} ?/ ?[0-9]{1,4}$"
    r"|(?=.*[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)(?=.*(?:[0-9] ?版|星期[一二三四五六日]))[^，。；！？]{12,60}$"
)
_FURNITURE_LIMIT = 60
_FURNITURE_ENDS = frozenset("0123456789—–－-页版一二三四五六日")
_INNER = lazy(r"[，。；：！？].")


def is_terminal(text: str) -> bool:
    """Return True if ``text`` ends like a complete paragraph, the introduction of a list or a clause in one."""
    last = text[-1:]
    if last in _FINAL:
        return True
    return last in _PERHAPS_FINAL and _TERMINAL.search(text, max(0, len(text) - _TAIL)) is not None


def marker(text: str) -> int:
    """Return which kind of list marker ``text`` begins with, from 1; 0 for none."""
    match = _MARKER.match(text) if text[:1] in MARKER_STARTS else None
    return match.lastindex or 0 if match else 0


def has_inner_mark(text: str) -> bool:
    """Return True if there is a point mark in ``text`` before its end."""
    return _INNER.search(text) is not None


def is_caption(text: str) -> bool:
    """Return True if the first words or the credit at the end show that ``text`` is a caption."""
    if len(text) > CAPTION_LIMIT:
        return False
    may_be_credited = 2 < len(text) <= CREDITED_LIMIT and ("图" in text or "摄" in text or "片" in text)
    if may_be_credited and _CAPTION_TAIL.search(text, max(2, len(text) - _TAIL)):
        return True
    if text[:1] not in CAPTION_STARTS or not ("图" in text[:3] or text[0] in "▲△▼▽↑↓←→注"):
        return False
    return _CAPTION_HEAD.match(text) is not None


def is_table_row(text: str) -> bool:
    """Return True if tabs, bars or wide gaps separate ``text`` into cells."""
    return has_gaps(text) and _TABLE.match(text) is not None


def has_gaps(text: str) -> bool:
    """Return True if ``text`` contains what may separate the cells of a table."""
    # Most lines have none of these, and this test is cheaper than a pattern.
    return "\t" in text or "  " in text or "\u3000" in text or "|" in text or "│" in text or "┃" in text


def is_page_furniture(text: str) -> bool:
    """Return True if ``text`` is a page number or a running head with the date of issue."""
    return len(text) <= _FURNITURE_LIMIT and text[-1] in _FURNITURE_ENDS and _FURNITURE.match(text) is not None


def is_closing(text: str) -> bool:
    """Return True if ``text`` can only be at the end of an article: a date, or its author, in brackets."""
    return text[-1:] in _CLOSING_ENDS and _CLOSING.match(text) is not None
