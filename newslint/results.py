"""The results of a run: checked files with their articles and findings, and the rules of these findings.

A report is made from these records only. Offsets are code points of the decoded text, from 0, ends exclusive.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newslint.finding import Finding, Paragraph, Safety, Severity

#: The number of characters from which on one error alone does not exceed the limit of the error rate: a shorter text is
#: shown no rate.
RATED_FROM = 3000


class Credited(NamedTuple):
    """A person whom an article names as one who made it; ``role`` is 记者, 责编, 文 and the like, or ""."""

    role: str
    name: str


class CheckedArticle(NamedTuple):
    """One article of a file: start, end, number of characters without white space, headline or "", and the people whom
    its bylines name.
    """

    start: int
    end: int
    characters: int
    headline: str = ""
    people: tuple[Credited, ...] = ()


class CheckedFile(NamedTuple):
    """The results of one file, or ``error``, the sentence that says why it could not be read.

    ``characters`` counts the code points of the text that are not white space; ``text`` is the decoded text, so that a
    report can quote the line of a finding. ``suppressed`` and ``baselined`` count the findings that were left out
    because a suppression or the baseline covers them. ``hidden`` are the ranges of the text, sorted, that a reader of
    the article does not see: the tags of HTML and what they hide. ``paragraphs`` are those of a Word document, in which
    people look for these and not for lines. ``cut`` are the codes of the rules that found so much that they stopped;
    ``stopped`` says that all together did, so that not every rule was asked. ``issued`` is the date of issue as
    2026-04-18, "" if it is not known.
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
    paragraphs: tuple[Paragraph, ...] = ()
    cut: tuple[str, ...] = ()
    issued: str = ""
    stopped: bool = False


class RuleNote(NamedTuple):
    """What a report says about a rule: ``why`` it exists, and ``source``, the authority it rests on, or "".

    ``title`` is Chinese, ``english`` the title in English; ``safety`` is that of its fix, None if it has none;
    ``url`` is where its page stands on the web, or "".
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
    url: str = ""


class Results(NamedTuple):
    """The results of a run: files sorted by path, and the rules of their findings by code.

    ``notices`` are sentences about the whole run, such as on unused entries of the baseline; ``interrupted`` says that
    it was stopped before all files were checked, ``failed`` that there are findings, reported or not, severe enough to
    make it fail. ``rated`` says whether people are shown the error rate: True if they asked for it, False if the
    findings are a part of all, None if the length of the text decides; ``partial`` says that they are such a part.
    """

    files: tuple[CheckedFile, ...]
    rules: Mapping[str, RuleNote] = {}
    notices: tuple[str, ...] = ()
    interrupted: bool = False
    failed: bool = False
    rated: bool | None = None
    partial: bool = False

    @property
    def shows_rate(self) -> bool:
        """True if people are shown the error rate: because they asked for it, or because the text is long enough."""
        if self.rated is None:
            return sum(file.characters for file in self.files) >= RATED_FROM
        return self.rated

    def findings(self) -> Iterator[tuple[CheckedFile, Finding]]:
        """Yield every finding with its file, sorted by path and position."""
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
