"""One person under two names: a character that sounds or looks alike, or the given characters exchanged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.consistency.compared import Kind, consistency_check
from newslint.checks.consistency.pairs import At, Pair, Places, one_apart, share_an_article, side_by_side
from newslint.checks.registry import Declared
from newslint.chinese.names import surname
from newslint.chinese.readings import is_confusable
from newslint.facts.people import Person
from newslint.facts.told_names import has_names, told_names

#: Names joined by a mark or a word, and names behind a post so near to the one before, are of two people.
_JOINED, _BESIDE = 1, 6
#: Who writes articles, by the last two characters.
_ROLES = frozenset(("记者", "讯员"))
_LISTED = frozenset(("byline", "list", "post"))


def person_variants(places: Places) -> Iterator[Pair]:
    """Yield the names with two given characters that differ in a character that sounds or looks alike."""
    names = [form for form in places if len(form) - len(surname(form)) == 2]
    for one, other, at in one_apart(names):
        # Of two articles, other surnames are other people.
        if at == 0 and not share_an_article(places[one], places[other]):
            continue
        if is_confusable(one[at], other[at]) and may_be_one(places[one], places[other]):
            doubtful = _hold_two_posts(places[one], places[other])
            yield Pair(one, other, doubtful, right=_signed(places[one], places[other]))


def short_variants(places: Places) -> Iterator[Pair]:
    """Yield the names with one given character that differ in one that sounds or looks alike.

    They are so many that in two articles they are of one person only behind the same post.
    """
    names = [form for form in places if len(form) - len(surname(form)) == 1]
    for one, other, at in one_apart(names):
        if not share_an_article(places[one], places[other]) and _posts(places[one]).isdisjoint(_posts(places[other])):
            continue
        if is_confusable(one[at], other[at]) and may_be_one(places[one], places[other]):
            yield Pair(one, other, right=_signed(places[one], places[other]))


def exchanged_names(places: Places) -> Iterator[Pair]:
    """Yield the names whose given characters are those of another the other way round."""
    for form in places:
        family = surname(form)
        second, third = form[len(family) : len(family) + 1], form[len(family) + 1 :]
        other = family + third + second
        if len(third) == 1 and form < other and other in places and may_be_one(places[form], places[other]):
            yield Pair(form, other, right=_signed(places[form], places[other]))


def may_be_one(one: Sequence[At], other: Sequence[At]) -> bool:
    """Return True if two names may be of one person.

    Where neither has a frame in an article of the other, both must have one. Who are named side by side are two, and so
    are who are named twice in different posts, and who signs an article and who is in it, unless as what he signs.
    Names that only sign are the business of another rule.
    """
    frames = [{at.place.frame for at in places} - {""} for places in (one, other)]
    if not all(frames) and not share_an_article(one, other):
        return False
    if {"byline"} in frames and all(frames) and not _is_reporter(one, other):
        return False
    return not _hold_two_posts(one, other, least=2) and not side_by_side(one, other, _are_beside)


def _hold_two_posts(one: Sequence[At], other: Sequence[At], least: int = 1) -> bool:
    """Return True if each name stands in so many places, and behind posts that are not the other's."""
    if min(len(one), len(other)) < least:
        return False
    first, second = _posts(one), _posts(other)
    return bool(first and second) and first.isdisjoint(second)


def _is_reporter(one: Sequence[At], other: Sequence[At]) -> bool:
    """Return True if one name only signs, and the other stands in the text behind the role of the one."""
    signs = [{at.place.frame == "byline" for at in places if at.place.frame} for places in (one, other)]
    return sorted(map(sorted, signs)) == [[False], [True]] and not _ROLES.isdisjoint(_posts(one) & _posts(other))


def _signed(one: Sequence[At], other: Sequence[At]) -> str:
    """Return the name that signs the article, if the other is in its text as that of the reporter, or ""."""
    if not _is_reporter(one, other):
        return ""
    signed: str = next(at.place.form for at in (*one, *other) if at.place.frame == "byline")
    return signed


def _posts(places: Sequence[At]) -> set[str]:
    """Return the posts, and the roles of bylines, by their last two characters: 记者, 讯员."""
    return {at.place.post[-2:] for at in places} - {""}


def _are_beside(first: Person, second: Person) -> bool:
    """Return True if two names stand so near to each other that they are of two people."""
    gap = second.start - first.end
    return gap <= _JOINED or (gap <= _BESIDE and second.frame in _LISTED)


PERSON = Kind(told_names, tuple[Person, ...], person_variants, has_names)
SHORT = PERSON._replace(pairs=short_variants)
EXCHANGED = PERSON._replace(pairs=exchanged_names)

CHECKS: Mapping[str, Declared] = {
    "person": consistency_check(PERSON),
    "person-exchanged": consistency_check(EXCHANGED),
    "person-short": consistency_check(SHORT),
}
