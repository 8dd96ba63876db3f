"""Rules and documents under a clock: they do what they always do, and each is charged for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from clocking.clock import Clock
from newslint.document import Document
from newslint.rulebook.book import Rule

#: What the accounts of computations begin with that several rules share.
SHARED = "shared: "


class _Watched:
    """The check of a rule under a clock; what it gives is made in full while the clock runs."""

    def __init__(self, rule: Rule, clock: Clock) -> None:
        self._rule = rule
        self._clock = clock

    def __getattr__(self, name: str) -> Any:
        # Whatever else the engine asks a check for.
        return getattr(self._rule.check, name)

    def matches(self, document: Document, hits: Sequence[Any]) -> Iterable[Any]:
        watch(document, self._clock)
        return self._clock.charge(self._rule.code, lambda: list(self._rule.check.matches(document, hits)))


class _WatchedTogether(_Watched):
    """The same for a check that holds documents against each other."""

    def concerns(self, document: Document) -> bool:
        watch(document, self._clock)
        return self._clock.charge(self._rule.code, lambda: self._rule.check.concerns(document))  # type: ignore[attr-defined]

    def note(self, document: Document) -> object:
        watch(document, self._clock)
        return self._clock.charge(self._rule.code, lambda: self._rule.check.note(document))  # type: ignore[attr-defined]

    def judge(self, notes: Sequence[Any]) -> Iterable[Any]:
        return self._clock.charge(self._rule.code, lambda: list(self._rule.check.judge(notes)))  # type: ignore[attr-defined]


class _Silent:
    """A check that looks for the same anchors and finds nothing."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rule.check, name)

    def matches(self, document: Document, hits: Sequence[Any]) -> Iterable[Any]:
        return ()


class _Standin:
    """A rule with another check."""

    def __init__(self, rule: Rule, check: object, collective: bool) -> None:
        self._rule = rule
        self.check = check
        self.collective = collective

    def __getattr__(self, name: str) -> Any:
        return getattr(self._rule, name)


def watched(rules: Iterable[Rule], clock: Clock) -> list[Any]:
    """Return the rules with their checks under ``clock``, each charged by its code."""
    found = []
    for rule in rules:
        together = hasattr(rule.check, "judge")
        found.append(_Standin(rule, (_WatchedTogether if together else _Watched)(rule, clock), together))
    return found


def silent(rules: Iterable[Rule]) -> list[Any]:
    """Return rules that have the anchors of ``rules`` and find nothing: what they cost is the scan."""
    return [_Standin(rule, _Silent(rule), False) for rule in rules]


def watch(document: Document, clock: Clock) -> None:
    """Charge what ``document`` works out once for all who ask to an account of its own, by module and function."""
    if "once" in vars(document):
        return
    once = document.once

    def charged(function: Callable[[Document], Any]) -> Any:
        return clock.charge(
            f"{SHARED}{function.__module__.removeprefix('newslint.')}.{function.__name__}", lambda: once(function)
        )

    document.once = charged  # type: ignore[method-assign]


def computed(document: Document) -> list[str]:
    """Return the names of the parts of ``document`` that have been worked out, in the order in which its class has
    them.
    """
    lazy = [name for name, value in vars(type(document)).items() if isinstance(value, cached_property)]
    return [name for name in lazy if name in vars(document)]
