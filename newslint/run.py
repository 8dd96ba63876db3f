"""From paths to results: find the files, read, check and filter them, and write fixed ones back whole.

One unreadable file does not stop the others: its result holds the sentence that says why.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from newslint import filters
from newslint.config import Settings
from newslint.document import Document
from newslint.engine import Engine
from newslint.finding import Finding
from newslint.fixer import Outcome, fix_document
from newslint.presets import adjustments
from newslint.readers import SUFFIXES, ReadError, document_from_text, read_bytes
from newslint.results import CheckedArticle, CheckedFile, Results, RuleNote
from newslint.roster import read_roster
from newslint.rulebook import Configured, Rule, RuleBook, builtin_folder, load_rules
from newslint.structure import BlockKind
from newslint.survey import Examined, Others, settle

#: The path that means standard input.
STDIN = "-"
#: A file by its path, with its bytes where they are not to be read from there.
Source = tuple[str, bytes | None]


@dataclass(frozen=True, slots=True)
class FixedFile:
    """What fixing a file gives: the text before and after, how many fixes, the codes of a cycle, or why it failed.

    ``given`` says that its bytes were given and not read from the path.
    """

    path: str
    before: str = ""
    after: str = ""
    applied: int = 0
    cycle: tuple[str, ...] = ()
    error: str | None = None
    given: bool = False


class Linter:
    """The rules that the settings choose, ready to check any number of files.

    Raises ``RuleError`` for a bad rule file or option, ``ConfigError`` for a bad roster and ``LookupError`` for a selector
    that means no rule.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        book = rules_of(self.settings).choose(self.settings.select, self.settings.ignore)
        # A rule that cannot be reported still runs if it silences another one: what is shown must not depend on the level.
        self.book = book
        self._engine = Engine(book)
        self._supersedes = {rule.code: rule.supersedes for rule in book if rule.supersedes}

    def check_document(self, document: Document) -> list[Finding]:
        """Return the findings to report in a document looked at alone, sorted by place and code."""
        return self._reported(self._engine.check(document))

    def check_file(self, path: str, data: bytes | None = None) -> CheckedFile:
        """Check one file, or ``data`` under its name, by itself."""
        return self.check_files([(path, data)])[0]

    def check_files(self, sources: Iterable[Source]) -> list[CheckedFile]:
        """Check files together; the results are sorted by path, and an unreadable file gives one that says why."""
        files = [self._examine(path, data) for path, data in _sorted(sources)]
        settled = iter(settle(self._engine, [examined for _, examined in files if examined is not None]))
        return [
            file if examined is None else replace(file, findings=tuple(self._reported(next(settled))))
            for file, examined in files
        ]

    def results(self, sources: Iterable[Source]) -> Results:
        """Check files together and return all that a report needs."""
        files = tuple(self.check_files(sources))
        return Results(files, rule_notes(self.book, files))

    def fix_files(self, sources: Iterable[Source], *, unsafe: bool = False, write: bool = False) -> Iterator[FixedFile]:
        """Fix files, in order of path; with ``write`` a file is replaced, whole, in its own encoding.

        What rests on all files is judged on their state before any is changed, whatever the order.
        """
        ordered = _sorted(sources)
        others = Others(self._engine, [self._noted(path, data) for path, data in ordered])
        for index, (path, data) in enumerate(ordered):
            try:
                document = self._document(path, data)
                outcome = fix_document(document, self._check_among(others, index), unsafe=unsafe)
                if write and data is None and outcome.text != document.text:
                    _replace(path, document.bom + _encode(outcome.text, document.encoding, path))
            except ReadError as error:
                yield FixedFile(path, error=str(error))
            else:
                yield FixedFile(path, document.text, outcome.text, outcome.applied, outcome.cycle, given=data is not None)

    def fix_document(self, document: Document, *, unsafe: bool = False) -> Outcome:
        """Return the text of ``document`` with the fixes of its findings applied."""
        return fix_document(document, self.check_document, unsafe=unsafe)

    def _reported(self, findings: Sequence[Finding]) -> list[Finding]:
        return filters.at_least(filters.without_superseded(findings, self._supersedes), self.settings.level)

    def _document(self, path: str, data: bytes | None) -> Document:
        return read_bytes(_read(path) if data is None else data, path, issued=self.settings.issue_date)

    def _examine(self, path: str, data: bytes | None) -> tuple[CheckedFile, Examined | None]:
        try:
            document = self._document(path, data)
        except ReadError as error:
            return CheckedFile(path, error=str(error)), None
        file = CheckedFile(path, document.characters, _articles(document), text=document.text)
        findings = tuple(self._engine.examine(document))
        return file, Examined(path, document.text, findings, self._engine.note(document))

    def _noted(self, path: str, data: bytes | None) -> Examined:
        """Return the notes of a file alone; an unreadable one has none."""
        if not self._engine.is_collective:
            return Examined(path, "")
        try:
            document = self._document(path, data)
        except ReadError:
            return Examined(path, "")
        return Examined(path, document.text, notes=self._engine.note(document))

    def _check_among(self, others: Others, index: int) -> Callable[[Document], list[Finding]]:
        return lambda document: self._reported(others.check(index, document))


def rules_of(settings: Settings) -> RuleBook:
    """Return all rules that the settings bring in, with the options that they lay down; raises as ``Linter`` does."""
    kinds: dict[str, tuple[str, Mapping[str, object]]] = {}
    if settings.byline:
        kinds["byline-style"] = ("byline", settings.byline)
    if settings.roster is not None:
        kinds["byline-names"] = ("roster", {"people": read_roster(settings.roster)})
    folders = (*(settings.rules or (builtin_folder(),)), *settings.own_rules)
    style = adjustments(settings.preset, settings.house)
    return load_rules(folders, Configured(settings.source, settings.options, kinds, settings.severities, style))


def rule_notes(book: Iterable[Rule], files: Iterable[CheckedFile]) -> dict[str, RuleNote]:
    """Return what a report says of the rules that found something in ``files``, by code, in its order."""
    found = {finding.code for file in files for finding in file.findings}
    return {
        rule.code: RuleNote(
            rule.code, rule.name, rule.title, rule.english, rule.severity, rule.why, rule.source, rule.safety, rule.weight
        )
        for rule in book
        if rule.code in found
    }


def _articles(document: Document) -> tuple[CheckedArticle, ...]:
    found = []
    for article in document.articles:
        first = article.blocks[0]
        headline = first.text if first.kind is BlockKind.HEADLINE else ""
        characters = sum(len("".join(block.text.split())) for block in article.blocks)
        found.append(CheckedArticle(article.start, article.end, characters, headline))
    return tuple(found)


def check_text(text: str, *, filename: str | None = None, settings: Settings | None = None) -> list[Finding]:
    """Check text that is already decoded; ``filename`` tells its format (default: plain text)."""
    linter = Linter(settings)
    return linter.check_document(document_from_text(text, name=filename or STDIN, issued=linter.settings.issue_date))


def fix_text(text: str, *, filename: str | None = None, settings: Settings | None = None, unsafe: bool = False) -> str:
    """Return ``text`` with its safe fixes (with ``unsafe``, all) applied."""
    linter = Linter(settings)
    document = document_from_text(text, name=filename or STDIN, issued=linter.settings.issue_date)
    return linter.fix_document(document, unsafe=unsafe).text


def check_paths(paths: Iterable[str | os.PathLike[str]], *, settings: Settings | None = None) -> list[CheckedFile]:
    """Check files and folders; the results are sorted by path. A path that does not exist gives a result that says so."""
    linter = Linter(settings)
    found = discover([os.fspath(path) for path in paths], linter.settings.roster)
    return linter.check_files((path, None) for path in found)


def discover(paths: Sequence[str], roster: Path | None = None) -> list[str]:
    """Return the files to check, sorted, each once: files as named, folders searched for articles.

    Folders are searched for the endings in ``readers.SUFFIXES``, hidden files and folders and the ``roster`` left out.
    """
    found: dict[str, None] = {}
    for path in paths:
        folder = path != STDIN and os.path.isdir(path)
        for file in _walk(path) if folder else [path]:
            if folder and roster is not None and os.path.basename(file) == roster.name and os.path.samefile(file, roster):
                continue
            found[file if file == STDIN else os.path.normpath(file).replace(os.sep, "/")] = None
    return sorted(found)


def _sorted(sources: Iterable[Source]) -> list[Source]:
    return sorted(sources, key=lambda source: source[0])


def _walk(folder: str) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in SUFFIXES:
                yield os.path.join(root, name)


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise ReadError(f"{path}：没有这个文件；请核对路径。") from None
    except OSError as error:
        raise ReadError(f"{path}：无法读取（{error.strerror}）；请检查文件权限。") from None


def _encode(text: str, encoding: str, path: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        char = text[error.start]
        raise ReadError(f"{path}：修改后的“{char}”不能用原编码 {encoding} 写出，文件未改动；请先另存为 UTF-8。") from None


def _replace(path: str, data: bytes) -> None:
    """Replace the file by ``data`` in one step: written beside it, then renamed over it, its mode kept."""
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    try:
        mode = stat.S_IMODE(os.stat(target).st_mode)
        handle, beside = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(beside, mode)
            os.replace(beside, target)
        except BaseException:
            os.unlink(beside)
            raise
    except OSError as error:
        raise ReadError(f"{path}：无法写入（{error.strerror}），文件未改动；请检查文件夹权限。") from None
