"""The output of a corpus run: a manifest, and for each partition a file of findings and one of articles.

Each file is replaced whole, and a partition is done when its findings exist, which are written last. So a run that was
killed at any moment can be resumed, and no finding is lost or written twice.
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import Any

from newslint.corpus.arrow import arrow, parquet
from newslint.corpus.checking import Outcome
from newslint.corpus.holding import held
from newslint.errors import UserError
from newslint.language import reason, tr
from newslint.storage.atomic_write import replace_bytes

_MANIFEST = "manifest.json"
_PART = re.compile(r"part-([0-9]+)\.parquet")
#: Columns of the findings and of the articles, with their Arrow types, after the number of the partition.
FINDINGS = {
    "article": "int64", "id": "string", "source": "string", "month": "string", "code": "string", "name": "string",
    "severity": "string", "message": "string", "text": "string", "start": "int32", "end": "int32", "line": "int32",
    "column": "int32", "fix": "string",
}  # fmt: skip
ARTICLES = {
    "article": "int64", "id": "string", "source": "string", "month": "string", "characters": "int32",
    "findings": "int32",
    "error": "string",
}  # fmt: skip


class Store:
    """The folder ``root`` that a run writes to."""

    def __init__(self, root: Path) -> None:
        self.root = root

    # --- the manifest ----------------------------------------------------------------------------------------------

    def manifest(self) -> dict[str, Any] | None:
        """Return the manifest of the run; None if there is none. Raises ``UserError`` for a damaged one."""
        try:
            told = json.loads((self.root / _MANIFEST).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise UserError(
                tr("{path}：无法读取（{reason}）；请换一个输出文件夹。", path=self.root / _MANIFEST, reason=error)
            ) from None
        return told if isinstance(told, dict) else None

    def begin(self, told: Mapping[str, object]) -> dict[str, Any]:
        """Write the manifest of a new run, or compare it with that of the run to resume; raises ``UserError`` if they
        differ.
        """
        known = self.manifest()
        for folder in ("", "articles", "findings"):
            for name in self._names(folder):
                if name.startswith((".part-", f".{_MANIFEST}.")):  # a run was killed while it wrote
                    with suppress(OSError):
                        (self.root / folder / name).unlink()
        if known is None:
            if any(not name.startswith(".") for name in self._names("")):
                raise UserError(tr("{path}：文件夹里有别的文件；请换一个空的或新的输出文件夹。", path=self.root))
            known = dict(told)
            self.write_manifest(known)
        for key, value in told.items():
            if known.get(key) != value:
                what = {
                    "version": tr("newslint 的版本（{before}，现为 {now}）", before=known.get(key), now=value),
                    "input": tr("输入的语料"),
                    "settings": tr("设置或规则"),
                    "columns": tr("列名"),
                    "partition": tr("每段的篇数"),
                }.get(key, key)
                raise UserError(
                    tr(
                        "{path}：上次运行以来{what}变了，不能接着做；请换一个输出文件夹，或照原样再运行。",
                        path=self.root,
                        what=what,
                    )
                )
        return known

    def write_manifest(self, told: Mapping[str, object]) -> None:
        """Replace the manifest."""
        self._write(self.root / _MANIFEST, (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode())

    # --- partitions ------------------------------------------------------------------------------------------------

    def done(self) -> frozenset[int]:
        """Return the numbers of the partitions that are done."""
        names = (_PART.fullmatch(name) for name in self._names("findings"))
        return frozenset(int(name[1]) for name in names if name)

    def write(self, outcome: Outcome) -> None:
        """Write the results of a partition."""
        for name, columns, rows in (("articles", ARTICLES, outcome.articles), ("findings", FINDINGS, outcome.findings)):
            held = io.BytesIO()
            parquet().write_table(_table(outcome.number, columns, rows), held, compression="zstd")
            self._write(self.root / name / f"part-{outcome.number:05}.parquet", held.getvalue())

    def tables(self, name: str, columns: Sequence[str]) -> Iterator[tuple[int, Any]]:
        """Yield the number of each partition that is done with ``columns`` of its ``findings`` or ``articles``."""
        for number in sorted(self.done()):
            path = self.root / name / f"part-{number:05}.parquet"
            try:
                yield number, parquet().read_table(path, columns=list(columns), partitioning=None)
            except (arrow().ArrowException, OSError) as error:
                raise UserError(
                    tr("{path}：不能作为 Parquet 读取（{reason}）；请核对文件是否完整。", path=path, reason=error)
                ) from None

    def _names(self, folder: str) -> list[str]:
        """Return what is in ``folder``; raises ``UserError`` if it cannot be listed."""
        try:
            return os.listdir(self.root / folder)
        except FileNotFoundError:
            return []
        except OSError as error:
            told = tr("{path}：文件夹无法列出（{reason}）；请检查权限。", path=self.root / folder, reason=reason(error))
            raise UserError(told) from None

    def _write(self, place: Path, data: bytes) -> None:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            replace_bytes(str(place), data)
        except OSError as error:
            raise UserError(
                tr("{path}：无法写入（{reason}）；请检查磁盘和权限，再运行即接着做。", path=place, reason=reason(error))
            ) from None

    # --- one run at a time -----------------------------------------------------------------------------------------

    def held(self) -> AbstractContextManager[None]:
        """Lock other runs out of the folder."""
        return held(self.root)


def _table(number: int, columns: Mapping[str, str], rows: Sequence[tuple[Any, ...]]) -> Any:
    pa = arrow()
    values = list(zip(*rows, strict=True)) or [()] * len(columns)
    arrays = [pa.array([number] * len(rows), pa.int32())]
    arrays += [_array(column, pa.type_for_alias(kind)) for column, kind in zip(values, columns.values(), strict=True)]
    return pa.table(arrays, names=["partition", *columns])


def _array(column: Sequence[Any], kind: Any) -> Any:
    try:
        return arrow().array(column, kind)
    except UnicodeEncodeError:  # a lone surrogate, or a byte of a file name that is not UTF-8: shown as an escape
        return arrow().array(
            [None if text is None else text.encode("utf-8", "backslashreplace").decode() for text in column], kind
        )
