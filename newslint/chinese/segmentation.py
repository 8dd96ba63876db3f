"""Segmentation of a short text into words, and the proof that a string stands in it as a word.

The best segmentation is the cheapest one: every word costs what the word list says (rare words cost more), and the costs
of a segmentation add up. No word is guessed from its characters, so an unknown name falls into single characters. Numbers
and Latin words are one token each. All costs are in nats; all positions are code points.

Meant for a sentence or a window of one. Nothing here should be run over whole articles.
"""

import re
from functools import cache
from math import log

from newslint.patterns import compile_pattern

from . import words

Span = tuple[int, int]

#: Characters of context on each side that can still move a word boundary; what lies farther off is not looked at.
WINDOW = 12

#: The frequency lent to a string that the word list does not know, when the question is whether it stands as a word.
LENT_FREQUENCY = 50

#: Nats by which the reading with the word must beat every reading without it. Measured on 60 invented sentences that hold
#: a word (58 pass, two miss it by a hair) and 75 where its characters belong to two words (73 are refused). In 1,600 news
#: articles it proved 12 places of 171 wrong words, all real, and refused 62, of which 61 were chance meetings of two words.
MARGIN = 1.0

#: Characters that no word crosses.
MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—～·,;:?!()[]\"' \u3000\t\r\n"

#: Measure words that are nearly always just that after a number.
MEASURES = frozenset(
    "个种次条位名件年月日天周元届项款幅轮员头点家台套部座张只支枚颗株棵辆艘架间栋幢层户口匹群批对双副串片块段篇章节期回场份笔桩宗"
    "封册集首句股阵番趟遍顿米吨斤克里亩岁秒号级倍成处所"
)

NUMERALS = frozenset("〇○零一二三四五六七八九十百千万亿两几半多数余第")

_MARKS = frozenset(MARKS)
_INFINITE = float("inf")
_NUMBER_END = frozenset("0123456789０１２３４５６７８９万亿余")
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
        spans.append((back[end], end))
        end = back[end]
    spans.reverse()
    return spans


def cost(text: str) -> float:
    """What the cheapest segmentation of ``text`` costs, in nats; 0 for an empty text."""
    return _forward(text)[0][-1]


def stands_alone(text: str, start: int, end: int, *, as_frequency: int | None = None) -> bool:
    """Prove that ``text[start:end]`` is a word where it stands, and not the seam of two others.

    It serves words outside the list (a misspelling such as 通迅 in 通迅地址, but not in 畅通迅速) as well as words in it
    (的确 in 形势的确严峻, but not in 目的确定). False means "not proved": a rule should then stay silent.

    ``as_frequency`` is how common the string is taken to be, above 0. The default is its own frequency, and at least
    ``LENT_FREQUENCY``. It tips the balance where the single characters are common words in their own right (既使, 在次):
    there a rule that knows its misspelling to be common may lend more, and one that doubts it less.
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
    return _forward(left + word + right, without=(at, at + len(word)))[0][-1] - with_word


def before(text: str, position: int) -> str:
    """The last characters before ``position`` that can form a word with what follows: ``WINDOW`` at most, no mark."""
    window = text[max(0, position - WINDOW) : position]
    for at in range(len(window) - 1, -1, -1):
        if window[at] in _MARKS:
            return window[at + 1 :]
    return window


def after(text: str, position: int) -> str:
    """The first characters from ``position`` on that can form a word with what precedes: ``WINDOW`` at most, no mark."""
    window = text[position : position + WINDOW]
    for at, char in enumerate(window):
        if char in _MARKS:
            return window[:at]
    return window


def costs_to(text: str) -> list[float]:
    """For each position 0..len(text): the cost of the cheapest segmentation of what lies before it."""
    return _forward(text)[0]


def costs_from(text: str) -> list[float]:
    """For each position 0..len(text): the cost of the cheapest segmentation of what lies from there on."""
    size = len(text)
    best = [0.0] * (size + 1)
    runs = _runs(text)
    for start in range(size - 1, -1, -1):
        best[start] = min(price + best[end] for end, price in _tokens(text, start, runs))
    return best


def _forward(text: str, without: Span | None = None) -> tuple[list[float], list[int]]:
    """Cheapest cost up to each position, and where the last token before it began; ``without`` names a token ruled out."""
    size = len(text)
    best = [0.0] + [_INFINITE] * size
    back = [0] * (size + 1)
    runs = _runs(text)
    barred, barred_end = without or (-1, -1)
    # The tokens of ``_tokens`` in the same order, without a list of them: this is what most of the time is spent on.
    for start, first in enumerate(text):
        here = best[start]
        known, longer = known_from(first)
        after_one = start + 1
        lengths = longer.get(text[after_one : after_one + 1])
        price = here + known[first]
        if price < best[after_one] and not (start == barred and after_one == barred_end):
            best[after_one] = price
            back[after_one] = start
        if lengths is not None:
            for length in lengths:
                end = start + length
                if end > size:
                    break
                token = known.get(text[start:end])
                if token is not None and here + token < best[end] and not (start == barred and end == barred_end):
                    best[end] = here + token
                    back[end] = start
        if first in MEASURES and start and text[start - 1] in _NUMBER_END:
            if here + _EXPECTED_COST < best[after_one] and not (start == barred and after_one == barred_end):
                best[after_one] = here + _EXPECTED_COST
                back[after_one] = start
        if start in runs:
            end = runs[start]
            if here + _RUN_COST < best[end] and not (start == barred and end == barred_end):
                best[end] = here + _RUN_COST
                back[end] = start
    return best, back


# Compiled at first use: most runs of the program never come here, and start-up is felt.
@cache
def _run() -> re.Pattern[str]:
    return compile_pattern(
        r"[0-9０-９]+(?:[.．,:][0-9０-９]+)*[%％‰]?"
        r"|[A-Za-zＡ-Ｚａ-ｚ]+(?:[-'][A-Za-z]+)*"
        r"|[〇○零一二三四五六七八九十百千万亿两]{3,}"
    )


def _runs(text: str) -> dict[int, int]:
    return {run.start(): run.end() for run in _run().finditer(text)}


def _tokens(text: str, start: int, runs: dict[int, int]) -> list[tuple[int, float]]:
    """Every token that can begin at ``start``: where it ends and what it costs."""
    first = text[start]
    known, longer = known_from(first)
    tokens = []
    for length in (1, *longer.get(text[start + 1 : start + 2], ())):
        end = start + length
        if end > len(text):
            break
        price = known.get(text[start:end])
        if price is not None:
            tokens.append((end, price))
    if first in MEASURES and start and text[start - 1] in _NUMBER_END:
        tokens.append((start + 1, _EXPECTED_COST))
    if start in runs:
        tokens.append((runs[start], _RUN_COST))
    return tokens


@cache
def known_from(first: str) -> tuple[dict[str, float], dict[str, tuple[int, ...]]]:
    """The words that begin with the character ``first``: the cost of each, and how long those of more than one character are,
    by their second character.

    The character alone is always among them, whatever it is. Few pairs of characters begin a word, so that most strings need
    not be looked up. Shared and cached: not to be changed.
    """
    known = words.costs(first)
    if first not in known:
        han = first == "○" or "\u3400" <= first <= "\u9fff" or first >= "\U00020000"
        known[first] = _UNKNOWN_COST if han else _MARK_COST
    lengths: dict[str, set[int]] = {}
    for word in known:
        if len(word) > 1:
            lengths.setdefault(word[1], set()).add(len(word))
    return known, {second: tuple(sorted(found)) for second, found in lengths.items()}
