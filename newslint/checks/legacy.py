"""Kinds that are not yet checks: classes made of options, wrapped. Goes away with the last of them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from newslint.checks.check import AnchorCheck, Check, Comparison, StructureCheck
from newslint.checks.options import Options
from newslint.checks.screens import SCREENS

KINDS: dict[str, tuple[str, str]] = {}

_GATES: dict[Any, Any] = {}


def never(document: Any) -> bool:
    return False


def _combined(screen: Any, gate: Any) -> Any:
    if screen is None or gate is None:
        return screen or gate
    if (screen, gate) not in _GATES:
        _GATES[screen, gate] = lambda document: screen(document) and gate(document)
    return _GATES[screen, gate]


def make_legacy(kind: str, options: Options) -> Check:
    module, name = KINDS[kind]
    made = getattr(import_module(f"newslint.checks.{module}"), name)(options)
    if made.anchors:
        return AnchorCheck(made.matches, tuple(made.anchors), values=("*",))
    gate = getattr(made, "gate", None)
    comparison = None
    if hasattr(made, "judge"):
        comparison = Comparison(made.note, made.facts_type, made.judge, made.concerns)
    find = None if gate is not None and gate.__name__ == "never" else (lambda document: made.matches(document, ()))
    return StructureCheck(
        find,
        _combined(SCREENS.get(kind), gate),
        values=("*",),
        comparison=comparison,
    )
