"""A stretch of text to its misspellings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.spelling.candidates import candidates, framed, is_strong
from newslint.spelling.grams import PADDING
from newslint.spelling.idioms import idioms
from newslint.spelling.pairs import pairs
from newslint.spelling.places import Places
from newslint.spelling.spared import follows_number, is_counted, is_spared
from newslint.spelling.tables import tables

if TYPE_CHECKING:
    from newslint.spelling.evidence import Row

#: Text is scanned in stretches of at most so many characters, where possible whole articles.
LONGEST = 6_000
#: Suggestions that are so much less likely than the best are not offered, nor more than three.
_NEAR = 1.0
_MOST = 3


class Suspect(NamedTuple):
    """A character that is probably wrong.

    ``kind`` is how it was found: ``idiom``, ``ranked`` or ``pair``; ``at`` its place, ``meant`` the characters that may
    be meant, the likeliest first; ``certainty`` by how much the score is above that of an error, below 0 for a warning,
    and 0 for an idiom, which is ``idiom`` and begins at ``start``.
    """

    kind: str
    at: int
    meant: tuple[str, ...]
    certainty: float = 0.0
    idiom: str = ""
    start: int = 0


def misspellings(text: str) -> list[Suspect]:
    """Return the probable misspellings in a stretch of text, in order, with scores that reach a warning."""
    places = Places(text, tables())
    found: dict[int, Suspect] = {}
    pad = len(PADDING)
    likely, others = framed(places)
    in_doubt = places.suspicious(likely)
    for at, rows in _ranked(places, in_doubt):
        if suspect := _suspect("ranked", at - pad, rows):
            found[at] = suspect
    for at, rows in paired_rows(places):
        suspect = _suspect("pair", at - pad, rows)
        if suspect and (at not in found or suspect.certainty > found[at].certainty):
            found[at] = suspect
    for at, start, idiom in idioms(places, in_doubt + others):
        if places.suspicious([at]) and not places.is_repeated(at) and not is_spared(places.text, at):
            found[at] = Suspect("idiom", at - pad, (idiom[at - start],), 0.0, idiom, start - pad)
    return [found[at] for at in sorted(found)]


def ranked_rows(places: Places) -> Iterator[tuple[int, list[Row]]]:
    """Yield the doubtful places where another character fits, with the evidence for each that does."""
    likely, _ = framed(places)
    return _ranked(places, places.suspicious(likely))


def _ranked(places: Places, in_doubt: Sequence[int]) -> Iterator[tuple[int, list[Row]]]:
    text = places.text
    for at, known in candidates(places, [at for at in in_doubt if not follows_number(text, at)]).items():
        fitting = [own for own in known if not is_counted(text, at, chr(own.code))]
        strong = [own for own in fitting if is_strong(places, at, own)]
        if strong and not places.is_repeated(at) and not is_spared(text, at):
            from newslint.spelling.evidence import Context, Row  # one place in a thousand comes here

            context = Context(places, at)
            yield at, [Row(own.code, context.ranked(own, len(fitting)), context) for own in strong]


def paired_rows(places: Places) -> Iterator[tuple[int, list[Row]]]:
    """Yield the places where the other character of a pair fits better, with the evidence for it."""
    for at, row in pairs(places):
        if not follows_number(places.text, at) and not is_spared(places.text, at):
            yield at, [row]


def _suspect(kind: str, at: int, rows: Sequence[Row]) -> Suspect | None:
    from newslint.spelling.evidence import MOST_GAIN
    from newslint.spelling.scores import model, score

    weights = model()[kind]
    most = MOST_GAIN * max(0.0, weights.gain)
    scored = []
    for row in rows:
        own = score(weights, row.evidence)
        if own + most >= weights.warning:
            scored.append((own + weights.gain * row.gain(), row.code))
    best = max(scored, default=(weights.warning - 1,))[0]
    if best < weights.warning:
        return None
    meant = [chr(code) for own, code in sorted(scored, reverse=True) if own >= best - _NEAR]
    return Suspect(kind, at, tuple(meant[:_MOST]), best - weights.error)
