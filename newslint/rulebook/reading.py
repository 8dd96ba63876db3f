"""Rule files to rules, read strictly.

A rule file is TOML, one rule each; docs/zh/规则 describes every rule that newslint carries. Anything unknown in a file
is an error that names file and key, because a rule that is silently ignored is worse than none.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

from newslint import strict
from newslint.checks.check import Check
from newslint.checks.registry import check_names, module_of
from newslint.config.toml import read_toml
from newslint.document import SPARED
from newslint.document.structure import BlockKind
from newslint.finding import Clause, Safety, Severity
from newslint.language import hint, tr
from newslint.patterns import lazy
from newslint.readers import FORMATS
from newslint.rulebook.configuring import Configured, configure
from newslint.rulebook.doc import Accuracy, Example, RuleDoc
from newslint.rulebook.folders import builtin_folder
from newslint.rulebook.rule import Rule, RuleError, make_rule_check, traits

_CODE = lazy(r"[A-Z]{2}[0-9]{2}$")
_NAME = lazy(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")
_REQUIRED = ("code", "name", "title", "check", "severity", "since", "weight", "message", "why")
#: Kinds of block that a rule looks at unless its ``scope`` says otherwise.
_DEFAULT_SCOPE = tuple(kind for kind in BlockKind if kind not in (BlockKind.VERSE, BlockKind.TABLE))


def load_rule(path: Path, configured: Configured = Configured()) -> Rule:
    """Read one rule file; raises ``RuleError``."""
    return parse_rule(read_table(path), path, configured)


def read_table(path: Path) -> Mapping[str, object]:
    """Parse the TOML of one rule file and look no further; raises ``RuleError``."""
    return read_toml(path, RuleError)


def parse_rule(data: Mapping[str, object], path: Path, configured: Configured = Configured()) -> Rule:
    """Turn the table of a rule page into a rule; raises ``RuleError``."""
    try:
        page: dict[str, Any] = strict.fields(data, _PAGE, _REQUIRED)
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
    _prove_messages(page["message"], messages, check, path)
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


def _prove_messages(message: str, messages: Mapping[str, str], check: Check, path: Path) -> None:
    """Raise ``RuleError`` unless ``messages`` are those that the check asks for, and name only what it fills in."""
    for key in messages:
        if key not in check.messages:
            raise RuleError(path, f"messages.{key}", tr("这项检查没有这句话") + hint(key, check.messages))
    for key in check.messages:
        if key not in messages:
            raise RuleError(path, f"messages.{key}", tr("缺少这一项，请补上。"))
    known = ("match", "replacement", *check.values)
    _prove_template(message, known, "message", path)
    for key, template in messages.items():
        _prove_template(template, known, f"messages.{key}", path)


def _prove_template(template: str, known: Sequence[str], key: str, path: Path) -> None:
    """Raise ``RuleError`` for a template with a name that is not ``known``, or anything but names in its braces."""
    from string import Formatter  # not needed where the rules come from the cache

    try:
        parts = list(Formatter().parse(template))
    except ValueError:
        raise RuleError(path, key, tr("花括号要成对；要写花括号本身，请写两个。")) from None
    for _, name, form, conversion in parts:
        if name is not None and name not in known:
            raise RuleError(path, key, tr("没有 {value}", value="{" + name + "}") + hint(name, known))
        if form or conversion:
            raise RuleError(path, key, tr("花括号里只写名字，即 {value}。", value="{" + str(name) + "}"))


# --- the keys of a page ---------------------------------------------------------------------------------------------


def _code(value: object) -> str:
    code = strict.text(value)
    if not _CODE.match(code):
        raise strict.Invalid(tr("应为两个大写字母加两位数字，如 XX01。"))
    return code


def _name(value: object) -> str:
    name = strict.text(value)
    if not _NAME.match(name):
        raise strict.Invalid(tr("应为小写英文词，用连字符连接，如 house-form。"))
    return name


def _words_of(allowed: Sequence[str], value: object) -> tuple[str, ...]:
    words = strict.texts(value)
    for word in words:
        if word not in allowed:
            raise strict.Invalid(tr("没有 {value}", value=word) + hint(word, allowed))
    return words


def _some_of(allowed: Sequence[str], value: object) -> tuple[str, ...]:
    words = _words_of(allowed, value)
    if not words:
        raise strict.Invalid(tr("至少要写一个；不写这一项，则为默认。"))
    return words


def _severity(value: object) -> Severity:
    return Severity.parse(strict.choice(value, [level.label for level in reversed(Severity)]))


def _clause(value: object) -> Clause:
    return Clause(strict.choice(value, list(Clause)))


def _fix(value: object) -> Safety:
    if not isinstance(value, Mapping) or set(value) != {"safety"} or value["safety"] not in list(Safety):
        raise strict.Invalid(tr('应写作 safety = "safe" 或 "unsafe"，不写别的。'))
    return Safety(str(value["safety"]))


_EXAMPLE: dict[str, Callable[[object], object]] = {
    "text": strict.string,
    "found": strict.texts,
    "fixed": strict.string,
    "note": strict.string,
    "format": lambda value: strict.choice(value, FORMATS),
    "options": strict.table,
}
_RIGHT_EXAMPLE = {key: read for key, read in _EXAMPLE.items() if key not in ("found", "fixed")}


def _examples(name: str, readers: Mapping[str, Callable[[object], object]], value: object) -> tuple[Example, ...]:
    tables = strict.entries_of(partial(strict.fields, readers=readers, required=("text",)), name, value)
    return tuple(Example(**cast("dict[str, Any]", table)) for table in tables)


_FIGURES = dict.fromkeys(("found", "read", "right"), strict.integer)


def _accuracy(value: object) -> tuple[Accuracy, ...]:
    tables = strict.table_of(partial(strict.fields, readers=_FIGURES, required=_FIGURES), value)
    figures = [Accuracy(name, **cast("dict[str, Any]", table)) for name, table in tables.items()]
    if not all(found >= read >= right for _, found, read, right in figures):
        raise strict.Invalid(tr("报出的不少于读过的，读过的不少于该改的。"))
    return tuple(figures)


#: How each key of a rule page is read.
_PAGE: dict[str, Callable[[object], object]] = {
    "code": _code,
    "name": _name,
    "title": strict.text,
    "check": strict.text,
    "severity": _severity,
    "since": strict.text,
    "weight": strict.number,
    "message": strict.text,
    "why": strict.text,
    "english": strict.text,
    "clause": _clause,
    "scope": partial(_some_of, [kind.value for kind in BlockKind]),
    "spare": partial(_words_of, SPARED),
    "source": strict.text,
    "supersedes": strict.texts,
    "yields": strict.flag,
    "messages": partial(strict.table_of, strict.text),
    "options": strict.table,
    "fix": _fix,
    "wrong": partial(_examples, "wrong", _EXAMPLE),
    "right": partial(_examples, "right", _RIGHT_EXAMPLE),
    "accuracy": _accuracy,
}
