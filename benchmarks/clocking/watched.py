"""Timed rules and documents: they behave as usual, and the time of each is charged to its account."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from clocking.clock import Clock
from newslint.checks.check import AnchorCheck, Check
from newslint.document import Document
from newslint.rulebook.book import Rule

#: The prefix of accounts of computations that several rules share.
SHARED = "shared: "


class _Standin:
    """A rule with another check."""

    def __init__(self, rule: Rule, check: Check) -> None:
        self._rule = rule
        self._check = check

    def make_check(self) -> Check:
        return self._check

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rule, name)


def watched(rules: Iterable[Rule], clock: Clock) -> list[Any]:
    """Return the rules with their checks under ``clock``, each charged by its code."""
    return [_Standin(rule, _watched_check(rule, clock)) for rule in rules]


def _watched_check(rule: Rule, clock: Clock) -> Check:
    check = rule.make_check()

    def charged(function: Callable[..., Any]) -> Callable[..., Any]:
        def run(first: Any, *rest: Any) -> Any:
            if isinstance(first, Document):
                watch(first, clock)
            # All matches are made while the clock runs.
            return clock.charge(rule.code, lambda: _complete(function(first, *rest)))

        return run

    if isinstance(check, AnchorCheck):
        return check._replace(find=charged(check.find))
    comparison = check.comparison
    if comparison is not None:
        comparison = comparison._replace(
            facts=charged(comparison.facts), compare=charged(comparison.compare), gate=charged(comparison.gate)
        )
    return check._replace(find=check.find and charged(check.find), comparison=comparison)


def _complete(value: Any) -> Any:
    return list(value) if isinstance(value, Iterator) else value


def silent(rules: Iterable[Rule]) -> list[Any]:
    """Return rules with the anchors of ``rules`` that find nothing: their cost is that of the scan."""
    found = []
    for rule in rules:
        check = rule.make_check()
        if isinstance(check, AnchorCheck):
            found.append(_Standin(rule, check._replace(find=lambda document, hits: ())))
    return found


def watch(document: Document, clock: Clock) -> None:
    """Charge each shared computation of ``document`` to an account of its own, named by module and function."""
    if "once" in vars(document):
        return
    once = document.once

    def charged(function: Callable[[Document], Any]) -> Any:
        return clock.charge(
            f"{SHARED}{function.__module__.removeprefix('newslint.')}.{function.__name__}", lambda: once(function)
        )

    document.once = charged  # type: ignore[method-assign]


def computed(document: Document) -> list[str]:
    """Return the names of the cached properties of ``document`` computed so far, in the order of its class."""
    lazy = [name for name, value in vars(type(document)).items() if isinstance(value, cached_property)]
    return [name for name in lazy if name in vars(document)]
