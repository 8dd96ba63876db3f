"""Headlines as parts of a page: repeated by the first line, used twice, without an article, out of series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from newslint.checks.check import Match, Place, StructureCheck
from newslint.checks.gates import has_headlines
from newslint.checks.headlines.gates import has_headed_articles, has_several_headlines
from newslint.checks.headlines.line import COLUMN
from newslint.checks.registry import Declared
from newslint.chinese.numerals import chinese_to_int
from newslint.document import Article, Document
from newslint.document.structure import Block, BlockKind
from newslint.finding import Edit
from newslint.patterns import lazy

#: A repeated headline has at least this many characters; shorter ones are names of columns.
_REPEATED = 6
#: How many lines below the headline may say it again.
_BELOW = 3
_LOOSE = lazy(r"[\s\u3000，。、；：！？…—·“”‘’《》（）【】\[\]|｜丨#]+")
#: Marks that close most lines, all of which ``_LOOSE`` takes.
_LOOSE_ENDS = "，。、；：！？…—·“”‘’《》 \u3000"
_COLUMN_ENDS = frozenset("】]：)）")
_DATELINE = lazy(r"[0-9]日[电讯](?:（[^）]*）)?$")
_NO_STORY = (BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.SIGNATURE)

_SERIAL_SIGNS = ("）", ")", *("之" + numeral for numeral in "一二三四五六七八九十"))
_SERIAL = lazy(
    r"(.*?)(?:[（(]([一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)]|(?:系列(?:报道|评论)?|连载)?之([一二三四五六七八九十]{1,3}))\s*$"
)


def repeated_headlines(document: Document) -> Iterator[Match]:
    """Yield the lines below a headline that hold the same words and nothing else."""
    for article in document.articles:
        heads = _headlines(article)
        if not heads:
            continue
        end_of_heads = article.blocks.index(heads[-1])
        told = {_bare(_without_column(heads[0].text)): heads[0]}
        told[_bare("".join(block.text for block in heads))] = heads[0]
        ends = {key[-1:] for key in told}
        for block in (*heads[1:], *article.blocks[end_of_heads + 1 : end_of_heads + 1 + _BELOW]):
            end = block.text.rstrip(_LOOSE_ENDS)[-1:]
            if end and end not in ends and block.text[-1] not in "】])）":
                continue
            key = _bare(_without_column(block.text))
            first = told.get(key)
            if first is None or len(key) < _REPEATED:
                continue
            index = article.blocks.index(block)
            above = article.blocks[index - 1]
            # Below a dateline is the title of the letter or list that is printed there.
            if _DATELINE.search(above.text):
                continue
            related = (Place(first.start, first.end, "headline"),)
            # With a kicker between the two, the first may be the one too many.
            last = first if len(key) == len(_bare(_without_column(first.text))) else heads[-1]
            edits = (_line(document, block),) if above is last else ()
            yield Match(block.start, block.end, edits=edits, related=related)


def duplicate_headlines(document: Document) -> Iterator[Match]:
    """Yield the headlines that another article of the page has, too."""
    seen: dict[str, Article] = {}
    for article in document.articles:
        heads = _headlines(article)
        key = _bare("".join(block.text for block in heads))
        if len(key) < _REPEATED:
            continue
        first = seen.setdefault(key, article)
        # Equal articles are one article set twice, which another rule reports.
        if first is not article and _opening(first) != _opening(article):
            mate = _headlines(first)[0]
            yield Match(heads[0].start, heads[-1].end, related=(Place(mate.start, mate.end, "first"),))


def orphans(document: Document) -> Iterator[Match]:
    """Yield the headlines of a page without an article; a page of one article may be a mere headline."""
    articles = document.articles
    if len(articles) < 2:
        return
    for article in articles[1:]:  # the first heading of a page may be its name: 综合新闻
        heads = _headlines(article)
        if heads and all(block.kind in _NO_STORY for block in article.blocks):
            yield Match(heads[0].start, heads[-1].end)


def serial_gaps(document: Document) -> Iterator[Match]:
    """Yield the headlines of a series whose instalments on the page skip a number."""
    series: dict[str, list[tuple[int, Block]]] = {}
    for article in document.articles:
        for block in _headlines(article):
            numbered = any(sign in block.text for sign in _SERIAL_SIGNS)
            found = _SERIAL.match(block.text) if numbered else None
            if found:
                number = chinese_to_int(found[2] or found[3])
                series.setdefault(_bare(found[1]), []).append((number, block))
    for parts in series.values():
        for (before, first), (after, block) in pairwise(parts):
            if after > before + 1:
                values = {"before": before, "after": after}
                yield Match(block.start, block.end, values=values, related=(Place(first.start, first.end, "previous"),))


def _headlines(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind is BlockKind.HEADLINE]


def _bare(text: str) -> str:
    return "".join(_LOOSE.split(text))


def _without_column(text: str) -> str:
    # Few lines hold a mark that closes the name of a column, and the pattern asks at each character.
    return text if _COLUMN_ENDS.isdisjoint(text) else COLUMN.sub("", text)


def _line(document: Document, block: Block) -> Edit:
    """Return the edit that removes the line of ``block`` with its line end and the blank lines above it."""
    text = document.text
    start = document.line_starts[block.line - 1]
    end = block.end + len(text[block.end :]) - len(text[block.end :].lstrip(" \t\u3000"))
    while start and text[start - 1] in "\r\n":
        start -= 1
    return Edit(start, end, "")


def _opening(article: Article) -> str:
    return next((block.text for block in article.blocks if block.kind is BlockKind.BODY), "")


CHECKS: Mapping[str, Declared] = {
    "duplicate": StructureCheck(duplicate_headlines, gate=has_headed_articles, messages=("first",)),
    "orphan": StructureCheck(orphans, gate=has_headed_articles),
    "repeated": StructureCheck(repeated_headlines, gate=has_headlines, messages=("headline",)),
    "serial-gap": StructureCheck(
        serial_gaps, gate=has_several_headlines, values=("before", "after"), messages=("previous",)
    ),
}
