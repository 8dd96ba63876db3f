"""Files with the same settings on their way to results: each is examined, all are compared, findings are filtered."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from threading import local
from typing import TYPE_CHECKING, Any

from newslint.config import Settings, Suppression
from newslint.document import Document
from newslint.engine.cross_file import Examined, OtherFiles, combine
from newslint.engine.engine import Engine
from newslint.engine.limits import cut_short, most_of_all
from newslint.errors import UserError, fault_sentence
from newslint.filters.chain import Ranges, Sifted, Triage, at_least
from newslint.filters.suppression import informed
from newslint.finding import Finding
from newslint.language import tr
from newslint.readers import ReadError, Source, check_size, document_from_text, read_bytes, read_file
from newslint.results import BaselineEntry, BatchResults, CheckedFile, Results
from newslint.rulebook.selection import choose, rules_of
from newslint.run.articles import articles_of
from newslint.run.notes import rule_notes
from newslint.storage.cache_dir import is_used, use_cache

if TYPE_CHECKING:
    from newslint.engine.fixer import Choice, Outcome
    from newslint.filters.baseline import Baseline

#: For a text longer than this many characters, intermediate results are dropped before its facts are gathered.
_LONG = 200_000


class Linter:
    """The rules that the settings choose, ready to check any number of files.

    ``covers_project`` says that all files of the project are checked together, so that a suppression that covers
    nothing is known to be unused; ``baseline`` and ``changed`` are as for ``Triage``. Without ``texts`` the text of a
    file in which nothing is found is not kept. Raises ``RuleError`` for a bad
    rule file or option, ``ConfigError`` for a bad roster or suppression and ``LookupError`` for a selector that means
    no rule.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        *,
        covers_project: bool = False,
        baseline: Baseline | None = None,
        changed: Mapping[str, Ranges] | None = None,
        texts: bool = True,
    ) -> None:
        self.settings = settings or Settings()
        self._made_with = (self.settings, covers_project, baseline, changed, texts)
        self._texts = texts
        known = informed(rules_of(self.settings))
        self.book = choose(known, self.settings)
        self._triage = Triage(
            self.settings, known, self.book, covers_project=covers_project, baseline=baseline, changed=changed
        )
        self._engine = Engine(self.book, self._triage.unseen())

    def __reduce__(self) -> tuple[object, ...]:
        """A linter is made anew in another process: its rules and patterns cannot be sent there."""
        return _made, (*self._made_with, is_used())

    # --- checking ------------------------------------------------------------------------------------------------

    def check_document(self, document: Document) -> list[Finding]:
        """Return the findings to report in a document by itself, sorted by position and code."""
        return list(self._sift(document, self._engine.check(document)).reported)

    def check_file(self, path: str, data: bytes | None = None) -> CheckedFile:
        """Check one file by itself, or ``data`` under its name."""
        return self.check_files([(path, data)])[0]

    def check_files(self, sources: Iterable[Source]) -> list[CheckedFile]:
        """Check files together; the results are sorted by path, and that of an unreadable file says why."""
        examined = [self.examine(path, data) for path, data in in_order(sources)]
        return list(self.conclude(examined).results.files)

    def examine(self, path: str, data: bytes | ReadError | None = None) -> Examined:
        """Check one file by itself, before the comparison with others and all filters, which are up to ``conclude``."""
        try:
            return self._examined(path, self._document(path, data))
        except Exception as error:
            return Examined(CheckedFile(path, error=problem_of(error, path)))

    def _examined(self, path: str, document: Document) -> Examined:
        findings = tuple(self._engine.examine(document))
        if len(document.text) > _LONG:
            document.prose.forget()
        hidden = tuple((span.start, span.end) for span in document.masked) if document.prose is not document else ()
        file = CheckedFile(
            path,
            document.characters,
            articles_of(document),
            text=document.text if findings or self._texts else "",
            findings=findings,
            hidden=hidden,
            paragraphs=tuple(document.paragraphs),
            issued="" if document.issued is None else document.issued.isoformat(),
        )
        return Examined(file, self._engine.facts(document), document.disabled)

    def conclude(self, files: Sequence[Examined]) -> BatchResults:
        """Compare examined files, sorted by path, and pass all that was found through the filters."""
        waiting = frozenset(code for examined in files for code in examined.facts)
        undecided = self._triage.suppressor.undecided(waiting)
        checked = []
        failed = False
        used: set[Suppression] = set()
        unused_entries: list[BaselineEntry] = []
        for examined in combine(self._engine, files, self._reread):
            file, sifted = self._sifted(examined)
            failed = failed or sifted.failed
            used |= sifted.used
            unused_entries.extend(entry for entry in sifted.unused if entry.code not in undecided)
            checked.append(file)
        readable = [file.path for file in checked if file.error is None]
        unused = self._triage.suppressor.unused(used, readable, waiting=waiting)
        number_of = self.settings.suppressions.index
        return BatchResults(
            Results(tuple(checked), rule_notes(self.book, checked, self.settings.rule_url), failed=failed),
            frozenset(map(number_of, used)),
            frozenset(map(number_of, unused)),
            tuple(unused_entries),
            undecided,
        )

    def _sifted(self, examined: Examined) -> tuple[CheckedFile, Sifted]:
        file, facts, disabled = examined
        if file.error is not None:
            return file, Sifted()
        try:
            sifted = self._triage.sift(file.path, file.text, file.findings, disabled, facts)
        except Exception as error:
            return CheckedFile(file.path, error=problem_of(error, file.path)), Sifted()
        found = tuple(sifted.reported)
        cut = cut_short(file.findings, len(file.text))
        stopped = len(file.findings) >= most_of_all(len(file.text))
        file = file._replace(suppressed=sifted.suppressed, baselined=sifted.baselined, cut=cut, stopped=stopped)
        # A rule that was not asked might have found what makes the run fail.
        failed = sifted.failed or (stopped and self.settings.fail_on is not None)
        return file._replace(findings=found), sifted._replace(failed=failed)

    @property
    def facts_types(self) -> dict[str, Any]:
        """The types of the facts of the rules that compare files, by the codes of the rules."""
        return self._engine.facts_types

    def _sift(self, document: Document, findings: Sequence[Finding]) -> Sifted:
        if not findings:
            return Sifted()
        waiting = self._engine.facts(document) if document.comments else ()
        return self._triage.sift(document.name, document.text, findings, document.disabled, waiting)

    def _document(self, path: str, data: bytes | ReadError | None) -> Document:
        if isinstance(data, ReadError):
            raise data
        most = self.settings.most_bytes
        if data is None:
            data = read_file(path, most)
        check_size(len(data), path, most)
        return read_bytes(data, path, issued=self.settings.issue_date, content=self.settings.content)

    def _reread(self, file: CheckedFile) -> Document:
        """Read a file once more: its text, or the file itself where that was not kept."""
        if file.text:
            return document_from_text(
                file.text, name=file.path, issued=self.settings.issue_date, content=self.settings.content
            )
        document = self._document(file.path, None)
        if document.characters != file.characters:
            raise ReadError(tr("{path}：检查时被别的程序改过；请再运行一次。", path=file.path))
        return document

    # --- fixing --------------------------------------------------------------------------------------------------

    def fix_document(self, document: Document, *, unsafe: bool = False) -> Outcome:
        """Return the text of ``document`` with the fixes of its findings applied."""
        return self._fix(document, self._engine.check, unsafe)

    def fix_files(
        self,
        sources: Iterable[Source],
        *,
        unsafe: bool = False,
        wanted: Choice | None = None,
        examined: Mapping[int, Examined] | None = None,
    ) -> Iterator[tuple[Document, Outcome] | ReadError]:
        """Yield, for each file in order of path, its document and the outcome of fixing it, or why it cannot be read.

        ``unsafe`` and ``wanted`` say which fixes are applied, as for ``fixer.fix_document``. Files are compared as they
        were before any is changed, whatever their order. Those ``examined`` before, by their number in this order,
        spare the work of the first round.
        """
        ordered = in_order(sources)
        known = examined or {}
        files = [known.get(number) or self._with_facts(*source) for number, source in enumerate(ordered)]
        others = OtherFiles(self._engine, files, known)
        for index, (path, data) in enumerate(ordered):
            if index in others.broken:
                yield ReadError(others.broken[index])
            else:
                yield self._fixed(path, data, partial(others.check, index), unsafe, wanted)

    def _fixed(
        self,
        path: str,
        data: bytes | ReadError | None,
        check: Callable[[Document], Sequence[Finding]],
        unsafe: bool,
        wanted: Choice | None,
    ) -> tuple[Document, Outcome] | ReadError:
        try:
            document = self._document(path, data)
            return document, self._fix(document, check, unsafe, wanted)
        except Exception as error:
            return ReadError(problem_of(error, path))

    def _fix(
        self,
        document: Document,
        check: Callable[[Document], Sequence[Finding]],
        unsafe: bool,
        wanted: Choice | None = None,
    ) -> Outcome:
        from newslint.engine.fixer import fix_document  # not needed to check

        # What makes a run fail is fixed even if the report does not show it.
        outcome = fix_document(
            document, lambda current: self._sift(current, check(current)).kept, unsafe=unsafe, wanted=wanted
        )
        return outcome._replace(left=tuple(at_least(outcome.left, self.settings.level)))

    def _with_facts(self, path: str, data: bytes | ReadError | None) -> Examined:
        """Return a file with its facts, without its findings; an unreadable one has none."""
        if not self._engine.compares:
            return Examined(CheckedFile(path))
        try:
            return Examined(CheckedFile(path), self._engine.facts(self._document(path, data)))
        except UserError:
            raise
        except Exception:  # fixing it fails in the same way, and says why
            return Examined(CheckedFile(path))


class _Kept(local):
    """The linter of the last call in this thread."""

    linter: Linter | None = None
    folder = ""


_kept = _Kept()


def linter_for(settings: Settings) -> Linter:
    """Return a linter for ``settings``: the last one of this thread if its settings and the working folder, to which
    paths in them are relative, are equal, else a new one.

    Raises as ``Linter`` and ``typed`` do. Rule files and rosters are read when the linter is made, and not again.
    """
    folder = os.getcwd()
    if _kept.linter is None or _kept.linter.settings != settings or _kept.folder != folder:
        from newslint.config.typed import typed  # the program makes no settings of wrong types

        # A copy: the caller may change a table of the settings later.
        _kept.linter = Linter(typed(settings))
        _kept.folder = folder
    return _kept.linter


def _made(
    settings: Settings,
    covers_project: bool,
    baseline: Baseline | None,
    changed: Mapping[str, Ranges] | None,
    texts: bool,
    cached: bool,
) -> Linter:
    use_cache(cached)
    return Linter(settings, covers_project=covers_project, baseline=baseline, changed=changed, texts=texts)


def problem_of(error: Exception, path: str) -> str:
    """Return the sentence about what was raised over the file at ``path``; what concerns all files is raised again."""
    if isinstance(error, UserError):
        raise error
    return str(error) if isinstance(error, ReadError) else fault_sentence(error, path)


def in_order(sources: Iterable[Source]) -> list[Source]:
    """Return ``sources`` sorted by path."""
    return sorted(sources, key=lambda source: source[0])
