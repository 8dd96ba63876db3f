"""Files with the same settings, checked together: by one process or several, or known from the cache."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.config import Settings
from newslint.language import current
from newslint.readers import ReadError, read_file, read_text
from newslint.results import BatchResults, CheckedFile
from newslint.rulebook.folders import rule_folders
from newslint.run.cache import ResultCache, content_key, fingerprint, stamp
from newslint.storage.rows import pack, unpack

if TYPE_CHECKING:
    from newslint.engine.cross_file import Examined
    from newslint.filters.baseline import Baseline
    from newslint.filters.chain import Ranges
    from newslint.run.linter import Linter

#: Called with the number of files that are done.
Done = Callable[[int], None]
#: Called with the number of files that are done and of all.
Progress = Callable[[int, int], None]


class Batch:
    """The files in ``sources``, sorted by path, under ``settings``. The rules are loaded only if the cache is no help.

    With ``texts`` the results have the text of every file, also of those without findings that come from the cache;
    the other options are those of ``Linter``.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        cached: bool = False,
        texts: bool = False,
        covers_project: bool = False,
        baseline: Baseline | None = None,
        changed: Mapping[str, Ranges] | None = None,
    ) -> None:
        self.settings = settings
        self.baseline = baseline
        self.texts = texts
        self.sources: list[tuple[str, bytes | None]] = []
        self._cached = cached
        self._covers_project = covers_project
        self._changed = changed

    @cached_property
    def linter(self) -> Linter:
        """The linter for these settings; raises ``UserError`` for what is wrong with them."""
        from newslint.run.linter import Linter  # not needed if the cache has the whole run

        return Linter(self.settings, covers_project=self._covers_project, baseline=self.baseline, changed=self._changed)

    def check(self, jobs: int | None, done: Done | None = None) -> BatchResults:
        """Return the results of all files, or of those that were done when an interrupt came from the keyboard.

        ``jobs`` is the number of processes that check files, None for as many as pay off.
        """
        if self._cached and all(data is None for _, data in self.sources):
            return CachedBatch(self).check(jobs, done)
        return self.conclude(*self.examine(range(len(self.sources)), [data for _, data in self.sources], jobs, done))

    def examine(
        self, numbers: Sequence[int], contents: Sequence[bytes | None], jobs: int | None, done: Done | None
    ) -> tuple[dict[int, Examined], list[str], bool]:
        """Examine the files of ``numbers`` with their ``contents``, where these are known.

        Return the examined files by number, sentences about the run, and whether it was interrupted.
        """
        found: dict[int, Examined] = {}
        notices: list[str] = []
        try:
            for number, file in self._examined(numbers, contents, jobs, notices.append):
                found[number] = file
                if done is not None:
                    done(len(self.sources) - len(numbers) + len(found))
        except KeyboardInterrupt:
            return found, notices, True
        return found, notices, False

    def _examined(
        self, numbers: Sequence[int], contents: Sequence[bytes | None], jobs: int | None, tell: Callable[[str], None]
    ) -> Iterator[tuple[int, Examined]]:
        paths = [self.sources[number][0] for number in numbers]
        if jobs != 1 and len(numbers) > 1:
            from newslint.run import workers  # a few files need none

            sizes = [_size(path, data) for path, data in zip(paths, contents, strict=True)]
            jobs = jobs or workers.worth(sum(sizes))
            if jobs > 1:
                tasks = list(map(workers.Task, numbers, paths, contents, sizes))
                yield from workers.examine_all(self.linter.examine, tasks, jobs, tell)
                return
        for number, path, data in zip(numbers, paths, contents, strict=True):
            yield number, self.linter.examine(path, data)

    def conclude(self, found: dict[int, Examined], notices: Sequence[str], interrupted: bool) -> BatchResults:
        """Compare the examined files, filter their findings and return the results."""
        concluded = self.linter.conclude([found[number] for number in sorted(found)])
        results = concluded.results._replace(notices=tuple(notices), interrupted=interrupted)
        return concluded._replace(results=results)

    def state(self) -> str:
        """Return the key of all that examining a file depends on besides its content."""
        from datetime import date

        settings = self.settings._replace(origins={})
        files = [] if settings.roster is None else [settings.roster]
        today = date.today() if settings.suppressions else None
        values = (settings, self._covers_project, current(), today, os.getcwd())
        return fingerprint(values, rule_folders(settings.rules, settings.own_rules), files)

    def filters_state(self) -> str:
        """Return the key of what filters the findings besides the settings: the baseline and the changed lines."""
        if self.baseline is None and self._changed is None:
            return ""
        known = b"" if self.baseline is None else _content(str(self.baseline.place)) or b""
        return content_key(repr(self._changed).encode("utf-8", "surrogateescape") + known, "")


class CachedBatch:
    """The check of a batch that takes from the cache what is known, and stores what is new."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._paths = [path for path, _ in batch.sources]
        self._cache = ResultCache(batch.state(), batch.filters_state())
        self._stamps = [stamp(path) for path in self._paths]

    def check(self, jobs: int | None, done: Done | None) -> BatchResults:
        """Return the results of an equal run, of a run with equal files, or of a new one."""
        known = self._restored(self._cache.run_by_stamps(self._stamps))
        if known is None:
            contents = [_content(path) for path in self._paths]
            keys = [_key(data, path) for path, data in zip(self._paths, contents, strict=True)]
            known = self._restored(self._cache.run_by_contents(list(zip(self._paths, keys, strict=True)), self._stamps))
            if known is None:
                return self._checked(contents, keys, jobs, done)
        self._cache.save()
        if done is not None:
            done(len(self._paths))
        return known

    def _restored(self, row: object) -> BatchResults | None:
        """Return the results that a row of the cache holds; None if there is none, or a damaged one."""
        if row is None:
            return None
        try:
            known = unpack(BatchResults, row)
            files = [
                _with_text(file, path) if file.findings or self._batch.texts else file._replace(path=path)
                for file, path in zip(known.results.files, self._paths, strict=True)
            ]
        except (ValueError, TypeError):
            return None
        return known._replace(results=known.results._replace(files=tuple(files)))

    def _checked(
        self, contents: Sequence[bytes | None], keys: Sequence[str], jobs: int | None, done: Done | None
    ) -> BatchResults:
        batch = self._batch
        stored = (self._stored(*item) for item in zip(self._paths, contents, keys, strict=True))
        found = {number: examined for number, examined in enumerate(stored) if examined is not None}
        missing = [number for number in range(len(keys)) if number not in found]
        fresh, notices, interrupted = batch.examine(missing, [contents[number] for number in missing], jobs, done)
        for number, examined in fresh.items():
            if examined.file.error is None and keys[number]:
                self._cache.keep_file(keys[number], pack(examined._replace(file=_without_text(examined.file))))
        concluded = batch.conclude(found | fresh, notices, interrupted)
        results = concluded.results
        if not interrupted and not notices and not any(file.error for file in results.files):
            bare = concluded._replace(results=results._replace(files=tuple(map(_without_text, results.files))))
            self._cache.keep_run(list(zip(self._paths, keys, strict=True)), self._stamps, pack(bare))
        self._cache.save()
        return concluded

    def _stored(self, path: str, data: bytes | None, key: str) -> Examined | None:
        row = None if data is None else self._cache.file(key)
        if row is None or data is None:
            return None
        from newslint.engine.cross_file import Examined  # not needed if the cache has the whole run

        types = self._batch.linter.facts_types
        try:
            examined = unpack(Examined, row)
            facts = {code: unpack(types[code], fact) for code, fact in examined.facts.items()}
            file = examined.file._replace(path=path, text=read_text(data, path))
        except (ValueError, TypeError, KeyError):
            return None
        return examined._replace(file=file, facts=facts)


def _content(path: str) -> bytes | None:
    try:
        return read_file(path)
    except ReadError:
        return None


def _key(data: bytes | None, path: str) -> str:
    return "" if data is None else content_key(data, path)


def _without_text(file: CheckedFile) -> CheckedFile:
    return file._replace(path="", text="")


def _with_text(file: CheckedFile, path: str) -> CheckedFile:
    return file._replace(path=path, text=read_text(read_file(path), path))


def _size(path: str, data: bytes | None) -> int:
    if data is not None:
        return len(data)
    try:
        return os.stat(path).st_size
    except OSError:
        return 0  # reading it will say why
