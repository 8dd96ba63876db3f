"""The sums of a corpus: findings and affected articles by rule, source and month."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newslint.corpus.store import Store
from newslint.errors import UserError
from newslint.language import tr

#: The groups that a corpus is summed up by.
GROUPS = ("rule", "source", "month")
#: Rates are findings for this many characters.
PER = 10_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report: its key (a code, source or month), for rules also name and severity; the number of
    findings, of findings for 10,000 characters and of articles with findings, among how many articles and characters.
    """

    key: str
    findings: int
    rate: float
    affected: int
    articles: int
    characters: int
    name: str = ""
    severity: str = ""


@dataclass(frozen=True, slots=True)
class CorpusReport:
    """The sums of a corpus. ``complete`` says that every article was checked; ``characters`` are those of
    readable articles, without white space; ``lines`` are sorted by findings for rules, by key for sources and months.
    """

    complete: bool
    articles: int
    unreadable: int
    characters: int
    findings: int
    affected: int
    lines: dict[str, tuple[Line, ...]]


def report_corpus(out: Path) -> CorpusReport:
    """Sum up what ``lint_corpus`` has written into ``out`` so far; raises ``UserError`` if there is nothing."""
    store = Store(out)
    manifest = store.manifest()
    if manifest is None:
        raise UserError(tr("{path}：没有检查语料的结果；请先运行 newslint corpus lint。", path=out))
    sums = _Sums()
    for _, table in store.tables("articles", ("source", "month", "characters", "findings", "error")):
        sums.add_articles(table.to_pydict())
    for _, table in store.tables("findings", ("article", "source", "month", "code", "name", "severity")):
        sums.add_findings(table.to_pydict())
    return sums.report("articles" in manifest)


class _Sums:
    """Counters, by key: of articles, unreadable ones, characters, affected articles and findings."""

    def __init__(self) -> None:
        self.unreadable = 0
        self.articles: dict[str, Counter[str]] = {"source": Counter(), "month": Counter()}
        self.characters: dict[str, Counter[str]] = {"source": Counter(), "month": Counter()}
        self.affected: dict[str, Counter[str]] = {group: Counter() for group in GROUPS}
        self.findings: dict[str, Counter[str]] = {group: Counter() for group in GROUPS}
        self.rules: dict[str, tuple[str, str]] = {}

    def add_articles(self, columns: dict[str, list[Any]]) -> None:
        """Count the articles of one partition."""
        self.unreadable += sum(error is not None for error in columns["error"])
        for group in ("source", "month"):
            for key, characters, findings in zip(
                columns[group], columns["characters"], columns["findings"], strict=True
            ):
                self.articles[group][key] += 1
                self.characters[group][key] += characters
                self.affected[group][key] += findings > 0

    def add_findings(self, columns: dict[str, list[Any]]) -> None:
        """Count the findings of one partition; an article is in no other."""
        self.findings["rule"].update(columns["code"])
        self.findings["source"].update(columns["source"])
        self.findings["month"].update(columns["month"])
        self.affected["rule"].update(code for code, _ in set(zip(columns["code"], columns["article"], strict=True)))
        self.rules.update(zip(columns["code"], zip(columns["name"], columns["severity"], strict=True), strict=True))

    def report(self, complete: bool) -> CorpusReport:
        """Return the sums as lines."""
        articles = self.articles["source"].total()
        characters = self.characters["source"].total()
        rules = [
            Line(
                code,
                number,
                _rate(number, characters),
                self.affected["rule"][code],
                articles,
                characters,
                *self.rules[code],
            )
            for code, number in sorted(self.findings["rule"].items(), key=lambda item: (-item[1], item[0]))
        ]
        lines = {"rule": tuple(rules)}
        for group in ("source", "month"):
            lines[group] = tuple(
                Line(
                    key,
                    self.findings[group][key],
                    _rate(self.findings[group][key], self.characters[group][key]),
                    self.affected[group][key],
                    count,
                    self.characters[group][key],
                )
                for key, count in sorted(self.articles[group].items())
            )
        affected = self.affected["source"].total()
        return CorpusReport(
            complete, articles, self.unreadable, characters, self.findings["rule"].total(), affected, lines
        )


def _rate(findings: int, characters: int) -> float:
    return round(findings / characters * PER, 4) if characters else 0.0
