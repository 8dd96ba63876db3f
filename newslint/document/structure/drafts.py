"""What one line of a page shows by itself: its kind if a format determines it, heading level, byline, and looks.

Newspaper copy has no markup, so what a line could be is seen from its length, its first characters and its last mark;
``blocks`` decides with the help of the neighbours. Offsets are code points of the document.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from newslint.chinese.names import is_chinese, is_common, unpadded
from newslint.document.bylines.byline_parts import Byline
from newslint.document.bylines.bylines import parse_opening, parse_signature
from newslint.document.structure.looks import (
    CAPTION_STARTS,
    CREDITED_LIMIT,
    MARKER_STARTS,
    has_gaps,
    is_caption,
    is_table_row,
    is_terminal,
    marker,
)
from newslint.patterns import lazy

#: The maximum length of a line of a headline, in code points; published main headlines are shorter.
HEADLINE_LIMIT = 45
#: Where the label of a column may begin behind a headline: …--某某要闻.
_LABELLED = range(1, HEADLINE_LIMIT + 1)
#: The maximum length of a sub-headline.
SUBHEADLINE_LIMIT = 26
#: The maximum length of a closing signature, such as a correspondent's name or a date below a letter.
SIGNATURE_LIMIT = 24
#: The maximum length of a line of verse.
VERSE_LIMIT = 20


class BlockKind(StrEnum):
    """What a line is; the values are the scopes in rules."""

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

    # The hash of an enum is written in Python, and kinds are looked up in sets for every line and every match.
    __hash__ = str.__hash__


class Label(NamedTuple):
    """What a format says about a line: its kind if known, where its text begins and ends, and its heading level.

    ``end`` is None if the text ends with the line; ``level`` is 0 if it is no heading. ``centred`` is True if the line
    is set in the middle, ``apart`` if no sentence goes on in it from above: it begins a text box, a cell, a note.
    """

    kind: BlockKind | None
    start: int
    end: int | None = None
    level: int = 0
    centred: bool = False
    apart: bool = False


class Line(NamedTuple):
    """A line of prose without the white space around it; ``label`` and ``level`` are what the format says about it.

    ``parted`` is True if there is a rule, a line of dashes or stars, above it.
    """

    number: int
    start: int
    end: int
    text: str
    label: BlockKind | None = None
    level: int = 0
    parted: bool = False


class Draft(NamedTuple):
    """A line before its neighbours are looked at: its text, heading level (0 for none) and the byline it opens with.

    ``terminal`` is True if it ends like a paragraph, ``plain`` if it is a paragraph whatever its neighbours are.
    """

    line: Line
    text: str
    level: int
    opening: Byline | None
    terminal: bool
    plain: bool = False


#: A heading as typed: ## 标题, also without the space; #话题# is a topic in social media.
_HASHES = lazy(r"(#{1,6})(?:[ \t\u3000]+|(?=[^\s#][^#]*$))(\S.*?)(?:[ \t\u3000]+#+)?$")
#: How many lines of a page are searched at once for signs of tables: one string of a large page would take as much
#: memory as the page.
_ASKED = 1_000
#: What a plain paragraph never begins with: a list marker, a caption, a note in brackets or a typed heading.
_PECULIAR_STARTS = MARKER_STARTS | CAPTION_STARTS | {"#"}
_LETTER = lazy(r"[^\W\d_]")
#: What may follow a byline that fills its line: no word except in brackets.
_REST = lazy(r"(?:[（(][^（）()]{1,12}[）)])?[\W\d_]*\Z")
#: The beginning of a sentence that the column cut: it opens like a sentence, or reports what somebody said.
_SENTENCE = lazy(
    r"(?:截至|截止|据|近日|日前|目前|今年|去年|随后|其中|同时|此外|会上|当天|当日|连日来|近年来|接下来|下一步|对此|为此|因此|与此同时)[^，]{0,8}，"
    r"|[^，]{2,12}(?:指出|强调|表示|介绍|认为|要求|告诉记者|说|称)，"
)
#: What continues a sentence and cannot begin one.
_CONTINUATION = lazy(r"[，。、；：！？”’」』）》〉】]|并(?!不|非|州|联|购|轨)|及(?!时|格|早|至)|[的们](?!确|士|哥|话)")


def draft_lines(lines: Sequence[Line]) -> list[Draft]:
    """Return what each of the ``lines`` of a page shows by itself."""
    # Few pages have tables, and searching a page is as fast as searching a line.
    texts = [line.text for line in lines]
    gapped = any(has_gaps("\n".join(texts[at : at + _ASKED])) for at in range(0, len(texts), _ASKED))
    return [_draft(line, gapped) for line in lines]


def _draft(line: Line, gapped: bool) -> Draft:
    """Return what ``line`` shows by itself; ``gapped`` is True if any line of the page may have cells of a table."""
    text = line.text
    if line.level:
        return Draft(line, text, line.level, None, False)
    if line.label is not None:
        return Draft(line, text, 0, None, is_terminal(text))
    first = text[:1]
    if first == "#" and (match := _HASHES.match(text)):
        start, end = match.span(2)
        line = line._replace(start=line.start + start, end=line.start + end, text=match[2])
        return Draft(line, match[2], len(match[1]), None, False)
    opening = parse_opening(text)
    stops = text[-1:] == "。"
    terminal = stops or is_terminal(text)
    # By its full stop and length it is no headline, credit or verse, and by its ends no caption, list or detail.
    plain = (
        terminal
        and first not in _PECULIAR_STARTS
        and len(text) > VERSE_LIMIT
        and (stops or ("。" in text and text[-1] not in "：；"))
        and not (gapped and is_table_row(text))
        and (len(text) > CREDITED_LIMIT or not is_caption(text))
        and (opening is None or not _fills(text, opening))
    )
    return Draft(line, text, 0, opening, terminal, plain)


def is_lead(draft: Draft) -> bool:
    """Return True if the line opens a story: 本报讯, a dateline, or another head before the news itself."""
    return draft.opening is not None and draft.opening.head is not None and draft.opening.kind != "relay"


def fills_line(draft: Draft) -> bool:
    """Return True if the line is a byline and nothing else: no word follows, except in brackets."""
    return draft.opening is not None and not draft.plain and _fills(draft.text, draft.opening)


def _fills(text: str, opening: Byline) -> bool:
    return _REST.match(text, opening.end) is not None


def is_credit(draft: Draft) -> bool:
    """Return True if the line only names who wrote, edited or published the article."""
    if draft.plain or draft.line.label is not None or draft.level:
        return False
    return fills_line(draft) or (len(draft.text) <= 60 and parse_signature(draft.text) is not None)


def is_author(draft: Draft) -> bool:
    """Return True if the line is only one person's name, as below the headline of an essay."""
    name = unpadded(draft.text.lstrip("□■○●◎ \u3000"))
    return draft.line.label is None and not draft.level and len(name) <= 4 and is_chinese(name) and is_common(name)


def could_be_headline(draft: Draft) -> bool:
    """Return True if an unmarked line looks like a headline: short, no full stop, list marker or caption."""
    text = draft.text
    return (
        (len(text) <= HEADLINE_LIMIT or (len(text) <= 2 * HEADLINE_LIMIT and text.rfind("--") in _LABELLED))
        and "。" not in text
        and draft.line.label is None
        and not draft.opening
        and not text.endswith(("；", "：", "，", "、"))
        and not is_table_row(text)
        and not marker(text)
        and not is_caption(text)
        and _LETTER.search(text) is not None
    )


def opens_headline(draft: Draft) -> bool:
    """Return True if the line could be the first of a headline and ends in a colon, like the kicker above a main
    headline.
    """
    return draft.text[-1:] == "：" and could_be_headline(draft._replace(text=draft.text[:-1]))


def is_titled_lead(draft: Draft) -> bool:
    """Return True if the line is a dateline followed by the headline: 某社北京4月18日电 题：…."""
    return is_lead(draft) and not draft.terminal and len(draft.text) <= 2 * HEADLINE_LIMIT and "题：" in draft.text


def is_cut(draft: Draft, below: Draft | None, broken_page: bool) -> bool:
    """Return True if a short line without a final mark is part of a sentence that the column cut, not a sub-headline.

    ``broken_page`` is True if other lines of the article are known to be cut.
    """
    text = draft.text
    if text.endswith(("，", "、", "；")) or text.count("“") != text.count("”") or text.count("（") != text.count("）"):
        return True
    if below is not None and below.line.label is None and _CONTINUATION.match(below.text):
        return True
    commas = text.count("，")
    return commas > 1 or "；" in text or (commas == 1 and (broken_page or "、" in text or bool(_SENTENCE.match(text))))
