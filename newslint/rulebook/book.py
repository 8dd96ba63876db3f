"""All rules together: which there are, which are on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from os.path import samefile
from pathlib import Path

from newslint.errors import UserError, together
from newslint.finding import Severity
from newslint.language import nearest, tr
from newslint.patterns import lazy
from newslint.rulebook.configuring import Configured, configure
from newslint.rulebook.folders import builtin_folder
from newslint.rulebook.pack import read_rules
from newslint.rulebook.rule import Rule, RuleError
from newslint.storage import is_missing

__all__ = [
    "Configured",
    "Rule",
    "RuleBook",
    "RuleError",
    "SelectorError",
    "builtin_folder",
    "load_rules",
]


#: What parts selectors from each other: commas, the full-width ones too, and blanks.
_PARTS = lazy(r"[,，、;；\s]+")
#: What looks like the code of a rule: letters and digits, perhaps one too few of them.
_CODE = lazy(r"([A-Z]{1,3})([0-9]{1,3})")


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
        """Return the rules that a selector means, as in ``words``; raises ``SelectorError``."""
        words = self.words(selector)
        return tuple(rule for rule in self.rules if any(map(rule.answers_to, words)))

    def words(self, selector: str) -> tuple[str, ...]:
        """Return the codes, families and names that a selector means.

        It is one of these in any case, the title of a rule, or several of them between commas or blanks of any kind.
        Raises ``SelectorError``, with a near word, if it or one of them means no rule.
        """
        if word := self._word(selector):
            return (word,)
        found = []
        for part in _PARTS.split(selector):
            if part:
                found.append(self._word(part))
                if not found[-1]:
                    problem = tr("没有名为 {selector} 的规则或规则族", selector=part) + self._hint(part)
                    raise SelectorError(problem, selector)
        return tuple(found)

    def _word(self, selector: str) -> str:
        """Return the code, family or name that ``selector`` means alone, or "" if it means none."""
        if selector in self.selectors:
            return selector
        from unicodedata import normalize  # few selectors are not as the code has them

        plain = normalize("NFKC", selector).strip()
        for form in (plain, plain.upper(), plain.lower()):
            if form in self.selectors:
                return form
        titles = ((rule.code, rule.doc()) for rule in self.rules)
        return next((code for code, doc in titles if selector.strip() in (doc.title, doc.english)), "")

    @cached_property
    def selectors(self) -> frozenset[str]:
        """The codes, families and names of the rules, and ``ALL``."""
        return frozenset(word for rule in self.rules for word in (rule.code, rule.family, rule.name)) | {"ALL"}

    def _hint(self, word: str) -> str:
        if word.isascii():
            return _hint(word, self.selectors - {"ALL"})
        near = nearest(word, (rule.doc().title for rule in self.rules))
        titled = next((rule for rule in self.rules if near == rule.doc().title), None)
        return _hint(word, ()) if titled is None else tr("；是否指 {near}？", near=f"{titled.code} {near}")

    def choose(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> RuleBook:
        """Return the book of the rules that ``select`` names (all that are not off, if empty), without those that
        ``ignore`` names.

        A rule that is off by default is on, as a warning, when its code or name is selected, not by its family alone.
        The longer a selector the stronger it is: a rule selected by code survives its family being ignored. Raises
        ``SelectorError`` for a selector that means no rule.
        """
        chosen = [[word for selector in given for word in self.words(selector)] for given in (select, ignore)]
        return RuleBook(_awake(rule) for rule in self.rules if _is_chosen(rule, *chosen))


def _awake(rule: Rule) -> Rule:
    """Return the rule as one that reports: whoever asks for a rule that is off wants to see what it finds."""
    return rule._replace(severity=Severity.WARNING) if rule.severity is Severity.OFF else rule


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


def load_rules(folders: Sequence[Path] = (), configured: Configured = Configured()) -> RuleBook:
    """Read every ``*.toml`` under ``folders`` (default: the built-in rules), with what is ``configured`` over theirs.

    Raises ``RuleError`` that tells of all bad files, or else for an option or severity of no rule.
    """
    rules: dict[str, Rule] = {}
    configures = configured != Configured(configured.source)
    faults: list[RuleError] = []
    for folder in dict.fromkeys(folders) or (builtin_folder(),):
        try:
            found = _found_in(folder)
        except RuleError as error:
            faults.append(error)
            continue
        for rule in found:
            if rule.code in rules and samefile(rule.path, rules[rule.code].path):
                continue  # a folder named twice, or a file in it
            if configures:
                rule = configure(rule, configured)
            for key, word in (("code", rule.code), ("name", rule.name)):
                if word in rules:
                    taken = tr("{word} 已由 {path} 使用；请另取一个。", word=word, path=rules[word].path)
                    faults.append(RuleError(rule.path, key, taken))
                else:
                    rules[word] = rule
    if faults:
        raise together(faults)
    _prove_superseded(rules)
    for key, word in (
        *(("options", word) for word in configured.rules),
        *(("severity", word) for word in configured.severities),
    ):
        if word not in rules:
            raise RuleError(configured.source, f"{key}.{word}", tr("没有这条规则") + _hint(word, rules))
    return RuleBook({rule.code: rule for rule in rules.values()}.values())


def _found_in(folder: Path) -> list[Rule]:
    """Return the rules in a folder; raises ``RuleError``."""
    if is_missing(folder):
        raise RuleError(folder, "", tr("没有这个文件或文件夹；请核对路径。"))
    found = read_rules(folder, _load_rule)
    if not found:
        raise RuleError(folder, "", tr("没有规则文件（*.toml）；请核对路径。"))
    return found


def _load_rule(path: Path) -> Rule:
    from newslint.rulebook.reading import load_rule  # most rules come from a pack

    return load_rule(path)


def _prove_superseded(rules: Mapping[str, Rule]) -> None:
    """Raise ``RuleError`` unless the rules that others supersede exist, and supersede none of these."""
    builtin: RuleBook | None = None
    for rule in rules.values():
        for code in rule.supersedes:
            other = rules.get(code)
            if other is None:  # house rules may be read by themselves
                builtin = builtin or RuleBook(read_rules(builtin_folder(), _load_rule))
                other = next((own for own in builtin if own.code == code), None)
            if other is None or other.code != code:
                known = {own.code for own in (*rules.values(), *(builtin or ()))}
                raise RuleError(rule.path, "supersedes", tr("没有代码为 {code} 的规则", code=code) + _hint(code, known))
            if rule.code in other.supersedes:
                problem = tr("{code} 和 {other} 互相取代，两条都不会报告。", code=rule.code, other=code)
                raise RuleError(rule.path, "supersedes", problem)


def _hint(word: str, known: Iterable[str]) -> str:
    """Return the end of the sentence about a word that means no rule; there are too many to list."""
    words = set(known)
    code = _CODE.fullmatch(word.upper())
    # A word that looks like a code is one.
    padded = f"{code[1]}{int(code[2]):02}" if code else ""
    near = (
        padded
        if padded in words
        else (code and nearest(padded, filter(_CODE.fullmatch, words))) or nearest(word, words)
    )
    return tr("；是否指 {near}？", near=near) if near else tr("；可用 newslint rules 查看全部规则。")
