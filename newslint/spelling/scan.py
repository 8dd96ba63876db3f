"""A stretch of text to its misspellings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.spelling.candidates import candidates, doubtful
from newslint.spelling.evidence import Context
from newslint.spelling.grams import PADDING
from newslint.spelling.idioms import idiom_at
from newslint.spelling.pairs import pairs
from newslint.spelling.places import Places
from newslint.spelling.scores import Model, model, score
from newslint.spelling.tables import tables

#: Text is scanned in stretches of at most so many characters, where possible whole articles.
LONGEST = 6_000
#: Opening and closing marks, and how far apart they are at most where they mention a word or a title.
_MENTIONS = (("“", "”", 14), ("‘", "’", 14), ("「", "」", 14), ("《", "》", 40))
#: Suggestions that are so much less likely than the best are not offered, nor more than three.
_NEAR = 1.0
_MOST = 3
#: An evidence row: the code point of the character that may be meant, and the numbers that speak for it.
Row = tuple[int, tuple[float, ...]]


class Suspect(NamedTuple):
    """A character that is probably wrong.

    ``kind`` is how it was found: ``idiom``, ``ranked`` or ``pair``; ``at`` its place, ``meant`` the characters that may
    be meant, the likeliest first; ``score`` is comparable within a kind, and 0 for an idiom, which is ``idiom``.
    """

    kind: str
    at: int
    meant: tuple[str, ...]
    score: float = 0.0
    idiom: str = ""
    start: int = 0


def misspellings(text: str) -> list[Suspect]:
    """Return the probable misspellings in a stretch of text, in order, with scores that reach a warning."""
    weights = model()
    places = Places(text, tables())
    found: dict[int, Suspect] = {}
    pad = len(PADDING)
    in_doubt = doubtful(places)
    for at, rows in _ranked(places, in_doubt):
        if suspect := _suspect("ranked", at - pad, rows, weights):
            found[at] = suspect
    for at, rows in paired_rows(places):
        suspect = _suspect("pair", at - pad, rows, weights)
        if suspect and (at not in found or _certainty(suspect, weights) > _certainty(found[at], weights)):
            found[at] = suspect
    for at in in_doubt:
        if (idiom := idiom_at(places, at)) and not is_mentioned(places.text, at):
            start, right = idiom
            found[at] = Suspect("idiom", at - pad, (right[at - start],), 0.0, right, start - pad)
    return [found[at] for at in sorted(found)]


def ranked_rows(places: Places) -> Iterator[tuple[int, list[Row]]]:
    """Yield the doubtful places where another character fits, with the evidence for each that does."""
    return _ranked(places, doubtful(places))


def _ranked(places: Places, in_doubt: Sequence[int]) -> Iterator[tuple[int, list[Row]]]:
    for at in in_doubt:
        fitting = candidates(places, at)
        if fitting and not places.is_repeated(at) and not is_mentioned(places.text, at):
            context = Context(places, at)
            yield at, [(candidate.code, context.ranked(candidate, len(fitting))) for candidate in fitting]


def paired_rows(places: Places) -> Iterator[tuple[int, list[Row]]]:
    """Yield the places where the other character of a pair fits better, with the evidence for it."""
    for at, code, evidence in pairs(places):
        if not is_mentioned(places.text, at):
            yield at, [(code, evidence)]


def _suspect(kind: str, at: int, rows: Sequence[Row], weights: Model) -> Suspect | None:
    scored = sorted(((score(weights[kind], evidence), code) for code, evidence in rows), reverse=True)
    best = scored[0][0]
    if best < weights[kind].warning:
        return None
    meant = tuple(chr(code) for own, code in scored[:_MOST] if own >= best - _NEAR)
    return Suspect(kind, at, meant, best)


def _certainty(suspect: Suspect, weights: Model) -> float:
    return suspect.score - weights[suspect.kind].error


def is_mentioned(text: str, at: int) -> bool:
    """Return True if a place is in a short quotation or in a title, where what is odd is meant."""
    for opening, closing, most in _MENTIONS:
        start = text.rfind(opening, max(0, at - most), at)
        if start >= 0 and text.find(closing, start, at) < 0 and text.find(closing, at, start + most + 2) >= 0:
            return True
    return False
