"""Rule files to rules: strict reading, and the choice of those that are on.

A rule file is TOML, one rule each; docs/rules.md describes every rule that newslint carries. Anything unknown in a file is
an error that names file and key, because a rule that is silently ignored is worse than none.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newslint.document import SPARED
from newslint.finding import Safety, Severity
from newslint.kinds import KINDS
from newslint.kinds.match import Check, OptionError, Options
from newslint.structure import BlockKind

_CODE = re.compile(r"[A-Z]{2}[0-9]{2}$")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")
_REQUIRED = ("code", "name", "title", "kind", "severity", "since", "weight", "message", "why")
_OPTIONAL = ("scope", "spare", "source", "supersedes", "options", "fix", "wrong", "right")
_WRONG_KEYS = {"text", "found", "fixed", "note", "format"}
_RIGHT_KEYS = {"text", "note", "format"}
#: Kinds of block that a rule looks at unless its ``scope`` says otherwise.
_DEFAULT_SCOPE = tuple(kind for kind in BlockKind if kind not in (BlockKind.VERSE, BlockKind.TABLE))


class RuleError(ValueError):
    """A rule file is not valid: which file, which key, what is wrong with it."""

    def __init__(self, path: Path | str, key: str, problem: str) -> None:
        super().__init__(f"{path}: {key}: {problem}")


@dataclass(frozen=True, slots=True)
class Example:
    """An example in a rule file. ``found`` are the texts of the findings a wrong one gives, in order; ``fixed`` is the
    text after the rule's fix, where the rule has one; ``format`` is the reader's name (plain, markdown)."""

    text: str
    found: tuple[str, ...] = ()
    fixed: str | None = None
    note: str = ""
    format: str = "plain"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: what it is called, where it looks, how grave it is, what it says, and its check."""

    code: str
    name: str
    title: str
    kind: str
    severity: Severity
    scope: frozenset[str]
    spare: tuple[str, ...]
    since: str
    weight: float
    message: str
    why: str
    source: str
    supersedes: tuple[str, ...]
    safety: Safety | None
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]
    path: str
    check: Check

    @property
    def family(self) -> str:
        """The two letters that the code begins with."""
        return self.code[:2]

    def answers_to(self, selector: str) -> bool:
        """Whether ``selector`` is this rule's code, family or name, or ``ALL``."""
        return selector in (self.code, self.family, self.name, "ALL")


class RuleBook:
    """The rules that are on, sorted by code."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(sorted(rules, key=lambda rule: rule.code))

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def find(self, selector: str) -> tuple[Rule, ...]:
        """Return the rules that a code, family or name means; raises ``LookupError`` with a near name if there is none."""
        found = tuple(rule for rule in self.rules if rule.answers_to(selector))
        if not found:
            import difflib

            known = {word for rule in self.rules for word in (rule.code, rule.family, rule.name)}
            near = difflib.get_close_matches(selector, sorted(known), 1, 0.5)
            hint = f"；是否指 {near[0]}？" if near else "；可用 newslint rules 查看全部规则"
            raise LookupError(f"没有名为 {selector} 的规则或规则族{hint}")
        return found

    def choose(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> RuleBook:
        """Return the book of the rules that ``select`` names (all that are not off, if empty) without those ``ignore`` names.

        A rule that is off by default is on when its code or name is selected, not by its family alone. The longer a
        selector the stronger it is: a rule selected by code survives its family being ignored. Raises ``LookupError``
        for a selector that means no rule.
        """
        for selector in (*select, *ignore):
            if selector != "ALL":
                self.find(selector)
        return RuleBook(rule for rule in self.rules if _is_chosen(rule, select, ignore))


def _strength(rule: Rule, selectors: Sequence[str]) -> int:
    """How exactly ``selectors`` mean ``rule``: 3 by code or name, 2 by family, 1 by ALL, 0 not at all."""
    if rule.code in selectors or rule.name in selectors:
        return 3
    return 2 if rule.family in selectors else int("ALL" in selectors)


def _is_chosen(rule: Rule, select: Sequence[str], ignore: Sequence[str]) -> bool:
    wanted = _strength(rule, select) if select else 1
    if rule.severity is Severity.OFF and wanted < 3:
        return False
    return wanted > 0 and wanted > _strength(rule, ignore)


def builtin_folder() -> Path:
    """Return the folder of the rules that newslint carries: beside the package in a wheel, above it in a checkout."""
    packed = Path(__file__).parent / "rulefiles"
    return packed if packed.is_dir() else Path(__file__).parent.parent / "rules"


def load_rules(folders: Sequence[Path] = ()) -> RuleBook:
    """Read every ``*.toml`` under ``folders`` (default: the built-in rules); raises ``RuleError`` for the first bad file."""
    rules: dict[str, Rule] = {}
    for folder in folders or (builtin_folder(),):
        if not folder.exists():
            raise RuleError(folder, "rules", "no such file or folder")
        for path in sorted(folder.rglob("*.toml")) if folder.is_dir() else [folder]:
            rule = load_rule(path)
            for word in (rule.code, rule.name):
                if word in rules:
                    raise RuleError(path, "code", f"{word} is taken by {rules[word].path}")
                rules[word] = rule
    return RuleBook({rule.code: rule for rule in rules.values()}.values())


def load_rule(path: Path) -> Rule:
    """Read one rule file; raises ``RuleError``."""
    try:
        with path.open("rb") as file:
            data = tomllib.load(file)
    except OSError as error:
        raise RuleError(path, "file", f"cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(path, "file", f"is not valid TOML: {error}") from None
    return parse_rule(data, path)


def parse_rule(data: Mapping[str, object], path: Path) -> Rule:
    """Turn the table of a rule file into a rule; raises ``RuleError``."""
    for key in data:
        if key not in _REQUIRED and key not in _OPTIONAL:
            raise RuleError(path, key, "is not a key of a rule file")
    for key in _REQUIRED:
        if key not in data:
            raise RuleError(path, key, "is missing")
    text = {key: _string(data, key, path) for key in ("code", "name", "title", "kind", "severity", "since", "message", "why")}
    if not _CODE.match(text["code"]):
        raise RuleError(path, "code", "must be two capital letters and two digits")
    if not _NAME.match(text["name"]):
        raise RuleError(path, "name", "must be lower-case words joined by hyphens")
    if text["kind"] not in KINDS:
        raise RuleError(path, "kind", f"{text['kind']!r} is not one of {', '.join(sorted(KINDS))}")
    try:
        severity = Severity.parse(text["severity"])
    except ValueError as error:
        raise RuleError(path, "severity", str(error)) from None
    weight = data["weight"]
    if not isinstance(weight, int | float) or isinstance(weight, bool) or weight < 0:
        raise RuleError(path, "weight", "must be a number of 0 or more")
    return Rule(
        code=text["code"],
        name=text["name"],
        title=text["title"],
        kind=text["kind"],
        severity=severity,
        scope=frozenset(_words(data, "scope", [kind.value for kind in BlockKind], path) or _DEFAULT_SCOPE),
        spare=_words(data, "spare", SPARED, path),
        since=text["since"],
        weight=float(weight),
        message=text["message"],
        why=text["why"],
        source=_string(data, "source", path) if "source" in data else "",
        supersedes=_words(data, "supersedes", None, path),
        safety=_safety(data.get("fix"), path),
        wrong=tuple(_example(item, "wrong", _WRONG_KEYS, path) for item in _tables(data, "wrong", path)),
        right=tuple(_example(item, "right", _RIGHT_KEYS, path) for item in _tables(data, "right", path)),
        path=str(path),
        check=_check(text["kind"], data.get("options", {}), path),
    )


def _check(kind: str, values: object, path: Path) -> Check:
    if not isinstance(values, Mapping):
        raise RuleError(path, "options", "must be a table")
    try:
        return KINDS[kind](Options(values))
    except OptionError as error:
        raise RuleError(path, f"options.{error.key}", error.problem) from None


def _string(data: Mapping[str, object], key: str, path: Path) -> str:
    value = data[key]
    if not isinstance(value, str) or not value:
        raise RuleError(path, key, "must be a non-empty string")
    return value


def _words(data: Mapping[str, object], key: str, allowed: Sequence[str] | None, path: Path) -> tuple[str, ...]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise RuleError(path, key, "must be a list of strings")
    for item in value:
        if allowed is not None and item not in allowed:
            raise RuleError(path, key, f"{item!r} is not one of {', '.join(allowed)}")
    return tuple(value)


def _tables(data: Mapping[str, object], key: str, path: Path) -> list[Mapping[str, object]]:
    value = data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        raise RuleError(path, key, f"must be tables [[{key}]]")
    return value


def _example(item: Mapping[str, object], key: str, allowed: set[str], path: Path) -> Example:
    for name in item:
        if name not in allowed:
            raise RuleError(path, f"{key}.{name}", "is not a key of an example")
    if not isinstance(item.get("text"), str):
        raise RuleError(path, f"{key}.text", "must be a string")
    values = {name: value for name, value in item.items() if name != "found"}
    if not all(isinstance(value, str) for value in values.values()):
        raise RuleError(path, key, "must hold strings")
    return Example(**values, found=_words(item, "found", None, path))  # type: ignore[arg-type]


def _safety(value: object, path: Path) -> Safety | None:
    if value is None:
        return None
    if not isinstance(value, Mapping) or set(value) != {"safety"} or value["safety"] not in list(Safety):
        raise RuleError(path, "fix", 'must hold safety = "safe" or "unsafe" and nothing else')
    return Safety(str(value["safety"]))
