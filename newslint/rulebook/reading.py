"""Rule files to rules, read strictly.

A rule file is TOML, one rule each; docs/zh/规则 describes every rule that newslint carries. Anything unknown in a file
is an error that names file and key, because a rule that is silently ignored is worse than none.
"""

from collections.abc import Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newslint import strict
from newslint.checks.check import AnchorCheck, Check
from newslint.checks.options import OptionError, Options
from newslint.checks.registry import check_names, make_check, module_of
from newslint.config.toml import read_toml
from newslint.document.structure import BlockKind
from newslint.errors import together
from newslint.language import hint, tr
from newslint.rulebook.configuring import Configured, configure
from newslint.rulebook.doc import RuleDoc
from newslint.rulebook.folders import builtin_folder
from newslint.rulebook.page import EXAMPLES, OF_EXAMPLE, PAGE, REQUIRED
from newslint.rulebook.rule import Rule, RuleError, make_rule_check, traits

#: Kinds of block that a rule looks at unless its ``scope`` says otherwise.
_DEFAULT_SCOPE = tuple(kind for kind in BlockKind if kind not in (BlockKind.VERSE, BlockKind.TABLE))


def load_rule(path: Path, configured: Configured = Configured()) -> Rule:
    """Read one rule file; raises ``RuleError`` that tells all that is wrong with it."""
    table = read_table(path)
    try:
        return parse_rule(table, path, configured)
    except RuleError as error:
        raise together([*page_faults(table, path)] or [error]) from None


def read_table(path: Path) -> Mapping[str, object]:
    """Parse the TOML of one rule file and look no further; raises ``RuleError``."""
    return read_toml(path, RuleError)


def parse_rule(data: Mapping[str, object], path: Path, configured: Configured = Configured()) -> Rule:
    """Turn the table of a rule page into a rule; raises ``RuleError`` for the first fault."""
    try:
        page: dict[str, Any] = strict.fields(data, PAGE, REQUIRED)
    except strict.Invalid as error:
        raise RuleError(path, error.inside.removeprefix("."), error.problem) from None
    doc = RuleDoc(
        title=page["title"],
        english=page.get("english", ""),
        since=page["since"],
        why=page["why"],
        source=page.get("source", ""),
        wrong=page.get("wrong", ()),
        right=page.get("right", ()),
        accuracy=page.get("accuracy", ()),
    )
    options = page.get("options", {})
    # The tests prove the built-in pages; compiling all their patterns takes as long as reading them.
    check = _make_check(page["check"], options, path, prove=not path.is_relative_to(builtin_folder()))
    messages = page.get("messages", {})
    for fault in _message_faults(page["message"], messages, check, path):
        raise fault
    rule = Rule(
        code=page["code"],
        name=page["name"],
        check=page["check"],
        severity=page["severity"],
        scope=frozenset(page.get("scope") or _DEFAULT_SCOPE),
        spare=page.get("spare", ()),
        weight=page["weight"],
        clause=page.get("clause"),
        message=page["message"],
        messages=messages,
        supersedes=page.get("supersedes", ()),
        yields=page.get("yields", False),
        safety=page.get("fix"),
        path=str(path),
        options=options,
        **traits(check, module_of(page["check"]))._asdict(),
        doc=lambda: doc,
    )
    return configure(rule, configured)


def _make_check(name: str, options: Mapping[str, object], path: Path, *, prove: bool) -> Check:
    try:
        return make_rule_check(name, options, path, prove=prove)
    except KeyError:
        raise RuleError(path, "check", tr("没有 {value}", value=name) + hint(name, check_names())) from None


def _message_faults(message: str, messages: Mapping[str, str], check: Check, path: Path) -> Iterator[RuleError]:
    """Yield what is wrong unless ``messages`` are those that the check asks for, and name only what it fills in."""
    for key in messages:
        if key not in check.messages:
            yield RuleError(path, f"messages.{key}", tr("这项检查没有这句话") + hint(key, check.messages))
    for key in check.messages:
        if key not in messages:
            yield RuleError(path, f"messages.{key}", tr("缺少这一项，请补上。"))
    known = ("match", "replacement", *check.values)
    yield from _template_faults(message, known, "message", path)
    for key, template in messages.items():
        yield from _template_faults(template, (*known, "zone"), f"messages.{key}", path)


def _template_faults(template: str, known: Sequence[str], key: str, path: Path) -> Iterator[RuleError]:
    """Yield what is wrong with a template with a name that is not ``known``, or anything but names in its braces."""
    from string import Formatter  # not needed where the rules come from the cache

    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        yield RuleError(path, key, tr("花括号要成对；要写花括号本身，请写两个。"))
        return
    for _, name, form, conversion in parts:
        if name is not None and name not in known:
            yield RuleError(path, key, tr("没有 {value}", value="{" + name + "}") + hint(name, known))
        if form or conversion:
            yield RuleError(path, key, tr("花括号里只写名字，即 {value}。", value="{" + str(name) + "}"))


# --- all faults of a page -------------------------------------------------------------------------------------------


def page_faults(data: Mapping[str, object], path: Path) -> Iterator[RuleError]:
    """Yield all that is wrong with the table of a rule page, as far as one fault does not hide another."""
    lists = {key: items for key in EXAMPLES if isinstance(items := data.get(key), list)}
    plain = {key: value for key, value in data.items() if key not in lists}
    found = list(strict.faults(plain, PAGE, REQUIRED))
    for key, items in lists.items():
        for place, item in enumerate(items, 1):
            own = strict.faults(item, EXAMPLES[key], OF_EXAMPLE)
            found += [strict.Invalid(fault.problem, f".{key}[{place}]{fault.inside}") for fault in own]
    yield from (RuleError(path, fault.inside.removeprefix("."), fault.problem) for fault in found)
    bad = {fault.inside.split(".")[1].partition("[")[0] for fault in found if fault.inside}
    name, options = data.get("check"), data.get("options", {})
    if not isinstance(name, str) or not name or not isinstance(options, Mapping):
        return
    check = yield from _check_faults(name, options, path)
    message, messages = data.get("message"), data.get("messages", {})
    if check is not None and isinstance(message, str) and "messages" not in bad and isinstance(messages, Mapping):
        yield from _message_faults(message, messages, check, path)


def _check_faults(name: str, options: Mapping[str, object], path: Path) -> Generator[RuleError, None, Check | None]:
    """Yield what is wrong with the options, and return the check if nothing is."""
    faults: list[OptionError] = []
    check = None
    try:
        check = make_check(name, Options(options, faults))
        if isinstance(check, AnchorCheck) and check.prove is not None:
            check.prove()
    except KeyError:
        yield RuleError(path, "check", tr("没有 {value}", value=name) + hint(name, check_names()))
    except OptionError as error:
        # What is wrong only because something harmless was taken for a value is told already.
        if error.key.partition(".")[0] not in {fault.key.partition(".")[0].partition("[")[0] for fault in faults}:
            faults.append(error)
    yield from (RuleError(path, f"options.{fault.key}", fault.problem) for fault in faults)
    return None if faults else check
