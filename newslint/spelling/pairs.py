"""Words put for each other although both are right elsewhere: 权利 for 权力, 反应 for 反映, 截止 for 截至.

They stand in a closed list of pairs of characters (``data/pairs.txt``), each tried both ways wherever one is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import TYPE_CHECKING

from newslint.spelling.characters import partners
from newslint.spelling.lanes import taken
from newslint.spelling.places import Places

if TYPE_CHECKING:
    from newslint.spelling.evidence import Row

#: The least articles, as a logarithm, that one string with the other character stands in; by how much more than with
#: the written one at its best, and by how much fewer at most at its worst.
_LEAST, _BETTER, _WORSE = 3.04, 2.5, -1.5
#: After a mark this one is right before nearly any verb, and counts cannot tell it from the other.
_STARTS = ("再", "在")
_NEVER = -9.0


def pairs(places: Places) -> Iterator[tuple[int, Row]]:
    """Yield each place where the other character of a pair fits better, with the evidence, named by ``PAIRED``.

    The string of three with both neighbours must be known with it, and at most one over the place with the written one.
    """
    threes = taken(places.numbered.threes, [at - 1 for at in places.paired])
    for at in compress(places.paired, places.tables.triggers.of(threes)):
        old = places.levels(at)
        if old.count(0) > 1:
            for code in partners()[places.codes[at]]:
                if row := _row(places, at, code, old):
                    yield at, row


def _row(places: Places, at: int, code: int, old: Sequence[int]) -> Row | None:
    """Return the evidence for another character at a place; None if it does not fit better.

    ``old`` are the levels of the strings with the written one, in the order of ``_levels``.
    """
    levels = _levels(places, at, code)
    if not levels[0] or _may_start(places, at, code):
        return None
    from newslint.spelling.evidence import COUNTS, Context, Row, single  # few texts come here
    from newslint.spelling.words import word_over

    new = [COUNTS[level] for level in levels]
    gains = [one - other for one, other in zip(new, (COUNTS[level] for level in old), strict=True)]
    if max(new) < _LEAST or max(gains) < _BETTER or min(gains) < _WORSE:
        return None
    context = Context(places, at)
    left, right = context.with_char(code)
    word = word_over(places.text, at, chr(code))
    _, before, after = new
    evidence = (
        *gains,
        max(gains),
        min(gains),
        sum(gains),
        left - context.left,
        right - context.right,
        COUNTS[max(old)],
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
    )
    return Row(code, evidence, context)


def _levels(places: Places, at: int, code: int) -> tuple[int, int, int]:
    """Return the levels of the three strings of three over a place with a character there: with one neighbour on each
    side, with two before, with two after; none if the first is not known.
    """
    around = places.middle_with(code, at)
    return (around, *places.sides_with(code, at)) if around else (0, 0, 0)


def _may_start(places: Places, at: int, code: int) -> bool:
    return (places.text[at], chr(code)) == _STARTS and not places.tables.has_candidates(places.codes[at - 1])
