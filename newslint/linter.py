"""The rules that settings choose, at work on files: each is examined alone, then all are judged together and filtered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from newslint import filters
from newslint.config import Settings
from newslint.document import Document
from newslint.engine import Engine
from newslint.finding import Finding, Severity
from newslint.fixer import Outcome, fix_document
from newslint.presets import adjustments
from newslint.readers import ReadError, read_bytes
from newslint.results import CheckedArticle, CheckedFile, Results, RuleNote
from newslint.roster import read_roster
from newslint.rulebook import Configured, RuleBook, builtin_folder, load_rules
from newslint.structure import BlockKind
from newslint.survey import Examined, Others, settle

#: A file by its path, with its bytes where they are not to be read from there.
Source = tuple[str, bytes | None]


class Linter:
    """The rules that the settings choose, ready to check any number of files.

    Raises ``RuleError`` for a bad rule file or option, ``ConfigError`` for a bad roster and ``LookupError`` for a selector
    that means no rule. ``level`` is the least severity given, that of the settings unless it is told.
    """

    def __init__(self, settings: Settings | None = None, *, level: Severity | None = None) -> None:
        self.settings = settings or Settings()
        self._level = self.settings.level if level is None else level
        # A rule that cannot be reported still runs if it silences another one: what is shown must not depend on the level.
        self.book = chosen_rules(self.settings)
        self._engine = Engine(self.book)
        self._supersedes = {rule.code: rule.supersedes for rule in self.book if rule.supersedes}

    # --- checking ------------------------------------------------------------------------------------------------

    def check_document(self, document: Document) -> list[Finding]:
        """Return the findings to report in a document looked at alone, sorted by place and code."""
        return self._reported(self._engine.check(document), document.text)

    def check_file(self, path: str, data: bytes | None = None) -> CheckedFile:
        """Check one file, or ``data`` under its name, by itself."""
        return self.check_files([(path, data)])[0]

    def check_files(self, sources: Iterable[Source]) -> list[CheckedFile]:
        """Check files together; the results are sorted by path, and an unreadable file gives one that says why."""
        return self.conclude([self.examine(path, data) for path, data in in_order(sources)])

    def results(self, sources: Iterable[Source]) -> Results:
        """Check files together and return all that a report needs."""
        files = tuple(self.check_files(sources))
        return Results(files, rule_notes([self], files))

    def examine(self, path: str, data: bytes | None = None) -> Examined:
        """Look at one file alone; what is found is final only when ``conclude`` has held it against the others."""
        try:
            document = self._document(path, data)
        except ReadError as error:
            return Examined(path, error=str(error))
        findings = tuple(self._engine.examine(document))
        return Examined(
            path, document.text, document.characters, articles_of(document), findings, self._engine.note(document)
        )

    def conclude(self, files: Sequence[Examined]) -> list[CheckedFile]:
        """Judge examined files together, in order of path, and return what is to be reported of each."""
        settled = iter(settle(self._engine, [file for file in files if file.error is None]))
        return [
            CheckedFile(file.path, error=file.error)
            if file.error is not None
            else CheckedFile(
                file.path,
                file.characters,
                file.articles,
                text=file.text,
                findings=tuple(self._reported(next(settled), file.text)),
            )
            for file in files
        ]

    def _reported(self, findings: Sequence[Finding], text: str) -> list[Finding]:
        kept = filters.without_superseded(findings, self._supersedes)
        if self.settings.allow:
            kept = filters.without_allowed(kept, text, self.settings.allow)
        return filters.at_least(kept, self._level)

    def _document(self, path: str, data: bytes | None) -> Document:
        return read_bytes(read_file(path) if data is None else data, path, issued=self.settings.issue_date)

    # --- fixing --------------------------------------------------------------------------------------------------

    def fix_document(self, document: Document, *, unsafe: bool = False) -> Outcome:
        """Return the text of ``document`` with the fixes of its findings applied."""
        return fix_document(document, self.check_document, unsafe=unsafe)

    def fix_files(self, sources: Iterable[Source], *, unsafe: bool = False) -> Iterator[tuple[Document, Outcome] | ReadError]:
        """Yield, for each file in order of path, its document and what fixing gives, or why it cannot be read.

        What rests on all files is judged on their state before any is changed, whatever the order.
        """
        ordered = in_order(sources)
        others = Others(self._engine, [self._noted(path, data) for path, data in ordered])
        for index, (path, data) in enumerate(ordered):
            try:
                document = self._document(path, data)
            except ReadError as error:
                yield error
                continue
            yield document, fix_document(document, self._check_among(others, index), unsafe=unsafe)

    def _noted(self, path: str, data: bytes | None) -> Examined:
        """Return the notes of a file alone; an unreadable one has none."""
        if not self._engine.is_collective:
            return Examined(path)
        try:
            document = self._document(path, data)
        except ReadError:
            return Examined(path)
        return Examined(path, document.text, notes=self._engine.note(document))

    def _check_among(self, others: Others, index: int) -> Callable[[Document], list[Finding]]:
        return lambda document: self._reported(others.check(index, document), document.text)


def chosen_rules(settings: Settings) -> RuleBook:
    """Return the rules that are on under ``settings``; raises as ``Linter`` does."""
    ignore = (*settings.ignore, *settings.extend_ignore)
    return rules_of(settings).choose(settings.select, ignore, settings.extend_select)


def rules_of(settings: Settings) -> RuleBook:
    """Return all rules that the settings bring in, with the options that they lay down; raises as ``Linter`` does."""
    kinds: dict[str, tuple[str, Mapping[str, object]]] = {}
    if settings.byline:
        kinds["byline-style"] = ("byline", settings.byline)
    if settings.roster is not None:
        kinds["byline-names"] = ("roster", {"people": read_roster(settings.roster)})
    if settings.deny:
        kinds["denied-words"] = ("deny", {"words": settings.deny})
    folders = (*(settings.rules or (builtin_folder(),)), *settings.own_rules)
    style = adjustments(settings.preset, settings.house)
    return load_rules(folders, Configured(settings.source, settings.options, kinds, settings.severities, style))


def rule_notes(linters: Iterable[Linter], files: Iterable[CheckedFile]) -> dict[str, RuleNote]:
    """Return what a report says of the rules that found something in ``files``, by code, in its order."""
    found = {finding.code for file in files for finding in file.findings}
    rules = {rule.code: rule for linter in linters for rule in linter.book if rule.code in found}
    return {
        code: RuleNote(
            code, rule.name, rule.title, rule.english, rule.severity, rule.why, rule.source, rule.safety, rule.weight
        )
        for code, rule in sorted(rules.items())
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


def read_file(path: str) -> bytes:
    """Return the bytes of a file; raises ``ReadError`` with one sentence for an editor."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path}：没有这个文件；请核对路径。") from None
    except OSError as error:
        raise ReadError(f"{path}：无法读取（{error.strerror}）；请检查文件权限。") from None
