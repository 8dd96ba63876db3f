"""The tables of rule files, kept parsed between runs: TOML takes fifty times as long to read as JSON.

The cache lies in the user's cache folder, one file for each folder of rules. It is used only while every rule file has the
size and time of change that it had; a cache that is damaged, foreign or cannot be written is ignored and made anew.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from newslint import __version__
from newslint.cachefiles import cache_folder, replace_text

#: Raised when the form of the cache changes.
_FORM = 1
#: Fewer rule files than these are parsed as fast as a cache of them would be found.
FEWEST = 20

Table = Mapping[str, object]


def read_tables(folder: Path, parse: Callable[[Path], Table]) -> list[tuple[Path, Table]]:
    """Return the table of every ``*.toml`` under ``folder`` (or of the one file that it is), sorted by path.

    ``parse`` reads one file; what it raises is passed on. Raises ``OSError`` if ``folder`` cannot be listed.
    """
    paths = sorted(folder.rglob("*.toml")) if folder.is_dir() else [folder]
    if len(paths) < FEWEST:
        return [(path, parse(path)) for path in paths]
    stamps = [[str(path), *_stamp(path)] for path in paths]
    place = cache_folder() / f"rules-{_digest(str(folder.resolve()))}.json"
    tables = _load(place, stamps)
    if tables is None:
        tables = [parse(path) for path in paths]
        _store(place, stamps, tables)
    return list(zip(paths, tables, strict=True))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0)  # reading it will say what is wrong
    return (status.st_mtime_ns, status.st_size)


def _digest(text: str) -> str:
    # Not for security: a short name for a folder. zlib is at hand at no cost, hashlib is not.
    import zlib

    return f"{zlib.crc32(text.encode('utf-8', 'surrogateescape')):08x}"


def _head(stamps: list[list[object]]) -> dict[str, object]:
    return {"form": _FORM, "newslint": __version__, "python": sys.version, "files": stamps}


def _load(place: Path, stamps: list[list[object]]) -> list[Table] | None:
    try:
        content = json.loads(place.read_bytes())
        tables = content.pop("tables")
    except (OSError, ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return None
    if content != _head(stamps) or not isinstance(tables, list) or len(tables) != len(stamps):
        return None
    return tables if all(isinstance(table, dict) for table in tables) else None


def _store(place: Path, stamps: list[list[object]], tables: list[Table]) -> None:
    try:
        data = json.dumps({**_head(stamps), "tables": tables}, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError):
        return  # a date in a rule file, which its kind will refuse
    replace_text(place, data)
