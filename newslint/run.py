"""A run over files: each under the settings that hold for it, checked or fixed, and written back whole.

One unreadable file does not stop the others: its result holds the sentence that says why.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newslint import processes
from newslint.config import Project, Settings
from newslint.discovery import STDIN, discover
from newslint.filters import at_least
from newslint.finding import Finding
from newslint.linter import Linter, Source, in_order, rule_notes
from newslint.readers import ReadError, document_from_text
from newslint.results import CheckedFile, Results
from newslint.survey import Examined
from newslint.wholefile import replace_bytes

#: What is told of progress: how many files are done, and of how many.
Progress = Callable[[int, int], None]


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


class Run:
    """One run over the files of a project. Files that share their settings are judged together.

    Its methods raise what ``Linter`` raises, and ``ConfigError`` for a configuration that is not valid.
    """

    def __init__(self, project: Project, *, jobs: int | None = 1) -> None:
        """``jobs`` is how many processes check files, None for as many as pay."""
        self.project = project
        self._jobs = jobs
        self._linters: dict[int, Linter] = {}

    def check(self, sources: Iterable[Source], progress: Progress | None = None) -> Results:
        """Check files; an interrupt from the keyboard ends it with what was found until then."""
        ordered = in_order(sources)
        linters = [self._linter(path) for path, _ in ordered]
        found: dict[int, Examined] = {}
        notices: list[str] = []
        interrupted = False
        try:
            for number, file in self._examine(linters, ordered, notices.append):
                found[number] = file
                if progress is not None:
                    progress(len(found), len(ordered))
        except KeyboardInterrupt:
            interrupted = True
        numbers = sorted(found)
        linters = [linters[number] for number in numbers]
        examined = [found[number] for number in numbers]
        files = _by_linter(linters, examined)
        settings = [linter.settings for linter in linters]
        failed = any(
            finding.severity >= own.fail_on for own, file in zip(settings, files, strict=True) for finding in file.findings
        )
        shown = tuple(
            replace(file, findings=tuple(at_least(file.findings, own.level))) for own, file in zip(settings, files, strict=True)
        )
        rules = rule_notes(self._linters.values(), shown)
        return Results(shown, rules, tuple(notices), interrupted=interrupted, failed=failed)

    def _examine(
        self, linters: Sequence[Linter], sources: Sequence[Source], tell: Callable[[str], None]
    ) -> Iterator[tuple[int, Examined]]:
        """Yield the number of each file and what is found in it alone, as they come."""
        sizes = [_size(path, data) for path, data in sources] if self._jobs != 1 else []
        jobs = self._jobs or processes.worth(sum(sizes))
        if jobs == 1 or len(sources) < 2:
            for number, (linter, (path, data)) in enumerate(zip(linters, sources, strict=True)):
                yield number, linter.examine(path, data)
            return
        known = list({id(linter): linter for linter in linters}.values())
        places = {id(linter): place for place, linter in enumerate(known)}
        tasks = [
            processes.Task(number, places[id(linter)], path, data, size)
            for number, (linter, (path, data), size) in enumerate(zip(linters, sources, sizes, strict=True))
        ]
        yield from processes.examine_all([linter.examine for linter in known], tasks, jobs, tell)

    def fix(self, sources: Iterable[Source], *, unsafe: bool = False, write: bool = False) -> Iterator[FixedFile]:
        """Fix files; with ``write`` a file is replaced, whole, in its own encoding."""
        groups: dict[int, list[Source]] = {}
        for path, data in in_order(sources):
            linter = self._linter(path)
            groups.setdefault(id(linter.settings), []).append((path, data))
        for key, group in groups.items():
            outcomes = self._linters[key].fix_files(group, unsafe=unsafe)
            for (path, data), result in zip(group, outcomes, strict=True):
                if isinstance(result, ReadError):
                    yield FixedFile(path, error=str(result))
                    continue
                document, outcome = result
                try:
                    if write and data is None and outcome.text != document.text:
                        _write(path, document.bom + _encode(outcome.text, document.encoding, path))
                except ReadError as error:
                    yield FixedFile(path, error=str(error))
                else:
                    yield FixedFile(
                        path, document.text, outcome.text, outcome.applied, outcome.cycle, given=data is not None
                    )

    def _linter(self, path: str) -> Linter:
        settings = self.project.settings_for(path)
        if id(settings) not in self._linters:
            # What makes the run fail must be looked for even where the report does not show it.
            least = min(settings.level, settings.fail_on)
            self._linters[id(settings)] = Linter(settings, level=least)
        return self._linters[id(settings)]


def _by_linter(linters: Sequence[Linter], examined: Sequence[Examined]) -> list[CheckedFile]:
    """Let each linter judge its files together, and return the results in the order of the files."""
    groups: dict[int, list[int]] = {}
    for index, linter in enumerate(linters):
        groups.setdefault(id(linter), []).append(index)
    results: dict[int, CheckedFile] = {}
    for indices in groups.values():
        concluded = linters[indices[0]].conclude([examined[index] for index in indices])
        results.update(zip(indices, concluded, strict=True))
    return [results[index] for index in range(len(examined))]


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
    found = discover([os.fspath(path) for path in paths], Project.of(settings or Settings()))
    return Linter(settings).check_files((path, None) for path in found)


def _size(path: str, data: bytes | None) -> int:
    if data is not None:
        return len(data)
    try:
        return os.stat(path).st_size
    except OSError:
        return 0  # reading it will say why


def _encode(text: str, encoding: str, path: str) -> bytes:
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        char = text[error.start]
        raise ReadError(f"{path}：修改后的“{char}”不能用原编码 {encoding} 写出，文件未改动；请先另存为 UTF-8。") from None


def _write(path: str, data: bytes) -> None:
    try:
        replace_bytes(path, data)
    except OSError as error:
        raise ReadError(f"{path}：无法写入（{error.strerror}），文件未改动；请检查文件夹权限。") from None
