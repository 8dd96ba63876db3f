"""Units of measurement that may be written in two ways, of which an article keeps to one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter

from newslint.checks.check import Gate, Match, Place
from newslint.checks.either_form import CONSISTENT, COUNTS, Occurrence, Sign, Usage, all_at_first, either_form
from newslint.checks.numbers.gates import (
    has_both_kilograms,
    has_both_kilometres,
    has_name,
    has_names_and_symbols,
    has_symbol,
)
from newslint.checks.registry import Declared
from newslint.document import Article, Document
from newslint.document.quantities import Quantity, quantities
from newslint.finding import Edit

#: The names of units by their symbols, for those that articles write either way; voltages and powers
#: have symbols everywhere (110kV).
NAME_OF = {
    "kg": "千克",
    "mg": "毫克",
    "km": "千米",
    "cm": "厘米",
    "mm": "毫米",
    "mL": "毫升",
    "ml": "毫升",
    "L": "升",
    "g": "克",
    "m": "米",
    "t": "吨",
}
_SYMBOL_OF = {name: symbol for symbol, name in NAME_OF.items() if symbol != "ml"} | {"公里": "km", "公斤": "kg"}
_OTHER_NAME = {"千米": "公里", "千克": "公斤"}
_OTHER_THINGS = frozenset("级/²³23·")


def _units(document: Document, article: Article, want: str) -> Iterator[Occurrence]:
    """Yield the units of measurement behind figures, by name (150千克) or by symbol (1600ml).

    Where neither is wanted and most have symbols, the article is about technical data and may have both.
    """
    found = list(_occurrences(document, article))
    if want != CONSISTENT or 2 * sum(place.form == "symbol" for place in found) <= len(found):
        yield from found


def _quantities_of(document: Document, article: Article) -> Sequence[Quantity]:
    found = document.once(quantities)
    first, last = (bisect_left(found, at, key=attrgetter("start")) for at in (article.start, article.end))
    return found[first:last]


def _occurrences(document: Document, article: Article) -> Iterator[Occurrence]:
    view = document.view
    for quantity in _quantities_of(document, article):
        if quantity.form not in ("figures", "great"):
            continue
        start, end = quantity.number_end, quantity.unit_end
        unit = quantity.unit
        if view[end : end + 1] in _OTHER_THINGS or view[start:end] != unit:
            continue
        if len(unit) == 1 and len(quantity.number) == 1 and unit in NAME_OF:
            continue  # 阿里安4L火箭, 5t
        if unit in NAME_OF:
            yield Occurrence(quantity.number_start, end, "symbol", (Edit(start, end, _name_in(document, unit)),))
        elif unit in _SYMBOL_OF:
            yield Occurrence(quantity.number_start, end, "name", (Edit(start, end, _SYMBOL_OF[unit]),))


def _all_with_another(document: Document, usage: Usage) -> Iterator[Match]:
    """Yield one match for all odd units, with the first of the others as a related place."""
    related = tuple(Place(place.start, place.end, "other") for place in usage.others[:1])
    for match in all_at_first(document, usage):
        yield match._replace(related=related)


UNIT_FORM = Sign(
    {"name": has_name, "symbol": has_symbol},
    _units,
    _all_with_another,
    COUNTS,
    ("several", "other"),
    gate=has_names_and_symbols,
)


def _name_in(document: Document, symbol: str) -> str:
    """Return the name of a unit: the colloquial one, if the document has it and not the other."""
    name = NAME_OF[symbol]
    other = _OTHER_NAME.get(name)
    return other if other and other in document.text and name not in document.text else name


def _has(word: str) -> Gate:
    return lambda document: word in document.text


def _named(forms: tuple[str, str]) -> Callable[[Document, Article, str], Iterator[Occurrence]]:
    def find(document: Document, article: Article, want: str) -> Iterator[Occurrence]:
        for quantity in _quantities_of(document, article):
            if quantity.unit in forms:
                other = forms[1 - forms.index(quantity.unit)]
                start, end = quantity.unit_end - len(quantity.unit), quantity.unit_end
                if not _is_term(document.view, quantity):
                    yield Occurrence(quantity.number_start, end, quantity.unit, (Edit(start, end, other),))

    return find


def _is_term(view: str, quantity: Quantity) -> bool:
    """Whether a unit belongs to a set phrase: seismologists give depths in 千米."""
    return "深度" in view[max(0, quantity.start - 6) : quantity.start]


def two_names(one: str, other: str, has_both: Gate) -> Sign:
    """Return the sign of a unit that has two names."""
    forms = {one: _has(one), other: _has(other)}
    return Sign(forms, _named((one, other)), _all_with_another, COUNTS, ("several", "other"), gate=has_both)


KILOMETRE = two_names("公里", "千米", has_both_kilometres)
KILOGRAM = two_names("公斤", "千克", has_both_kilograms)

CHECKS: Mapping[str, Declared] = {
    "kilogram": either_form(KILOGRAM),
    "kilometre": either_form(KILOMETRE),
    "unit-form": either_form(UNIT_FORM),
}
