"""Headline against body: a number, a person or an institution that the article does not bear out.

A headline may round, add up and shorten what the body says. So a number is held against one sentence only, the one that
says the headline over again, and only if the headline's number is nowhere in the body; a name only against one that
differs by a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.names import COMMON, COMPOUND, is_chinese
from newslint.chinese.numerals import chinese_to_int
from newslint.chinese.posts import ENDINGS, name_at
from newslint.chinese.segmentation import segment
from newslint.document import Article, Document
from newslint.document.structure import Block, BlockKind
from newslint.patterns import lazy

FAULTS = ("number", "person", "institution")

_BODY = (BlockKind.BODY, BlockKind.LIST, BlockKind.CAPTION)
_HAN_PAIR = lazy(f"(?=({HAN_LETTER}{{2}}))")
_HAN = lazy(HAN_LETTER)
_SENTENCE = lazy("[^。！？；\r\n]+")
_CLAUSE = lazy("[^ \u3000，：！？；｜|丨]+")
#: So much of a clause of the headline stands again in a sentence that says it over, and in one that says little else.
_CLAUSE_SHARE = 0.35
_SHARE = 0.55
_SENTENCES = 10

_FIGURE = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百千]{1,6}"
_NUMERAL = lazy("[0-9一二两三四五六七八九十百千]")
_UNITS = (
    "人次|[人名位]|个|家|所|座|条|项|件|起|辆|艘|架|台|套|户|间|栋|幢|头|只|匹|株|棵|本|册|部|场|次|届|天|年|岁|级|吨|公斤|公里|千米|米|亩|公顷|"
    "平方米|立方米|元|%|％|分|票|枚|块|金|银|铜|处|支|对|门|班|县|村|国|学年|年度"
)
_QUANTITY = lazy(rf"(?<![0-9.第一二两三四五六七八九十百千万亿G])({_FIGURE})([万亿]?)(?![余多来几万亿.0-9])({_UNITS})")
#: What is said loosely binds nobody: 近百人, 超500家, 三分之一.
_LOOSE = lazy("(?:近|超|约|逾|过|上|数|几|至少|不足|不到|达到?近|左右|最高|首|每|多|之|前)$")
_LOOSE_AFTER = lazy("(?:左右|以上|以下|之一|[多余来])")
_PEOPLE = frozenset("人名位")
_FIGURE = frozenset("0123456789.")

_INSTITUTION = lazy(
    f"(?![与和及同跟到在]){HAN_LETTER}{{2,12}}?(?:公安局|管理局|医院|大学|集团|公司|学院|委员会|法院|检察院|银行|[市县区]\\w{{1,4}}局)"
)
_INSTITUTION_END = lazy("[局院司行会]|大学|集团")
_PART = lazy(f"{HAN_LETTER}{{2,6}}?(?:中心|支队|大队|分局|分院|学院|研究所|分公司|分行)")


class HeadlineBody:
    """Options: ``fault``, one of ``FAULTS``. ``{headline}`` in the message is what the headline says, ``{body}`` what
    the body says.
    """

    anchors: Sequence[str] = ()

    @staticmethod
    def gate(document: Document) -> bool:
        """Whether the document has headlines and more than them."""
        return 0 < len(document.headlines) < len(document.blocks)

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", FAULTS)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the places in headlines that the body contradicts; the place in the body is related."""
        find = {"number": _numbers, "person": _people, "institution": _institutions}[self._fault]
        for headline in document.headlines:
            article = document.articles[headline.article]
            body = [block for block in article.blocks if block.kind in _BODY]
            if body:
                yield from find(document, headline, article, body)


def _numbers(document: Document, headline: Block, article: Article, body: Sequence[Block]) -> Iterator[Match]:
    claims = list(_quantities(headline.text)) if _NUMERAL.search(headline.text) else ()
    if not claims:
        return
    everywhere = document.view[body[0].start : article.end]
    values: set[float] | None = None
    for start, end, value, unit in claims:
        if headline.text[start:end] in everywhere:
            continue
        if _is_said(f"{value:.10g}", everywhere):
            continue
        if values is None:
            values = {value for _, _, value, _ in _quantities(everywhere, loose=True)}
        if value in values:
            continue
        rivals = []
        others = {other for _, _, other, _ in claims} - {value}
        signs = _PEOPLE if unit == "人" else "%％" if unit == "%" else (unit,)
        for at, sentence, share in _restatements(body, headline.text, start, end, signs):
            counted = [found for found in _quantities(sentence, loose=True) if found[3] == unit]
            # 三天迎客两万 and 首日迎客八千 agree: what else is counted in the headline must be in the sentence too.
            if not others <= {said for _, _, said, _ in _quantities(sentence, loose=True)}:
                continue
            alone = share >= _SHARE and len(counted) == 1
            for first, last, said, _ in (found for found in _quantities(sentence) if found[3] == unit):
                if _agree(headline.text, start, end, sentence, first, last, alone):
                    rivals.append((at + first, at + last, said))
        if len({said for _, _, said in rivals}) == 1 and not _rounds(value, rivals[0][2]):
            first, last, _ = rivals[0]
            shown = {"headline": headline.text[start:end], "body": document.text[first:last]}
            yield Match(
                headline.start + start, headline.start + end, values=shown, related=((first, last, "正文这样写"),)
            )


def _quantities(text: str, *, loose: bool = False) -> Iterator[tuple[int, int, float, str]]:
    """Yield start, end, value and unit of each counted thing; people are one unit whatever their measure word."""
    for match in _QUANTITY.finditer(text):
        if not loose and (_LOOSE.search(text[: match.start()]) or _LOOSE_AFTER.match(text, match.end())):
            continue
        figure = match[1].replace(",", "")
        try:
            value = float(figure) if figure[0].isascii() else float(chinese_to_int(figure))
        except ValueError:
            continue
        unit = "人" if match[3] in _PEOPLE else "%" if match[3] == "％" else match[3]
        yield match.start(), match.end(), value * {"": 1, "万": 10**4, "亿": 10**8}[match[2]], unit


def _is_said(figure: str, text: str) -> bool:
    """Whether ``figure`` stands in ``text`` and is no part of another one."""
    at = text.find(figure)
    while at >= 0:
        end = at + len(figure)
        if not (at and text[at - 1] in _FIGURE) and text[end : end + 1] not in _FIGURE:
            return True
        at = text.find(figure, at + 1)
    return False


def _restatements(
    body: Sequence[Block], headline: str, start: int, end: int, signs: Iterable[str]
) -> Iterator[tuple[int, str, float]]:
    """Yield offset, text and likeness of each of the first sentences that says over the clause around ``start`` and
    ``end``.

    One without any of the ``signs`` says nothing of what is counted there.
    """
    clause = next(match for match in _CLAUSE.finditer(headline) if match.start() <= start < match.end())
    pairs = set(_HAN_PAIR.findall(headline[clause.start() : start])) | set(
        _HAN_PAIR.findall(headline[end : clause.end()])
    )
    if len(pairs) < 3:
        return
    sentences = (
        (block.start + match.start(), match.group()) for block in body for match in _SENTENCE.finditer(block.text)
    )
    for at, sentence in islice(sentences, _SENTENCES):
        if not any(sign in sentence for sign in signs):
            continue
        share = sum(pair in sentence for pair in pairs) / len(pairs)
        if share >= _CLAUSE_SHARE:
            yield at, sentence, share


def _agree(told: str, start: int, end: int, said: str, first: int, last: int, alone: bool) -> bool:
    """Whether both say a number of the same thing: what stands behind it agrees, or what stands before it.

    ``alone``: nothing else is counted so in a sentence that is much like the headline; then less is asked.
    """
    behind, before = (
        _common(told[end : end + 4], said[last : last + 4]),
        _common(told[:start][-4:][::-1], said[:first][-4:][::-1]),
    )
    ended = not _HAN.match(told, end) or told[end : end + 1] == said[last : last + 1]
    return behind >= 2 or (before >= 2 and ended) or (alone and (behind > 0 or not _HAN.match(told, end)))


def _common(one: str, other: str) -> int:
    """Return how many Chinese characters both begin with."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right or not _HAN.match(left):
            break
        count += 1
    return count


def _rounds(told: float, said: float) -> bool:
    """Whether ``told`` may be ``said`` in round figures."""
    return told == said or (told >= 3000 and abs(told - said) <= 0.06 * said)


def _people(document: Document, headline: Block, article: Article, body: Sequence[Block]) -> Iterator[Match]:
    text = document.view[body[0].start : article.end]
    for start, name in _names(headline.text, text):
        near = re.compile(f"{name[0]}(?:{name[1]}{HAN_LETTER}|{HAN_LETTER}{name[2]})")
        for found in near.finditer(text):
            introduced = text[: found.start()].endswith(ENDINGS) or text.count(found.group()) > 1
            if introduced and name_at(text[found.start() : found.end() + 5]) == 3:
                at = body[0].start + found.start()
                values = {"headline": name, "body": found.group()}
                place = headline.start + start
                yield Match(place, place + 3, values=values, related=((at, at + 3, "正文这样写"),))
                break


def _names(text: str, body: str) -> Iterator[tuple[int, str]]:
    """Yield the runs of three characters that read as names, a common surname and no word in it, and that ``body``
    lacks, though it has two of the characters where they would stand in the name.
    """
    starts = [at for at, sign in enumerate(text[:-2]) if sign in COMMON or text[at : at + 2] in COMPOUND]
    runs = [(start, text[start : start + 3]) for start in starts]
    found = [(start, name) for start, name in runs if is_chinese(name) and name not in body and _is_near(name, body)]
    if not found:
        return
    edges = {0, *(end for _, end in segment(text))}
    for start, name in found:
        if edges.issuperset((start, start + 1, start + 3)):
            yield start, name


def _is_near(name: str, body: str) -> bool:
    """Whether ``body`` holds the first character of ``name`` with the second or the third in its place."""
    at = body.find(name[0])
    while at >= 0:
        if body[at + 1 : at + 2] == name[1] or body[at + 2 : at + 3] == name[2]:
            return True
        at = body.find(name[0], at + 1)
    return False


def _institutions(document: Document, headline: Block, article: Article, body: Sequence[Block]) -> Iterator[Match]:
    text = document.view[body[0].start : article.end]
    for match in _INSTITUTION.finditer(headline.text) if _INSTITUTION_END.search(headline.text) else ():
        name = match.group()
        if _PART.match(headline.text, match.end()):
            continue
        parts = []
        at = text.find(name)
        while at >= 0:
            part = _PART.match(text, at + len(name))
            parts.append(part.group() if part else "")
            at = text.find(name, at + len(name))
        if len(parts) > 1 and len(set(parts)) == 1 and parts[0]:
            values = {"headline": name, "body": name + parts[0]}
            yield Match(headline.start + match.start(), headline.start + match.end(), values=values)
