"""A place where an article mentions something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from itertools import islice
from sys import intern
from typing import NamedTuple, Protocol, TypeVar

from newslint.document import Article, Document

#: So many characters are searched at most for all names of an article: for all of them in an article of 100,000.
_MOST_WORK = 100_000_000
#: So many places are looked at closely at most for all names of an article, and so many for each of its characters.
_MOST_PLACES, _PLACES_PER_CHARACTER = 20_000, 2


class Mention(NamedTuple):
    """``form`` from ``start`` to ``end``, in the article with the number ``article``, -1 between articles."""

    form: str
    start: int
    end: int
    article: int


class Mentioned(Protocol):
    """What facts are made of: a form, its span, and the number of its article."""

    @property
    def form(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def article(self) -> int: ...


_Place = TypeVar("_Place", bound=Mentioned)


def mention(document: Document, start: int, end: int, form: str = "") -> Mention:
    """Return the mention from ``start`` to ``end``; ``form`` is what stands there unless it is given."""
    block = document.block_at(start)
    # One string for all places of a form: in a run over many files they are kept to the end.
    return Mention(intern(form or document.view[start:end]), start, end, -1 if block is None else block.article)


def can_be_searched(names: Sized, article: Article) -> bool:
    """Return True unless an article is so long, and has so many names, that looking for each takes too long."""
    return len(names) * (article.end - article.start) <= _MOST_WORK


def places_of(view: str, form: str, start: int, end: int) -> Iterator[int]:
    """Yield the offsets from ``start`` to ``end`` at which ``form`` stands, overlapping ones included."""
    at = view.find(form, start, end)
    while at >= 0:
        yield at
        at = view.find(form, at + 1, end)


def all_near(
    document: Document,
    told: Iterable[Mention],
    parts: Callable[[str], Iterable[tuple[str, int]]],
    near: Callable[[Document, int, str, int], _Place | None],
) -> tuple[_Place, ...]:
    """Return the places of all forms that are ``told``, each looked for in the article that tells it, in order.

    ``parts`` returns what stands at each place of a form, and where in the form it begins; ``near`` returns the place
    of a form, or of what is all but it, that begins at an offset. An article of which very many places have a part of
    a form has none.
    """
    forms: dict[int, set[str]] = {}
    for place in told:
        forms.setdefault(place.article, set()).add(place.form)
    found: dict[tuple[int, int], _Place] = {}
    for number, own in forms.items():
        if number < 0:
            continue
        article = document.articles[number]
        if not can_be_searched(own, article):
            continue
        most = _MOST_PLACES + _PLACES_PER_CHARACTER * (article.end - article.start)
        places = (
            (form, start)
            for form in own
            for part, offset in parts(form)
            for start in _apart(document.view, form, part, offset, article)
        )
        starts = list(islice(places, most + 1))
        if len(starts) <= most:
            for form, start in starts:
                if (near_place := near(document, number, form, start)) is not None:
                    found[near_place.start, near_place.end] = near_place
    return tuple([found[span] for span in sorted(found)])


def _apart(view: str, form: str, part: str, offset: int, article: Article) -> Iterator[int]:
    """Yield where ``form`` would begin at each place of its ``part``, but not inside of a place that has all of it."""
    at = view.find(part, article.start + offset, article.end)
    while at >= 0:
        start = at - offset
        yield start
        at = view.find(part, at + (len(form) if view.startswith(form, start) else 1), article.end)


def letters_of(form: str) -> str:
    """Return the letters, characters and digits of a form, without marks and white space."""
    return "".join(filter(str.isalnum, form))
