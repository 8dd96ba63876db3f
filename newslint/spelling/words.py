"""The words of the word list over a place of a text."""

from __future__ import annotations

from math import exp, log1p
from typing import NamedTuple

from newslint.chinese.segmentation import known_from
from newslint.chinese.words import total

_LONGEST = 6


class Word(NamedTuple):
    """The longest word over a place: its length, 0 for none, the logarithm of its count, and where it begins."""

    length: int
    often: float
    start: int


def word_over(text: str, at: int, char: str) -> Word:
    """Return the longest word of two to six characters over a place with ``char`` there, of several the commonest."""
    first = max(0, at - _LONGEST + 1)
    window = text[first:at] + char + text[at + 1 : at + _LONGEST]
    place = at - first
    best = (0, 0.0, 0)
    for start in range(max(0, place - _LONGEST + 1), place + 1):
        _, known, longer = known_from(window[start])
        pair = window[start : start + 2]
        lengths = longer.get(pair, ())
        if start >= place - 1 and pair in known:
            lengths = (2, *lengths)
        for length in lengths:
            if place - start < length <= min(_LONGEST, len(window) - start):
                cost = known.get(window[start : start + length])
                if cost is not None:
                    best = max(best, (length, -cost, -start))
    length, likely, start = best
    if not length:
        return Word(0, 0.0, at)
    return Word(length, log1p(round(total() * exp(likely))), first - start)


def word_span(text: str, at: int, char: str) -> tuple[int, int]:
    """Return the span of the word that the text has with ``char`` at a place, of the place alone if it has none."""
    word = word_over(text, at, char)
    return (word.start, word.start + word.length) if word.length else (at, at + 1)
