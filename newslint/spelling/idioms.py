"""Idioms of four characters with one put for another of its sound or shape: 想谈甚欢."""

from __future__ import annotations

from newslint.chinese.words import is_word
from newslint.spelling.places import Places

_LENGTH = 4
#: For each place of an idiom, where the other three are, seen from it.
_OTHERS = ((0, (1, 2, 3)), (1, (-1, 1, 2)), (2, (-2, -1, 1)), (3, (-3, -2, -1)))


def idiom_at(places: Places, at: int) -> tuple[int, str] | None:
    """Return where the idiom begins that a suspicious place misspells, and the idiom; None if there is none.

    Its other three characters must be those of the idiom, and the form no word itself, nor written twice.
    """
    text, tables = places.text, places.tables
    first, second, third = places.first, places.second, places.third
    slots, last = tables.idiom_slots, len(tables.idiom_slots) - 1
    for place, (one, two, three) in _OTHERS if at + _LENGTH <= len(text) else ():
        slot = (first[at + one] ^ second[at + two] ^ third[at + three]) >> 4 * place & last  # ``idiom_slot``
        if slots[slot]:
            start = at - place
            form = text[start : start + _LENGTH]
            for idiom in tables.idioms(slot):
                if (
                    idiom[:place] == form[:place]
                    and idiom[place + 1 :] == form[place + 1 :]
                    and tables.kinds(ord(form[place]), ord(idiom[place]))
                    and not is_word(form)
                    and text.count(form) == 1
                ):
                    return start, idiom
    return None
