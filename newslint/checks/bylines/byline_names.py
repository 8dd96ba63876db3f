"""Names in bylines held against the roster of known people, and against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from newslint.checks.bylines.byline import has_bylines
from newslint.checks.bylines.byline_habits import own_credits
from newslint.checks.check import Hit, Match
from newslint.checks.legacy import never
from newslint.checks.options import OptionError, Options
from newslint.chinese.lookalikes import sound_alike
from newslint.chinese.names import could_be_names
from newslint.document import Document
from newslint.language import tr

_FAULTS = ("roster-alike", "roster-near", "variant")


class Named(NamedTuple):
    """A person as a byline names them: role and name, offsets of the name, and which credit of the document it stands
    in.
    """

    role: str
    name: str
    start: int
    end: int
    credit: int


class BylineNames:
    """Options: ``people``, the roster, each as role and name (记者 田一川); and ``fault``:

    - ``roster-alike``: a name one character off a name on the roster with the same role, the two characters sounding
      alike;
    - ``roster-near``: one character off with no such excuse, and off one name alone; names of two characters, which
      differ from many in one, and surnames do not count;
    - ``variant``: two names in one role that differ in one character within the run. Names of two characters, and
      surnames, must sound alike.

    A name that is on the roster in any role is known to be right.
    """

    anchors: Sequence[str] = ()
    facts_type = tuple[Named, ...]

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", _FAULTS)
        self._people = options.texts("people", ())
        for person in self._people:
            if len(person.split(" ")) != 2:
                raise OptionError("people", tr("{person} 应写作身份、空格、姓名。", person=person))
        # Variants show only when names are held against each other.
        self.gate = has_bylines if self._people and self._fault != "variant" else never
        self.concerns = _names_a_role_twice if self._fault == "variant" else never
        options.done()

    @cached_property
    def _roster(self) -> dict[str, tuple[str, ...]]:
        """The names on the roster by role."""
        roster: dict[str, dict[str, None]] = {}
        for person in self._people:
            role, name = person.split(" ")
            roster.setdefault(role, {})[name] = None
        return {role: tuple(names) for role, names in roster.items()}

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(person.split(" ")[1] for person in self._people)

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the names that are nearly on the roster."""
        if self._fault != "variant":
            for named in document.once(_named):
                if named.name not in self._known:
                    yield from self._near_roster(named)

    def _near_roster(self, named: Named) -> Iterator[Match]:
        near = {name: one_off(name, named.name) for name in self._roster.get(named.role, ())}
        alike = [name for name, way in near.items() if way == "alike"]
        plain = [name for name, way in near.items() if way == "plain"]
        found = alike if self._fault == "roster-alike" else plain if not alike and len(plain) == 1 else []
        if found:
            yield Match(
                named.start,
                named.end,
                found[0] if len(found) == 1 else None,
                values={"role": named.role, "right": "”或“".join(found)},
            )

    def note(self, document: Document) -> tuple[Named, ...] | None:
        """Return the names that may be variants of each other."""
        return document.once(_named) or None if self._fault == "variant" else None

    def judge(self, notes: Sequence[tuple[int, tuple[Named, ...]]]) -> Iterable[tuple[int, Match]]:
        """Yield, for each two names that are nearly the same, the rarer one where it first stands."""
        places: dict[tuple[str, str], list[tuple[int, Named]]] = {}
        for index, note in notes:
            for named in note:
                places.setdefault((named.role, named.name), []).append((index, named))
        reported = set()
        for (role, name), (_, other) in _near_pairs(places):
            if one_off(name, other) is None or not self._known.isdisjoint((name, other)):
                continue
            one, two = places[role, name], places[role, other]
            # Who sign an article together are two people.
            if {(index, named.credit) for index, named in one}.isdisjoint(
                (index, named.credit) for index, named in two
            ):
                rare, common = sorted((one, two), key=lambda found: (len(found), -found[0][0], -found[0][1].start))
                if rare[0] not in reported:
                    reported.add(rare[0])
                    yield from _variant(rare[0], common)


def _names_a_role_twice(document: Document) -> bool:
    """Whether two credits have the same role: who are named in one are two people, and those in two roles are not
    compared.
    """
    roles = [credit.role for _, byline in document.bylines for credit in byline.credits]
    return len(roles) > len(set(roles))


def one_off(name: str, other: str) -> str | None:
    """How two names of one length differ: ``alike`` in one character that sounds alike, ``plain`` in one of a given
    name of two characters; None for the same, for more differences, and for those that tell two people.
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


def _named(document: Document) -> tuple[Named, ...]:
    """Return everyone whom the house's own bylines name in a role, Chinese names only."""
    found = []
    credit = 0
    for base, byline in document.bylines:
        for part in own_credits(document.view[base : base + byline.end], byline):
            credit += 1
            for person in part.people if part.role else ():
                if 2 <= len(person.name) <= 4 and could_be_names(person.name):
                    found.append(Named(part.role, person.name, base + person.start, base + person.end, credit))
    return tuple(found)


def _near_pairs(keys: Iterable[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Yield the pairs of role and name whose names are the same but for one place, each once, in order."""
    masked: dict[tuple[str, str], list[tuple[str, str]]] = {}
    seen = set()
    for role, name in sorted(keys):
        for at in range(len(name)):
            others = masked.setdefault((role, f"{name[:at]}\0{name[at + 1 :]}"), [])
            for other in others:
                if (other, (role, name)) not in seen:
                    seen.add((other, (role, name)))
                    yield other, (role, name)
            others.append((role, name))


def _variant(rare: tuple[int, Named], common: Sequence[tuple[int, Named]]) -> Iterator[tuple[int, Match]]:
    index, named = rare
    other, model = min(common, key=lambda found: (found[0] != index, found[0], found[1].start))
    place = (model.start, model.end, f"{model.role}“{model.name}”在此")
    yield (
        index,
        Match(
            named.start,
            named.end,
            values={"role": named.role, "other": model.name},
            related=(place,) if other == index else (),
            elsewhere=((other, *place),) if other != index else (),
        ),
    )
