"""Two names in bylines of a run that differ in one character, and may be one person's."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

from newslint.checks.bylines.names import Named, named_people
from newslint.checks.check import Check, Comparison, Match, Place, StructureCheck
from newslint.checks.gates import has_bylines
from newslint.checks.options import Options
from newslint.checks.registry import Declared
from newslint.checks.roster import read_people
from newslint.chinese.homophones import syllable
from newslint.document import Document

#: The people named in a document, with the index of the document.
_Facts = tuple[int, tuple[Named, ...]]


def name_variants(options: Options) -> Check:
    """Return the check of names that differ in one character from another in the same role.

    The characters must sound alike. Option: ``people``, the roster; names on it are right.
    """
    known = read_people(options).names
    options.done()
    comparison = Comparison(
        facts=lambda document: document.once(named_people) or None,
        facts_type=tuple[Named, ...],
        compare=partial(_compare, known),
        gate=_names_a_role_twice,
    )
    return StructureCheck(None, has_bylines, ("role", "other"), ("other",), comparison)


def _names_a_role_twice(document: Document) -> bool:
    """Return True if two credits have the same role.

    Those named in one credit are two people, and those in different roles are not compared.
    """
    roles = [credit.role for _, byline in document.bylines for credit in byline.credits]
    return len(roles) > len(set(roles))


def _compare(known: Collection[str], facts: Sequence[_Facts]) -> Iterator[tuple[int, Match]]:
    """Yield, for each two names that are nearly the same, the rarer one where it first occurs."""
    places: dict[tuple[str, str], list[tuple[int, Named]]] = {}
    for index, people in facts:
        for named in people:
            places.setdefault((named.role, named.name), []).append((index, named))
    reported = set()
    for (role, name), (_, other) in _near_pairs(places):
        if name in known or other in known:
            continue
        one, two = places[role, name], places[role, other]
        # Who sign an article together are two people.
        if {(index, named.credit) for index, named in one}.isdisjoint((index, named.credit) for index, named in two):
            # Of names that are equally frequent the one that comes later.
            rare, common = sorted((one, two), key=lambda found: (len(found), -found[0][0], -found[0][1].start))
            if rare[0] not in reported:
                reported.add(rare[0])
                yield rare[0][0], _variant(rare[0], common)


def _near_pairs(keys: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield the pairs of role and name whose names are the same but for one character that sounds alike, in order.

    Two people of one surname may well share a character of the given name; a slip of the keyboard sounds alike.
    """
    masked: dict[tuple[str, str, int], list[tuple[str, str]]] = {}
    for role, name in sorted(keys):
        for at, char in enumerate(name):
            sound = syllable(char)
            if sound is None:
                continue
            others = masked.setdefault((role, f"{name[:at]}\0{name[at + 1 :]}", sound), [])
            for other in others:
                yield other, (role, name)
            others.append((role, name))


def _variant(rare: tuple[int, Named], common: Sequence[tuple[int, Named]]) -> Match:
    index, named = rare
    other, model = min(common, key=lambda found: (found[0] != index, found[0], found[1].start))
    values = {"role": named.role, "other": model.name}
    place = Place(model.start, model.end, "other", values, None if other == index else other)
    return Match(named.start, named.end, values=values, related=(place,))


CHECKS: Mapping[str, Declared] = {
    "name-variant": name_variants,
}
