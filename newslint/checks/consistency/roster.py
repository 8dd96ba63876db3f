"""Reporters named in running text, compared with the roster: 首席记者矛小篱, 茅小篱."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import Check, Match, StructureCheck
from newslint.checks.gates import never
from newslint.checks.options import Options
from newslint.checks.registry import Declared
from newslint.checks.roster import read_people
from newslint.chinese.readings import is_confusable
from newslint.document import Document
from newslint.facts.mention import places_of
from newslint.facts.person_names import closed, opens_a_word


def roster_check(options: Options) -> Check:
    """Return the check of names that differ from one on the roster in a character that sounds or looks alike.

    Option ``people``: the roster, each person as role and name (记者 田一川). Bylines are the business of other checks.
    """
    roster = read_people(options)
    options.done()
    nearest = {role: _by_gap(names) for role, names in roster.by_role.items()}

    def find(document: Document) -> Iterator[Match]:
        view = document.view
        for role, by_gap in nearest.items():
            for at in places_of(view, role, 0, len(view)):
                start = at + len(role)
                found = _near(view, start, by_gap)
                if found and found not in roster.names and not document.inside(start, start + len(found), "byline"):
                    right = _meant(found, by_gap)
                    yield Match(start, start + len(found), right, values={"role": role, "right": right})

    return StructureCheck(find, None if roster.names else never, ("role", "right"))


#: Names by what is left of them without one character, and the index of that.
_ByGap = Mapping[tuple[str, str], list[str]]


def _by_gap(names: Sequence[str]) -> _ByGap:
    found: dict[tuple[str, str], list[str]] = {}
    for name in names:
        for at in range(len(name)):
            found.setdefault((name[:at], name[at + 1 :]), []).append(name)
    return found


def _near(view: str, start: int, by_gap: _ByGap) -> str:
    """Return what stands at ``start`` if it is all but a name on the roster, "" otherwise."""
    for size in (3, 2, 4):
        form = view[start : start + size]
        meant = _meant(form, by_gap) if len(form) == size else ""
        # With its last character right, a longer name is seen to end: 矛小篱|随队采访, but 王力|会同.
        is_open = opens_a_word(form[-1:])
        ends = size > 2 and form[-1:] == meant[-1:] and not is_open
        if meant and (ends or closed(view[start : start + size + 2], size) > is_open):
            return form
    return ""


def _meant(form: str, by_gap: _ByGap) -> str:
    """Return the first name that differs from ``form`` in one character that sounds or looks alike, or ""."""
    for at in range(len(form)):
        for name in by_gap.get((form[:at], form[at + 1 :]), ()):
            if len(name) == len(form) and is_confusable(name[at], form[at]):
                return name
    return ""


CHECKS: Mapping[str, Declared] = {
    "roster": roster_check,
}
