"""Articles that a run holds twice, word for word or nearly so, on one page or in two files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newslint.chinese.shingles import nearly_same, shingles
from newslint.document import Document
from newslint.kinds.match import Hit, Match, Options
from newslint.structure import BlockKind

#: An article is told by its clauses from this many of their characters on; shorter ones are notes that may well be alike.
ARTICLE = 100
#: Two articles are taken for one when both share this much of their text.
SHARE = 0.8

# What is printed again every day or with every case: forecasts, draws, notices.
_STANDING = "开奖 中奖号码 奖池 天气预报 气象台 限行 公告 启事 声明 遗失 拍卖 招标 挂失 热线 广告 版权".split()


class Text(NamedTuple):
    """An article: where its first block stands (code points), and its clauses as ``shingles`` gives them."""

    start: int
    end: int
    clauses: bytes


class Reprints:
    """No options. The span is the headline of an article, or its first paragraph; the other one is related.

    Of two on one page the second is reported; of two in different files both, each in its own file.
    """

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield nothing: a document's articles are held against each other with those of the others."""
        return iter(())

    def note(self, document: Document) -> tuple[Text, ...] | None:
        """Return the articles long enough to be told by their clauses, but for the standing ones."""
        return tuple(_texts(document)) or None

    def judge(self, notes: Sequence[tuple[int, tuple[Text, ...]]]) -> Iterable[tuple[int, Match]]:
        """Yield the articles that stand twice; of several equal ones the first is named."""
        texts = [(index, text) for index, note in sorted(notes, key=_index) for text in note]
        named: set[int] = set()
        for first, second in nearly_same([text.clauses for _, text in texts], SHARE):
            (index, one), (other, two) = texts[first], texts[second]
            if index == other:
                if second not in named:
                    named.add(second)
                    yield other, Match(two.start, two.end, related=((one.start, one.end, "几乎相同的稿件在这里"),))
                continue
            for number, (here, text), (there, again) in (
                (first, (index, one), (other, two)),
                (second, (other, two), (index, one)),
            ):
                if number not in named:
                    named.add(number)
                    elsewhere = ((there, again.start, again.end, "几乎相同的稿件在这里"),)
                    yield here, Match(text.start, text.end, elsewhere=elsewhere)


def _index(note: tuple[int, object]) -> int:
    return note[0]


def _texts(document: Document) -> Iterator[Text]:
    for article in document.articles:
        body = "\n".join(block.text for block in article.blocks if block.kind is BlockKind.BODY)
        head = article.blocks[0]
        if len(body) >= ARTICLE and not any(word in head.text or word in body for word in _STANDING):
            clauses = shingles(body)
            if clauses:
                yield Text(head.start, head.end, clauses)
