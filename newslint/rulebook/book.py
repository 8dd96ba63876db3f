"""All rules together: which there are, which are on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newslint.errors import UserError
from newslint.finding import Severity
from newslint.language import nearest, tr
from newslint.rulebook.folders import builtin_folder
from newslint.rulebook.pack import read_rules
from newslint.rulebook.reading import Configured, configure, load_rule, parse_rule
from newslint.rulebook.rule import Example, Rule, RuleError

__all__ = [
    "Configured",
    "Example",
    "Rule",
    "RuleBook",
    "RuleError",
    "SelectorError",
    "builtin_folder",
    "load_rule",
    "load_rules",
    "parse_rule",
]


class SelectorError(UserError, LookupError):
    """A selector means no rule: which one, and the nearest that does."""

    def __init__(self, problem: str, selector: str = "") -> None:
        super().__init__(problem)
        self.selector = selector


class RuleBook:
    """The rules that are on, sorted by code."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(sorted(rules, key=lambda rule: rule.code))

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def find(self, selector: str) -> tuple[Rule, ...]:
        """Return the rules that a code, family or name means; raises ``SelectorError`` with a near name if there is
        none.
        """
        found = tuple(rule for rule in self.rules if rule.answers_to(selector))
        if not found:
            words = {word for rule in self.rules for word in (rule.code, rule.family, rule.name)}
            raise SelectorError(
                tr("没有名为 {selector} 的规则或规则族", selector=selector) + _hint(selector, words), selector
            )
        return found

    def choose(self, select: Sequence[str] = (), ignore: Sequence[str] = (), extend: Sequence[str] = ()) -> RuleBook:
        """Return the book of the rules that ``select`` names (all that are not off, if empty), and ``extend`` in
        addition, without those that ``ignore`` names.

        A rule that is off by default is on, as a warning, when its code or name is selected, not by its family alone.
        The longer a selector the stronger it is: a rule selected by code survives its family being ignored. Raises
        ``SelectorError`` for a selector that means no rule.
        """
        for selector in (*select, *ignore, *extend):
            if selector != "ALL":
                self.find(selector)
        return RuleBook(_awake(rule) for rule in self.rules if _is_chosen(rule, select, ignore, extend))


def _awake(rule: Rule) -> Rule:
    """Return the rule as one that reports: whoever asks for a rule that is off wants to see what it finds."""
    return rule._replace(severity=Severity.WARNING) if rule.severity is Severity.OFF else rule


def _strength(rule: Rule, selectors: Sequence[str]) -> int:
    """How exactly ``selectors`` mean ``rule``: 3 by code or name, 2 by family, 1 by ALL, 0 not at all."""
    if rule.code in selectors or rule.name in selectors:
        return 3
    return 2 if rule.family in selectors else int("ALL" in selectors)


def _is_chosen(rule: Rule, select: Sequence[str], ignore: Sequence[str], extend: Sequence[str]) -> bool:
    wanted = max(_strength(rule, select) if select else 1, _strength(rule, extend))
    if rule.severity is Severity.OFF and wanted < 3:
        return False
    return wanted > 0 and wanted > _strength(rule, ignore)


def load_rules(folders: Sequence[Path] = (), configured: Configured = Configured()) -> RuleBook:
    """Read every ``*.toml`` under ``folders`` (default: the built-in rules), with what is ``configured`` over theirs.

    Raises ``RuleError`` for the first bad file, and for an option or severity of no rule.
    """
    rules: dict[str, Rule] = {}
    for folder in folders or (builtin_folder(),):
        if not folder.exists():
            raise RuleError(folder, "", tr("没有这个文件或文件夹；请核对路径。"))
        found = read_rules(folder, load_rule)
        if not found:
            raise RuleError(folder, "", tr("没有规则文件（*.toml）；请核对路径。"))
        for rule in found:
            rule = configure(rule, configured)
            for key, word in (("code", rule.code), ("name", rule.name)):
                if word in rules:
                    taken = tr("{word} 已由 {path} 使用；请另取一个。", word=word, path=rules[word].path)
                    raise RuleError(rule.path, key, taken)
                rules[word] = rule
    for key, word in (
        *(("options", word) for word in configured.rules),
        *(("severity", word) for word in configured.severities),
    ):
        if word not in rules:
            raise RuleError(configured.source, f"{key}.{word}", tr("没有这条规则") + _hint(word, rules))
    return RuleBook({rule.code: rule for rule in rules.values()}.values())


def _hint(word: str, known: Iterable[str]) -> str:
    """Return the end of the sentence about a word that means no rule; there are too many to list."""
    near = nearest(word, known)
    return tr("；是否指 {near}？", near=near) if near else tr("；可用 newslint rules 查看全部规则。")
