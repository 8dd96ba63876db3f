"""The rules that settings choose, at work on files: each is examined alone, then all are judged together and
filtered.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from newslint.config import Settings, Suppression
from newslint.document import Document
from newslint.document.directives import Silencer, silencers_of
from newslint.document.structure import BlockKind
from newslint.engine.cross_file import Examined, OtherFiles, combine
from newslint.engine.engine import Engine
from newslint.engine.fixer import Outcome, fix_document
from newslint.filters import chain as filters
from newslint.filters.suppression import Suppressed, Suppressor, informed, stale_sentences
from newslint.finding import Finding, Severity
from newslint.readers import ReadError, read_bytes, read_file
from newslint.results import CheckedArticle, CheckedFile, Results, RuleNote
from newslint.rulebook.book import RuleBook
from newslint.rulebook.selection import choose, rules_of

#: A file by its path, with its bytes where they are not to be read from there.
Source = tuple[str, bytes | None]
#: What chooses among the findings of a document.
Keep = Callable[[Document, Sequence[Finding]], Sequence[Finding]]
#: From so many characters on, what the rules have worked out is let go before a document is noted for the others.
_LONG = 200_000


class Concluded(NamedTuple):
    """Results of files judged together; the entries of the configuration that were ``used`` and those that were
    ``idle``; and the codes of the rules whose silence says nothing, because they do not run or wait for other files.
    """

    results: Results
    used: frozenset[Suppression]
    idle: frozenset[Suppression]
    undecided: frozenset[str]


class Linter:
    """The rules that the settings choose, ready to check any number of files.

    Raises ``RuleError`` for a bad rule file or option, ``ConfigError`` for a bad roster and ``LookupError`` for a
    selector that means no rule. ``level`` is the least severity given, that of the settings unless it is told;
    ``whole`` says that all files of the project are checked, so that what silences nothing is known to be idle.
    """

    def __init__(self, settings: Settings | None = None, *, level: Severity | None = None, whole: bool = False) -> None:
        self.settings = settings or Settings()
        self._made_with = (self.settings, level, whole)
        self._level = self.settings.level if level is None else level
        known = informed(rules_of(self.settings))
        # A rule that cannot be reported still runs if it silences another one: what is shown must not depend on the
        # level.
        self.book = choose(known, self.settings)
        self._engine = Engine(self.book)
        self._supersedes = {rule.code: rule.supersedes for rule in self.book if rule.supersedes}
        self._suppressor = Suppressor(
            self.settings.suppressions,
            known=known,
            chosen=self.book,
            level=self._level,
            folder=self.settings.folder,
            whole=whole,
        )

    def __reduce__(self) -> tuple[object, ...]:
        """A linter is made again in another process: its rules and patterns cannot be sent there."""
        return _made, self._made_with

    # --- checking ------------------------------------------------------------------------------------------------

    def check_document(self, document: Document) -> list[Finding]:
        """Return the findings to report in a document looked at alone, sorted by place and code."""
        return self._reported_in(document, self._engine.check(document))

    def check_file(self, path: str, data: bytes | None = None) -> CheckedFile:
        """Check one file, or ``data`` under its name, by itself."""
        return self.check_files([(path, data)])[0]

    def check_files(self, sources: Iterable[Source]) -> list[CheckedFile]:
        """Check files together; the results are sorted by path, and an unreadable file gives one that says why."""
        return list(self.results(sources).files)

    def results(self, sources: Iterable[Source]) -> Results:
        """Check files together and return all that a report needs."""
        concluded = self.conclude([self.examine(path, data) for path, data in in_order(sources)])
        return concluded.results._replace(notices=tuple(stale_sentences(concluded.idle, self._suppressor.over)))

    def examine(self, path: str, data: bytes | None = None) -> Examined:
        """Look at one file alone; what is found is final only when ``conclude`` has held it against the others."""
        try:
            document = self._document(path, data)
        except ReadError as error:
            return Examined(CheckedFile(path, error=str(error)))
        findings = tuple(self._engine.examine(document))
        if len(document.text) > _LONG:
            document.prose.forget()
        hidden = tuple((span.start, span.end) for span in document.masked) if document.prose is not document else ()
        file = CheckedFile(
            path, document.characters, articles_of(document), text=document.text, findings=findings, hidden=hidden
        )
        return Examined(file, self._engine.note(document), silencers_of(document))

    def conclude(self, files: Sequence[Examined]) -> Concluded:
        """Compare examined files, in order of path, and return what is to be reported of each."""
        used: set[Suppression] = set()
        pending: set[str] = set()
        concluded = []
        for file, facts, silencers in combine(self._engine, files):
            found = self._suppressed(file.path, file.text, file.findings, silencers, facts)
            used |= found.used
            pending.update(facts)
            kept = tuple(filters.at_least(found.kept, self._level))
            concluded.append(file._replace(findings=kept, suppressed=found.silenced))
        readable = [file.path for file in concluded if file.error is None]
        idle = self._suppressor.idle(used, readable, pending=pending)
        results = Results(tuple(concluded), rule_notes(self.book, concluded))
        return Concluded(results, frozenset(used), frozenset(idle), self._suppressor.undecided(pending))

    @property
    def facts_types(self) -> dict[str, Any]:
        """The types of the facts of the rules that compare files, by the codes of the rules."""
        return self._engine.facts_types

    def _suppressed(
        self, path: str, text: str, findings: Sequence[Finding], silencers: Sequence[Silencer], pending: Collection[str]
    ) -> Suppressed:
        kept = filters.without_superseded(findings, self._supersedes)
        if self.settings.allow:
            kept = filters.without_allowed(kept, text, self.settings.allow)
        return self._suppressor.apply(path, kept, silencers, pending=pending)

    def _reported_in(self, document: Document, findings: Sequence[Finding]) -> list[Finding]:
        if not findings:
            return []
        notes = self._engine.note(document) if document.comments else {}
        found = self._suppressed(document.name, document.text, findings, silencers_of(document), notes)
        return filters.at_least(found.kept, self._level)

    def _document(self, path: str, data: bytes | None) -> Document:
        return read_bytes(read_file(path) if data is None else data, path, issued=self.settings.issue_date)

    # --- fixing --------------------------------------------------------------------------------------------------

    def fix_document(self, document: Document, *, unsafe: bool = False) -> Outcome:
        """Return the text of ``document`` with the fixes of its findings applied."""
        return fix_document(document, self.check_document, unsafe=unsafe)

    def fix_files(
        self, sources: Iterable[Source], *, unsafe: bool = False, keep: Keep | None = None
    ) -> Iterator[tuple[Document, Outcome] | ReadError]:
        """Yield, for each file in order of path, its document and what fixing gives, or why it cannot be read.

        What rests on all files is judged on their state before any is changed, whatever the order. ``keep`` chooses the
        findings that are to be mended.
        """
        ordered = in_order(sources)
        others = OtherFiles(self._engine, [self._noted(path, data) for path, data in ordered])
        for index, (path, data) in enumerate(ordered):
            try:
                document = self._document(path, data)
            except ReadError as error:
                yield error
                continue
            yield document, fix_document(document, self._check_among(others, index, keep), unsafe=unsafe)

    def _noted(self, path: str, data: bytes | None) -> Examined:
        """Return the notes of a file alone; an unreadable one has none."""
        if not self._engine.is_collective:
            return Examined(CheckedFile(path))
        try:
            document = self._document(path, data)
        except ReadError:
            return Examined(CheckedFile(path))
        return Examined(CheckedFile(path, text=document.text), self._engine.note(document))

    def _check_among(
        self, others: OtherFiles, index: int, keep: Keep | None
    ) -> Callable[[Document], Sequence[Finding]]:
        def check(document: Document) -> Sequence[Finding]:
            findings = self._reported_in(document, others.check(index, document))
            return findings if keep is None else keep(document, findings)

        return check


def _made(settings: Settings, level: Severity | None, whole: bool) -> Linter:
    return Linter(settings, level=level, whole=whole)


def rule_notes(book: RuleBook, files: Iterable[CheckedFile]) -> dict[str, RuleNote]:
    """Return what a report says of the rules that found something in ``files``, by code, in its order."""
    found = {finding.code for file in files for finding in file.findings}
    return {
        rule.code: RuleNote(
            rule.code,
            rule.name,
            rule.doc().title,
            rule.doc().english,
            rule.severity,
            rule.doc().why,
            rule.doc().source,
            rule.safety,
            rule.weight,
        )
        for rule in book
        if rule.code in found
    }


def articles_of(document: Document) -> tuple[CheckedArticle, ...]:
    """Return the articles of ``document`` as reports count them."""
    found = []
    for article in document.articles:
        first = article.blocks[0]
        headline = first.text if first.kind is BlockKind.HEADLINE else ""
        characters = sum(len("".join(block.text.split())) for block in article.blocks)
        found.append(CheckedArticle(article.start, article.end, characters, headline))
    return tuple(found)


def in_order(sources: Iterable[Source]) -> list[Source]:
    """Return ``sources`` sorted by path."""
    return sorted(sources, key=lambda source: source[0])
