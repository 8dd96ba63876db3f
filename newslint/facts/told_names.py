"""Every place where an article names the people that it introduces, or has a name that is all but theirs.

A name is known from where the article says who it is (``people``). Elsewhere it needs no frame, and neither does one
that differs from it in a character that sounds or looks alike, or has its given characters the other way round.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial

from newslint.chinese.names import surname
from newslint.chinese.readings import is_confusable
from newslint.chinese.segmentation import MARKS
from newslint.document import Document
from newslint.facts.mention import can_be_searched, places_of
from newslint.facts.people import Person, occurrences, people
from newslint.facts.person_names import closed, is_everyday, opens_a_word

#: What stands behind a word rather than behind a name: 李建|过了年, 刘伟|话不多.
_AFTER_WORDS = frozenset("了着过们不没个起")

#: Prepositions behind a name at the head of a clause: ，田宁在会上.
_PREPOSITIONS = frozenset("在从向以对就")
#: What makes a name of the two characters before it, wherever they stand.
_ADDRESSES = frozenset("老师 教授 院士 先生 女士 同志 博士 团队 夫妇".split())
#: Of so many names that share a surname and a character none is a slip for another.
_SERIES = 50


def told_names(document: Document) -> tuple[Person, ...]:
    """Return the names of people, with and without a frame, and what is all but such a name, in order."""
    framed: dict[int, dict[int, Person]] = {}
    for person in document.once(people):
        if person.article >= 0:
            framed.setdefault(person.article, {})[person.start] = person
    return tuple([told for article in sorted(framed) for told in _told_in(document, article, framed[article])])


def has_names(document: Document) -> bool:
    """Return True if a document has two different names of people."""
    return len({told.form for told in document.once(told_names)}) > 1


def _told_in(document: Document, article: int, framed: dict[int, Person]) -> Iterator[Person]:
    names = {told.form for told in framed.values()}
    found = dict(framed)
    if not can_be_searched(names, document.articles[article]):
        names = set()
    for name in names:
        for place in occurrences(document, article, name):
            found.setdefault(place.start, Person(*place))
    for told in _alike(document, article, [name for name in names if len(name) - len(surname(name)) == 2]):
        found.setdefault(told.start, told)
    for told in _alike_in_short(document, article, [name for name in names if len(name) - len(surname(name)) == 1]):
        found.setdefault(told.start, told)
    yield from (found[start] for start in sorted(found))


def _alike(document: Document, article: int, names: Iterable[str]) -> Iterator[Person]:
    """Yield the places that have all but one of ``names``, which have two given characters."""
    view = document.view
    own = document.articles[article]
    for family, known in _by_surname(names).items():
        size = len(family)
        # By either given character, so that of the many places of a surname hardly one is looked at closely.
        having: dict[str, list[str]] = {}
        right = frozenset(known)
        for name in known:
            for char in {*name[size:]}:
                having.setdefault(char, []).append(name)
        for at in places_of(view, family, own.start, own.end):
            form = view[at : at + size + 2]
            if len(form) < size + 2 or form in right:
                continue
            near = (*having.get(form[size], ())[:_SERIES], *having.get(form[size + 1], ())[:_SERIES])
            if any(_is_near(view, at, form, name) for name in near):
                yield Person(form, at, at + size + 2, article)
    yield from _under_other_surnames(document, article, names)


def _alike_in_short(document: Document, article: int, names: Iterable[str]) -> Iterator[Person]:
    """Yield the places that have all but one of ``names``, which have one given character: at the head of a clause
    before a word that follows names, or before a form of address.
    """
    view = document.view
    own = document.articles[article]
    for family, known in _by_surname(names).items():
        given = [name[-1] for name in known][:_SERIES]
        is_alike = cache(partial(_is_like_any, given))
        size = len(family) + 1
        for at in places_of(view, family, own.start, own.end):
            end = at + size
            if end <= own.end and is_alike(view[end - 1]) and _is_told_in_short(view, at, end, own.start):
                yield Person(view[at:end], at, end, article)


def _is_told_in_short(view: str, at: int, end: int, start: int) -> bool:
    """Return True if a name with one given character is seen to begin and to end; ``start`` is that of its article."""
    if view[end : end + 2] in _ADDRESSES:
        return not is_everyday(view[at:end])
    if at > start and view[at - 1] not in MARKS:
        return False
    if closed(view[at : end + 2], end - at) > 1 or view[end : end + 1] == "说":
        return True
    # A surname of two characters is hardly another word.
    follows = end - at > 2 and closed(view[at : end + 2], end - at) > 0
    return (follows or view[end : end + 1] in _PREPOSITIONS) and not is_everyday(view[at:end])


def _is_like_any(chars: Iterable[str], other: str) -> bool:
    return any(is_confusable(other, char) for char in chars)


def _by_surname(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        found.setdefault(surname(name), []).append(name)
    return found


def _is_near(view: str, at: int, form: str, name: str) -> bool:
    """Return True if ``form`` at ``at`` is ``name`` but for a given character, or with its given ones exchanged."""
    second, third = form[-2], form[-1]
    own_second, own_third = name[-2], name[-1]
    if (second, third) == (own_third, own_second):
        return True
    if third == own_third:
        return is_confusable(second, own_second)
    return second == own_second and is_confusable(third, own_third) and _ends_there(view, at, form, own_third)


def _ends_there(view: str, at: int, form: str, instead: str) -> bool:
    """Return True if the last character of ``form`` belongs to the name rather than to the word behind it."""
    if opens_a_word(form[-1]):
        return False
    end = at + len(form)
    if closed(view[at : end + 2], len(form)):
        return True
    return not opens_a_word(instead) and view[end] not in _AFTER_WORDS and not is_everyday(view[end - 1 : end + 1])


def _under_other_surnames(document: Document, article: int, names: Iterable[str]) -> Iterator[Person]:
    view = document.view
    own = document.articles[article]
    for name in names:
        family = surname(name)
        if len(family) > 1:
            continue
        for at in places_of(view, name[1:], own.start + 1, own.end):
            other = view[at - 1]
            if other != family and surname(other) and is_confusable(other, family):
                yield Person(view[at - 1 : at + 2], at - 1, at + 2, article)
