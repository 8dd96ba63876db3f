"""Idioms of four characters with one put for another of its sound or shape: 想谈甚欢."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from newslint.chinese.words import is_word
from newslint.spelling.grams import number_of
from newslint.spelling.lanes import taken
from newslint.spelling.places import Places
from newslint.spelling.tables import IDIOM_SLOTS

_LENGTH = 4


class Slip(NamedTuple):
    """A character that misspells an idiom: its place, where the idiom begins, and the idiom."""

    at: int
    start: int
    idiom: str


def idioms(places: Places, in_doubt: Sequence[int]) -> Iterator[Slip]:
    """Yield the misspelt idioms at some places. The other three characters must be those of the idiom.

    Two characters of it stand beside the place, on the same side: so do they at one place in ten.
    """
    threes, twos, own = places.numbered.threes, places.numbered.twos, places.number
    flags = places.tables.idiom_pairs.of(taken(twos, [at - 2 for at in in_doubt] + [at + 1 for at in in_doubt]))
    for at in compress(in_doubt, flags):
        yield from _slips(places, at, 2, number_of(own(at - 2), own(at - 1), own(at + 1)))
        yield from _slips(places, at, 3, threes[at - 3])
    for at in compress(in_doubt, flags[len(in_doubt) :]):
        yield from _slips(places, at, 0, threes[at + 1])
        yield from _slips(places, at, 1, number_of(own(at - 1), own(at + 1), own(at + 2)))


def _slips(places: Places, at: int, place: int, rest: int) -> Iterator[Slip]:
    """Yield the idioms that a character misspells if it stands at this place of them, and the others have a number."""
    slots = places.tables.idiom_slots
    slot = rest >> 4 * place & IDIOM_SLOTS  # ``idiom_slot``
    while entry := slots[slot]:
        idiom = places.tables.idiom(entry, rest)
        if idiom and _is_meant(places, at, place, idiom):
            yield Slip(at, at - place, idiom)
        slot = slot + 1 & IDIOM_SLOTS


def _is_meant(places: Places, at: int, place: int, idiom: str) -> bool:
    """Return True if the character at this place of the form written may be a misspelling of that of an idiom.

    The form must be no word itself, nor written twice.
    """
    form = places.text[at - place : at - place + _LENGTH]
    return (
        idiom[:place] == form[:place]
        and idiom[place + 1 :] == form[place + 1 :]
        and places.tables.kinds(ord(form[place]), ord(idiom[place])) > 0
        and not is_word(form)
        and places.text.count(form) == 1
    )
