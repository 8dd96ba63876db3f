"""What speaks for and against a character at a place: the numbers that the scores are made of."""

from __future__ import annotations

from functools import cache
from math import exp, log1p
from typing import NamedTuple

from newslint.chinese import segmentation
from newslint.chinese.names import COMMON
from newslint.spelling.candidates import Candidate
from newslint.spelling.places import Places
from newslint.spelling.tables import LEAST, SINGLE_STEP, STEP
from newslint.spelling.words import word_over

#: Articles counted, as a logarithm.
_ARTICLES = 11.5236
#: What a string that is not in the tables is taken for, and the evidence where there is none.
_NEVER = -9.0
#: The logarithm of one more than the articles that have a string, by its level.
COUNTS = (0.0, *(log1p(LEAST * exp((level - 0.5) / STEP)) for level in range(1, 16)))
#: Below this, as a logarithm of articles, a character that an article has more than once belongs to its subject.
_SELDOM = 8.0
#: That of a string below the first level.
_RARE = log1p(LEAST / 2)

#: By how many nats another character makes the words around a place likelier or less likely at most. What is farther
#: off is a matter of one rare name, and most places are decided without the costly question.
MOST_GAIN = 8.0

#: The evidence of the ranker, in the order of ``ranked``.
RANKED = tuple(
    "middle inside most all written_left written_right left_mark right_mark fit_worst fit_best new_fit likely"
    " written_alone alone word2 word3 word4 word_count old2 old3 old_count only_new tone same near shape"
    " surname_before surname_two_before surname seen3 seen2 single others digit written again again_rare".split()
)
#: That of the pairs, in the order of ``paired``.
PAIRED = tuple(
    "middle before after best worst all left right written_best likely_before likely_after alone"
    " old2 old3 word2 word3 word4 old_count word_count seen".split()
)


class Context:
    """What surrounds a place, and the character written there."""

    def __init__(self, places: Places, at: int) -> None:
        self.places, self.at = places, at
        self.text, tables = places.text, places.tables
        self.written = self.text[at]
        self.before, self.after = self.text[at - 1], self.text[at + 1]
        is_han = tables.has_candidates
        codes = places.codes
        self.has_before, self.has_after = bool(is_han(codes[at - 1])), bool(is_han(codes[at + 1]))
        self.two_before = _rarely(places.pair_level(at - 2))
        self.two_after = _rarely(places.pair_level(at + 1))
        self.alone = single(places, codes[at])
        self.alone_before, self.alone_after = single(places, codes[at - 1]), single(places, codes[at + 1])
        self.left = COUNTS[places.pair_level(at - 1)] if self.has_before else 0.0
        self.right = COUNTS[places.pair_level(at)] if self.has_after else 0.0
        self.fits = self._fits(self.left, self.right, self.alone)
        #: The levels of the strings of three over the place and its neighbours, in their order.
        self._levels = tables.strings.levels([places.numbered.threes[start] for start in range(at - 3, at + 2)])
        self.word = word_over(self.text, at, self.written)
        self._costs: tuple[str, str, float] | None = None

    def with_char(self, code: int) -> tuple[float, float]:
        """Return the counts of another character with its left and its right neighbour."""
        level, codes = self.places.level_of, self.places.codes
        left = level(codes[self.at - 1], code) if self.has_before else 0
        right = level(code, codes[self.at + 1]) if self.has_after else 0
        return COUNTS[left], COUNTS[right]

    def _fits(self, left: float, right: float, alone: float) -> tuple[float, float]:
        """Return how much more often than by chance a character stands with each neighbour, the worse first."""
        fits = []
        if self.has_before:
            fits.append(left - max(0.0, self.alone_before + alone - _ARTICLES))
        if self.has_after:
            fits.append(right - max(0.0, self.alone_after + alone - _ARTICLES))
        return (min(fits), max(fits)) if fits else (0.0, 0.0)

    def ranked(self, candidate: Candidate, others: int) -> tuple[float, ...]:
        """Return the evidence for a candidate, one of so many, named by ``RANKED``."""
        char = chr(candidate.code)
        middle, before, after = (COUNTS[level] for level in candidate[1:])
        left, right = self.with_char(candidate.code)
        alone = single(self.places, candidate.code)
        word = word_over(self.text, self.at, char)
        kinds = self.places.tables.kinds(ord(self.written), candidate.code)
        count = self.text.count
        again = min(count(self.written) - 1, 3)
        seen3 = count(self.before + char + self.after)
        seen2 = max(
            count(self.before + char) if self.has_before else 0, count(char + self.after) if self.has_after else 0
        )
        likely = max(before - self.two_before if before else _NEVER, after - self.two_after if after else _NEVER)
        return (
            middle,
            min(before, after),
            max(middle, before, after),
            middle + before + after,
            self.left,
            self.right,
            not self.has_before,
            not self.has_after,
            *self.fits,
            self._fits(left, right, alone)[1],
            likely,
            self.alone,
            alone,
            word.length == 2,
            word.length == 3,
            word.length > 3,
            word.often,
            self.word.length == 2,
            self.word.length > 2,
            self.word.often,
            word.length == 2 and not self.word.length,
            kinds & 1 > 0,
            kinds & 2 > 0,
            kinds & 4 > 0,
            kinds & 8 > 0,
            self.before in COMMON,
            self.text[self.at - 2] in COMMON,
            self.written in COMMON,
            min(seen3, 2),
            min(seen2, 3),
            self._stands_alone(),
            min(others, 8),
            self.before.isdigit() or self.after.isdigit(),
            sum(COUNTS[level] for level in self._levels[1:4]),
            again,
            again if self.alone < _SELDOM else 0,
        )

    def gain(self, char: str) -> float:
        """Return by how many nats the words around the place are likelier with another character there, of a large
        gain or loss so much as counts.
        """
        if self._costs is None:
            before, after = segmentation.before(self.text, self.at), segmentation.after(self.text, self.at + 1)
            self._costs = before, after, segmentation.cost(before + self.written + after)
        before, after, cost = self._costs
        return max(-MOST_GAIN, min(MOST_GAIN, cost - segmentation.cost(before + char + after)))

    def _stands_alone(self) -> bool:
        """Return True if known strings of three cover both neighbours."""
        return any(self._levels[:3]) and any(self._levels[2:])


def single(places: Places, code: int) -> float:
    """Return the logarithm of one more than the articles that have a character, 0 for what is not Han."""
    return places.tables.singles[code] / SINGLE_STEP


@cache
def _rarely(level: int) -> float:
    return COUNTS[level] or _RARE


class Row(NamedTuple):
    """The evidence for one character that may be meant at a place: all numbers but its gain, which is costly."""

    code: int
    evidence: tuple[float, ...]
    context: Context

    def gain(self) -> float:
        """Return the gain with the character."""
        return self.context.gain(chr(self.code))
