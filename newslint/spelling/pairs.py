"""Words put for each other although both are right elsewhere: 权利 for 权力, 反应 for 反映, 截止 for 截至.

They stand in a closed list of pairs of characters (``data/pairs.txt``), each tried both ways wherever one is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from os.path import dirname, join

from newslint.spelling.evidence import COUNTS, Context, single
from newslint.spelling.grams import turned
from newslint.spelling.known import bits_of
from newslint.spelling.places import Places
from newslint.spelling.tables import numbers
from newslint.spelling.words import word_over

_PATH = join(dirname(__file__), "data", "pairs.txt")
#: The least articles, as a logarithm, that one string with the other character stands in; by how much more than with
#: the written one at its best, and by how much fewer at most at its worst.
_LEAST, _BETTER, _WORSE = 3.04, 2.5, -1.5
#: After a mark this one is right before nearly any verb, and counts cannot tell it from the other.
_STARTS = ("再", "在")
_NEVER = -9.0


@cache
def partners() -> Mapping[int, tuple[tuple[int, int], ...]]:
    """Return the characters that one may be put for: their code points and their bits in a block, by its own."""
    found: dict[int, dict[int, int]] = {}
    with open(_PATH, encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                one, other = map(ord, line.strip())
                found.setdefault(one, {})[other] = bits_of(numbers()[other])
                found.setdefault(other, {})[one] = bits_of(numbers()[one])
    return {code: tuple(others.items()) for code, others in found.items()}


def pairs(places: Places) -> Iterator[tuple[int, int, tuple[float, ...]]]:
    """Yield each place where the other character of a pair fits better, with its code point and the evidence, named by
    ``PAIRED``.

    The string of three with both neighbours must be known with it, and at most one over the place with the written one.
    """
    known, block_at = partners(), places.tables.known.block
    for at in places.hardly_known(known):
        block = block_at(places.first[at - 1] ^ places.third[at + 1])
        for code, bits in known[places.codes[at]]:
            if block & bits == bits and (evidence := _evidence(places, at, code)):
                yield at, code, evidence


def _evidence(places: Places, at: int, code: int) -> tuple[float, ...] | None:
    """Return the evidence for another character at a place; None if it does not fit better."""
    old, new = _counts(places, at, places.codes[at]), _counts(places, at, code)
    gains = [one - other for one, other in zip(new, old, strict=True)]
    if not new[0] or max(new) < _LEAST or max(gains) < _BETTER or min(gains) < _WORSE or _may_start(places, at, code):
        return None
    context = Context(places, at)
    left, right = context.with_char(code)
    word = word_over(places.text, at, chr(code))
    _, before, after = new
    return (
        *gains,
        max(gains),
        min(gains),
        sum(gains),
        left - context.left,
        right - context.right,
        max(old),
        before - context.two_before if before else _NEVER,
        after - context.two_after if after else _NEVER,
        single(places, code) - context.alone,
        context.word.length == 2,
        context.word.length > 2,
        word.length == 2,
        word.length == 3,
        word.length > 3,
        context.word.often,
        word.often,
        min(places.text.count(context.before + chr(code) + context.after), 2),
        context.gain(chr(code)),
    )


def _counts(places: Places, at: int, code: int) -> tuple[float, float, float]:
    """Return the counts of the three strings of three over a place with a character there: with one neighbour on each
    side, with two before, with two after.
    """
    number, level = numbers()[code], places.tables.strings.level
    around = places.first[at - 1] ^ turned(number, 10) ^ places.third[at + 1]
    before = places.first[at - 2] ^ places.second[at - 1] ^ turned(number, 20)
    after = number ^ places.second[at + 1] ^ places.third[at + 2]
    return COUNTS[level(around)], COUNTS[level(before)], COUNTS[level(after)]


def _may_start(places: Places, at: int, code: int) -> bool:
    return (places.text[at], chr(code)) == _STARTS and not places.tables.has_candidates(places.codes[at - 1])
