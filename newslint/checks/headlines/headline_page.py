"""Headlines as parts of a page: too long, said again by the first line, said twice, without an article, marked by hand.

What is wrong inside a headline (a stray space, a full stop) is the business of ``headline``; whether the article bears
it out, of ``headline_body``.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.numerals import chinese_to_int
from newslint.document import Article, Document
from newslint.document.structure import Block, BlockKind
from newslint.finding import Edit
from newslint.patterns import lazy

#: A headline has at most this many characters between two spaces.
LONGEST = 26
#: A repeated headline has at least this many characters; shorter ones are names of columns.
_REPEATED = 6
#: How many lines below the headline may say it again.
_BELOW = 3
_LOOSE = lazy(r"[\s\u3000，。、；：！？…—·“”‘’《》（）【】\[\]|｜丨#]+")
#: Marks that close most lines, all of which ``_LOOSE`` takes.
_LOOSE_ENDS = "，。、；：！？…—·“”‘’《》 \u3000"
_GAPS = lazy("[ \u3000｜|丨]+")
_COLUMN = lazy(r"[【\[][^】\]]{1,12}[】\]]|^[^：]{1,10}：|\((?:图|视频)\)|（(?:图|视频|组图)）")

_COLUMN_ENDS = lazy(r"[】\]：)）]")

_HASHES = lazy(r"[ \t\u3000]*(#{1,6})(?=[^\s#])(?![^#\r\n]*#)")
_LABEL = lazy(
    r"[ \t\u3000]*(?:[【\[](?:主?标题|副标?题|引题|肩题|眉题|小标题|正文)[】\]]：?|(?:主?标题|副标题|引题|肩题|眉题|"
    r"主标)：)[ \t\u3000]*"
)
_LABELLED_LINES = 4

_HALF_DASH = lazy(
    f"(?:[—－–\u2015─]|一一|[-－]{{1,3}})(?![—－–\u2015─一-])(?=[ \u3000]?(?:{HAN_LETTER}|[“‘《]))[ \u3000]?"
)
_DASHES = frozenset("—－–\u2015─一-")
_SUBTITLE = lazy(
    "(?:写在|记|访|对话|专访|探访|走访|走进|来自|评|谈|论|读|献给|致|关于|从|——|[^，。]{2,30}(?:纪实|侧记|综述|述评|小记|记事|扫描|观察|见闻|之际))"
)

_SECOND_LINE = (BlockKind.HEADLINE, BlockKind.SUBHEADLINE, BlockKind.BODY, BlockKind.LIST)
_NO_STORY = (BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.SIGNATURE)

_SERIAL = lazy(
    r"(.*?)(?:[（(]([一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]|(?:系列(?:报道|评论)?|连载)?之([一二三四五六七八九十]{1,3}))\s*$"
)


class HeadlinePage:
    """Options: ``fault``, one of the keys of ``_FAULTS`` at the end of this module."""

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        fault = options.choice("fault", _FAULTS)
        self._find, self.gate = _FAULTS[fault], _GATES.get(fault, _has_headlines)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the headlines, or the parts of them, that this rule reports."""
        yield from self._find(document)


def _headlines(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind is BlockKind.HEADLINE]


def _bare(text: str) -> str:
    return _LOOSE.sub("", text)


def _without_column(text: str) -> str:
    # Few lines hold a mark that closes the name of a column, and the pattern asks at each character.
    return _COLUMN.sub("", text) if _COLUMN_ENDS.search(text) else text


def _too_long(document: Document) -> Iterator[Match]:
    for block in document.headlines:
        if len(block.text) <= LONGEST:
            continue
        piece = max(_GAPS.split(_COLUMN.sub(" ", block.text)), key=len)
        if len(piece) > LONGEST:
            yield Match(block.start, block.end, values={"count": len(piece)})


def _repeated_characters(document: Document) -> Iterator[Match]:
    """A line below the headline holds the same words and nothing else."""
    for article in document.articles:
        heads = _headlines(article)
        if not heads:
            continue
        last = article.blocks.index(heads[-1])
        told = {_bare(_without_column(heads[0].text)): heads[0]}
        told[_bare("".join(block.text for block in heads))] = heads[0]
        ends = {key[-1:] for key in told}
        for block in (*heads[1:], *article.blocks[last + 1 : last + 1 + _BELOW]):
            end = block.text.rstrip(_LOOSE_ENDS)[-1:]
            if end and end not in ends and block.text[-1] not in "】])）":
                continue
            key = _bare(_without_column(block.text))
            first = told.get(key)
            if first is not None and len(key) >= _REPEATED:
                related = ((first.start, first.end, "标题在这里"),)
                yield Match(block.start, block.end, edits=(_line(document, block),), related=related)


def _line(document: Document, block: Block) -> Edit:
    """Return the edit that takes out the line of ``block`` with its line end and the blank lines above it."""
    text = document.text
    start = document.line_starts[block.line - 1]
    end = block.end + len(text[block.end :]) - len(text[block.end :].lstrip(" \t\u3000"))
    while start and text[start - 1] in "\r\n":
        start -= 1
    return Edit(start, end, "")


def _said_twice(document: Document) -> Iterator[Match]:
    seen: dict[str, Article] = {}
    for article in document.articles:
        heads = _headlines(article)
        key = _bare("".join(block.text for block in heads))
        if len(key) < _REPEATED:
            continue
        first = seen.setdefault(key, article)
        # Where the articles are the same too, they are one article set twice, and another rule says so.
        if first is not article and _opening(first) != _opening(article):
            mate = _headlines(first)[0]
            yield Match(heads[0].start, heads[-1].end, related=((mate.start, mate.end, "同样的标题已用在这里"),))


def _opening(article: Article) -> str:
    return next((block.text for block in article.blocks if block.kind is BlockKind.BODY), "")


def _orphans(document: Document) -> Iterator[Match]:
    """An article of a page that has headlines and nothing else; a page of one article may be a mere headline."""
    articles = document.articles
    if len(articles) < 2:
        return
    for article in articles[1:]:  # the first heading of a page may be its name: 综合新闻
        heads = _headlines(article)
        if heads and all(block.kind in _NO_STORY for block in article.blocks):
            yield Match(heads[0].start, heads[-1].end)


def _residue(document: Document) -> Iterator[Match]:
    """Marks that say what a line is, and should not be printed: ##标题 and 【副题】."""
    view = document.view
    for block in document.blocks if "#" in view else ():
        start = document.line_starts[block.line - 1]
        # A heading that the format knows is not set by hand.
        if "#" in view[start : block.start] and not document.is_labelled(block):
            hashes = _HASHES.match(view, start)
            if hashes and block.end - hashes.start(1) <= 60:
                begin, end = hashes.span(1)
                yield Match(begin, end, edits=(Edit(begin, end, f"{hashes[1]} "),), values={"mark": hashes[1]})
    for article in document.articles:
        for block in article.blocks[:_LABELLED_LINES]:
            label = _LABEL.match(document.view, block.start)
            if label and label.end() < block.end:
                yield Match(block.start, label.end(), "", values={"mark": label.group().strip()})


def _half_dashes(document: Document) -> Iterator[Match]:
    """The second line of a headline begins with half a dash, or with two 一 in its place."""
    for article in document.articles:
        for above, block in zip(article.blocks, article.blocks[1:], strict=False):
            if above.kind is not BlockKind.HEADLINE or block.kind not in _SECOND_LINE or block.text[0] not in _DASHES:
                continue
            mark = _HALF_DASH.match(document.view, block.start)
            if mark is None or mark.group().strip() == "--" or len(block.text) > 45 or block.text.endswith("。"):
                continue
            if mark.group() != "一一" or _SUBTITLE.match(document.view, mark.end()):
                yield Match(block.start, mark.end(), "——")


def _serial_gaps(document: Document) -> Iterator[Match]:
    """Instalments that stand on one page, with one missing between them."""
    series: dict[str, list[tuple[int, Block]]] = {}
    for article in document.articles:
        for block in _headlines(article):
            found = _SERIAL.match(block.text)
            if found:
                number = chinese_to_int(found[2] or found[3])
                series.setdefault(_bare(found[1]), []).append((number, block))
    for parts in series.values():
        for (before, first), (after, block) in itertools.pairwise(parts):
            if after > before + 1:
                values = {"before": before, "after": after}
                yield Match(block.start, block.end, values=values, related=((first.start, first.end, "上一篇在这里"),))


def _has_headlines(document: Document) -> bool:
    return bool(document.headlines)


def _has_several_headlines(document: Document) -> bool:
    return len(document.headlines) > 1


def _has_several_articles(document: Document) -> bool:
    return len(document.articles) > 1 and bool(document.headlines)


def _has_marks(document: Document) -> bool:
    view = document.view
    return "#" in view or "【" in view or "[" in view or "题：" in view or "标：" in view


_GATES: dict[str, Callable[[Document], bool]] = {
    "said-twice": _has_several_articles,
    "orphan": _has_several_articles,
    "serial-gap": _has_several_headlines,
    "residue": _has_marks,
}
_FAULTS: dict[str, Callable[[Document], Iterator[Match]]] = {
    "length": _too_long,
    "said-again": _repeated_characters,
    "said-twice": _said_twice,
    "orphan": _orphans,
    "residue": _residue,
    "half-dash": _half_dashes,
    "serial-gap": _serial_gaps,
}
