"""Items gathered into lists: a stack of the lists that are open at each place of an article.

An ordinal continues the innermost list that expects its number; all lists opened inside that one are closed.
Offsets are code points, ends exclusive; paragraphs are counted from 0 within the article.
"""

from collections.abc import Callable
from typing import NamedTuple

from newslint.checks.lists.grammar.ordinals import ARABIC, WORDS, Form, Ordinal

#: How many paragraphs an item may be below the item before it, inside a paragraph and at the start of one.
_NEAR = 1
_FAR = 60
#: How many lists are kept open at most.
_DEPTH = 40
#: How far a number may leap and still belong to the same list.
_LEAP = 3


class Item(NamedTuple):
    """One item: its ordinal, its paragraph, whether it opens that paragraph, and the mark before it ("" at the start).

    ``mark_at`` is the offset of that mark, or of the ordinal if there is none. ``stop`` is the offset of the first full
    stop inside the item, not counting the one at its end; it is None if there is none, and for the last item, whose end
    is not known. ``end`` is the offset of the next item's mark, for the last item the end of its sentence.
    """

    ordinal: Ordinal
    paragraph: int
    opens: bool
    mark: str
    mark_at: int
    stop: int | None = None
    end: int = 0


class Enumeration:
    """A list of items in order. ``scope`` is the span of the quotation or bracket around it, or of the article.

    ``divided`` is True if several quotations share the list, so that nothing can be said of its marks. The numbers are
    as written: a list with a gap has a gap. ``followers`` are the lists that begin while this one is open. ``doubled``
    is an item before the first with the same number (一是…；一是…；二是…), which is also a list of its own.
    """

    __slots__ = ("divided", "doubled", "followers", "items", "scope")

    def __init__(self, items: list[Item], scope: tuple[int, int], doubled: Item | None = None) -> None:
        self.items = items
        self.scope = scope
        self.divided = False
        self.followers: list[Enumeration] = []
        self.doubled = doubled

    @property
    def form(self) -> Form:
        """The form of the first item."""
        return self.items[0].ordinal.form

    @property
    def inline(self) -> bool:
        """True if no item after the first opens a paragraph."""
        return not any(item.opens for item in self.items[1:])

    @property
    def nested(self) -> list["Enumeration"]:
        """The lists of two items or more inside an item: this list goes on after them."""
        last = self.items[-1].ordinal.start
        return [other for other in self.followers if len(other.items) > 1 and other.items[-1].ordinal.start < last]

    @property
    def complete(self) -> bool:
        """True if the items are numbered 1, 2, 3 … without gap or repetition."""
        return all(item.ordinal.number in (0, place) for place, item in enumerate(self.items, 1))


class Gatherer:
    """The stack of open lists of one article; ``found`` are all its lists, in order of their first item."""

    def __init__(self) -> None:
        self.found: list[Enumeration] = []
        self._open: list[Enumeration] = []

    def add(self, item: Item, scope: tuple[int, int]) -> None:
        """Put ``item`` into the list it continues, or open a new one."""
        form, number = item.ordinal.form, item.ordinal.number
        if form is Form.SIDE and number == 1 and self._second_side(item, scope):
            return
        if number != 1:
            target = self._waiting(
                item, lambda other: other.scope == scope and any(it.ordinal.form is form for it in other.items)
            ) or self._waiting(item, lambda other: other.scope == scope and _mixes(other, item))
            if target is None and (
                divided := self._waiting(item, lambda other: other.scope != scope and other.form is form)
            ):
                divided.divided = True
                target = divided
            target = target or self._broken(item, scope)
            if target is not None:
                target.items.append(item)
                del self._open[self._open.index(target) + 1 :]
                return
            if form in (Form.FIRST, Form.SIDE):
                return
        self._start(item, scope)

    def _start(self, item: Item, scope: tuple[int, int]) -> None:
        enumeration = Enumeration([item], scope, doubled=self._first_again(item, scope))
        outer = next((other for other in reversed(self._open) if other.scope == scope and _reaches(other, item)), None)
        if outer is not None:
            outer.followers.append(enumeration)
        # A list of the same form in an earlier paragraph ends, unless its items open paragraphs and this one does not.
        self._open = [other for other in self._open if not _ended_by(other, item, scope)]
        self._open.append(enumeration)
        del self._open[:-_DEPTH]
        self.found.append(enumeration)

    def _waiting(self, item: Item, suits: Callable[[Enumeration], bool]) -> Enumeration | None:
        """Return the innermost open list that ``suits`` and that expects the number of ``item``."""
        for other in reversed(self._open):
            if not suits(other) or not _reaches(other, item):
                continue
            if item.ordinal.number in (
                0,
                len(other.items) + 1 if _uncounted(other) else other.items[-1].ordinal.number + 1,
            ):
                return other
        return None

    def _broken(self, item: Item, scope: tuple[int, int]) -> Enumeration | None:
        """Return the list that ``item`` belongs to although its number does not fit: a gap or a repetition."""
        for other in reversed(self._open):
            last = other.items[-1]
            if (
                other.scope != scope
                or last.ordinal.form is not item.ordinal.form
                or item.ordinal.form in (Form.FIRST, Form.SIDE)
            ):
                continue
            together = (
                last.paragraph == item.paragraph or (last.opens and item.opens) or item.paragraph - last.paragraph == 1
            )
            if together and _reaches(other, item) and abs(item.ordinal.number - last.ordinal.number) <= _LEAP:
                return other
        return None

    def _first_again(self, item: Item, scope: tuple[int, int]) -> Item | None:
        """Return the only item of the innermost list if ``item`` repeats its number: 一是…；一是…."""
        if item.ordinal.form not in WORDS or item.opens or not self._open:
            return None
        other = self._open[-1]
        last = other.items[-1]
        same = last.ordinal.form is item.ordinal.form and last.ordinal.number == item.ordinal.number
        return (
            last
            if same and len(other.items) == 1 and other.scope == scope and last.paragraph == item.paragraph
            else None
        )

    def _second_side(self, item: Item, scope: tuple[int, int]) -> bool:
        """Add 一方面 to the list of a single 一方面 in the same paragraph and return True; False if there is none."""
        for other in reversed(self._open):
            last = other.items[-1]
            if (
                other.form is Form.SIDE
                and other.scope == scope
                and len(other.items) == 1
                and last.paragraph == item.paragraph
            ):
                other.items.append(item)
                return True
        return False


def _uncounted(enumeration: Enumeration) -> bool:
    return enumeration.items[-1].ordinal.number == 0


def _ended_by(enumeration: Enumeration, item: Item, scope: tuple[int, int]) -> bool:
    last = enumeration.items[-1]
    if enumeration.scope != scope or enumeration.form is not item.ordinal.form:
        return False
    return last.paragraph < item.paragraph and (item.opens or not last.opens)


def _mixes(enumeration: Enumeration, item: Item) -> bool:
    """Return True if the list may continue with ``item`` by mistake: nearby, both words or both Arabic numbers."""
    one, other, last = enumeration.form, item.ordinal.form, enumeration.items[-1]
    if Form.SIDE in (one, other) or not item.ordinal.number:
        return False
    if not (last.paragraph == item.paragraph or (last.opens and item.opens)):
        return False
    return (one in WORDS and other in WORDS) or (one in ARABIC and other in ARABIC)


def _reaches(enumeration: Enumeration, item: Item) -> bool:
    last = enumeration.items[-1]
    distance = item.paragraph - last.paragraph
    return distance <= (_FAR if item.opens and last.opens else 3 if item.opens else _NEAR)
