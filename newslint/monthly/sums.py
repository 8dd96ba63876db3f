"""Issues to numbers: what the errors of each issue count, by kind of fault, and by who made the articles if asked for.

Every issue is scored by itself, as ``--score`` does, since the same error counts at most three times in an issue. A
kind of fault is scored alone in each issue; so kinds add up to more than the issues where the style of numbers reached
what it may count at most. An article that names several people counts for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from newslint.document.bylines.roles import WRITERS
from newslint.finding import Finding
from newslint.language import tr
from newslint.monthly.dates import date_of_folder
from newslint.monthly.intake import Issue
from newslint.results import CheckedFile
from newslint.score import LIMIT, Score, counts, errors_of, score

#: How many issues the running mean is over.
ISSUES = 7
#: The number of characters below which a person or a desk has no rate: one slip would decide it.
LEAST = 5000
#: What the numbers may be asked for by.
GROUPS = ("reporter", "editor", "desk")
_EDITORS = ("责编", "编辑", "责任编辑")
#: What the deeds of writers have: 文/图, 采写, 采访, 摄影报道.
_WRITING = frozenset("文写访道")


class Sum(NamedTuple):
    """What was counted: ``findings`` are those behind ``errors``, ``characters`` are without white space."""

    articles: int = 0
    characters: int = 0
    findings: int = 0
    errors: float = 0.0

    @property
    def rate(self) -> float | None:
        """Errors per 10,000 characters; None without characters."""
        return round(self.errors / self.characters * 10000, 2) if self.characters else None

    @property
    def over(self) -> bool:
        """True if the rate is above the limit."""
        return self.errors * 10000 > LIMIT * self.characters > 0

    def plus(self, other: Sum) -> Sum:
        """Return both together."""
        return Sum(
            self.articles + other.articles,
            self.characters + other.characters,
            self.findings + other.findings,
            round(fsum((self.errors, other.errors)), 2),
        )


class IssueSum(NamedTuple):
    """An issue; ``mean`` is the mean rate of the last ``ISSUES`` issues with text, None if there are not so many."""

    day: date
    sum: Sum
    mean: float | None


class KindSum(NamedTuple):
    """A rule, or a family, whose ``code`` is its letters and whose ``title`` is "": what its findings count, and how
    many ``issues`` have one.
    """

    code: str
    title: str
    findings: int
    errors: float
    issues: int


class NamedSum(NamedTuple):
    """A person or a desk, "" for the articles of none."""

    name: str
    sum: Sum

    @property
    def shown(self) -> bool:
        """True if there is enough text for a rate."""
        return self.sum.characters >= LEAST


class Month(NamedTuple):
    """All numbers: ``issues`` by day, ``months`` of these, ``families`` and ``rules`` worst first, ``named`` by group,
    highest rate first and at the end those with too little text.
    """

    issues: tuple[IssueSum, ...]
    months: tuple[NamedSum, ...]
    total: Sum
    families: tuple[KindSum, ...]
    rules: tuple[KindSum, ...]
    named: Mapping[str, tuple[NamedSum, ...]]

    @property
    def within(self) -> int:
        """The number of issues with text that are not above the limit."""
        return sum(issue.sum.characters > 0 and not issue.sum.over for issue in self.issues)

    @property
    def rated(self) -> int:
        """The number of issues with text."""
        return sum(issue.sum.characters > 0 for issue in self.issues)


def month_of(issues: Sequence[Issue], titles: Mapping[str, str], groups: Sequence[str], only: str = "") -> Month:
    """Return the numbers of ``issues``; ``only`` is a month as 2026-04, whose means look back beyond it.

    ``titles`` are those of rules by code; ``groups`` are some of ``GROUPS``.
    """
    sums = [issue for issue in _issues(issues) if issue.day.isoformat().startswith(only)]
    chosen = [issue for issue in issues if issue.day.isoformat().startswith(only)]
    total = Sum()
    months: dict[str, Sum] = {}
    for one in sums:
        total = total.plus(one.sum)
        name = f"{one.day:%Y-%m}"
        months[name] = months.get(name, Sum()).plus(one.sum)
    return Month(
        tuple(sums),
        tuple(NamedSum(name, own) for name, own in months.items()),
        total,
        _kinds(chosen, titles, families=True),
        _kinds(chosen, titles),
        {group: _named(chosen, group) for group in groups},
    )


def remarks(month: Month) -> Iterator[str]:
    """Yield what is to be known of the issues: those without text, and the months without an issue."""
    for issue in month.issues:
        if not issue.sum.characters:
            yield tr("{day}：这一期没有文字（0 字），没有差错率，不计入平均；请核对稿件。", day=issue.day.isoformat())
    months = sorted({issue.day.year * 12 + issue.day.month - 1 for issue in month.issues})
    for before, after in pairwise(months):
        first, last = _month(before + 1), _month(after - 1)
        if after - before == 2:
            yield tr("{month}：这个月一期也没有，平均数跨过它；若有漏给的，请补上。", month=first)
        elif after - before > 2:
            told = tr(
                "{first} 至 {last}：这些月一期也没有，平均数跨过它们；请核对刊期，若有漏给的，请补上。",
                first=first,
                last=last,
            )
            yield told


def _month(number: int) -> str:
    """Return a month, counted from the year 0, as 2026-04."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _issues(issues: Sequence[Issue]) -> Iterator[IssueSum]:
    rates: list[float] = []
    for issue in issues:
        found = _sum(score(issue.files))
        if found.characters:
            rates.append(found.errors / found.characters * 10000)
        enough = found.characters and len(rates) >= ISSUES
        yield IssueSum(issue.day, found, round(fsum(rates[-ISSUES:]) / ISSUES, 2) if enough else None)


def _sum(total: Score) -> Sum:
    return Sum(len(total.articles), total.characters, total.findings, total.errors)


def _kinds(issues: Sequence[Issue], titles: Mapping[str, str], *, families: bool = False) -> tuple[KindSum, ...]:
    """Return what the findings of each rule, or of each family, count, worst first."""
    kinds: dict[str, KindSum] = {}
    for issue in issues:
        own: dict[str, list[Finding]] = {}
        for finding in (finding for file in issue.files for finding in file.findings):
            if counts(finding):
                own.setdefault(finding.code[:2] if families else finding.code, []).append(finding)
        for code, found in own.items():
            title = "" if families else titles.get(code, found[0].name)
            before = kinds.get(code, KindSum(code, title, 0, 0.0, 0))
            errors = round(fsum((before.errors, errors_of(found))), 2)
            kinds[code] = KindSum(code, before.title, before.findings + len(found), errors, before.issues + 1)
    return tuple(sorted(kinds.values(), key=lambda kind: (-kind.errors, -kind.findings, kind.code)))


def _named(issues: Sequence[Issue], group: str) -> tuple[NamedSum, ...]:
    sums: dict[str, Sum] = {}
    for issue in issues:
        for file in issue.files:
            for article in score([file]).articles:
                own = Sum(1, article.characters, article.findings, article.errors)
                for name in _names(file, article, group):
                    sums[name] = sums.get(name, Sum()).plus(own)
    found = (NamedSum(name, own) for name, own in sums.items())
    return tuple(sorted(found, key=lambda one: (not one.shown, -(one.sum.rate or 0), -one.sum.characters, one.name)))


def _names(file: CheckedFile, article: Score, group: str) -> Iterator[str]:
    """Yield each name once that an article counts for."""
    if group == "desk":
        dated = date_of_folder(file.path)
        yield dated.below[0] if dated is not None and len(dated.below) > 1 else ""
        return
    is_one = _edits if group == "editor" else _writes
    yield from dict.fromkeys(person.name for person in article.people if is_one(person.role))


def _writes(role: str) -> bool:
    return not role or (role in WRITERS and role != "通讯员") or not _WRITING.isdisjoint(role)


def _edits(role: str) -> bool:
    return role in _EDITORS
