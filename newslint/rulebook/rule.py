"""A rule: what it is called, where it looks, how severe it is, what it says. Its check is made when first needed."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from newslint.checks.check import AnchorCheck, Check
from newslint.checks.options import OptionError, Options
from newslint.checks.registry import gate_name, make_check
from newslint.errors import UserError
from newslint.finding import Clause, Safety, Severity
from newslint.language import prefixed

if TYPE_CHECKING:
    from newslint.rulebook.doc import RuleDoc


class RuleError(UserError):
    """A rule page, or an option from outside, is not valid: which file, which key, what is wrong with it."""

    def __init__(self, path: Path | str, key: str, problem: str) -> None:
        super().__init__(prefixed(path, key, problem))


class Rule(NamedTuple):
    """One rule, valid as it stands.

    ``check`` is the name of its check. The fields from ``module`` to ``reads_comments`` say of it what the engine must
    know before it is made, as ``Traits`` describes. A rule that ``yields`` does not report what another one reports.
    ``doc`` reads the rest of the page.
    """

    code: str
    name: str
    check: str
    severity: Severity
    scope: frozenset[str]
    spare: tuple[str, ...]
    weight: float
    clause: Clause | None
    message: str
    messages: Mapping[str, str]
    supersedes: tuple[str, ...]
    yields: bool
    safety: Safety | None
    path: str
    options: Mapping[str, object]
    module: str
    anchors: tuple[str, ...] | None
    gate: str
    compares: bool
    reads_comments: bool
    doc: "Callable[[], RuleDoc]"

    @property
    def family(self) -> str:
        """The two letters that the code begins with."""
        return self.code[:2]

    def make_check(self) -> Check:
        """Return the check with the rule's options; raises ``RuleError``."""
        return make_rule_check(self.check, self.options, self.path, module=self.module)

    def with_options(self, options: Mapping[str, object]) -> Self:
        """Return the rule with ``options`` laid over its own; raises ``RuleError``."""
        together = {**self.options, **options}
        return self.with_check(together, make_rule_check(self.check, together, self.path, module=self.module))

    def with_check(self, options: Mapping[str, object], check: Check) -> Self:
        """Return the rule with ``options`` and what must be known of ``check``, which was made of them."""
        return self._replace(options=options, **traits(check, self.module)._asdict())

    def answers_to(self, selector: str) -> bool:
        """Return True if ``selector`` is this rule's code, family or name, or ``ALL``."""
        return selector in (self.code, self.family, self.name, "ALL")


class Traits(NamedTuple):
    """What the engine must know of a check before it is made.

    ``module`` declares it. ``anchors`` are its anchors, None for a check of structure; ``gate`` is the name of the gate
    of such a one, "" if only the check itself knows it. ``compares`` tells whether it compares the files of a run,
    ``reads_comments`` whether it looks at comments.
    """

    module: str
    anchors: tuple[str, ...] | None
    gate: str
    compares: bool
    reads_comments: bool


def traits(check: Check, module: str) -> Traits:
    """Return the fields of a rule that depend on ``check``, which ``module`` declares."""
    if isinstance(check, AnchorCheck):
        return Traits(module, tuple(check.anchors), "", compares=False, reads_comments=False)
    return Traits(module, None, gate_name(check.gate), check.comparison is not None, check.reads_comments)


def make_rule_check(
    name: str,
    values: Mapping[str, object],
    path: Path | str,
    tables: Sequence[tuple[str, Mapping[str, object]]] = (),
    *,
    module: str = "",
    prove: bool = False,
) -> Check:
    """Return the check ``name``, which ``module`` declares (searched for if ""), with the options ``values``; with
    ``prove``, try out what is compiled when it is used.

    Raises ``RuleError``; for a key of one of ``tables``, it names that table in place of ``options``.
    """
    try:
        check = make_check(name, Options(values), module)
        if prove and isinstance(check, AnchorCheck) and check.prove is not None:
            check.prove()
        return check
    except OptionError as error:
        table = next((table for table, keys in tables if error.key in keys), "options")
        raise RuleError(path, f"{table}.{error.key}", error.problem) from None
