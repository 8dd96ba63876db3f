"""Results kept between runs: what was found in a file that has not changed, and in a whole run of such files.

The cache lies in the user's cache folder, two files for each state of settings, rules and code: one with the last runs
as they ended, one with single files as they were examined, which is read only when a run is new. Several runs may use
it at once: each replaces a file whole, and the last one stays. A cache that is damaged or foreign is ignored. It is
data, never code, and holds no text but what findings quote.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from newslint import __version__
from newslint.storage.cache_dir import cache_folder, write_cache_file
from newslint.storage.file_stamps import FileStamp, file_stamps

try:
    from _blake2 import blake2b  # what hashlib gives, without OpenSSL, which takes longer to load than a page to check
except ImportError:
    from hashlib import blake2b

#: Bump when the cache format changes.
_FORM = 2
#: How many runs are kept, and for how many days a file that no run asks for.
RUNS = 8
DAYS = 30
#: A file is known by its size and time of change if it was older than this when it was looked at, in nanoseconds: a
#: younger one may change again without another time.
_SETTLED = 2_000_000_000
_DAY = 86400

#: What was found in a file, as plain values.
Row = list[Any]
#: Of a file: its path, its size and its time of change in nanoseconds.
Stamp = list[object]


def fingerprint(values: object, folders: Sequence[Path], files: Sequence[Path]) -> str:
    """Return the key of a state: ``values`` that are told apart by what they look like, the rule files in ``folders``,
    the content of ``files``, and newslint's own code.
    """
    digest = blake2b(digest_size=16)
    digest.update(repr((_FORM, __version__, values)).encode("utf-8", "surrogatepass"))
    for folder, ending in ((Path(__file__).parents[1], ".py"), *((folder, ".toml") for folder in folders)):
        digest.update(repr((os.fspath(folder), _stamps(folder, ending))).encode("utf-8", "backslashreplace"))
    for file in files:
        try:
            digest.update(b"\0" + file.read_bytes())
        except OSError:
            digest.update(b"\0none")  # who needs the file will say what is wrong
    return digest.hexdigest()


def content_key(data: bytes, path: str) -> str:
    """Return the key of a file's content in the format that the ending of its name tells."""
    return f"{blake2b(data, digest_size=16).hexdigest()}{os.path.splitext(path)[1].lower()}"


def stamp(path: str) -> Stamp | None:
    """Return what tells that a file has not changed; None if that cannot be told."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return [path, status.st_size, status.st_mtime_ns]


class ResultCache:
    """The results of one state, by its ``key``, read when they are asked for; ``save`` writes what this run added."""

    def __init__(self, key: str, folder: Path | None = None) -> None:
        place = (folder or cache_folder()) / "results"
        self._runs_place = place / f"{key}.json"
        self._files_place = place / f"{key}.files.json"
        self._key = key
        self._runs: list[dict[str, object]] | None = None
        self._files: dict[str, Row] | None = None
        self._new_run = self._new_files = False
        self._today = int(time.time()) // _DAY

    # --- runs ----------------------------------------------------------------------------------------------------

    def run_by_stamps(self, stamps: Sequence[Stamp | None]) -> object | None:
        """Return what a run over files that have not changed since gave; None if there is no such run."""
        if None in stamps:
            return None
        return next((run["given"] for run in self._known_runs() if run.get("stamps") == stamps), None)

    def run_by_contents(self, contents: Sequence[tuple[str, str]], stamps: Sequence[Stamp | None]) -> object | None:
        """Return what a run over files of these paths and contents gave; None if there is no such run."""
        key = _run_key(contents)
        found = next((run for run in self._known_runs() if run.get("contents") == key), None)
        if found is None:
            return None
        self.keep_run(contents, stamps, found["given"])
        return found["given"]

    def keep_run(self, contents: Sequence[tuple[str, str]], stamps: Sequence[Stamp | None], given: object) -> None:
        """Keep what a run over files of these paths and contents gave."""
        now = time.time_ns()
        settled = all(stamp is not None and now - stamp[2] > _SETTLED for stamp in stamps)  # type: ignore[operator]
        key = _run_key(contents)
        others = [run for run in self._known_runs() if run.get("contents") != key]
        self._runs = [{"contents": key, "stamps": list(stamps) if settled else None, "given": given}, *others][:RUNS]
        self._new_run = True

    def _known_runs(self) -> list[dict[str, object]]:
        if self._runs is None:
            runs = self._load(self._runs_place)
            self._runs = runs if isinstance(runs, list) and all(isinstance(run, dict) for run in runs) else []
        return self._runs

    # --- files ---------------------------------------------------------------------------------------------------

    def file(self, content: str) -> Row | None:
        """Return what was found in a file of this content; None if it was never looked at."""
        row = self._known_files().get(content)
        if row is None:
            return None
        row[0] = self._today
        return row[1]  # type: ignore[no-any-return]

    def keep_file(self, content: str, row: Row) -> None:
        """Keep what was found in a file of this content."""
        self._known_files()[content] = [self._today, row]
        self._new_files = True

    def _known_files(self) -> dict[str, Row]:
        if self._files is None:
            files = self._load(self._files_place)
            self._files = files if isinstance(files, dict) and all(_is_kept(row) for row in files.values()) else {}
        return self._files

    # --- the disk ------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write what is new; a folder that cannot be written is no fault."""
        if self._new_run:
            self._store(self._runs_place, self._runs)
        if self._new_files and self._files is not None:
            self._store(
                self._files_place, {key: row for key, row in self._files.items() if self._today - row[0] < DAYS}
            )
        if self._new_run or self._new_files:
            self._drop_old()
        self._new_run = self._new_files = False

    def _drop_old(self) -> None:
        """Delete what other states left and no run has written for ``DAYS``: rules and settings change, and their keys
        with them.
        """
        try:
            with os.scandir(self._runs_place.parent) as entries:
                old = [entry.path for entry in entries if entry.stat().st_mtime // _DAY < self._today - DAYS]
            for path in old:
                os.unlink(path)
        except OSError:
            return  # another run was faster

    def _load(self, place: Path) -> object:
        try:
            head, kept = place.read_bytes().split(b"\n", 1)
            return json.loads(kept) if json.loads(head) == self._head(kept) else None
        except (OSError, ValueError, RecursionError):
            return None

    def _store(self, place: Path, kept: object) -> None:
        try:
            data = json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        except (TypeError, ValueError):
            return
        write_cache_file(place, json.dumps(self._head(data)).encode("ascii") + b"\n" + data)

    def _head(self, kept: bytes) -> dict[str, object]:
        return {"key": self._key, "sum": zlib.crc32(kept)}


def _is_kept(row: object) -> bool:
    return isinstance(row, list) and len(row) == 2 and isinstance(row[0], int) and isinstance(row[1], list)


def _run_key(contents: Sequence[tuple[str, str]]) -> str:
    return blake2b(repr(contents).encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _stamps(place: Path, ending: str) -> list[FileStamp]:
    """Return the stamps of the files under ``place``, or of the one that it is."""
    try:
        return file_stamps(place, ending)
    except NotADirectoryError:
        status = os.stat(place)
        return [("", status.st_size, status.st_mtime_ns)]
    except OSError:
        return []  # reading the rules will say what is wrong
