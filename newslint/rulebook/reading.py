"""Rule files to rules, read strictly.

A rule file is TOML, one rule each; docs/rules.md describes every rule that newslint carries. Anything unknown in a file
is an error that names file and key, because a rule that is silently ignored is worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Formatter
from typing import NamedTuple

from newslint.checks.check import Check
from newslint.checks.legacy import KINDS
from newslint.checks.registry import check_names
from newslint.config.presets import Adjustment
from newslint.document import SPARED
from newslint.document.structure import BlockKind
from newslint.finding import Clause, Safety, Severity
from newslint.language import hint, join_list, tr
from newslint.patterns import lazy
from newslint.rulebook.rule import Example, Rule, RuleDoc, RuleError, make_rule_check, traits

_CODE = lazy(r"[A-Z]{2}[0-9]{2}$")
_NAME = lazy(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")
_REQUIRED = ("code", "name", "title", "check", "severity", "since", "weight", "message", "why")
_OPTIONAL = (
    "english", "clause", "scope", "spare", "source", "supersedes", "messages", "options", "fix", "wrong", "right",
)  # fmt: skip
_WRONG_KEYS = {"text", "found", "fixed", "note", "format", "options"}
_RIGHT_KEYS = {"text", "note", "format", "options"}
#: Kinds of block that a rule looks at unless its ``scope`` says otherwise.
_DEFAULT_SCOPE = tuple(kind for kind in BlockKind if kind not in (BlockKind.VERSE, BlockKind.TABLE))


class Configured(NamedTuple):
    """Options and severities from outside the rule files, laid over theirs.

    ``rules`` holds options for one rule, by its code or name; ``checks`` those for every rule with a check, by its
    name, with the key of the table in ``source``, the file that it all comes from; ``severities`` those of single
    rules, by code or name. All lie over ``style``, what the preset and the house do to rules, by code.
    """

    source: str = ""
    rules: Mapping[str, Mapping[str, object]] = {}
    checks: Mapping[str, tuple[str, Mapping[str, object]]] = {}
    severities: Mapping[str, Severity] = {}
    style: Mapping[str, Adjustment] = {}


def load_rule(path: Path, configured: Configured = Configured()) -> Rule:
    """Read one rule file; raises ``RuleError``."""
    return parse_rule(read_table(path), path, configured)


def read_table(path: Path) -> Mapping[str, object]:
    """Parse the TOML of one rule file and look no further; raises ``RuleError``."""
    from newslint.config.toml import read_toml  # not needed where the tables come from the cache

    return read_toml(path, RuleError)


def parse_rule(data: Mapping[str, object], path: Path, configured: Configured = Configured()) -> Rule:
    """Turn the table of a rule file into a rule; raises ``RuleError``."""
    for key in data:
        if key not in _REQUIRED and key not in _OPTIONAL:
            raise RuleError(path, key, tr("规则文件没有这一项") + hint(key, (*_REQUIRED, *_OPTIONAL)))
    for key in _REQUIRED:
        if key not in data:
            raise RuleError(path, key, tr("缺少这一项，请补上。"))
    text = {
        key: _string(data, key, path)
        for key in ("code", "name", "title", "check", "severity", "since", "message", "why")
    }
    if not _CODE.match(text["code"]):
        raise RuleError(path, "code", tr("应为两个大写字母加两位数字，如 XX01。"))
    if not _NAME.match(text["name"]):
        raise RuleError(path, "name", tr("应为小写英文词，用连字符连接，如 house-form。"))
    try:
        severity = Severity.parse(text["severity"])
    except ValueError:
        levels = join_list(level.label for level in reversed(Severity))
        raise RuleError(path, "severity", tr("应为 {values} 之一。", values=levels)) from None
    weight = data["weight"]
    if not isinstance(weight, int | float) or isinstance(weight, bool) or weight < 0:
        raise RuleError(path, "weight", tr("应为不小于 0 的数，如 0.1。"))
    options = data.get("options", {})
    if not isinstance(options, Mapping):
        raise RuleError(path, "options", tr("应为表。"))
    doc = RuleDoc(
        title=text["title"],
        english=_string(data, "english", path) if "english" in data else "",
        since=text["since"],
        why=text["why"],
        source=_string(data, "source", path) if "source" in data else "",
        wrong=tuple(_example(item, "wrong", _WRONG_KEYS, path) for item in _tables(data, "wrong", path)),
        right=tuple(_example(item, "right", _RIGHT_KEYS, path) for item in _tables(data, "right", path)),
    )
    check = _make_check(text["check"], options, path)
    rule = Rule(
        code=text["code"],
        name=text["name"],
        check=text["check"],
        severity=severity,
        scope=frozenset(_words(data, "scope", [kind.value for kind in BlockKind], path) or _DEFAULT_SCOPE),
        spare=_words(data, "spare", SPARED, path),
        weight=float(weight),
        clause=_clause(data.get("clause"), path),
        message=text["message"],
        messages=_messages(data, check, path),
        supersedes=_words(data, "supersedes", None, path),
        safety=_safety(data.get("fix"), path),
        path=str(path),
        options=options,
        **traits(check)._asdict(),
        doc=lambda: doc,
    )
    return configure(rule, configured)


def _make_check(name: str, options: Mapping[str, object], path: Path) -> Check:
    try:
        return make_rule_check(name, options, path)
    except KeyError:
        known = [*check_names(), *KINDS]
        raise RuleError(path, "check", tr("没有 {value}", value=name) + hint(name, known)) from None


def _messages(data: Mapping[str, object], check: Check, path: Path) -> Mapping[str, str]:
    """Return ``[messages]``: exactly the sentences that the check asks for, with no names but those that it fills."""
    table = data.get("messages", {})
    if not isinstance(table, Mapping):
        raise RuleError(path, "messages", tr("应为表。"))
    for key in table:
        if key not in check.messages:
            raise RuleError(path, f"messages.{key}", tr("这项检查没有这句话") + hint(key, check.messages))
    messages = {key: _string(table, key, path) for key in table}
    for key in check.messages:
        if key not in messages:
            raise RuleError(path, f"messages.{key}", tr("缺少这一项，请补上。"))
    if "*" not in check.values:
        for key, template in (
            ("message", str(data["message"])),
            *((f"messages.{key}", messages[key]) for key in messages),
        ):
            _prove_template(template, ("match", "replacement", *check.values), key, path)
    return messages


def _prove_template(template: str, known: Sequence[str], key: str, path: Path) -> None:
    """Raise ``RuleError`` for a template with a name that is not ``known``, or anything but names in its braces."""
    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        raise RuleError(path, key, tr("花括号要成对；要写花括号本身，请写两个。")) from None
    for _, name, form, conversion in parts:
        if name is not None and (name not in known or form or conversion):
            raise RuleError(path, key, tr("没有 {value}", value="{" + name + "}") + hint(name, known))


def configure(rule: Rule, configured: Configured) -> Rule:
    """Lay what is configured over the rule: first the style, then the options of its kind, then its own; raises
    ``RuleError``.
    """
    style = configured.style.get(rule.code)
    if style is not None:
        # Another rule may bear the code where the built-in ones are replaced.
        changed = {key: value for key, value in style.options.items() if rule.options.get(key, value) != value}
        rule = (rule.with_options(changed) if changed else rule)._replace(severity=max(rule.severity, style.least))
    for word in (rule.name, rule.code):
        if word in configured.severities:
            rule = rule._replace(severity=configured.severities[word])
    tables = [
        (f"options.{word}", configured.rules[word]) for word in (rule.name, rule.code) if word in configured.rules
    ]
    if rule.check in configured.checks:
        tables.insert(0, configured.checks[rule.check])
    if not tables:
        return rule
    values = dict(rule.options)
    for _, table in tables:
        values.update(table)
    return rule.with_check(values, make_rule_check(rule.check, values, configured.source, tables[::-1]))


def _string(data: Mapping[str, object], key: str, path: Path) -> str:
    value = data[key]
    if not isinstance(value, str) or not value:
        raise RuleError(path, key, tr("应为不空的字符串。"))
    return value


def _words(data: Mapping[str, object], key: str, allowed: Sequence[str] | None, path: Path) -> tuple[str, ...]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise RuleError(path, key, tr('应为字符串的列表，写作 ["…", "…"]。'))
    for item in value:
        if allowed is not None and item not in allowed:
            raise RuleError(path, key, tr("没有 {value}", value=item) + hint(item, allowed))
    return tuple(value)


def _tables(data: Mapping[str, object], key: str, path: Path) -> list[Mapping[str, object]]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise RuleError(path, key, tr("应写作 [[{key}]] 的表。", key=key))
    return value


def _example(item: Mapping[str, object], key: str, allowed: set[str], path: Path) -> Example:
    for name in item:
        if name not in allowed:
            raise RuleError(path, f"{key}.{name}", tr("例子没有这一项") + hint(name, sorted(allowed)))
    if not isinstance(item.get("text"), str):
        raise RuleError(path, f"{key}.text", tr("应为字符串。"))
    values = {name: value for name, value in item.items() if name not in ("found", "options")}
    options = item.get("options", {})
    if not isinstance(options, Mapping):
        raise RuleError(path, f"{key}.options", tr("应为表。"))
    if not all(isinstance(value, str) for value in values.values()):
        raise RuleError(path, key, tr("除 found、options 外，各项都应为字符串。"))
    return Example(**values, found=_words(item, "found", None, path), options=options)  # type: ignore[arg-type]


def _clause(value: object, path: Path) -> Clause | None:
    if value is not None and value not in list(Clause):
        raise RuleError(path, "clause", tr("应为 {values} 之一。", values=join_list(Clause)))
    return None if value is None else Clause(str(value))


def _safety(value: object, path: Path) -> Safety | None:
    if value is None:
        return None
    if not isinstance(value, Mapping) or set(value) != {"safety"} or value["safety"] not in list(Safety):
        raise RuleError(path, "fix", tr('应写作 safety = "safe" 或 "unsafe"，不写别的。'))
    return Safety(str(value["safety"]))
