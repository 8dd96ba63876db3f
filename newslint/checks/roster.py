"""The option ``people``: a roster of the people whom the house knows, which checks of several families compare with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newslint.checks.options import OptionError, Options
from newslint.language import tr


class Roster(NamedTuple):
    """The known people: their names by role, and all names. A name known in any role is right in every one."""

    by_role: Mapping[str, Sequence[str]]
    names: frozenset[str]


def read_people(options: Options) -> Roster:
    """Take the option ``people``, each as role and name (记者 田一川); raises ``OptionError``."""
    by_role: dict[str, dict[str, None]] = {}
    for person in options.texts("people", ()):
        parts = person.split(" ")
        if len(parts) != 2:
            raise OptionError("people", tr("{person} 应写作身份、空格、姓名。", person=person))
        by_role.setdefault(parts[0], {})[parts[1]] = None
    names = frozenset(name for known in by_role.values() for name in known)
    return Roster({role: tuple(known) for role, known in by_role.items()}, names)
