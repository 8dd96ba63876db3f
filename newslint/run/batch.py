"""Files that share their settings, checked together: in one process or several, and from the cache where nothing
changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from newslint.config import Settings, Suppression
from newslint.language import current
from newslint.readers import ReadError, read_file, read_text
from newslint.results import CheckedFile, Results, RuleNote
from newslint.rulebook.folders import rule_folders
from newslint.run.cache import ResultCache, Stamp, content_key, fingerprint, stamp
from newslint.storage.rows import pack, unpack

if TYPE_CHECKING:
    from newslint.engine.cross_file import Examined
    from newslint.run.linter import Linter

#: What is told of progress: how many files are done.
Done = Callable[[int], None]
#: The same, and of how many.
Progress = Callable[[int, int], None]


class _KnownRun(NamedTuple):
    """A run as the cache has it: files without paths and texts; suppressions by their number in the settings."""

    files: tuple[CheckedFile, ...]
    rules: Mapping[str, RuleNote]
    used: frozenset[int]
    idle: frozenset[int]
    undecided: frozenset[str]


class Batch:
    """The files in ``sources``, in order of path, under ``settings``; the rules are loaded only if the cache does not
    help.
    """

    def __init__(self, settings: Settings, *, cached: bool = False, whole: bool = False, texts: bool = False) -> None:
        """``texts`` asks for the text of every file, also of those without findings that come from the cache."""
        self.settings = settings
        self.texts = texts
        self.sources: list[tuple[str, bytes | None]] = []
        #: What ``check`` learns besides: the entries of the configuration that silenced something, those that should
        #: have, and the codes of rules whose silence says nothing.
        self.used: frozenset[Suppression] = frozenset()
        self.idle: frozenset[Suppression] = frozenset()
        self.undecided: frozenset[str] = frozenset()
        self._cached = cached
        self._whole = whole

    @cached_property
    def linter(self) -> Linter:
        """The linter for these settings; raises ``UserError`` for what is wrong with them."""
        from newslint.run.linter import Linter  # not needed where the cache knows the whole run

        # What makes the run fail must be looked for even where the report does not show it.
        level = min(self.settings.level, self.settings.fail_on or self.settings.level)
        return Linter(self.settings, level=level, whole=self._whole)

    def check(self, jobs: int | None, done: Done | None) -> Results:
        """Return the results of all files, or of those that were done when an interrupt came from the keyboard.

        ``jobs`` is how many processes check files, None for as many as pay.
        """
        if self._cached and all(data is None for _, data in self.sources):
            return CachedBatch(self).check(jobs, done)
        return self.conclude(*self.examine(range(len(self.sources)), [data for _, data in self.sources], jobs, done))

    def examine(
        self, numbers: Sequence[int], contents: Sequence[bytes | None], jobs: int | None, done: Done | None
    ) -> tuple[dict[int, Examined], list[str], bool]:
        """Examine the files of ``numbers`` with their ``contents``, where these are known.

        Return what was found by number, sentences about the run, and whether it was interrupted.
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
            from newslint.run import workers as processes

            sizes = [_size(path, data) for path, data in zip(paths, contents, strict=True)]
            jobs = jobs or processes.worth(sum(sizes))
            if jobs > 1:
                tasks = list(map(processes.Task, numbers, paths, contents, sizes))
                yield from processes.examine_all(self.linter.examine, tasks, jobs, tell)
                return
        for number, path, data in zip(numbers, paths, contents, strict=True):
            yield number, self.linter.examine(path, data)

    def conclude(self, found: dict[int, Examined], notices: Sequence[str], interrupted: bool) -> Results:
        """Judge what was found together and return the results."""
        files = [found[number] for number in sorted(found)]
        results, self.used, self.idle, self.undecided = self.linter.conclude(files)
        return results._replace(notices=tuple(notices), interrupted=interrupted)

    def state(self) -> str:
        """Return the key of all that the results rest on, but for the files themselves."""
        from datetime import date

        settings = self.settings._replace(origins={})
        files = [] if settings.roster is None else [settings.roster]
        values = (settings, self._whole, current(), date.today() if settings.suppressions else None, os.getcwd())
        return fingerprint(values, rule_folders(settings.rules, settings.own_rules), files)


class CachedBatch:
    """A check of a batch that uses the cache and adds to it."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._cache = ResultCache(batch.state())
        self._stamps: list[Stamp | None] = [stamp(path) for path, _ in batch.sources]

    def check(self, jobs: int | None, done: Done | None) -> Results:
        """Return the results: those of the same run, or those of the same files, or new ones."""
        paths = [path for path, _ in self._batch.sources]
        known = self._restored(self._cache.run_by_stamps(self._stamps))
        if known is None:
            contents: list[bytes | None] = []
            for path in paths:
                try:
                    contents.append(read_file(path))
                except ReadError:
                    contents.append(None)
            keys = ["" if data is None else content_key(data, path) for path, data in zip(paths, contents, strict=True)]
            if None not in contents:
                known = self._restored(self._cache.run_by_contents(list(zip(paths, keys, strict=True)), self._stamps))
            if known is None:
                return self._checked(contents, keys, jobs, done)
        self._cache.save()
        if done is not None:
            done(len(paths))
        return known

    def _restored(self, given: object) -> Results | None:
        """Return the results of a run as the cache has them; None if it has none, or damaged ones."""
        if given is None:
            return None
        batch = self._batch
        entries = batch.settings.suppressions
        try:
            known = unpack(_KnownRun, given)
            files = [
                _with_text(file, path) if file.findings or batch.texts else file._replace(path=path)
                for file, (path, _) in zip(known.files, batch.sources, strict=True)
            ]
            used, idle = ([entries[number] for number in numbers] for numbers in (known.used, known.idle))
        except (ValueError, TypeError, IndexError):  # damaged, or the file cannot be read any more
            return None
        batch.used, batch.idle, batch.undecided = frozenset(used), frozenset(idle), known.undecided
        return Results(tuple(files), known.rules)

    def _checked(
        self, contents: Sequence[bytes | None], keys: Sequence[str], jobs: int | None, done: Done | None
    ) -> Results:
        batch = self._batch
        found: dict[int, Examined] = {}
        for number, (key, data) in enumerate(zip(keys, contents, strict=True)):
            examined = self._stored(number, key, data) if key else None
            if examined is not None:
                found[number] = examined
        missing = [number for number in range(len(keys)) if number not in found]
        fresh, notices, interrupted = batch.examine(missing, [contents[number] for number in missing], jobs, done)
        for number, examined in fresh.items():
            if examined.file.error is None and keys[number]:
                self._cache.keep_file(keys[number], pack(examined._replace(file=_without_text(examined.file))))
        results = batch.conclude({**found, **fresh}, notices, interrupted)
        if not interrupted and not notices and not any(file.error for file in results.files):
            number_of = batch.settings.suppressions.index
            known = _KnownRun(
                tuple(map(_without_text, results.files)),
                results.rules,
                frozenset(map(number_of, batch.used)),
                frozenset(map(number_of, batch.idle)),
                batch.undecided,
            )
            paths = [path for path, _ in batch.sources]
            self._cache.keep_run(list(zip(paths, keys, strict=True)), self._stamps, pack(known))
        self._cache.save()
        return results

    def _stored(self, number: int, key: str, data: bytes | None) -> Examined | None:
        row = self._cache.file(key)
        if row is None or data is None:
            return None
        from newslint.engine.cross_file import Examined

        path = self._batch.sources[number][0]
        types = self._batch.linter.facts_types
        try:
            examined = unpack(Examined, row)
            facts = {code: unpack(types[code], row) for code, row in examined.facts.items()}
            file = examined.file._replace(path=path, text=read_text(data, path))
        except (ValueError, TypeError, KeyError):
            return None
        return examined._replace(file=file, facts=facts)


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
