"""A run over the files of a project: each file under the settings that hold for it, checked or fixed.

One unreadable file does not stop the others: its result has the sentence that says why.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import Project, Settings, Suppression
from newslint.language import join_list, prefixed, tr
from newslint.results import BaselineEntry, BatchResults, CheckedFile, Results
from newslint.run.batch import Batch, Done, Progress
from newslint.storage import is_missing

if TYPE_CHECKING:
    from newslint.document import Document
    from newslint.engine.fixer import Outcome
    from newslint.filters.baseline import Baseline
    from newslint.filters.chain import Ranges
    from newslint.readers import ReadError, Source
    from newslint.run.rewriting import FixedFile, Proposal


class Run:
    """One run over files of a project. Files with the same settings are checked together, as a batch.

    ``jobs`` is the number of processes that check files, None for as many as pay off; with ``cached`` the results of
    files that have not changed come from the cache; ``covers_project`` says that all files of the project are among
    those given, ``texts`` that the results must have the text of every file, ``to_fix`` that ``outcomes`` are asked for
    after a check. ``changed`` are the changed lines by path, where only these count. The methods raise ``UserError``.
    """

    def __init__(
        self,
        project: Project,
        *,
        jobs: int | None = 1,
        cached: bool = False,
        covers_project: bool = False,
        texts: bool = False,
        to_fix: bool = False,
        changed: Mapping[str, Ranges] | None = None,
    ) -> None:
        self.project = project
        self._jobs = jobs
        self._cached = cached
        self._covers_project = covers_project
        self._texts = texts
        self._to_fix = to_fix
        self._changed = changed
        self._baselines: dict[Path, Baseline] = {}
        self._checked: list[Batch] = []  # what may be fixed

    def check(self, sources: Iterable[Source], progress: Progress | None = None) -> Results:
        """Check files; an interrupt from the keyboard ends it with what was found until then."""
        batches = self._batches(sources)
        if self._to_fix:
            self._checked = batches
        total = sum(len(batch.sources) for batch in batches)
        parts: list[BatchResults] = []
        interrupted = False
        for batch in batches:
            before = sum(len(part.results.files) for part in parts)
            try:
                parts.append(self._check(batch, progress and _from(before, total, progress)))
            except KeyboardInterrupt:  # before the first file was looked at, or after the last
                interrupted = True
            if interrupted or parts[-1].results.interrupted:
                interrupted = True
                break
        files = sorted((file for part in parts for file in part.results.files), key=lambda file: file.path)
        # What is unused in some of the files may be used in the others.
        notices = [] if interrupted else _unused_suppressions(batches, parts)
        for batch, part in zip(batches, parts, strict=False):
            notices += part.results.notices
            if batch.baseline is not None:
                notices += batch.baseline.unused_sentences(part.unused_entries)
        notices += (_cut_short(file) for file in files if file.cut)
        notices += (_stopped(file) for file in files if file.stopped)
        partial = interrupted or self._changed is not None or not all(map(_is_whole, batches))
        rules = {code: note for part in parts for code, note in part.results.rules.items()}
        return Results(
            tuple(files),
            dict(sorted(rules.items())),
            tuple(dict.fromkeys(notices)),
            interrupted=interrupted,
            failed=any(part.results.failed for part in parts),
            rated=False if partial else None,
            partial=partial or any(file.cut or file.stopped for file in files),
        )

    def _check(self, batch: Batch, done: Done | None = None) -> BatchResults:
        # What is given and not read from a file is not kept.
        if self._cached and all(data is None for _, data in batch.sources):
            from newslint.run.cached_batch import CachedBatch  # a run without the cache needs none of it

            return CachedBatch(batch).check(self._jobs, done)
        return batch.check(self._jobs, done)

    # --- the baseline --------------------------------------------------------------------------------------------

    def new_baselines(self, sources: Iterable[Source]) -> Iterator[tuple[Baseline, Baseline, list[str]]]:
        """Check files and yield each baseline that their settings name, as it is and with what is found now, and the
        sentences about files that could not be checked and keep their entries.
        """
        from newslint.filters.baseline import Baseline, read_baseline

        named: dict[Path, tuple[list[BaselineEntry], list[str], set[str], list[str]]] = {}
        for batch in self._batches(sources, with_baselines=False):
            place = batch.settings.baseline
            if place is None:
                continue
            found, paths, undecided, errors = named.setdefault(place, ([], [], set(), []))
            part = self._check(batch)
            empty = Baseline(place)
            for file in part.results.files:
                if file.error is None:
                    found.extend(empty.entries_for(file.path, file.text, file.findings))
                    paths.append(file.path)
                else:
                    errors.append(file.error)
            undecided.update(part.undecided)
        for place, (found, paths, undecided, errors) in named.items():
            before = Baseline(place) if is_missing(place) else read_baseline(place)
            yield before, before.written(found, paths, undecided=undecided), errors

    def unused_entries(self, sources: Iterable[Source]) -> Iterator[tuple[Baseline, list[BaselineEntry], list[str]]]:
        """Check files and yield each baseline that their settings name, with its entries that match nothing, and the
        sentences about files that could not be checked.
        """
        known: dict[Path, tuple[set[BaselineEntry], list[str]]] = {}
        for batch in self._batches(sources):
            if batch.baseline is not None:
                unused, errors = known.setdefault(batch.baseline.place, (set(batch.baseline.gone()), []))
                part = self._check(batch)
                unused.update(part.unused_entries)
                errors.extend(file.error for file in part.results.files if file.error is not None)
        for place, (unused, errors) in known.items():
            yield self._baselines[place], sorted(unused), errors

    def _baseline(self, settings: Settings) -> Baseline | None:
        place = settings.baseline
        if place is None:
            return None
        if place not in self._baselines:
            from newslint.filters.baseline import read_baseline  # most projects have none

            self._baselines[place] = read_baseline(place, self.project.original(place).parent)
        return self._baselines[place]

    # --- fixing --------------------------------------------------------------------------------------------------

    def fix(
        self,
        sources: Iterable[Source],
        *,
        unsafe: bool = False,
        wanted: Callable[[Proposal], bool] | None = None,
        write: bool = False,
        backup: bool = False,
        accept: bool = False,
    ) -> Iterator[FixedFile]:
        """Fix files except for what the baseline has; with ``write`` files are replaced, each in its own encoding.

        The options are those of ``rewriting.rewrite``. Word documents get tracked changes, with ``accept`` plain ones.
        """
        from newslint.run.rewriting import rewrite

        for batch in self._batches(sources):
            yield from rewrite(
                batch.linter,
                batch.sources,
                unsafe=unsafe,
                wanted=wanted,
                write=write,
                backup=backup,
                accept=accept,
            )

    def outcomes(self, *, unsafe: bool = False) -> Iterator[tuple[str, tuple[Document, Outcome] | ReadError]]:
        """Yield each file of the last check with its document and the outcome of fixing it, or why it cannot be read;
        nothing is written.
        """
        for batch in self._checked:
            yield from batch.outcomes(unsafe=unsafe)

    def _batches(self, sources: Iterable[Source], *, with_baselines: bool = True) -> list[Batch]:
        """Return the files by the settings that hold for them, sorted by path."""
        batches: dict[int, Batch] = {}
        for path, data in sorted(sources, key=lambda source: source[0]):
            settings = self.project.settings_for(path)
            if id(settings) not in batches:
                batches[id(settings)] = Batch(
                    settings,
                    texts=self._texts,
                    to_fix=self._to_fix,
                    covers_project=self._covers_project,
                    baseline=self._baseline(settings) if with_baselines else None,
                    changed=self._changed,
                )
            batches[id(settings)].sources.append((path, data))
        return list(batches.values())


def _cut_short(file: CheckedFile) -> str:
    """Return the sentence about the rules that found too much in a file."""
    return prefixed(file.path, tr("{codes} 查出太多，后面的不再查。", codes=join_list(file.cut)))


def _stopped(file: CheckedFile) -> str:
    """Return the sentence about a file in which so much was found that not all rules were asked."""
    return prefixed(file.path, tr("问题太多，有的规则没有查；请先改正已查出的，再查一次。"))


def _is_whole(batch: Batch) -> bool:
    """Return True if all rules that are not ignored report all that they find in the files of a batch."""
    return batch.baseline is None and not batch.settings.select


def _from(before: int, total: int, progress: Progress) -> Done:
    """Return ``progress`` for a batch that starts after ``before`` files."""
    return lambda number: progress(before + number, total)


def _unused_suppressions(batches: Sequence[Batch], parts: Sequence[BatchResults]) -> list[str]:
    """Return the sentences about suppressions of the configuration that are expired or unused in all batches."""
    entries = dict.fromkeys(entry for batch in batches for entry in batch.settings.suppressions)
    if not entries:
        return []
    from newslint.filters.suppression import is_expired, unused_sentences

    used: set[Suppression] = set()
    unused: set[Suppression] = set()
    for batch, part in zip(batches, parts, strict=True):
        used.update(batch.settings.suppressions[number] for number in part.used)
        unused.update(batch.settings.suppressions[number] for number in part.unused)
    return unused_sentences([entry for entry in entries if entry in unused - used], filter(is_expired, entries))
