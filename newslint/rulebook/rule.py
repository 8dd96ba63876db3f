"""A rule: what it is called, where it looks, how grave it is, what it says. Its check and its page are made when first
needed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from newslint.checks.check import Check, OptionError, Options
from newslint.checks.registry import find_kind
from newslint.errors import UserError
from newslint.finding import Clause, Safety, Severity
from newslint.language import prefixed


class RuleError(UserError):
    """A rule file, or an option from outside, is not valid: which file, which key, what is wrong with it."""

    def __init__(self, path: Path | str, key: str, problem: str) -> None:
        super().__init__(prefixed(path, key, problem))


class Example(NamedTuple):
    """An example in a rule file. ``found`` are the texts of the findings a wrong one gives, in order; ``fixed`` is the
    text after the rule's fix, where the rule has one; ``format`` is the reader's name (plain, markdown); ``options``
    lie over those of the rule for this example alone.
    """

    text: str
    found: tuple[str, ...] = ()
    fixed: str | None = None
    note: str = ""
    format: str = "plain"
    options: Mapping[str, object] = {}


class Page(NamedTuple):
    """What is told of a rule to those who ask, and not needed to run it."""

    title: str
    english: str
    since: str
    why: str
    source: str
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]

    def itself(self) -> Page:
        """Return the page: what a rule with its page at hand is given to get it."""
        return self


class _Told(NamedTuple):
    """What a rule file tells of a rule, and what the engine must know of its check before there is one."""

    code: str
    name: str
    kind: str
    severity: Severity
    scope: frozenset[str]
    spare: tuple[str, ...]
    weight: float
    clause: Clause | None
    message: str
    supersedes: tuple[str, ...]
    safety: Safety | None
    path: str
    options: Mapping[str, object]
    anchors: tuple[str, ...]
    collective: bool
    get_page: Callable[[], Page]


class Rule(_Told):
    """One rule, valid as it stands.

    ``anchors`` and ``collective`` say of its check what the engine must know before there is one (see ``Check`` and
    ``CollectiveCheck``); ``get_page`` gives its page.
    """

    @cached_property
    def check(self) -> Check:
        """The check, made at the first call."""
        return make_check(self.kind, self.options, self.path)

    @cached_property
    def page(self) -> Page:
        """The page, read at the first call."""
        return self.get_page()

    @property
    def title(self) -> str:
        """What the rule is called in Chinese."""
        return self.page.title

    @property
    def english(self) -> str:
        """The title in English; empty if there is none."""
        return self.page.english

    @property
    def since(self) -> str:
        """The first version that has the rule."""
        return self.page.since

    @property
    def why(self) -> str:
        """Why it is a rule, for an editor."""
        return self.page.why

    @property
    def source(self) -> str:
        """The authority it rests on; empty if it rests on none."""
        return self.page.source

    @property
    def wrong(self) -> tuple[Example, ...]:
        """Examples with a fault."""
        return self.page.wrong

    @property
    def right(self) -> tuple[Example, ...]:
        """Examples without one."""
        return self.page.right

    @property
    def family(self) -> str:
        """The two letters that the code begins with."""
        return self.code[:2]

    def with_options(self, options: Mapping[str, object]) -> Rule:
        """Return the rule with ``options`` laid over its own; raises ``RuleError``."""
        together = {**self.options, **options}
        return self.with_check(together, make_check(self.kind, together, self.path))

    def with_check(self, options: Mapping[str, object], check: Check) -> Rule:
        """Return the rule with ``options`` and the check that was made of them."""
        return bearing(
            self._replace(options=options, anchors=tuple(check.anchors), collective=is_collective(check)), check
        )

    def answers_to(self, selector: str) -> bool:
        """Whether ``selector`` is this rule's code, family or name, or ``ALL``."""
        return selector in (self.code, self.family, self.name, "ALL")


def bearing(rule: Rule, check: Check) -> Rule:
    """Give ``rule`` the check that is made already, and return it."""
    rule.__dict__["check"] = check
    return rule


def is_collective(check: Check) -> bool:
    """Whether ``check`` is a ``CollectiveCheck``."""
    return hasattr(check, "judge")


def make_check(
    kind: str, values: Mapping[str, object], path: Path | str, *under: tuple[str, Mapping[str, object]]
) -> Check:
    """Make a check of ``kind``; raises ``RuleError``, which for a key of one of the tables ``under`` bears that table's
    name.
    """
    try:
        return find_kind(kind)(Options(values))
    except OptionError as error:
        name = next((name for name, table in under if error.key in table), "options")
        raise RuleError(path, f"{name}.{error.key}", error.problem) from None
