"""Names in bylines compared with the roster of known people."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newslint.checks.bylines.habits import own_credits
from newslint.checks.check import Check, Match, StructureCheck
from newslint.checks.gates import has_bylines, never
from newslint.checks.options import Options
from newslint.checks.registry import Declared
from newslint.checks.roster import Roster, read_people
from newslint.chinese.homophones import sound_alike
from newslint.chinese.names import could_be_names
from newslint.document import Document


class Named(NamedTuple):
    """A person named in a byline: role, name, the offsets of the name, and the number of the credit in its document."""

    role: str
    name: str
    start: int
    end: int
    credit: int


def roster_check(
    nearest: Callable[[Named, Roster], Sequence[str]], messages: Sequence[str] = ()
) -> Callable[[Options], Check]:
    """Return the maker of a check of names that are not on the roster; ``nearest`` gives those that may be meant.

    If it may give more than one, ``messages`` must have the key ``several``.
    """

    def make(options: Options) -> Check:
        roster = read_people(options)
        options.done()

        def find(document: Document) -> Iterator[Match]:
            for named in document.once(named_people):
                if named.name not in roster.names and (found := nearest(named, roster)):
                    yield _off_roster(named, found)

        return StructureCheck(find, has_bylines if roster.names else never, ("role", "right", "last"), messages)

    return make


def _off_roster(named: Named, found: Sequence[str]) -> Match:
    """Return the match of a name that may be one of those found on the roster."""
    *others, last = found
    values = {"role": named.role, "right": "”、“".join(others), "last": last}
    if others:
        return Match(named.start, named.end, values=values, message="several")
    return Match(named.start, named.end, last, values={**values, "right": last})


def alike(named: Named, roster: Roster) -> list[str]:
    """Return the names of the same role that differ in one character, which sounds alike: 田依川, 田一川."""
    return [name for name in roster.by_role.get(named.role, ()) if one_off(name, named.name) == "alike"]


def near(named: Named, roster: Roster) -> list[str]:
    """Return the only name of the same role that differs in one character, if none sounds alike: 田大川, 田一川.

    Names of two characters, which differ from many in one, and surnames do not count.
    """
    if alike(named, roster):
        return []
    found = [name for name in roster.by_role.get(named.role, ()) if one_off(name, named.name) == "plain"]
    return found if len(found) == 1 else []


def one_off(name: str, other: str) -> str | None:
    """Return how two names of one length differ, if in a single character.

    ``alike``: it sounds alike. ``plain``: it does not, and is in a given name of two characters. None for equal names,
    for more differences, and for those that tell two people apart.
    """
    if len(name) != len(other):
        return None
    differing = [at for at, (one, two) in enumerate(zip(name, other, strict=True)) if one != two]
    if len(differing) != 1:
        return None
    at = differing[0]
    if sound_alike(name[at], other[at]):
        return "alike"
    return "plain" if at and len(name) > 2 else None


def named_people(document: Document) -> tuple[Named, ...]:
    """Return everyone named with a role in the paper's own bylines, Chinese names only."""
    found = []
    credit = 0
    for base, byline in document.bylines:
        for part in own_credits(document.view[base : base + byline.end], byline):
            credit += 1
            for person in part.people if part.role else ():
                if 2 <= len(person.name) <= 4 and could_be_names(person.name):
                    found.append(Named(part.role, person.name, base + person.start, base + person.end, credit))
    return tuple(found)


CHECKS: Mapping[str, Declared] = {
    "roster-alike": roster_check(alike, messages=("several",)),
    "roster-near": roster_check(near),
}
