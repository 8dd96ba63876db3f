"""Idioms of four characters with one put for another of its sound or shape: 想谈甚欢."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.chinese.words import is_word
from newslint.spelling.places import Places
from newslint.spelling.tables import IDIOM_PAIR, IDIOM_SLOTS

_LENGTH = 4


def near_idioms(places: Places, in_doubt: Iterable[int]) -> list[int]:
    """Return those of some places that have two characters of an idiom beside them, on the same side: one in ten."""
    twos, pairs = places.twos, places.tables.idiom_pairs
    found = []
    for at in in_doubt:
        behind, before = twos[at + 1] >> IDIOM_PAIR, twos[at - 2] >> IDIOM_PAIR
        if pairs[behind >> 3] >> (behind & 7) & 1 or pairs[before >> 3] >> (before & 7) & 1:
            found.append(at)
    return found


def idiom_at(places: Places, at: int) -> tuple[int, str] | None:
    """Return where the idiom begins that a suspicious place misspells, and the idiom; None if there is none.

    Its other three characters must be those of the idiom, and the form no word itself, nor written twice.
    """
    if at + _LENGTH > len(places.text):
        return None
    first, second, third = places.first, places.second, places.third
    rests = (
        places.threes[at + 1],
        first[at - 1] ^ second[at + 1] ^ third[at + 2],
        places.twos[at - 2] ^ third[at + 1],
        places.threes[at - 3],
    )
    slots = places.tables.idiom_slots
    for place, rest in enumerate(rests):
        slot = rest >> 4 * place & IDIOM_SLOTS  # ``idiom_slot``
        while entry := slots[slot]:
            idiom = places.tables.idiom(entry, rest)
            if idiom and _is_meant(places, at, place, idiom):
                return at - place, idiom
            slot = slot + 1 & IDIOM_SLOTS
    return None


def _is_meant(places: Places, at: int, place: int, idiom: str) -> bool:
    """Return True if the character at this place of the form written may be a misspelling of that of an idiom."""
    form = places.text[at - place : at - place + _LENGTH]
    return (
        idiom[:place] == form[:place]
        and idiom[place + 1 :] == form[place + 1 :]
        and places.tables.kinds(ord(form[place]), ord(idiom[place])) > 0
        and not is_word(form)
        and places.text.count(form) == 1
    )
