"""A number in a headline that the article contradicts: 标题 三百人, 正文 五百人.

A headline may round, add up and shorten what the body says. So a number is compared with the sentences that repeat the
headline only, and only if it does not occur anywhere in the body.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from newslint.checks.check import Match, Place, StructureCheck
from newslint.checks.headlines.gates import has_headed_body
from newslint.checks.headlines.stories import Story, stories
from newslint.checks.registry import Declared
from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.numerals import chinese_to_int
from newslint.document import Document
from newslint.document.structure import Block
from newslint.patterns import lazy

_HAN_PAIR = lazy(f"(?=({HAN_LETTER}{{2}}))")
_HAN = lazy(HAN_LETTER)
_SENTENCE = lazy("[^。！？；\r\n]+")
_CLAUSE = lazy("[^ \u3000，：！？；｜|丨]+")
#: So much of a clause of the headline is repeated in a sentence that restates it, and in one that says little else.
_CLAUSE_SHARE = 0.35
_SHARE = 0.55
_SENTENCES = 10

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十百千]{1,6}"
_NUMERALS = frozenset("0123456789一二两三四五六七八九十百千")
_UNITS = (
    "人次|[人名位]|个|家|所|座|条|项|件|起|辆|艘|架|台|套|户|间|栋|幢|头|只|匹|株|棵|本|册|部|场|次|届|天|年|岁|级|吨|公斤|公里|千米|米|亩|公顷|"
    "平方米|立方米|元|%|％|分|票|枚|块|金|银|铜|处|支|对|门|班|县|村|国|学年|年度"
)
_QUANTITY = lazy(rf"(?<![0-9.第一二两三四五六七八九十百千万亿G])({_NUMBER})([万亿]?)(?![余多来几万亿.0-9])({_UNITS})")
#: What is said loosely binds nobody: 近百人, 超500家, 三分之一.
_LOOSE = lazy("(?:[时点]|近|超|约|逾|过|上|数|几|至少|不足|不到|达到?近|左右|最高|首|每|多|之|前)$")
_LOOSE_AFTER = lazy("(?:左右|以上|以下|之一|[多余来])")
#: From this ratio on two numbers hardly count the same.
_FAR = 2.5
_PEOPLE = frozenset("人名位")
_FIGURE = frozenset("0123456789.")


class _Quantity(NamedTuple):
    """Something counted: where, how many and what; people are one unit whatever their measure word."""

    start: int
    end: int
    value: float
    unit: str


def contradicted_numbers(document: Document) -> Iterator[Match]:
    """Yield the numbers in headlines that the article gives differently, with the place there."""
    for story in document.once(stories):
        headline = story.headline
        claims = () if _NUMERALS.isdisjoint(headline.text) else list(_quantities(headline.text))
        if not claims:
            continue
        text = document.view[story.start : story.end]
        unsaid = [claim for claim in claims if headline.text[claim.start : claim.end] not in text]
        unsaid = [claim for claim in unsaid if not _is_said(f"{claim.value:.10g}", text)]
        values = {said.value for said in _quantities(text, loose=True)} if unsaid else ()
        for claim in unsaid:
            if claim.value in values:
                continue
            others = {other.value for other in claims} - {claim.value}
            rivals = list(_rivals(story, claim, others))
            if len({said.value for said in rivals}) != 1 or _is_part(claim.value, rivals[0].value):
                continue
            if not _rounds(claim.value, rivals[0].value) and not _adds_up(claim, text):
                first, last, *_ = rivals[0]
                shown = {"headline": headline.text[claim.start : claim.end], "body": document.text[first:last]}
                related = (Place(first, last, "body"),)
                yield Match(headline.start + claim.start, headline.start + claim.end, values=shown, related=related)


def _rivals(story: Story, claim: _Quantity, others: set[float]) -> Iterator[_Quantity]:
    """Yield what the body counts in place of ``claim``, at offsets of the document.

    ``others`` are the further numbers of the headline. They must be in the same sentence: 三天迎客两万 does not
    contradict 首日迎客八千.
    """
    headline = story.headline.text
    signs = _PEOPLE if claim.unit == "人" else "%％" if claim.unit == "%" else (claim.unit,)
    for at, sentence, share in _restatements(story.body, headline, claim, signs):
        counted = list(_quantities(sentence, loose=True))
        if not others <= {said.value for said in counted}:
            continue
        alone = share >= _SHARE and sum(said.unit == claim.unit for said in counted) == 1
        for said in _quantities(sentence):
            if said.unit == claim.unit and _agree(headline, claim, sentence, said, alone):
                yield said._replace(start=at + said.start, end=at + said.end)


def _quantities(text: str, *, loose: bool = False) -> Iterator[_Quantity]:
    """Yield what is counted in ``text``; unless ``loose``, only what is not said loosely (近百人)."""
    for match in _QUANTITY.finditer(text):
        if not loose and (_LOOSE.search(text[: match.start()]) or _LOOSE_AFTER.match(text, match.end())):
            continue
        figure = match[1].replace(",", "")
        try:
            value = float(figure) if figure[0].isascii() else float(chinese_to_int(figure))
        except ValueError:
            continue
        unit = "人" if match[3] in _PEOPLE else "%" if match[3] == "％" else match[3]
        yield _Quantity(match.start(), match.end(), value * {"": 1, "万": 10**4, "亿": 10**8}[match[2]], unit)


def _is_said(figure: str, text: str) -> bool:
    """Return True if ``figure`` occurs in ``text`` and is no part of another one."""
    at = text.find(figure)
    while at >= 0:
        end = at + len(figure)
        if not (at and text[at - 1] in _FIGURE) and text[end : end + 1] not in _FIGURE:
            return True
        at = text.find(figure, at + 1)
    return False


def _restatements(
    body: Sequence[Block], headline: str, claim: _Quantity, signs: Iterable[str]
) -> Iterator[tuple[int, str, float]]:
    """Yield offset, text and likeness of each of the first sentences that repeat the clause around ``claim``.

    One without any of the ``signs`` says nothing of what is counted there.
    """
    clause = next(match for match in _CLAUSE.finditer(headline) if match.start() <= claim.start < match.end())
    pairs = set(_HAN_PAIR.findall(headline[clause.start() : claim.start]))
    pairs.update(_HAN_PAIR.findall(headline[claim.end : clause.end()]))
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


def _agree(headline: str, claim: _Quantity, sentence: str, said: _Quantity, alone: bool) -> bool:
    """Return True if both count the same thing: what follows the number agrees, or what precedes it.

    ``alone``: nothing else is counted so in a sentence that is much like the headline; then less is asked.
    """
    behind = _common(headline[claim.end : claim.end + 4], sentence[said.end : said.end + 4])
    before = _common(headline[: claim.start][-4:][::-1], sentence[: said.start][-4:][::-1])
    is_end = not _HAN.match(headline, claim.end)
    ended = is_end or headline[claim.end : claim.end + 1] == sentence[said.end : said.end + 1]
    return behind >= 2 or (before >= 2 and ended) or (alone and (behind > 0 or is_end))


def _common(one: str, other: str) -> int:
    """Return how many Chinese characters both begin with."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right or not _HAN.match(left):
            break
        count += 1
    return count


def _is_part(told: float, said: float) -> bool:
    """Return True if the numbers are so far apart that the one may be part of the other: 今天十个, 共34个."""
    return max(told, said) > _FAR * min(told, said)


def _adds_up(claim: _Quantity, text: str) -> bool:
    """Return True if ``claim`` is the sum or the difference of two numbers of the article."""
    told = {said.value for said in _quantities(text, loose=True) if said.unit == claim.unit}
    return any(claim.value - value in told or claim.value + value in told for value in told)


def _rounds(told: float, said: float) -> bool:
    """Return True if ``told`` may be ``said`` in round figures."""
    return told == said or (told >= 3000 and abs(told - said) <= 0.06 * said)


_BOTH = ("headline", "body")

CHECKS: Mapping[str, Declared] = {
    "number": StructureCheck(contradicted_numbers, gate=has_headed_body, values=_BOTH, messages=("body",)),
}
