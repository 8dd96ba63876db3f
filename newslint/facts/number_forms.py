"""Numbers that an article may write in two ways: per cent, and the same count of the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newslint.chinese.names import is_han_run
from newslint.document import Document
from newslint.document.quantities import CALENDAR, quantities
from newslint.facts.mention import mention
from newslint.patterns import lazy

_PERCENT = lazy("[0-9]+(?:\\.[0-9]+)?[%％]|百分之[一二三四五六七八九十零点]{1,6}(?![几多余百一二三四五六七八九十])")
#: What stands behind a number of either kind: the unit and the noun begin with it.
_BEHIND_FIGURES = lazy("[0-9](元|[㐀-鿿]{3})")
_BEHIND_HAN = lazy("[〇零一二两三四五六七八九十百千](元|[㐀-鿿]{3})")
#: Numbers that are meant loosely, or are a word of their own.
_LOOSE = lazy("[一二三四五六七八九]{2}十|百")


#: From so many on, the same sum of money is the same thing.
_SUM = 100


class NumberForm(NamedTuple):
    """A number from ``start`` to ``end``; two with the same ``key`` and different ``style`` are one thing."""

    form: str
    start: int
    end: int
    article: int
    key: str
    style: str


def percentages(document: Document) -> tuple[NumberForm, ...]:
    """Return the percentages outside quotations, in order; all of them have one key."""
    return tuple(_percentages(document)) if has_percentages(document) else ()


def has_percentages(document: Document) -> bool:
    """Return True if a document writes per cent in two ways."""
    view = document.view
    return "百分之" in view and ("%" in view or "％" in view)


def _percentages(document: Document) -> Iterator[NumberForm]:
    for match in _PERCENT.finditer(document.view):
        if not document.inside(match.start(), match.end(), "quotation") and not _LOOSE.search(match[0][3:]):
            style = "百分之" if match[0].startswith("百分之") else "%"
            place = mention(document, *match.span())
            yield NumberForm(style, place.start, place.end, place.article, "%", style)


def counts(document: Document) -> tuple[NumberForm, ...]:
    """Return the counts of things with their nouns, in order: 四所高校, 4所高校."""
    return tuple(_counts(document))


def has_counts(document: Document) -> bool:
    """Return True if a document has a count of one thing in two ways."""
    view = document.view
    # To read all numbers takes many times as long.
    if {*_BEHIND_FIGURES.findall(view)}.isdisjoint(_BEHIND_HAN.findall(view)):
        return False
    styles: dict[str, set[str]] = {}
    for count in document.once(counts):
        styles.setdefault(count.key, set()).add(count.style)
    return any(len(found) > 1 for found in styles.values())


def _counts(document: Document) -> Iterator[NumberForm]:
    view = document.view
    for quantity in document.once(quantities):
        noun = view[quantity.unit_end : quantity.unit_end + 2]
        if (
            quantity.form in ("han", "figures")
            and quantity.unit
            and is_han_run(quantity.unit)
            and quantity.unit not in CALENDAR
            and not (quantity.before or quantity.more or quantity.after)
            and quantity.value is not None
            and quantity.value > 1
        ):
            if quantity.unit == "元" and quantity.value >= _SUM:
                noun = ""
            elif len(quantity.number) > 2 or len(noun) < 2 or not is_han_run(noun):
                continue
            end = quantity.unit_end + len(noun)
            place = mention(document, quantity.number_start, end)
            yield NumberForm(*place, f"{quantity.value:g}{quantity.unit}{noun}", quantity.form)
