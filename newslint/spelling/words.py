"""The words of the word list over a place of a text."""

from __future__ import annotations

from math import log1p
from typing import NamedTuple

from newslint.chinese.words import frequency

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
    for length in range(_LONGEST, 1, -1):
        starts = range(max(0, place - length + 1), min(place, len(window) - length) + 1)
        counts = [(frequency(window[start : start + length]), -start) for start in starts]
        often, start = max(counts, default=(0, 0))
        if often:
            return Word(length, log1p(often), first - start)
    return Word(0, 0.0, at)


def word_span(text: str, at: int, char: str) -> tuple[int, int]:
    """Return the span of the word that the text has with ``char`` at a place, of the place alone if it has none."""
    word = word_over(text, at, char)
    return (word.start, word.start + word.length) if word.length else (at, at + 1)
