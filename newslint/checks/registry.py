"""The checks by the name that rule pages give them: ``family.check``, or the bare name of a general check.

Each family declares its checks in ``CHECKS`` of its package, which is imported when one of its rules is first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from newslint.checks.check import AnchorCheck, Check, StructureCheck
from newslint.checks.options import Options

#: The families of checks, each a package of ``newslint.checks``.
FAMILIES = (
    "general",
    "breaks",
    "bylines",
    "characters",
    "headlines",
    "lists",
    "marks",
    "numbers",
    "repeats",
    "spaces",
    "suppression",
    "words",
)
_GENERAL = "general"

#: What a family declares of a check: the check itself, or for one that takes options a function that makes it of them.
Declared = Check | Callable[[Options], Check]


def declared_in(family: str) -> Mapping[str, Declared]:
    """Return the checks of a family by the second part of their name."""
    found: Mapping[str, Declared] = import_module(f"newslint.checks.{family}").CHECKS
    return found


def check_names() -> list[str]:
    """Return the name of every check, sorted."""
    return sorted(
        own if family == _GENERAL else f"{family}.{own}" for family in FAMILIES for own in declared_in(family)
    )


def make_check(name: str, options: Options) -> Check:
    """Return the check ``name`` with ``options``.

    Raises ``KeyError`` if there is no such check, and ``OptionError`` for options that it does not take.
    """
    family, dot, own = name.rpartition(".")
    if dot and (family == _GENERAL or family not in FAMILIES):
        raise KeyError(name)
    declared = declared_in(family or _GENERAL)[own]
    if isinstance(declared, StructureCheck | AnchorCheck):
        options.done()
        return declared
    return declared(options)
