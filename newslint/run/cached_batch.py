"""Batches known from the cache: a run that is the same as an earlier one, or files that are."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newslint.language import current
from newslint.readers import read_file, read_text
from newslint.results import BatchResults, CheckedFile
from newslint.run.batch import Batch, Done
from newslint.run.cache import ResultCache, stamp
from newslint.run.fingerprint import fingerprint, key_of
from newslint.storage.rows import pack, unpack

if TYPE_CHECKING:
    from newslint.engine.cross_file import Examined


class CachedBatch:
    """The check of a batch that takes from the cache what is known, and stores what is new."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._paths = [path for path, _ in batch.sources]
        self._cache = ResultCache(_state(batch), _filters_state(batch))
        self._stamps = [stamp(path) for path in self._paths]

    def check(self, jobs: int | None, done: Done | None) -> BatchResults:
        """Return the results of an equal run, of a run with equal files, or of a new one."""
        known = self._restored(self._cache.run_by_stamps(self._stamps))
        if known is None:
            keys = [_key(self._content(number), path) for number, path in enumerate(self._paths)]
            known = self._restored(self._cache.run_by_contents(self._run_key(keys), self._stamps))
            if known is None:
                return self._checked(keys, jobs, done)
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
        except Exception:  # damaged, or a file is gone by now: checking it again says all there is to say
            return None
        return known._replace(results=known.results._replace(files=tuple(files)))

    def _content(self, number: int) -> bytes | None:
        return _content(self._paths[number], self._batch.settings.most_bytes)

    def _checked(self, keys: list[str], jobs: int | None, done: Done | None) -> BatchResults:
        batch = self._batch
        stored = (self._stored(*item) for item in zip(self._paths, keys, strict=True))
        found = {number: examined for number, examined in enumerate(stored) if examined is not None}
        missing = [number for number in range(len(keys)) if number not in found]

        def read(number: int) -> bytes | None:
            """Read a file once more, rather than hold all of them; its key is that of what is examined."""
            data = self._content(number)
            keys[number] = _key(data, self._paths[number])
            return data

        fresh, notices, interrupted = batch.examine(missing, read, jobs, done)
        for number, examined in fresh.items():
            if examined.file.error is None and keys[number]:
                self._cache.keep_file(keys[number], pack(examined._replace(file=_without_text(examined.file))))
        concluded = batch.conclude(found | fresh, notices, interrupted)
        results = concluded.results
        if not interrupted and not notices and not any(file.error for file in results.files):
            bare = concluded._replace(results=results._replace(files=tuple(map(_without_text, results.files))))
            self._cache.keep_run(self._run_key(keys), self._stamps, pack(bare))
        self._cache.save()
        return concluded

    def _run_key(self, keys: Sequence[str]) -> str:
        return key_of(repr((self._paths, keys)).encode())

    def _stored(self, path: str, key: str) -> Examined | None:
        row = self._cache.file(key) if key else None
        if row is None:
            return None
        from newslint.engine.cross_file import Examined  # not needed if the cache has the whole run

        types = self._batch.linter.facts_types
        try:
            examined = unpack(Examined, row)
            facts = {code: unpack(types[code], fact) for code, fact in examined.facts.items()}
            has_text = examined.file.findings or self._batch.texts
            file = _with_text(examined.file, path) if has_text else examined.file._replace(path=path)
        except Exception:  # damaged
            return None
        return examined._replace(file=file, facts=facts)


def _content(path: str, most: int | None = None) -> bytes | None:
    try:
        return read_file(path, most)
    except Exception:  # checking it will fail in the same way, and say why
        return None


def _key(data: bytes | None, path: str) -> str:
    """Return the key of a file's content in the format that the ending of its name tells; "" if it is not known."""
    return "" if data is None else key_of(data) + os.path.splitext(path)[1].lower()


def _state(batch: Batch) -> str:
    """Return the key of what examining a file and filtering its findings depend on besides its content."""
    settings = batch.settings
    today = time.localtime()[:3] if settings.suppressions else None
    return fingerprint(settings, settings.folder, batch.covers_project, current(), today, os.getcwd())


def _filters_state(batch: Batch) -> str:
    """Return the key of what else filters the findings: the baseline and the changed lines."""
    if batch.baseline is None and batch.changed is None:
        return ""
    place = batch.baseline and batch.baseline.place
    known = _content(str(place)) if place else None
    return key_of(repr((place, batch.changed)).encode() + (known or b""))


def _without_text(file: CheckedFile) -> CheckedFile:
    return file._replace(path="", text="")


def _with_text(file: CheckedFile, path: str) -> CheckedFile:
    return file._replace(path=path, text=read_text(read_file(path), path))
