"""Sentences, paragraphs and whole articles that a page holds twice, found by their text in a dictionary, in linear time.

What is set twice on purpose is left alone: a sentence drawn out above the story, quotations, and the standing lines of service copy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.document import Article, Document
from newslint.finding import Edit
from newslint.kinds.match import Hit, Match, Options
from newslint.patterns import lazy
from newslint.structure import BlockKind

#: A sentence repeated at once has at least this many characters, its mark included.
NEXT_SENTENCE = 8
#: A sentence repeated later in the same paragraph, or elsewhere in the article, has at least this many.
LATER_SENTENCE = 18
#: A paragraph repeated at once, or later in the article, has at least this many characters.
NEXT_PARAGRAPH = 14
LATER_PARAGRAPH = 30
#: Paragraphs that are not quite the same are compared from this length on, and are taken for one when this much agrees.
NEAR_PARAGRAPH = 60
NEAR_SHARE = 0.8
#: An article stands twice when this much of it does; shorter ones are notes that may well be alike.
ARTICLE = 80
ARTICLE_SHARE = 0.8

#: How many characters are split into clauses at once.
_STRETCH = 50_000
_SENTENCE = lazy(r"[^。！？\r\n]+[。！？]+")
_CLAUSE = lazy(r"[^，。；：！？、\r\n]{6,}")
_DIGIT = lazy("[0-9]")
_STANDING = lazy("热线|联系电话|咨询电话|登录|扫码|二维码|责任编辑|版权|投稿|票同意")


class Duplicates:
    """Options: ``fault``, what is looked for: ``sentence`` (repeated at once or in its paragraph), ``distant-sentence``
    (elsewhere in the article), ``paragraph``, ``near-paragraph`` (nearly the same) or ``article``.
    """

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        self._find, self.gate = _FAULTS[options.choice("fault", tuple(_FAULTS))]
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the second of each two; the first is related."""
        yield from self._find(document)


class _Sentence(NamedTuple):
    """A repeated sentence, or several in a row (code points), with the earlier place; ``near``: repeated at once or in
    its paragraph."""

    start: int
    end: int
    first: int
    first_end: int
    near: bool


def _near_sentences(document: Document) -> Iterator[Match]:
    for sentence in document.once(_sentences):
        if sentence.near:
            yield Match(sentence.start, sentence.end, "", related=(_earlier(sentence),))


def _distant_sentences(document: Document) -> Iterator[Match]:
    for sentence in document.once(_sentences):
        if not sentence.near:
            yield Match(sentence.start, sentence.end, related=(_earlier(sentence),))


def _earlier(sentence: _Sentence) -> tuple[int, int, str]:
    return sentence.first, sentence.first_end, "同样的话已在这里写过"


def _sentences(document: Document) -> list[_Sentence]:
    """Return every sentence of the body that its article already holds; those in a row both times are one."""
    found: list[_Sentence] = []
    for article in document.articles:
        rough = document.view[article.start : article.end].replace("！", "。").replace("？", "。").replace("\n", "。").split("。")
        counted = [part for part in rough if len(part) > 6]
        if len(set(counted)) == len(counted):
            continue
        seen: dict[str, tuple[int, int]] = {}
        last = ""
        for number, block in enumerate(article.blocks):
            ended = 0
            for match in _SENTENCE.finditer(block.text) if block.kind is BlockKind.BODY else ():
                ended = match.end()
                text = match[0].strip(" \u3000")
                start, size = block.start + ended - len(text), len(text)
                first = seen.get(text)
                if first and text.count("“") == text.count("”") and not _STANDING.search(text):
                    near = last == text or size >= LATER_SENTENCE and first[1] == number and text[-1] != "？"
                    if near and size >= NEXT_SENTENCE or size >= LATER_SENTENCE:
                        _add(found, _Sentence(start, start + size, first[0], first[0] + size, near))
                seen[text] = (start, number)
                last = text
            if ended < len(block.text):
                last = ""
    return found


def _add(found: list[_Sentence], new: _Sentence) -> None:
    """Append ``new``, or lengthen the last by it where both follow what they repeat side by side."""
    old = found[-1] if found else None
    if old and old.near == new.near and old.end == new.start and old.first_end == new.first:
        new = old._replace(end=new.end, first_end=new.first_end)
        found.pop()
    found.append(new)


class _Paragraph(NamedTuple):
    """A repeated paragraph and the earlier one, by their places among the blocks; ``exact``: word for word."""

    second: int
    first: int
    exact: bool


def _same_paragraphs(document: Document) -> Iterator[Match]:
    """Yield paragraphs repeated word for word; those that follow each other both times are one finding."""
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
        first = (blocks[run[0].first].start, blocks[run[-1].first].end, "同一段已在这里写过")
        yield Match(start, end, edits=(edit,), related=(first,))


def _near_paragraphs(document: Document) -> Iterator[Match]:
    for pair in document.once(_paragraphs):
        if not pair.exact:
            second, first = document.blocks[pair.second], document.blocks[pair.first]
            yield Match(second.start, second.end, related=((first.start, first.end, "几乎相同的一段"),))


def _paragraphs(document: Document) -> list[_Paragraph]:
    """Return the repeated paragraphs of the page, save those of articles that stand twice as a whole."""
    twice = {article.index for article, _ in document.once(_twice)}
    found: list[_Paragraph] = []
    texts: dict[str, int] = {}
    clauses: dict[int, int] = {}  # by hash
    repeated = _clauses_repeat(document.view)
    for number, block in enumerate(document.blocks):
        if block.kind is not BlockKind.BODY or len(block.text) < NEXT_PARAGRAPH or block.article in twice:
            continue
        first = texts.get(block.text)
        if first is not None:
            enough = first == number - 1 or len(block.text) >= LATER_PARAGRAPH and "。" in block.text
            if enough and not _STANDING.search(block.text):
                found.append(_Paragraph(number, first, True))
        elif repeated and len(block.text) >= NEAR_PARAGRAPH:
            parts = _CLAUSE.findall(block.text)
            near = _nearest(parts, clauses)
            if near is not None and _nearly_same(document.blocks[near].text, block.text, parts):
                found.append(_Paragraph(number, near, False))
            clauses.update(dict.fromkeys(map(hash, parts), number))
        texts[block.text] = number
    return found


def _clauses_repeat(view: str) -> bool:
    """Whether so much of the text stands twice, clause by clause, that a paragraph could.

    Of a long text only the hashes of clauses are kept: the clauses themselves would take more room than the text.
    """
    seen: set[int] = set()
    again = 0
    rest = ""
    for base in range(0, len(view), _STRETCH):
        stretch = rest + view[base : base + _STRETCH]
        *parts, rest = stretch.replace("。", "，").replace("；", "，").replace("\n", "，").split("，")
        if base + _STRETCH >= len(view):
            parts.append(rest)
        sizes = dict(zip(map(hash, parts), map(len, parts), strict=True))
        fresh = sizes.keys() - seen
        again += sum(map(len, parts)) - sum(map(sizes.__getitem__, fresh))
        if again >= NEAR_SHARE * NEAR_PARAGRAPH / 2:
            return True
        seen |= fresh
    return False


def _nearest(parts: Sequence[str], clauses: dict[int, int]) -> int | None:
    """Return the earlier paragraph with which ``parts`` share most, if they share most of their characters at all.

    ``clauses`` holds the last paragraph with each clause, by its hash.
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
    """Whether two paragraphs differ in little, and not in a figure: a form filled in anew is no repeat."""
    before = _CLAUSE.findall(earlier)
    different = {*before} ^ {*parts}
    if _DIGIT.search("".join(different)) or _STANDING.search(later):
        return False
    return sum(len(part) for part in before if part in {*parts}) >= NEAR_SHARE * sum(map(len, before))


def _twice(document: Document) -> list[tuple[Article, Article]]:
    """Return each article that stands twice, with the first."""
    found: list[tuple[Article, Article]] = []
    if len(document.articles) < 2:
        return found
    owner: dict[str, Article] = {}
    for article in document.articles:
        body = [block.text for block in article.blocks if block.kind is BlockKind.BODY]
        size = sum(map(len, body))
        shared: dict[int, int] = {}
        for text in body:
            if text in owner:
                index = owner[text].index
                shared[index] = shared.get(index, 0) + len(text)
        best = max(shared, key=lambda index: (shared[index], -index), default=None)
        if best is not None and size >= ARTICLE and shared[best] >= ARTICLE_SHARE * size:
            found.append((article, document.articles[best]))
        for text in body:
            owner.setdefault(text, article)
    return found


def _articles(document: Document) -> Iterator[Match]:
    for article, first in document.once(_twice):
        head, other = article.blocks[0], first.blocks[0]
        yield Match(head.start, head.end, related=((other.start, other.end, "同一篇稿件已在这里刊用"),))


def _has_sentences(document: Document) -> bool:
    return bool(document.once(_sentences))


def _has_paragraphs(document: Document) -> bool:
    return bool(document.once(_paragraphs))


def _has_articles(document: Document) -> bool:
    return bool(document.once(_twice))


_FAULTS = {
    "sentence": (_near_sentences, _has_sentences),
    "distant-sentence": (_distant_sentences, _has_sentences),
    "paragraph": (_same_paragraphs, _has_paragraphs),
    "near-paragraph": (_near_paragraphs, _has_paragraphs),
    "article": (_articles, _has_articles),
}
