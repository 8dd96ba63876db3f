"""Articles and paragraphs printed twice, word for word or nearly so, in two articles of a page or in two files.

Of two on one page the second is a match; of two in different files both are, each in its own file.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newslint.checks.check import Comparison, Match, Place, StructureCheck
from newslint.checks.registry import Declared
from newslint.checks.repeats.gates import has_several_articles
from newslint.checks.repeats.shingles import nearly_same, share_held, shingles_by_line, size
from newslint.document import Article, Document
from newslint.document.structure import BlockKind

#: The shortest article that counts, in characters; shorter ones are notes that may well be alike.
ARTICLE = 100
#: The shortest paragraph that counts, in characters, and the least of its clauses without set phrases.
PASSAGE = 60
TELLING = 40
#: How much of their text two articles, or two paragraphs, share that are nearly the same. A change weighs more in a
#: paragraph, which has few clauses.
SHARE = 0.8
PASSAGE_SHARE = 0.7

# Words of what is printed every day or in every case: forecasts, draws, notices.
_STANDING = "开奖 中奖号码 奖池 天气预报 气象台 限行 公告 启事 声明 遗失 拍卖 招标 挂失 热线 广告 版权".split()
# Words of what goes with every article of a series or a page: preface, notes on the author, contact lines.
_HOUSE = (
    "编者按 敬请关注 系列报道 专栏 栏目 投稿 来稿 作者系 作者为 作者单位 责任编辑 本版编辑 联系电话 咨询电话 扫码 "
    "二维码 "
    "仅供参考 文责自负 投资需谨慎 风险自担 免责"
).split()


class Passage(NamedTuple):
    """A paragraph long enough to count: its span (code points), its clauses as ``shingles_by_line`` returns them."""

    start: int
    end: int
    clauses: bytes


class Text(NamedTuple):
    """An article: the span of its first block (code points), whether it has ``ARTICLE`` characters, whether it is
    standing copy, its paragraphs that count, and the clauses of the others.
    """

    start: int
    end: int
    long: bool
    standing: bool
    passages: tuple[Passage, ...]
    rest: bytes

    @property
    def clauses(self) -> bytes:
        """The clauses of the whole article, in no particular order."""
        return self.rest + b"".join([passage.clauses for passage in self.passages])


#: The facts of the documents of a run with their indices, in order.
_Facts = Sequence[tuple[int, tuple[Text, ...]]]


def reprint_check(compare: Callable[[_Facts], Iterator[tuple[int, Match]]]) -> StructureCheck:
    """Return the check that compares the articles of all documents with ``compare``."""
    comparison = Comparison(article_facts, tuple[Text, ...], compare, has_several_articles)
    return StructureCheck(None, messages=["other"], comparison=comparison)


def article_facts(document: Document) -> tuple[Text, ...] | None:
    """Return the articles of a document by their clauses, or None if they have none."""
    return document.once(_texts) or None


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
    for block, clauses in zip(blocks, shingles_by_line(body), strict=False):  # no blocks are one line, too
        told = len(block.text) >= PASSAGE and not daily and not any(word in block.text for word in words)
        if told and size(clauses) >= TELLING and not _is_quotation(block.text):
            passages.append(Passage(block.start, block.end, clauses))
        else:
            rest.append(clauses)
    standing = daily or any(word in _STANDING for word in words)
    return Text(head.start, head.end, len(body) >= ARTICLE, standing, tuple(passages), b"".join(rest))


def _is_quotation(text: str) -> bool:
    """Return True if at least half of a paragraph is quoted: two stories on one event may quote the same words."""
    if "“" not in text:
        return False
    *others, last = text.split("“")[1:]
    # With its marks; a mark that opens before the last has closed replaces it.
    quoted = sum(part.find("”") + 2 for part in others if "”" in part)
    end = last.find("”")
    return 2 * (quoted + (end + 2 if end >= 0 else len(last) + 1)) >= len(text)


def reprinted_articles(facts: _Facts) -> Iterator[tuple[int, Match]]:
    """An article printed twice; the match is its headline or first paragraph."""
    texts = [(index, text) for index, own in facts for text in own if text.long and not text.standing]
    named: set[int] = set()
    for first, second in nearly_same([text.clauses for _, text in texts], SHARE):
        for number, again in ((first, second), (second, first)):
            (here, one), (there, other) = texts[number], texts[again]
            if number not in named and (here != there or number == second):
                named.add(number)
                yield here, _match((one.start, one.end), here, (other.start, other.end), there)


def reprinted_paragraphs(facts: _Facts) -> Iterator[tuple[int, Match]]:
    """A paragraph that two articles share which are not the same as a whole; those in a row are one match."""
    texts = [(index, text) for index, own in facts for text in own]
    owners = [(number, passage) for number, (_, text) in enumerate(texts) for passage in text.passages]
    told: dict[tuple[int, int], bool] = {}
    runs: list[tuple[int, int, int]] = []
    for place, mate in _mates(owners):
        one, other = owners[place][0], owners[mate][0]
        if texts[one][0] == texts[other][0] and one < other:
            continue
        pair = (min(one, other), max(one, other))
        if pair not in told:
            told[pair] = not _are_same(texts[pair[0]], texts[pair[1]])
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
        yield here, _match(span, here, mate_span, there)


def _mates(owners: Sequence[tuple[int, Passage]]) -> list[tuple[int, int]]:
    """Return each passage with the first like it in another article, in order, by their indices in ``owners``.

    What three articles or more have is left out: it is a standing paragraph of the newspaper.
    """
    mates: dict[int, dict[int, int]] = {}
    for first, second in nearly_same([passage.clauses for _, passage in owners], PASSAGE_SHARE):
        one, other = owners[first][0], owners[second][0]
        if one != other:
            mates.setdefault(first, {}).setdefault(other, second)
            mates.setdefault(second, {}).setdefault(one, first)
    single = {place: next(iter(others.values())) for place, others in mates.items() if len(others) == 1}
    return sorted((place, mate) for place, mate in single.items() if mate in single)


def _are_same(first: tuple[int, Text], second: tuple[int, Text]) -> bool:
    """Return True if two articles are the same as a whole, or the first of a page contains the second."""
    (index, one), (other, two) = first, second
    if not ((one.long and two.long) or one.standing):
        return False
    held = share_held(two.clauses, one.clauses) >= SHARE
    return held and (index == other or share_held(one.clauses, two.clauses) >= SHARE)


def _match(span: tuple[int, int], here: int, other: tuple[int, int], there: int) -> Match:
    return Match(*span, related=(Place(*other, "other", document=None if here == there else there),))


CHECKS: Mapping[str, Declared] = {
    "article-elsewhere": reprint_check(reprinted_articles),
    "paragraph-elsewhere": reprint_check(reprinted_paragraphs),
}
