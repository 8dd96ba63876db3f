"""Results of earlier runs: of files that have not changed, and of whole runs over such files.

There are two files in the user's cache folder for each state of settings, rules and code: one with the results of the
last runs, one with examined files, which is only read when a run is new. Several runs may use them at once: each
replaces a file whole, and the last one wins. A damaged file is ignored, and so is one that others could have written.
The cache is data, never code, and has no text but what findings quote.
"""

import json
import os
import time
import zlib
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from newslint.storage.cache_dir import DAYS, read_cache_file, trim, write_cache_file
from newslint.storage.rows import unpack

#: Bump when the cache format changes.
_FORM = 3
#: The number of runs that are kept.
RUNS = 8
#: A stamp counts if the file was older than this (nanoseconds) when it was read: a younger one may change again within
#: the resolution of its time.
_SETTLED = 2_000_000_000
_DAY = 86400

_T = TypeVar("_T")


class Stamp(NamedTuple):
    """Shows that a file has not changed: its size, and its modification time in nanoseconds."""

    path: str
    size: int
    changed: int


def stamp(path: str) -> Stamp | None:
    """Return the stamp of a file; None if it cannot be read."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return Stamp(path, status.st_size, status.st_mtime_ns)


class _Run(NamedTuple):
    """The results of a run, the keys of its filters and of the contents of its files, and their stamps; these are None
    if a file could change again without another stamp.
    """

    filters: str
    contents: str
    stamps: tuple[Stamp, ...] | None
    results: object


class ResultCache:
    """The results of one state, by its ``key``, read when they are asked for; ``save`` writes what this run added.

    ``filters`` is the key of what filters the findings of a run besides the settings. Results are rows.
    """

    def __init__(self, key: str, filters: str = "") -> None:
        self._runs_place = f"results/{key}.json"
        self._files_place = f"results/{key}.files.json"
        self._key = key
        self._filters = filters
        self._new_run = self._new_file = False
        self._today = int(time.time()) // _DAY

    # --- runs ----------------------------------------------------------------------------------------------------

    def run_by_stamps(self, stamps: Sequence[Stamp | None]) -> object | None:
        """Return the results of a run over files that have not changed since; None if there is no such run."""
        if None in stamps:
            return None
        found = (run.results for run in self._runs if (run.filters, run.stamps) == (self._filters, tuple(stamps)))
        return next(found, None)

    def run_by_contents(self, key: str, stamps: Sequence[Stamp | None]) -> object | None:
        """Return the results of a run over files whose paths and contents have this key; None if there is none."""
        found = (run.results for run in self._runs if (run.filters, run.contents) == (self._filters, key))
        results = next(found, None)
        if results is not None:
            self.keep_run(key, stamps, results)
        return results

    def keep_run(self, key: str, stamps: Sequence[Stamp | None], results: object) -> None:
        """Keep the results of a run over files whose paths and contents have this key."""
        before = time.time_ns() - _SETTLED
        settled = tuple(stamp for stamp in stamps if stamp is not None and stamp.changed < before)
        run = _Run(self._filters, key, settled if len(settled) == len(stamps) else None, results)
        self._runs = [run, *(other for other in self._runs if other[:2] != run[:2])][:RUNS]
        self._new_run = True

    @cached_property
    def _runs(self) -> list[_Run]:
        return list(self._load(self._runs_place, tuple[_Run, ...]) or ())

    # --- files ---------------------------------------------------------------------------------------------------

    def file(self, content: str) -> object | None:
        """Return the results of a file of this content; None if there are none."""
        if content not in self._files:
            return None
        row = self._files[content][1]
        self._files[content] = (self._today, row)
        return row

    def keep_file(self, content: str, row: object) -> None:
        """Keep the results of a file of this content."""
        self._files[content] = (self._today, row)
        self._new_file = True

    @cached_property
    def _files(self) -> dict[str, tuple[int, object]]:
        """The results of files by content, each with the day when they were last of use."""
        return self._load(self._files_place, dict[str, tuple[int, object]]) or {}

    # --- the disk ------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write what is new. It does not matter if the folder cannot be written."""
        if self._new_run:
            self._store(self._runs_place, self._runs)
        if self._new_file:
            recent = {key: row for key, row in self._files.items() if self._today - row[0] < DAYS}
            self._store(self._files_place, recent)
        if self._new_run or self._new_file:
            trim()  # keys change with rules and settings, and old ones are never asked for again
        self._new_run = self._new_file = False

    def _load(self, place: str, kind: type[_T]) -> _T | None:
        data = read_cache_file(place)
        try:
            head, rows = data.split(b"\n", 1) if data is not None else (b"", b"")
            return unpack(kind, json.loads(rows)) if json.loads(head) == self._head(rows) else None
        except Exception:  # damaged, in whatever way
            return None

    def _store(self, place: str, results: object) -> None:
        try:
            rows = json.dumps(results, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
            write_cache_file(place, json.dumps(self._head(rows)).encode("ascii") + b"\n" + rows)
        except Exception:  # the results are there all the same
            return

    def _head(self, kept: bytes) -> dict[str, object]:
        return {"form": _FORM, "key": self._key, "sum": zlib.crc32(kept)}
