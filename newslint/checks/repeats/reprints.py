"""Articles and paragraphs that a run holds twice, word for word or nearly so, in two articles of a page or in two
files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newslint.checks.check import Hit, Match
from newslint.checks.legacy import never
from newslint.checks.options import Options
from newslint.checks.repeats.shingles import nearly_same, share_held, shingles_by_line, size
from newslint.document import Article, Document
from newslint.document.structure import BlockKind

#: An article is told by its clauses from this many of their characters on; shorter ones are notes that may well be
#: alike.
ARTICLE = 100
#: A paragraph is told from this many characters on, when its clauses, set phrases apart, have this many.
PASSAGE = 60
TELLING = 40
#: Two articles, or two paragraphs, are taken for one when both share this much of their text. A change weighs more in a
#: paragraph, which has few clauses.
SHARE = 0.8
PASSAGE_SHARE = 0.7

# What is printed again every day or with every case: forecasts, draws, notices.
_STANDING = "开奖 中奖号码 奖池 天气预报 气象台 限行 公告 启事 声明 遗失 拍卖 招标 挂失 热线 广告 版权".split()
# What stands with every article of a series or a page: its preface, notes on the author, how to write or call.
_HOUSE = (
    "编者按 敬请关注 系列报道 专栏 栏目 投稿 来稿 作者系 作者为 作者单位 责任编辑 本版编辑 联系电话 咨询电话 扫码 "
    "二维码 "
    "仅供参考 文责自负 投资需谨慎 风险自担 免责"
).split()


class Passage(NamedTuple):
    """A paragraph long enough to be told: its place (code points), and its clauses as ``shingles_by_line`` gives
    them.
    """

    start: int
    end: int
    clauses: bytes


class Text(NamedTuple):
    """An article: where its first block stands (code points), whether it has ``ARTICLE`` characters, whether it is
    standing copy, its paragraphs that are told, and the clauses of the others.
    """

    start: int
    end: int
    long: bool
    standing: bool
    passages: tuple[Passage, ...]
    rest: bytes

    @property
    def clauses(self) -> bytes:
        """The clauses of the whole article, in no order."""
        return self.rest + b"".join([passage.clauses for passage in self.passages])


#: The articles of a run with the index of their document, in order.
_Texts = Sequence[tuple[int, Text]]


class Reprints:
    """Options: ``fault``, what is looked for: ``article``, whose span is its headline or first paragraph, or
    ``paragraph`` (or several in a row) of articles that else differ. The other place is related.

    Of two on one page the second is reported; of two in different files both, each in its own file.
    """

    anchors: Sequence[str] = ()
    gate = staticmethod(never)
    facts_type = tuple[Text, ...]

    def __init__(self, options: Options) -> None:
        self._find = options.chosen("fault", _FAULTS)
        self.concerns = _has_several_articles
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield nothing: a document's articles are held against each other with those of the others."""
        return iter(())

    def note(self, document: Document) -> tuple[Text, ...] | None:
        """Return the articles by their clauses: one note for both faults."""
        return document.once(_texts) or None

    def judge(self, notes: Sequence[tuple[int, tuple[Text, ...]]]) -> Iterable[tuple[int, Match]]:
        """Yield what stands twice; of several equal places the first is named."""
        texts = [(index, text) for index, note in sorted(notes, key=_index) for text in note]
        return self._find(texts) if len(texts) > 1 else ()


def _has_several_articles(document: Document) -> bool:
    return len(document.articles) > 1


def _index(note: tuple[int, object]) -> int:
    return note[0]


def _texts(document: Document) -> tuple[Text, ...]:
    found = [_text(article) for article in document.articles]
    return tuple(text for text in found if text.passages or text.rest)


def _text(article: Article) -> Text:
    blocks = [block for block in article.blocks if block.kind is BlockKind.BODY]
    body = "\n".join([block.text for block in blocks])
    head = article.blocks[0]
    daily = any(word in head.text for word in _STANDING)
    words = [word for word in (*_STANDING, *_HOUSE) if word in body]
    passages = []
    rest = []
    for block, clauses in zip(blocks, shingles_by_line(body), strict=False):  # no block is one line, too
        told = len(block.text) >= PASSAGE and not daily and not any(word in block.text for word in words)
        if told and size(clauses) >= TELLING and not _is_quotation(block.text):
            passages.append(Passage(block.start, block.end, clauses))
        else:
            rest.append(clauses)
    standing = daily or any(word in _STANDING for word in words)
    return Text(head.start, head.end, len(body) >= ARTICLE, standing, tuple(passages), b"".join(rest))


def _is_quotation(text: str) -> bool:
    """Whether half of a paragraph is somebody's words: what two stories on one event both quote."""
    if "“" not in text:
        return False
    *others, last = text.split("“")[1:]
    # With its marks; a mark that opens again before any has closed takes the place of the one before.
    quoted = sum(part.find("”") + 2 for part in others if "”" in part)
    end = last.find("”")
    return 2 * (quoted + (end + 2 if end >= 0 else len(last) + 1)) >= len(text)


def _articles(texts: _Texts) -> Iterator[tuple[int, Match]]:
    texts = [(index, text) for index, text in texts if text.long and not text.standing]
    named: set[int] = set()
    for first, second in nearly_same([text.clauses for _, text in texts], SHARE):
        for number, again in ((first, second), (second, first)):
            (here, one), (there, other) = texts[number], texts[again]
            if number not in named and (here != there or number == second):
                named.add(number)
                yield here, _match((one.start, one.end), here, (other.start, other.end), there, "几乎相同的稿件在这里")


def _paragraphs(texts: _Texts) -> Iterator[tuple[int, Match]]:
    """Yield the paragraphs that two articles share which are not the same as a whole; those in a row are one."""
    owners = [(number, passage) for number, (_, text) in enumerate(texts) for passage in text.passages]
    told: dict[tuple[int, int], bool] = {}
    runs: list[tuple[int, int, int]] = []
    for place, mate in _mates(owners):
        one, other = owners[place][0], owners[mate][0]
        if texts[one][0] == texts[other][0] and one < other:
            continue
        pair = (min(one, other), max(one, other))
        if pair not in told:
            told[pair] = not _stands_twice(texts[pair[0]], texts[pair[1]])
        if not told[pair]:
            continue
        before, mate_before, length = runs[-1] if runs else (0, 0, 0)
        follows = length and (before + length, mate_before + length) == (place, mate)
        if follows and (owners[before][0], owners[mate_before][0]) == (one, other):
            runs[-1] = (before, mate_before, length + 1)
        else:
            runs.append((place, mate, 1))
    for place, mate, length in runs:
        span, mate_span = ((owners[at][1].start, owners[at + length - 1][1].end) for at in (place, mate))
        here, there = texts[owners[place][0]][0], texts[owners[mate][0]][0]
        yield here, _match(span, here, mate_span, there, "几乎相同的一段在这里")


def _mates(owners: Sequence[tuple[int, Passage]]) -> list[tuple[int, int]]:
    """Return each passage with the first like it in another article, in order, by their places in ``owners``.

    What stands in three articles or more is left out: it is a standing paragraph of the house.
    """
    mates: dict[int, dict[int, int]] = {}
    for first, second in nearly_same([passage.clauses for _, passage in owners], PASSAGE_SHARE):
        one, other = owners[first][0], owners[second][0]
        if one != other:
            mates.setdefault(first, {}).setdefault(other, second)
            mates.setdefault(second, {}).setdefault(one, first)
    single = {place: next(iter(others.values())) for place, others in mates.items() if len(others) == 1}
    return sorted((place, mate) for place, mate in single.items() if mate in single)


def _stands_twice(first: tuple[int, Text], second: tuple[int, Text]) -> bool:
    """Whether two articles are the same as a whole, or the second of a page is held by the first."""
    (index, one), (other, two) = first, second
    if not ((one.long and two.long) or one.standing):
        return False
    held = share_held(two.clauses, one.clauses) >= SHARE
    return held and (index == other or share_held(one.clauses, two.clauses) >= SHARE)


def _match(span: tuple[int, int], here: int, other: tuple[int, int], there: int, sentence: str) -> Match:
    if here == there:
        return Match(*span, related=((*other, sentence),))
    return Match(*span, elsewhere=((there, *other, sentence),))


_FAULTS = {"article": _articles, "paragraph": _paragraphs}
