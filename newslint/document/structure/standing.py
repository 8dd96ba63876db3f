"""What a line that ends no sentence is in its article: a piece of running text, or a line that is whole as it is.

Headlines and summaries, sub-headlines, section marks, dates, document numbers, items, pull quotes and credits end
without a mark by custom. Only running text can be broken, and only running text lacks a stop.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from itertools import groupby, pairwise

from newslint.document.structure.blocks import Block
from newslint.document.structure.credits import is_credited
from newslint.document.structure.drafts import HEADLINE_LIMIT, BlockKind
from newslint.document.structure.labels import is_mark
from newslint.document.structure.looks import is_terminal, marker
from newslint.patterns import lazy


class Standing(StrEnum):
    """What a line without a final mark is in its article."""

    #: A paragraph, or a piece of one.
    TEXT = "text"
    #: A line above the first paragraph: headline, kicker, summary, author, source.
    HEAD = "head"
    #: A section mark, date or number of a document by itself.
    MARK = "mark"
    #: A sub-headline or pull quote between complete paragraphs.
    LABEL = "label"
    #: One of several lines of one form.
    ITEM = "item"
    #: A line with a credit, a link or a desk code at its end.
    CREDITED = "credited"


#: A line from this length on is no sub-headline by its length alone.
LONG = 30
#: A sub-headline has at most this many characters.
_LONGEST_LABEL = 45
#: A line with so much text behind its byline begins the story.
_FOLLOWS = 12
#: How many lines of an article are searched for on the page, and how long they are at least.
_SEARCHED, _LEAST_REPEATED = 20, 10
#: Sub-headlines of one form differ in length by no more than this share of the longer one.
_ALIKE = 0.35
_SENTENCE_END = lazy(r"[。！？…][”’」』）》)]*$")
#: What opens a sentence of running text, not a sub-headline.
_OPENS_SENTENCE = lazy(
    r"截至|(?:截止|另?据|近日|日前|目前|今年|去年|[昨今当][天日晚]|随后|其中|同时|此外|会上|连日来|近年来|接下来|下一步|对此|为此"
    r"|因此|与此同时|经查|事实上|除此之外|另外|据了解|值得注意的是|其间|[^，：]{0,4}期间|(?:当地时间|北京时间)?[0-9]{1,4}年?[0-9]*月?[0-9]*日|[0-9]{4}年[0-9]{0,2}月?以来|[0-9]{4}年[0-9]{1,2}月)[^，]{0,10}，"
    r"|(?:另?据|根据|按照)[^，：]{2,24}，"
    r"|(?:[^，：]{1,24}，)?[^，：]{1,30}(?<!怎么)(?<!怎样)(?<!如何)(?:指出|提出|强调|表示|介绍|认为|要求|告诉记者|透露|坦言|回忆|提醒|说|称)[，：]"
    r"|[^，：]{2,24}显示，"
    r"|[^，：]{0,12}记者[^，：]{0,10}(?:从|在|获悉|了解)"
)
_HEADED = lazy(r"([^，。：；！？“”]{1,16})(?<!消息)(?<!报道)：.")
_YEAR = lazy(r"(?:[0-9]{4}年?|[0-9]{1,2}月(?:[0-9]{1,2}日)?|[0-9]{1,2}[:：][0-9]{2})[^，。]{0,3}[：，—\- \u3000]")
#: Numbers of items, the dot in either reading: 三.白菜 is read as 三。白菜.
_NUMBERED = lazy(r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[，,.．、。]")
#: What only stands behind a number.
_COUNTED = lazy(
    "代[后初末中以，、的]|年(?:左右|[的代来间]|[0-9]{1,2}月)|月(?:[0-9]{1,2}日|[上中下]旬)|日(?:[，电讯]|消息)|[%％‰℃]|万[人元吨亩]|0[0-9]{2}"
)
_OPEN_COMMA = ("，", "、")
#: 三.白菜 is read as 三。白菜: in the first characters of a line a stop may belong to its number.
_MARKER_REACH = 4


def standings_of(
    blocks: Sequence[Block], open_lines: Sequence[int], count: Callable[[str], int]
) -> Mapping[int, Standing]:
    """Return what each of the ``open_lines`` (indices of ``blocks`` that end no sentence) is, TEXT left out.

    ``count`` tells how often a piece of text occurs on the page.
    """
    found: dict[int, Standing] = {}
    for _, members in groupby(open_lines, key=lambda index: blocks[index].article):
        lines = list(members)
        article = blocks[lines[0]].article
        first = lines[0]
        while first and blocks[first - 1].article == article:
            first -= 1
        begin = _story_start(blocks, first)
        for index in lines:
            block = blocks[index]
            if is_mark(block.text) and not _interrupts(blocks, index, found) and not _counts(blocks, index):
                found[index] = Standing.MARK
            elif index < begin and block.kind is BlockKind.HEADLINE and not block.text.endswith(_OPEN_COMMA):
                found[index] = Standing.HEAD
            elif is_credited(block.text):
                found[index] = Standing.CREDITED
            elif index < begin and not block.text.endswith(_OPEN_COMMA):
                found[index] = Standing.HEAD
        rest = [index for index in lines if index not in found]
        _mark_items(blocks, rest, found)
        for index in rest:
            if index not in found and (_is_label(blocks, index, found) or _is_quoted(blocks[index].text)):
                found[index] = Standing.LABEL
        # Searching a page for each line of a long list would take the square of its length.
        for index in [index for index in rest if index not in found][:_SEARCHED]:
            if _is_repeated(blocks[index].text, count):
                found[index] = Standing.LABEL
    return found


def reads_as_sentence(text: str) -> bool:
    """Return True if ``text`` holds a whole sentence or opens as one of running text does."""
    return "。" in text[_MARKER_REACH:-1] or opens_sentence(text)


def opens_sentence(text: str) -> bool:
    """Return True if ``text`` opens as a sentence of running text does, and no sub-headline: 截至目前，, 某某说，."""
    return _OPENS_SENTENCE.match(text) is not None


def opens_story(block: Block) -> bool:
    """Return True if the line opens with 本报讯, a dateline or （记者 某某）, and the story follows."""
    byline = block.byline
    if byline is None or "题：" in block.text:
        return False
    # 据某社北京11月5日电 and （记者 某某） alone name where the story comes from, and who wrote it.
    follows = len(block.text) >= byline.end + _FOLLOWS
    if byline.head is None:
        return follows and block.text[0] == "（"
    return follows or byline.kind != "relay"


def _story_start(blocks: Sequence[Block], first: int) -> int:
    """Return the index of the first paragraph of the article that begins at ``first``."""
    article = blocks[first].article
    index = first
    while index < len(blocks) and blocks[index].article == article and not _tells(blocks[index]):
        # Longer than any headline, the first line of a page is its first paragraph.
        if index == first and len(blocks[index].text) > HEADLINE_LIMIT and "，" in blocks[index].text:
            break
        index += 1
    return index


def _tells(block: Block) -> bool:
    """Return True if a story has begun with this line: it holds the end of a sentence or opens with 本报讯."""
    if block.kind in (BlockKind.BYLINE, BlockKind.CAPTION):
        return False
    if opens_story(block):
        return True
    if block.kind is BlockKind.HEADLINE:
        return False
    return "。" in block.text or (block.kind is BlockKind.BODY and _SENTENCE_END.search(block.text) is not None)


def _interrupts(blocks: Sequence[Block], index: int, found: Mapping[int, Standing]) -> bool:
    """Return True if the line above ``index`` is running text that has not ended: then this line may go on there."""
    if not index or blocks[index - 1].article != blocks[index].article:
        return False
    above = blocks[index - 1]
    whole = is_terminal(above.text) or (index - 1) in found
    return not whole and len(above.text) >= LONG and "，" in above.text


def _counts(blocks: Sequence[Block], index: int) -> bool:
    """Return True if the line below begins with what a number counts and nothing else begins with: 1900|年左右."""
    return index + 1 < len(blocks) and _COUNTED.match(blocks[index + 1].text) is not None


def _mark_items(blocks: Sequence[Block], lines: Sequence[int], found: dict[int, Standing]) -> None:
    """Mark lines without a sentence inside that are of one form: 甲：…, 乙：…; 1957年：…, 1965年：…."""
    forms: dict[str, list[int]] = defaultdict(list)
    for index in lines:
        text = blocks[index].text
        form = _form(text) if "。" not in text[_MARKER_REACH:] and not text.endswith(_OPEN_COMMA) else ""
        if form:
            forms[form].append(index)
    for form, members in forms.items():
        if len(members) > 1 and (form != "headed" or _differ([blocks[index].text for index in members])):
            found.update(dict.fromkeys(members, Standing.ITEM))
    loose = [
        index
        for index in lines
        if index not in found and _could_be_label(blocks[index].text) and _between_paragraphs(blocks, index, found)
    ]
    loose.sort(key=lambda index: len(blocks[index].text))
    for shorter, longer in pairwise(loose):
        if len(blocks[shorter].text) >= (1 - _ALIKE) * len(blocks[longer].text):
            found[shorter] = found[longer] = Standing.ITEM


def _form(text: str) -> str:
    if kind := marker(text):
        return f"marker {kind}"
    if _NUMBERED.match(text):
        return "numbered"
    if _YEAR.match(text):
        return "dated"
    if text[0] == "“" and text[-1] == "”" and text.count("“") == 1:
        return "quoted"
    if not text[0].isalnum() and text[0] not in "“《（‘":
        return f"sign {text[0]}"
    return "headed" if _HEADED.match(text) and not _OPENS_SENTENCE.match(text) else ""


def _differ(texts: Sequence[str]) -> bool:
    """Return True if what stands before the colons differs: items do, the speakers of an interview do not."""
    return len({text[: text.index("：")] for text in texts}) == len(texts)


def _could_be_label(text: str) -> bool:
    if text.count("“") != text.count("”") or text.count("（") != text.count("）"):
        return False
    return len(text) <= _LONGEST_LABEL and not reads_as_sentence(text) and not text.endswith(_OPEN_COMMA)


def _is_label(blocks: Sequence[Block], index: int, found: Mapping[int, Standing]) -> bool:
    text = blocks[index].text
    return len(text) < LONG and _could_be_label(text) and _between_paragraphs(blocks, index, found)


def _between_paragraphs(blocks: Sequence[Block], index: int, found: Mapping[int, Standing]) -> bool:
    """Return True if the line stands by itself: what is above it is complete, and below it there is a paragraph."""
    article = blocks[index].article
    # The first line of an article has no paragraph above it, and may be the first piece of a cut sentence.
    if not index or blocks[index - 1].article != article:
        return False
    if not is_terminal(blocks[index - 1].text) and (index - 1) not in found:
        return False
    return index + 1 < len(blocks) and blocks[index + 1].article == article


def _is_quoted(text: str) -> bool:
    """Return True if the line is one quotation."""
    return text[0] == "“" and text[-1] == "”" and text.find("”") == len(text) - 1


def _is_repeated(text: str, count: Callable[[str], int]) -> bool:
    """Return True if the line says what the page says elsewhere, as a pull quote does."""
    return _LEAST_REPEATED <= len(text) <= 2 * _LONGEST_LABEL and count(text.strip("“”")) > 1
