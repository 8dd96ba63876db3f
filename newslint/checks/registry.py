"""The checks by the name that rule pages give them: ``family.check``, or the bare name of a general check.

A module of checks declares them in ``CHECKS``, and the package of its family lists it in ``MODULES``. It is imported
when one of its rules is first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import FunctionType
from typing import Any

from newslint.checks.check import AnchorCheck, Check, Gate, StructureCheck
from newslint.checks.options import Options

#: The families of checks, each a package of ``newslint.checks``.
FAMILIES = (
    "general",
    "breaks",
    "bylines",
    "characters",
    "consistency",
    "headlines",
    "lists",
    "marks",
    "numbers",
    "places",
    "repeats",
    "spaces",
    "spelling",
    "suppression",
    "words",
)
_GENERAL = "general"

#: What a module declares of a check: the check itself, or for one that takes options a function that makes it of them.
Declared = Check | Callable[[Options], Check]


def module_of(name: str) -> str:
    """Return the name of the module that declares the check ``name``; raises ``KeyError`` if there is none."""
    family, dot, own = name.rpartition(".")
    if not (dot and (family == _GENERAL or family not in FAMILIES)):
        for module in _modules(family or _GENERAL):
            if own in declared_in(module):
                return module
    raise KeyError(name)


def _modules(family: str) -> list[str]:
    package: Any = import_module(f"newslint.checks.{family}")
    return [f"{package.__name__}.{module}" for module in package.MODULES]


def declared_in(module: str) -> Mapping[str, Declared]:
    """Return the checks that a module declares by the second part of their name."""
    found: Mapping[str, Declared] = import_module(module).CHECKS
    return found


def check_names(families: Sequence[str] = FAMILIES) -> list[str]:
    """Return the name of every check of some families, sorted."""
    return sorted(
        own if family == _GENERAL else f"{family}.{own}"
        for family in families
        for module in _modules(family)
        for own in declared_in(module)
    )


def make_check(name: str, options: Options, module: str = "") -> Check:
    """Return the check ``name`` with ``options``; ``module`` declares it, and is searched for if it is not given.

    Raises ``KeyError`` if there is no such check, and ``OptionError`` for options that it does not take.
    """
    declared = declared_in(module or module_of(name))[name.rpartition(".")[2]]
    if isinstance(declared, StructureCheck | AnchorCheck):
        options.done()
        return declared
    return declared(options)


def gate_name(gate: Gate | None) -> str:
    """Return the name by which ``gate_named`` finds a gate again; "" for None, and for one that was made of options."""
    if isinstance(gate, FunctionType) and getattr(import_module(gate.__module__), gate.__name__, None) == gate:
        return f"{gate.__module__}.{gate.__name__}"
    return ""


@cache
def gate_named(name: str) -> Gate:
    """Return the gate of that name; its module is imported."""
    module, _, own = name.rpartition(".")
    gate: Gate = getattr(import_module(module), own)
    return gate
