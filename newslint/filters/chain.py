"""The one chain of filters between the findings of a file and its report:

superseded → yielding → allowed → suppressed → in the baseline → on unchanged lines → below the level
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newslint.config import Settings, Suppression
from newslint.document.spans import DisabledRange, reaches
from newslint.filters.suppression import Suppressor
from newslint.finding import Finding, Severity
from newslint.results import BaselineEntry
from newslint.rulebook.book import RuleBook

if TYPE_CHECKING:
    from newslint.filters.baseline import Baseline

#: Changed lines of a file, first and last of each range; None for a file in which every line counts.
Ranges = Sequence[tuple[int, int]] | None


class Sifted(NamedTuple):
    """What the filters leave of the findings of a file.

    ``kept`` are the findings that are reported or that make the run fail, ``reported`` those of them that reach the
    level of the report; ``failed`` says that the run fails. ``suppressed`` and ``baselined`` count the findings that
    were left out because a suppression or the baseline covers them. ``used`` are the suppressions of the configuration
    that covered any, ``unused`` the entries of the baseline that match nothing in the file.
    """

    kept: Sequence[Finding] = ()
    reported: Sequence[Finding] = ()
    failed: bool = False
    suppressed: int = 0
    baselined: int = 0
    used: frozenset[Suppression] = frozenset()
    unused: Sequence[BaselineEntry] = ()


class Triage:
    """The filters for files with the same settings. Check, fix and corpora all use this object and so agree.

    ``known`` are all rules of the project, ``chosen`` those that run. ``baseline`` and ``changed``, the changed lines
    by path, are left out where a run has none. ``covers_project`` is as for ``Suppressor``, whose ``ConfigError`` this
    raises, too.
    """

    def __init__(
        self,
        settings: Settings,
        known: RuleBook,
        chosen: RuleBook,
        *,
        covers_project: bool = False,
        baseline: Baseline | None = None,
        changed: Mapping[str, Ranges] | None = None,
    ) -> None:
        self._settings = settings
        self._chosen = chosen
        self._allow: Sequence[str] = settings.allow
        if settings.allow_lists:
            from newslint.rulebook.word_lists import allowed_words

            self._allow = (*settings.allow, *allowed_words(settings.allow_lists))
        self._baseline = baseline
        self._changed = changed or {}
        self._supersedes = {rule.code: rule.supersedes for rule in chosen if rule.supersedes}
        self._yielding = frozenset(rule.code for rule in chosen if rule.yields)
        # What makes the run fail counts even where the report does not show it.
        self._least = min(settings.level, settings.fail_on or settings.level)
        self.suppressor = Suppressor(
            settings.suppressions,
            known=known,
            chosen=chosen,
            level=self._least,
            folder=settings.folder,
            covers_project=covers_project,
            comments=settings.comments,
        )

    def unseen(self) -> frozenset[str]:
        """Return the codes of the rules that cannot change the report of a file without comments: they are below its
        level, supersede no rule that reaches it, and compare no files. There are none if the configuration suppresses
        anything, for its entries are used by what is hidden, too.
        """
        if self._settings.suppressions:
            return frozenset()
        seen = {rule.code for rule in self._chosen if rule.severity >= self._least}
        return frozenset(
            rule.code
            for rule in self._chosen
            if rule.code not in seen and not rule.compares and seen.isdisjoint(rule.supersedes)
        )

    def sift(
        self,
        path: str,
        text: str,
        findings: Sequence[Finding],
        disabled: Sequence[DisabledRange] = (),
        waiting: Collection[str] = (),
    ) -> Sifted:
        """Pass the findings of the file at ``path`` with ``text``, sorted by position, through all filters.

        ``disabled`` is what its comments disable, ``waiting`` the codes of rules that may find more in it when it is
        compared with other files.
        """
        found = without_superseded(findings, self._supersedes)
        found = without_yielding(found, self._yielding, self._least)
        found = without_allowed(found, text, self._allow)
        found, suppressed, used = self.suppressor.apply(path, found, disabled, waiting=waiting)
        baselined = 0
        unused: Sequence[BaselineEntry] = ()
        if self._baseline is not None:
            matched = self._baseline.match(path, text, found)
            found, unused = matched.new, matched.unused
            baselined = len(at_least(matched.known, self._least))
        found = on_changed_lines(found, self._changed.get(path))
        kept = at_least(found, self._least)
        fail_on = self._settings.fail_on
        failed = fail_on is not None and bool(at_least(kept, fail_on))
        return Sifted(kept, at_least(kept, self._settings.level), failed, suppressed, baselined, used, unused)


def without_superseded(findings: Sequence[Finding], supersedes: Mapping[str, Sequence[str]]) -> list[Finding]:
    """Drop findings that overlap one of a rule that supersedes theirs: one fault, one finding.

    ``supersedes`` maps a code to the codes of the rules that it supersedes where the spans share a character.
    """
    taken: dict[str, list[tuple[int, int]]] = {}
    for finding in findings:
        for code in supersedes.get(finding.code, ()):
            taken.setdefault(code, []).append((finding.start.offset, finding.end.offset))
    if not taken:
        return list(findings)
    reached = {code: reaches(spans) for code, spans in taken.items()}
    return [finding for finding in findings if not _is_taken(finding, *reached.get(finding.code, ((), ())))]


def without_yielding(findings: list[Finding], codes: frozenset[str], least: Severity) -> list[Finding]:
    """Drop findings of the rules ``codes`` that overlap one of another rule, of the severity ``least`` or above."""
    if codes.isdisjoint(finding.code for finding in findings):
        return findings
    others = [
        (finding.start.offset, finding.end.offset)
        for finding in findings
        if finding.code not in codes and finding.severity >= least
    ]
    reached = reaches(others)
    return [finding for finding in findings if finding.code not in codes or not _is_taken(finding, *reached)]


def _is_taken(finding: Finding, starts: Sequence[int], reach: Sequence[int]) -> bool:
    """Return True if one of the spans with these ``reaches`` shares a character with the finding."""
    before = bisect_left(starts, finding.end.offset)
    return before > 0 and finding.start.offset < reach[before - 1]


def without_allowed(findings: list[Finding], text: str, allow: Sequence[str]) -> list[Finding]:
    """Drop findings that lie within one of the words or phrases in ``allow``, which are right whatever a rule says."""
    return [finding for finding in findings if not any(_lies_in(finding, text, phrase) for phrase in allow)]


def _lies_in(finding: Finding, text: str, phrase: str) -> bool:
    start, end = finding.start.offset, finding.end.offset
    return text.find(phrase, max(0, end - len(phrase)), start + len(phrase)) >= 0


def on_changed_lines(findings: list[Finding], ranges: Ranges) -> list[Finding]:
    """Keep the findings that have a changed line. Lines of their related positions do not count."""
    if ranges is None:
        return findings
    starts, reach = reaches(ranges)
    return [finding for finding in findings if _meets_lines(finding, starts, reach)]


def _meets_lines(finding: Finding, starts: Sequence[int], reach: Sequence[int]) -> bool:
    """Return True if one of the ranges of lines with these ``reaches`` has a line of the finding."""
    start, end = finding.start.line, finding.end.line
    if end > start and finding.end.column == 1:
        end -= 1  # it ends with the line end, before the first character of this line
    before = bisect_right(starts, end)
    return before > 0 and start <= reach[before - 1]


def at_least(findings: Iterable[Finding], level: Severity) -> list[Finding]:
    """Keep the findings that are at least as severe as ``level``."""
    return [finding for finding in findings if finding.severity >= level]
