"""Segmentation of a short text into words, and the proof that a string stands in it as a word.

The best segmentation is the cheapest one: every word costs what the word list says (rare words cost more), and the
costs of a segmentation add up. No word is guessed from its characters, so an unknown name falls into single characters.
Numbers and Latin words are one token each. All costs are in nats; all positions are code points.

Meant for a sentence or a window of one. Nothing here should be run over whole articles.
"""

import re
from collections.abc import Mapping
from functools import cache
from math import log

from newslint.chinese import words
from newslint.patterns import lazy

Span = tuple[int, int]
_Special = Mapping[int, tuple[tuple[int, float], ...]]

#: Characters of context on each side that can still move a word boundary; what lies farther off is not looked at.
WINDOW = 12

#: The frequency lent to a string that the word list does not know, when the question is whether it stands as a word.
LENT_FREQUENCY = 50

#: Nats by which the reading with the word must beat every reading without it. Measured on 60 invented sentences that
#: hold a word (58 pass, two miss it by a hair) and 75 where its characters belong to two words (73 are refused). In
#: 1,600 news articles it proved 12 places of 171 wrong words, all real, and refused 62, of which 61 were chance
#: meetings of two words.
MARGIN = 1.0

#: Characters that no word crosses.
MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—～·,;:?!()[]\"' \u3000\t\r\n"

#: Measure words that are nearly always just that after a number.
MEASURES = frozenset(
    "个种次条位名件年月日天周元届项款幅轮员头点家台套部座张只支枚颗株棵辆艘架间栋幢层户口匹群批对双副串片块段篇章节期回场份笔桩宗"
    "封册集首句股阵番趟遍顿米吨斤克里亩岁秒号级倍成处所"
)

NUMERALS = frozenset("〇○零一二三四五六七八九十百千万亿两几半多数余第")

_UNMARKED = lazy(f"[^{re.escape(MARKS)}]{{0,{WINDOW}}}")
_INFINITE = float("inf")
_NUMBER_END = frozenset("0123456789０１２３４５６７８９万亿余")
_RUN = lazy(
    r"[0-9０-９]+(?:[.．,:][0-9０-９]+)*[%％‰]?"
    r"|[A-Za-zＡ-Ｚａ-ｚ]+(?:[-'][A-Za-z]+)*"
    r"|[〇○零一二三四五六七八九十百千万亿两]{3,}"
)
#: Every token that is no word of the list begins with one of these, or stands behind one of them.
_SPECIAL = lazy("[0-9０-９A-Za-zＡ-Ｚａ-ｚ万亿余]|[〇○零一二三四五六七八九十百千两]{3}")
_NONE: _Special = {}
_RUN_COST = 10.0
_MARK_COST = 5.0
# A character that the list does not know at all: as dear as a word counted once.
_UNKNOWN_COST = 18.0
# After a number a measure word is expected, far beyond what its frequency alone says.
_EXPECTED_COST = 4.0


def segment(text: str) -> list[Span]:
    """The cheapest segmentation of ``text``: spans of code points that cover it without a gap, in order."""
    _, back = _forward(text)
    spans = []
    end = len(text)
    while end:
        start = back[end]
        spans.append((start, end))
        end = start
    spans.reverse()
    return spans


def split_words(text: str) -> list[str]:
    """The words of the cheapest segmentation of ``text``, in order; together they are ``text``."""
    _, back = _forward(text)
    parts = []
    while text:
        start = back[len(text)]
        parts.append(text[start:])
        text = text[:start]
    parts.reverse()
    return parts


def cost(text: str) -> float:
    """What the cheapest segmentation of ``text`` costs, in nats; 0 for an empty text."""
    return _forward(text)[0][-1]


def stands_alone(text: str, start: int, end: int, *, as_frequency: int | None = None) -> bool:
    """Prove that ``text[start:end]`` is a word where it stands, and not the seam of two others.

    It serves words outside the list (a misspelling such as 通迅 in 通迅地址, but not in 畅通迅速) as well as words in
    it (的确 in 形势的确严峻, but not in 目的确定). False means "not proved": a rule should then stay silent.

    ``as_frequency`` is how common the string is taken to be, above 0. The default is its own frequency, and at least
    ``LENT_FREQUENCY``. It tips the balance where the single characters are common words in their own right (既使,
    在次): there a rule that knows its misspelling to be common may lend more, and one that doubts it less.
    """
    return evidence(text, start, end, as_frequency=as_frequency) >= MARGIN


def evidence(text: str, start: int, end: int, *, as_frequency: int | None = None) -> float:
    """How far the best reading with the word ``text[start:end]`` beats the best one without it, in nats.

    Negative when a reading without it is better, infinite when there is none (a lone mark, a number). Raises ValueError
    when the span is empty or not in the text.
    """
    if not 0 <= start < end <= len(text):
        raise ValueError(f"no such span in a text of {len(text)} characters: {start}:{end}")
    word = text[start:end]
    if as_frequency is None:
        as_frequency = max(words.frequency(word), LENT_FREQUENCY)
    left, right = before(text, start), after(text, end)
    with_word = cost(left) + log(words.total() / as_frequency) + cost(right)
    at = len(left)
    return _cost_without(left + word + right, (at, at + len(word))) - with_word


def before(text: str, position: int) -> str:
    """The last characters before ``position`` that can form a word with what follows: ``WINDOW`` at most, no mark."""
    # Turned round: a search from the left would begin anew behind each mark.
    unmarked: str = _UNMARKED.match(text[max(0, position - WINDOW) : position][::-1])[0]
    return unmarked[::-1]


def after(text: str, position: int) -> str:
    """The first characters from ``position`` on that can form a word with what precedes: ``WINDOW`` at most, no
    mark.
    """
    unmarked: str = _UNMARKED.match(text, position)[0]
    return unmarked


def costs_to(text: str) -> list[float]:
    """For each position 0..len(text): the cost of the cheapest segmentation of what lies before it."""
    return _forward(text)[0]


def costs_from(text: str) -> list[float]:
    """For each position 0..len(text): the cost of the cheapest segmentation of what lies from there on."""
    best = [0.0] * (len(text) + 1)
    special = _special(text)
    for start in range(len(text) - 1, -1, -1):
        best[start] = min([price + best[end] for end, price in _tokens(text, start, special)])
    return best


def _forward(text: str) -> tuple[list[float], list[int]]:
    """Cheapest cost up to each position, and where the last token before it began."""
    size, start = len(text), 0
    best = [0.0] + [_INFINITE] * size
    back = [0] * (size + 1)
    special = _special(text)
    # The tokens of ``_tokens`` in the same order, without a list of them: this is what most of the time is spent on.
    for alone, known, longer in map(known_from, text):
        here = best[start]
        end = after_one = start + 1
        price = here + alone
        if price < best[end]:
            best[end] = price
            back[end] = start
        if end < size:
            end += 1
            pair = text[start:end]
            if pair in known:
                price = here + known[pair]
                if price < best[end]:
                    best[end] = price
                    back[end] = start
            if pair in longer:
                for length in longer[pair]:
                    end = start + length
                    if end > size:
                        break
                    token = known.get(text[start:end])
                    if token is not None and here + token < best[end]:
                        best[end] = here + token
                        back[end] = start
        if special and start in special:
            for end, token in special[start]:
                if here + token < best[end]:
                    best[end] = here + token
                    back[end] = start
        start = after_one
    return best, back


def _cost_without(text: str, without: Span) -> float:
    """What the cheapest segmentation of ``text`` costs in which no token is the span ``without``; infinite when there
    is none.
    """
    barred, barred_end = without
    best = [0.0] + [_INFINITE] * len(text)
    special = _special(text)
    for start in range(len(text)):
        for end, price in _tokens(text, start, special):
            if best[start] + price < best[end] and not (start == barred and end == barred_end):
                best[end] = best[start] + price
    return best[-1]


def _special(text: str) -> _Special:
    """Measure words right behind a number, numbers and Latin words, by where they begin: where each ends and what it
    costs.
    """
    if _SPECIAL.search(text) is None:
        return _NONE
    measured = (at for at in range(1, len(text)) if text[at] in MEASURES and text[at - 1] in _NUMBER_END)
    found = {at: ((at + 1, _EXPECTED_COST),) for at in measured}
    for run in _RUN.finditer(text):
        found[run.start()] = (*found.get(run.start(), ()), (run.end(), _RUN_COST))
    return found


def _tokens(text: str, start: int, special: _Special) -> list[tuple[int, float]]:
    """Every token that can begin at ``start``: where it ends and what it costs."""
    alone, known, longer = known_from(text[start])
    tokens = [(start + 1, alone)]
    pair = text[start : start + 2]
    if len(pair) == 2 and pair in known:
        tokens.append((start + 2, known[pair]))
    for length in longer.get(pair, ()):
        end = start + length
        if end > len(text):
            break
        token = known.get(text[start:end])
        if token is not None:
            tokens.append((end, token))
    return tokens + list(special.get(start, ()))


@cache
def known_from(first: str) -> tuple[float, Mapping[str, float], Mapping[str, tuple[int, ...]]]:
    """The words that begin with the character ``first``: what it costs alone, what each costs, and how long those of
    three characters and more are, by the first two.

    Few pairs of characters begin a word, so that most strings need not be looked up. Shared and cached: not to be
    changed.
    """
    known = words.costs(first)
    if first not in known:
        han = first == "○" or "\u3400" <= first <= "\u9fff" or first >= "\U00020000"
        known[first] = _UNKNOWN_COST if han else _MARK_COST
    longer: dict[str, tuple[int, ...]] = {}
    for word in [word for word in known if len(word) > 2]:
        lengths = longer.get(word[:2], ())
        if len(word) not in lengths:
            longer[word[:2]] = tuple(sorted((*lengths, len(word))))
    return known[first], known, longer
