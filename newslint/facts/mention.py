"""A place where an article mentions something."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized
from typing import NamedTuple, Protocol, TypeVar

from newslint.document import Article, Document

#: So many characters are searched at most for all names of an article: for all of them in an article of 100,000.
_MOST_WORK = 100_000_000


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
    return Mention(form or document.view[start:end], start, end, -1 if block is None else block.article)


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
    document: Document, told: Iterable[Mention], near: Callable[[Document, int, str], Iterator[_Place]]
) -> tuple[_Place, ...]:
    """Return the places that ``near`` yields for each article and each form that is ``told`` in it, in order."""
    forms: dict[int, set[str]] = {}
    for place in told:
        forms.setdefault(place.article, set()).add(place.form)
    found: dict[tuple[int, int], _Place] = {}
    for article, own in forms.items():
        if article >= 0 and can_be_searched(own, document.articles[article]):
            for form in own:
                found.update(((each.start, each.end), each) for each in near(document, article, form))
    return tuple([found[span] for span in sorted(found)])


def letters_of(form: str) -> str:
    """Return the letters, characters and digits of a form, without marks and white space."""
    return "".join(filter(str.isalnum, form))
