"""The input of a corpus run: Parquet, JSON Lines and single article files, read as a stream in one fixed order."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from gzip import GzipFile
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from newslint.config import Settings
from newslint.corpus.arrow import arrow, parquet
from newslint.corpus.articles import Article, Columns, article_of, month_in
from newslint.errors import UserError
from newslint.language import join_list, reason, tr
from newslint.readers import SUFFIXES, ReadError, check_size
from newslint.storage import regular_file
from newslint.storage.walking import walk

PARQUET = (".parquet", ".pq")
LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
#: How many bytes of a line are allowed for what is not text, and how many times the longest line is skipped.
_OTHER_COLUMNS = 1_000_000
_MOST_SKIPPED = 20
#: The number of rows of Parquet that are decoded at once.
_ROWS = 256


@dataclass(frozen=True, slots=True)
class Intake:
    """The files under ``root``, sorted by path; ``columns`` are the requested ones, ``most`` is the greatest size of an
    article in bytes.
    """

    root: Path
    files: tuple[str, ...]
    columns: Columns
    most: int

    def path(self, file: str) -> Path:
        """Return the path of one of ``files``."""
        return self.root / file if file else self.root

    def fingerprint(self) -> str:
        """Return a key of the paths, sizes and modification times of the files."""
        digest = blake2b(digest_size=16)
        for file in self.files:
            stamp = _stamp(self.path(file))
            digest.update(f"{file}\0{stamp}\n".encode("utf-8", "surrogateescape"))
        return digest.hexdigest()

    def total(self) -> int | None:
        """Return the number of articles; None if that would take reading them all."""
        count = 0
        for file in self.files:
            if _is_lines(file or self.root.name):
                return None
            count += _parquet_file(self.path(file)).metadata.num_rows if _is_parquet(file or self.root.name) else 1
        return count

    def articles(self) -> Iterator[Article]:
        """Yield every article; raises ``UserError`` for a file that is not in the format of its name."""
        number = 0
        for file in self.files:
            name = file or self.root.name
            if _is_parquet(name):
                articles = _parquet_rows(self.path(file), self.columns, number)
            elif _is_lines(name):
                articles = _json_lines(self.path(file), self.columns, number, self.most)
            else:
                articles = iter([self._own_file(file, number)])
            for article in articles:
                yield article
                number += 1

    def _own_file(self, file: str, number: int) -> Article:
        name = file or self.root.name
        source = name.split("/", 1)[0] if "/" in name else ""
        try:
            with regular_file(self.path(file)) as own:
                check_size(os.fstat(own.fileno()).st_size, name, self.most)
                return Article(number, name, source, month_in(name), own.read(), name)
        except OSError as error:
            problem = tr("无法读取（{reason}）。", reason=reason(error))
        except ReadError as error:
            problem = str(error)
        return Article(number, name, source, month_in(name), b"", name, problem)


def open_intake(root: Path, columns: Columns, most: int = Settings().most_bytes) -> Intake:
    """Return the input at ``root``, a file or a folder; raises ``UserError`` if there is nothing to read.

    ``most`` is the greatest size of an article in bytes.
    """
    if os.path.isfile(root):
        if not _is_known(root.name):
            raise UserError(
                tr(
                    "{path}：不是语料文件；可用的有 {endings}，或放稿件的文件夹。",
                    path=root,
                    endings=join_list((*PARQUET, *LINES)),
                )
            )
        files = [""]
    elif os.path.isdir(root):
        files = sorted(_walk(root))
    else:
        raise UserError(tr("{path}：没有这个文件或文件夹；请核对路径。", path=root))
    if not files:
        raise UserError(
            tr(
                "{path}：里面没有语料；可用的有 {endings}。",
                path=root,
                endings=join_list((*PARQUET, *LINES, *SUFFIXES)),
            )
        )
    return Intake(root, tuple(files), columns, most)


def _stamp(path: Path) -> str:
    try:
        status = os.stat(path)
    except OSError:
        return ""  # reading it will say why
    return f"{status.st_size}\0{status.st_mtime_ns}"


def _walk(root: Path) -> Iterator[str]:
    for folder, folders, names in walk(root, _refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and _is_known(name):
                yield os.path.relpath(os.path.join(folder, name), root).replace(os.sep, "/")


def _refuse(error: OSError) -> NoReturn:
    told = tr("{path}：文件夹无法列出（{reason}）；请检查权限。", path=error.filename, reason=reason(error))
    raise UserError(told) from None


def _is_known(name: str) -> bool:
    return _is_parquet(name) or _is_lines(name) or name.lower().endswith(tuple(SUFFIXES))


def _is_parquet(name: str) -> bool:
    return name.lower().endswith(PARQUET)


def _is_lines(name: str) -> bool:
    return name.lower().endswith(LINES)


# --- Parquet -----------------------------------------------------------------------------------------------------


def _parquet_file(path: Path):  # type: ignore[no-untyped-def]
    try:
        regular_file(path).close()
        return parquet().ParquetFile(path)
    except (arrow().ArrowException, OSError) as error:
        raise UserError(
            tr("{path}：不能作为 Parquet 读取（{reason}）；请核对文件是否完整。", path=path, reason=error)
        ) from None


def _parquet_rows(path: Path, asked: Columns, first: int) -> Iterator[Article]:
    file = _parquet_file(path)
    columns = asked.among(file.schema_arrow.names, str(path))
    number = first
    try:
        for batch in file.iter_batches(batch_size=_ROWS, columns=columns.wanted(), use_threads=False):
            for row in _rows(batch):
                yield _article(row, columns, number)
                number += 1
    except (arrow().ArrowException, OSError) as error:
        problem = tr(
            "{path}：读到第 {row} 行时出错（{reason}）；请核对文件是否完整。",
            path=path,
            row=number - first + 1,
            reason=error,
        )
        raise UserError(problem) from None


def _rows(batch: Any) -> list[dict[str, object] | None]:
    """Return the rows of a batch, None for one with a value that cannot be read, such as a date in the year 99999."""
    try:
        rows: list[dict[str, object] | None] = batch.to_pylist()
    except Exception:
        if batch.num_rows == 1:
            return [None]
        return [row for at in range(batch.num_rows) for row in _rows(batch.slice(at, 1))]
    return rows


def _article(row: dict[str, object] | None, columns: Columns, number: int) -> Article:
    try:
        if row is not None:
            return article_of(row, columns, number)
    except Exception:  # a value that cannot even be shown
        row = None
    return Article(number, str(number), "", "", "", problem=tr("这一行有无法读取的值。"))


# --- JSON Lines --------------------------------------------------------------------------------------------------


def _json_lines(path: Path, asked: Columns, first: int, most: int) -> Iterator[Article]:
    columns: Columns | None = None
    number = first
    try:
        with _opened(path) as file:
            for line_number, line in enumerate(_bounded_lines(file, 2 * most + _OTHER_COLUMNS), 1):
                if not line.strip():
                    continue
                row = _row(line) if isinstance(line, bytes) else None
                if row is None:
                    problem = line if isinstance(line, str) else tr("这一行不是 JSON 对象。")
                    yield Article(number, f"{path.name}:{line_number}", "", "", "", problem=problem)
                else:
                    # Rows may omit columns: those that exist are those of the first row and the requested ones.
                    columns = columns or asked.among(dict.fromkeys([*row, *asked.wanted()]), f"{path}:{line_number}")
                    yield _article(row, columns, number)
                number += 1
    except (OSError, EOFError, zlib.error) as error:
        raise UserError(
            tr(
                "{path}：读到第 {row} 行时出错（{reason}）；请核对文件是否完整。",
                path=path,
                row=number - first + 1,
                reason=error,
            )
        ) from None


def _bounded_lines(file: BinaryIO | GzipFile, longest: int) -> Iterator[bytes | str]:
    """Yield the lines of a file, and for one of more than ``longest`` bytes a sentence that says so.

    A small archive may hold a line of any length: after one that is longer by far the file is read no further.
    """
    while line := file.readline(longest + 1):
        if len(line) <= longest:
            yield line
            continue
        for _ in range(_MOST_SKIPPED):
            if not line or line.endswith(b"\n"):
                break
            line = file.readline(longest)
        if line and not line.endswith(b"\n"):
            yield tr("这一行太长，文件从这里起没有读。")
            return
        yield tr("这一行太长（超过 {most} 字节），没有读。", most=longest)


def _opened(path: Path) -> BinaryIO | GzipFile:
    file = regular_file(path)
    if not path.name.lower().endswith(".gz"):
        return file
    file.close()
    return gzip.open(path)


def _row(line: bytes) -> dict[str, object] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None
