"""From paths to results: find the files, read, check and filter each, and write fixed ones back whole.

One unreadable file does not stop the others: its result holds the sentence that says why.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newslint import filters
from newslint.config import Settings
from newslint.document import Document
from newslint.engine import Engine
from newslint.finding import CheckedFile, Finding
from newslint.fixer import Outcome, fix_document
from newslint.readers import SUFFIXES, ReadError, document_from_text, read_bytes
from newslint.rulebook import load_rules

#: The path that means standard input.
STDIN = "-"


@dataclass(frozen=True, slots=True)
class FixedFile:
    """What fixing a file gives: the text before and after, how many fixes, the codes of a cycle, or why it failed."""

    path: str
    before: str = ""
    after: str = ""
    applied: int = 0
    cycle: tuple[str, ...] = ()
    error: str | None = None


class Linter:
    """The rules that the settings choose, ready to check any number of files.

    Raises ``RuleError`` for a bad rule file and ``LookupError`` for a selector that means no rule.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        book = load_rules(self.settings.rules).choose(self.settings.select, self.settings.ignore)
        # A rule that cannot be reported still runs if it silences another one: what is shown must not depend on the level.
        self.book = book
        self._engine = Engine(book)
        self._supersedes = {rule.code: rule.supersedes for rule in book if rule.supersedes}

    def check_document(self, document: Document) -> list[Finding]:
        """Return the findings to report, sorted by place and code."""
        findings = filters.without_superseded(self._engine.check(document), self._supersedes)
        return filters.at_least(findings, self.settings.level)

    def check_file(self, path: str, data: bytes | None = None) -> CheckedFile:
        """Check one file, or ``data`` under its name; an unreadable one gives a result that says why."""
        try:
            document = read_bytes(_read(path) if data is None else data, path)
        except ReadError as error:
            return CheckedFile(path, error=str(error))
        return CheckedFile(
            path,
            characters=document.characters,
            articles=len(document.articles),
            text=document.text,
            findings=tuple(self.check_document(document)),
        )

    def fix_file(self, path: str, data: bytes | None = None, *, unsafe: bool = False, write: bool = False) -> FixedFile:
        """Fix one file, or ``data`` under its name; with ``write`` the file is replaced, whole, in its own encoding."""
        try:
            document = read_bytes(_read(path) if data is None else data, path)
            outcome = self.fix_document(document, unsafe=unsafe)
            if write and outcome.text != document.text:
                _replace(path, document.bom + _encode(outcome.text, document.encoding, path))
        except ReadError as error:
            return FixedFile(path, error=str(error))
        return FixedFile(path, document.text, outcome.text, outcome.applied, outcome.cycle)

    def fix_document(self, document: Document, *, unsafe: bool = False) -> Outcome:
        """Return the text of ``document`` with the fixes of its findings applied."""
        return fix_document(document, self.check_document, unsafe=unsafe)


def check_text(text: str, *, filename: str | None = None, settings: Settings | None = None) -> list[Finding]:
    """Check text that is already decoded; ``filename`` tells its format (default: plain text)."""
    return Linter(settings).check_document(document_from_text(text, name=filename or STDIN))


def fix_text(text: str, *, filename: str | None = None, settings: Settings | None = None, unsafe: bool = False) -> str:
    """Return ``text`` with its safe fixes (with ``unsafe``, all) applied."""
    return Linter(settings).fix_document(document_from_text(text, name=filename or STDIN), unsafe=unsafe).text


def check_paths(paths: Iterable[str | os.PathLike[str]], *, settings: Settings | None = None) -> list[CheckedFile]:
    """Check files and folders; the results are sorted by path. A path that does not exist gives a result that says so."""
    linter = Linter(settings)
    return [linter.check_file(path) for path in discover([os.fspath(path) for path in paths])]


def discover(paths: Sequence[str]) -> list[str]:
    """Return the files to check, sorted, each once: files as named, folders searched for articles.

    Folders are searched for the endings in ``readers.SUFFIXES``, hidden files and folders left out.
    """
    found: dict[str, None] = {}
    for path in paths:
        for file in _walk(path) if path != STDIN and os.path.isdir(path) else [path]:
            found[file if file == STDIN else os.path.normpath(file).replace(os.sep, "/")] = None
    return sorted(found)


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
