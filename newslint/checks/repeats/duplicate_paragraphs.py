"""Paragraphs, word for word or nearly so, and whole articles that a page has twice.

The paragraphs of a repeated article are no faults of their own. Sizes are in characters.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newslint.checks.check import Match, Place, StructureCheck
from newslint.checks.registry import Declared
from newslint.checks.repeats.gates import (
    NEAR_PARAGRAPH,
    NEAR_REPEATED,
    NEAR_SHARE,
    NEXT_PARAGRAPH,
    has_several_articles,
    lines_repeat,
    may_repeat_paragraphs,
)
from newslint.document import Article, Document
from newslint.document.clauses import repeated_characters, rough_clauses
from newslint.document.structure import BlockKind
from newslint.finding import Edit
from newslint.patterns import lazy

#: A paragraph repeated later in the article has at least this many characters.
LATER_PARAGRAPH = 30
#: The shortest article that counts (shorter ones are notes that may well be alike), and how much of it is repeated.
ARTICLE = 80
ARTICLE_SHARE = 0.8
#: Words of service copy, which is repeated on purpose.
STANDING = lazy("热线|联系电话|咨询电话|登录|扫码|二维码|责任编辑|版权|投稿|票同意")
#: What comes before new wording in a decision that amends a law; its articles end alike.
_AMENDS = lazy("(?:修改为|改为|作为第[一二三四五六七八九十百零]+条(?:第[一二三四五六七八九十]+款)?)：\\s*“")

_CLAUSE = lazy(r"[^，。；：！？、\r\n]{6,}")
_DIGIT = lazy("[0-9]")


class _Paragraph(NamedTuple):
    """A repeated paragraph and the earlier one, by the index of their blocks; ``exact``: word for word."""

    second: int
    first: int
    exact: bool


def same_paragraphs(document: Document) -> Iterator[Match]:
    """A paragraph repeated word for word; those in a row both times are one match."""
    runs: list[list[_Paragraph]] = []
    for pair in document.once(_paragraphs):
        if not pair.exact:
            continue
        if runs and (runs[-1][-1].second + 1, runs[-1][-1].first + 1) == pair[:2]:
            runs[-1].append(pair)
        else:
            runs.append([pair])
    blocks = document.blocks
    for run in runs:
        start, end = blocks[run[0].second].start, blocks[run[-1].second].end
        edit = Edit(blocks[run[0].second - 1].end, end, "")
        first = Place(blocks[run[0].first].start, blocks[run[-1].first].end, "first")
        yield Match(start, end, edits=(edit,), related=(first,))


def near_paragraphs(document: Document) -> Iterator[Match]:
    """A paragraph that is nearly the same as an earlier one."""
    for pair in document.once(_paragraphs):
        if not pair.exact:
            second, first = document.blocks[pair.second], document.blocks[pair.first]
            yield Match(second.start, second.end, related=(Place(first.start, first.end, "first"),))


def _paragraphs(document: Document) -> list[_Paragraph]:
    """Return the repeated paragraphs of the page, except those of repeated articles."""
    found: list[_Paragraph] = []
    # Clauses between fewer marks are longer, and even fewer of them are repeated.
    repeated = repeated_characters(document) >= NEAR_REPEATED and _clauses_repeat(document.view)
    twice = {article.number for article, _ in document.once(_twice)}
    if not repeated and not lines_repeat(document):
        return found
    texts: dict[str, int] = {}
    clauses: dict[int, int] = {}  # by hash
    for number, block in enumerate(document.blocks):
        if block.kind is not BlockKind.BODY or len(block.text) < NEXT_PARAGRAPH or block.article in twice:
            continue
        first = texts.get(block.text)
        if first is not None:
            enough = first == number - 1 or (len(block.text) >= LATER_PARAGRAPH and "。" in block.text)
            if enough and not STANDING.search(block.text) and not _is_amended(document, block.text):
                found.append(_Paragraph(number, first, True))
        elif repeated and len(block.text) >= NEAR_PARAGRAPH:
            parts = _CLAUSE.findall(block.text)
            own = dict.fromkeys(map(hash, parts), number)
            near = None if own.keys().isdisjoint(clauses.keys()) else _nearest(parts, clauses)
            if near is not None and _nearly_same(document.blocks[near].text, block.text, parts):
                found.append(_Paragraph(number, near, False))
            clauses.update(own)
        texts[block.text] = number
    return found


def _is_amended(document: Document, text: str) -> bool:
    """Return True if a paragraph is new wording in the amendment of a law."""
    return text[0] == "“" and document.once(_amends)


def _amends(document: Document) -> bool:
    return _AMENDS.search(document.view) is not None


def _clauses_repeat(view: str) -> bool:
    """Return True if so many clauses of the text are repeated that a paragraph may be.

    Only the hashes of the clauses are kept: of a long text, the clauses would take more room than the text.
    """
    seen: set[int] = set()
    again = 0
    for parts in rough_clauses(view, "。；\n"):
        distinct = set(parts)
        again += len("".join(parts)) - len("".join(distinct))
        if seen:
            again += sum([len(part) for part in distinct if hash(part) in seen])
        if again >= NEAR_REPEATED:
            return True
        seen.update(map(hash, distinct))
    return False


def _nearest(parts: Sequence[str], clauses: dict[int, int]) -> int | None:
    """Return the earlier paragraph that ``parts`` share most with, or None if that is not most of their characters.

    ``clauses`` has the last paragraph with each clause, by its hash.
    """
    shared: dict[int, int] = {}
    for part in parts:
        earlier = clauses.get(hash(part))
        if earlier is not None:
            shared[earlier] = shared.get(earlier, 0) + len(part)
    if not shared:
        return None
    number = max(shared, key=lambda key: (shared[key], key))
    return number if shared[number] >= NEAR_SHARE * sum(map(len, parts)) else None


def _nearly_same(earlier: str, later: str, parts: Sequence[str]) -> bool:
    """Return True if two paragraphs differ in little, and not in a figure, as forms filled in twice do."""
    before = _CLAUSE.findall(earlier)
    different = {*before} ^ {*parts}
    if _DIGIT.search("".join(different)) or STANDING.search(later):
        return False
    return sum(len(part) for part in before if part in {*parts}) >= NEAR_SHARE * sum(map(len, before))


def _twice(document: Document) -> list[tuple[Article, Article]]:
    """Return each repeated article with the first."""
    found: list[tuple[Article, Article]] = []
    owner: dict[str, Article] = {}
    for article in document.articles:
        body = [block.text for block in article.blocks if block.kind is BlockKind.BODY]
        size = sum(map(len, body))
        shared: dict[int, int] = {}
        for text in body:
            if text in owner:
                index = owner[text].number
                shared[index] = shared.get(index, 0) + len(text)
        best = max(shared, key=lambda index: (shared[index], -index), default=None)
        if best is not None and size >= ARTICLE and shared[best] >= ARTICLE_SHARE * size:
            found.append((article, document.articles[best]))
        for text in body:
            owner.setdefault(text, article)
    return found


def same_articles(document: Document) -> Iterator[Match]:
    """An article repeated on the page; the match is its first line."""
    for article, first in document.once(_twice):
        head, other = article.blocks[0], first.blocks[0]
        yield Match(head.start, head.end, related=(Place(other.start, other.end, "first"),))


CHECKS: Mapping[str, Declared] = {
    "article": StructureCheck(same_articles, gate=has_several_articles, messages=["first"]),
    "near-paragraph": StructureCheck(near_paragraphs, gate=may_repeat_paragraphs, messages=["first"]),
    "paragraph": StructureCheck(same_paragraphs, gate=may_repeat_paragraphs, messages=["first"]),
}
