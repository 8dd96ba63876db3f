"""A run over the files of a project: each under the settings that hold for it, checked or fixed.

One unreadable file does not stop the others: its result holds the sentence that says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import Project, Settings
from newslint.filters.chain import at_least
from newslint.results import Results
from newslint.run.batch import Batch, Progress

if TYPE_CHECKING:
    from newslint.filters.baseline import Baseline, Entry
    from newslint.filters.changed_lines import Ranges
    from newslint.finding import Finding
    from newslint.run.linter import Keep, Source
    from newslint.run.rewriting import FixedFile


class Run:
    """One run over files of a project. Files that share their settings are judged together.

    ``jobs`` is how many processes check files, None for as many as pay; with ``cached`` what earlier runs found in
    files that have not changed is taken from the cache; ``whole`` says that all files of the project are among those
    given, ``texts`` that the results are to hold the text of every file. ``changed`` tells of each path which lines
    count, where only some do. Its methods raise ``UserError`` for what a user has to mend.
    """

    def __init__(
        self,
        project: Project,
        *,
        jobs: int | None = 1,
        cached: bool = False,
        whole: bool = False,
        texts: bool = False,
        changed: Mapping[str, Ranges] | None = None,
    ) -> None:
        self.project = project
        self._jobs = jobs
        self._cached = cached
        self._whole = whole
        self._texts = texts
        self._changed = changed
        self._baselines: dict[Path, Baseline] = {}

    def check(self, sources: Iterable[Source], progress: Progress | None = None) -> Results:
        """Check files; an interrupt from the keyboard ends it with what was found until then."""
        batches = self._batches(sources)
        total = sum(len(batch.sources) for batch in batches)
        done = 0
        parts = []
        interrupted = False
        for batch in batches:
            try:
                part = batch.check(
                    self._jobs, progress and (lambda number, before=done: progress(before + number, total))
                )  # type: ignore[misc]
            except KeyboardInterrupt:  # before the first file was looked at, or after the last
                interrupted = True
                break
            parts.append(self._filtered(batch, part))
            done += len(part.files)
            if part.interrupted:
                interrupted = True
                break
        files = sorted((file for part in parts for file in part.files), key=lambda file: file.path)
        # What silences nothing in some of the files may do so in the others.
        told = [*([] if interrupted else _idle(batches)), *(sentence for part in parts for sentence in part.notices)]
        rules = {code: note for part in parts for code, note in part.rules.items()}
        return Results(
            tuple(files),
            dict(sorted(rules.items())),
            tuple(dict.fromkeys(told)),
            interrupted=interrupted,
            failed=any(part.failed for part in parts),
        )

    def _filtered(self, batch: Batch, part: Results) -> Results:
        """Return the results of a batch without what is not new, with the sentences about the baseline."""
        settings = batch.settings
        baseline = self._baseline(settings)
        stale: list[Entry] = []
        files = []
        failed = False
        for file in part.files:
            findings: Sequence[Finding] = file.findings
            baselined = 0
            if baseline is not None and file.error is None:
                matched = baseline.match(file.path, file.text, findings, undecided=batch.undecided)
                findings, baselined = matched.kept, matched.known
                stale.extend(matched.stale)
            findings = self._in_changed_lines(file.path, findings)
            failed = failed or (
                settings.fail_on is not None and any(finding.severity >= settings.fail_on for finding in findings)
            )
            files.append(file._replace(findings=tuple(at_least(findings, settings.level)), baselined=baselined))
        sentences = part.notices
        if baseline is not None:
            from newslint.filters.baseline import stale_sentences

            sentences = (*sentences, *stale_sentences(baseline, stale))
        return part._replace(files=tuple(files), notices=sentences, failed=failed)

    def _in_changed_lines(self, path: str, findings: Sequence[Finding]) -> Sequence[Finding]:
        if self._changed is None or path not in self._changed:
            return findings
        from newslint.filters.changed_lines import touches

        return [finding for finding in findings if touches(finding, self._changed[path])]

    # --- the baseline --------------------------------------------------------------------------------------------

    def baselines(self, sources: Iterable[Source]) -> Iterator[tuple[Baseline, Baseline]]:
        """Check files and yield each baseline that their settings name, as it is and as it would be written now."""
        from newslint.filters.baseline import Baseline, read_baseline

        named: dict[Path, tuple[list[Entry], list[str], set[str]]] = {}
        for batch in self._batches(sources):
            place = batch.settings.baseline
            if place is None:
                continue
            found, paths, undecided = named.setdefault(place, ([], [], set()))
            part = batch.check(self._jobs, None)
            empty = Baseline(place)
            for file in part.files:
                if file.error is None:
                    findings = at_least(file.findings, batch.settings.level)
                    found.extend(empty.entries_for(file.path, file.text, findings))
                    paths.append(file.path)
            undecided.update(batch.undecided)
        for place, (found, paths, undecided) in named.items():
            before = read_baseline(place) if place.exists() else Baseline(place)
            yield before, before.written(found, paths, undecided=undecided)

    def stale(self, sources: Iterable[Source]) -> Iterator[tuple[Baseline, list[Entry]]]:
        """Check files and yield each baseline that their settings name, with its entries that no longer match
        anything.
        """
        named: dict[Path, set[Entry]] = {}
        for batch in self._batches(sources):
            baseline = self._baseline(batch.settings)
            if baseline is None:
                continue
            stale = named.setdefault(baseline.place, set(baseline.gone()))
            for file in batch.check(self._jobs, None).files:
                if file.error is None:
                    stale.update(baseline.match(file.path, file.text, file.findings, undecided=batch.undecided).stale)
        for place, stale in named.items():
            yield self._baselines[place], sorted(stale)

    def _baseline(self, settings: Settings) -> Baseline | None:
        place = settings.baseline
        if place is None:
            return None
        if place not in self._baselines:
            from newslint.filters.baseline import read_baseline  # most projects have none

            self._baselines[place] = read_baseline(place)
        return self._baselines[place]

    # --- fixing --------------------------------------------------------------------------------------------------

    def fix(self, sources: Iterable[Source], *, unsafe: bool = False, write: bool = False) -> Iterator[FixedFile]:
        """Fix files, but for what the baseline holds; with ``write`` a file is replaced, whole, in its own encoding."""
        from newslint.run.rewriting import rewrite

        for batch in self._batches(sources):
            yield from rewrite(
                batch.linter, batch.sources, unsafe=unsafe, write=write, keep=self._unknown(batch.settings)
            )

    def _unknown(self, settings: Settings) -> Keep | None:
        """Return what chooses the findings of a document that the baseline does not hold; None if there is no
        baseline.
        """
        baseline = self._baseline(settings)
        if baseline is None:
            return None
        return lambda document, findings: baseline.match(document.name, document.text, findings).kept

    def _batches(self, sources: Iterable[Source]) -> list[Batch]:
        """Return the files by the settings that hold for them, in order of path."""
        found: dict[int, Batch] = {}
        for path, data in sorted(sources, key=lambda source: source[0]):
            settings = self.project.settings_for(path)
            if id(settings) not in found:
                found[id(settings)] = Batch(settings, cached=self._cached, whole=self._whole, texts=self._texts)
            found[id(settings)].sources.append((path, data))
        return list(found.values())


def _idle(batches: Sequence[Batch]) -> list[str]:
    """Return the sentences about entries of the configuration that silence nothing, in any of ``batches``."""
    entries = dict.fromkeys(entry for batch in batches for entry in batch.settings.suppressions)
    if not entries:
        return []
    from newslint.filters.suppression import is_over, stale_sentences

    used = {entry for batch in batches for entry in batch.used}
    idle = {entry for batch in batches for entry in batch.idle}
    return stale_sentences(
        [entry for entry in entries if entry in idle - used], [entry for entry in entries if is_over(entry)]
    )
