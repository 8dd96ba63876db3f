"""What a run gives: checked files with their articles and findings, and what a report says of the rules behind them.

A report is written from this alone. Offsets are code points of the decoded text, from 0, ends exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newslint.finding import Finding, Safety, Severity


class CheckedArticle(NamedTuple):
    """One article of a file: where it stands, how many characters it has (white space apart), and its headline ("" if
    none).
    """

    start: int
    end: int
    characters: int
    headline: str = ""


class CheckedFile(NamedTuple):
    """The result of one file: what was counted and found, or the sentence that says why it could not be read.

    ``characters`` counts the code points of the text that are not white space; ``text`` is the decoded text, kept so
    that a report can quote the line of a finding. ``suppressed`` and ``baselined`` count the findings that were left
    out because a suppression or the baseline covers them. ``hidden`` are the stretches of the text, from and to, in
    order, that a reader of the article does not see: the tags of HTML and what they hide.
    """

    path: str
    characters: int = 0
    articles: tuple[CheckedArticle, ...] = ()
    error: str | None = None
    text: str = ""
    findings: tuple[Finding, ...] = ()
    suppressed: int = 0
    baselined: int = 0
    hidden: tuple[tuple[int, int], ...] = ()


class RuleNote(NamedTuple):
    """What a report says of a rule: ``why`` it is one, and ``source``, the authority it rests on ("" if it rests on
    none).

    ``title`` is Chinese, ``english`` the title in English; ``safety`` is that of its fix, None if it has none.
    """

    code: str
    name: str
    title: str
    english: str
    severity: Severity
    why: str
    source: str
    safety: Safety | None
    weight: float


class Results(NamedTuple):
    """The results of a run: files in order of path, and the rules behind their findings by code.

    ``notices`` are sentences on the run as a whole, such as entries of the baseline that no longer match anything;
    ``interrupted`` says that the run was stopped before all files were checked, ``failed`` that something was found at
    or above the level that lets it fail, shown or not.
    """

    files: tuple[CheckedFile, ...]
    rules: Mapping[str, RuleNote] = {}
    notices: tuple[str, ...] = ()
    interrupted: bool = False
    failed: bool = False

    def findings(self) -> Iterator[tuple[CheckedFile, Finding]]:
        """Yield every finding with its file, in order of path and place."""
        for file in self.files:
            for finding in file.findings:
                yield file, finding


class BaselineEntry(NamedTuple):
    """A finding as the baseline knows it. ``path`` is relative to the folder of the baseline, with /; ``text``,
    ``before`` and ``after`` are without white space; ``occurrence`` counts, from 1, equal ones of a file by position.
    """

    path: str
    code: str
    text: str
    before: str
    after: str
    occurrence: int


class BatchResults(NamedTuple):
    """The results of files with the same settings, and what it takes to tell what is unused in all files of a run.

    ``used`` are the numbers of the suppressions in the settings that covered a finding, ``unused`` of those that should
    have and did not. ``unused_entries`` are the entries of the baseline that match nothing. ``undecided`` are the codes
    of rules whose silence means nothing.
    """

    results: Results
    used: frozenset[int] = frozenset()
    unused: frozenset[int] = frozenset()
    unused_entries: tuple[BaselineEntry, ...] = ()
    undecided: frozenset[str] = frozenset()
