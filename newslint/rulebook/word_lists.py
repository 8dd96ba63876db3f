"""Lists of words as a desk keeps them: text files with one word a line, or tables with a line of headings.

# 本报慎用词
老百姓,群众
顶级

词,改用,级别,理由
老百姓,群众,警告,公文体例
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newslint import strict
from newslint.config import ConfigError
from newslint.language import prefixed, reason, tr
from newslint.readers.decoding import ReadError, decode
from newslint.storage import read_bounded

#: The headings of a table, in Chinese and as in [deny].
_WORD = ("词", "词语", "不用的词", "word")
_HEADINGS = {
    "改用": "use",
    "改为": "use",
    "改用的词": "use",
    "提示": "advice",
    "理由": "reason",
    "级别": "severity",
    "修改": "fix",
    "不查": "spare",
    "起": "from",
    "止": "until",
}
#: What stands between several values in one cell.
_SEPARATORS = re.compile("[、，,；;]")


def allowed_words(paths: Sequence[Path]) -> Iterator[str]:
    """Yield the words and phrases in files with one a line; raises ``ConfigError``."""
    for path in paths:
        for _number, cells in _rows(path):
            yield cells[0]


def denied_words(paths: Sequence[Path]) -> dict[str, str | Mapping[str, object]]:
    """Return what becomes of the words in lists, later ones over earlier ones; raises ``ConfigError``."""
    found: dict[str, str | Mapping[str, object]] = {}
    for path in paths:
        headings: Mapping[str, str] = {}  # as the table has them, and as [deny] does
        for number, cells in _rows(path):
            if cells[0].lower() in _WORD:
                headings = {cell: _HEADINGS.get(cell, cell) for cell in cells[1:]}
                continue
            try:
                found[cells[0]] = _entry(cells[1:], list(headings.values()))
            except strict.Invalid as error:
                place = tr("第 {number} 行", number=number)
                key = error.inside.removeprefix(".")
                heading = next((word for word, meant in headings.items() if meant == key), key)
                raise ConfigError(path, place, prefixed(heading, error.problem)) from None
    return found


def _entry(cells: Sequence[str], headings: Sequence[str]) -> str | Mapping[str, object]:
    if not headings:
        if len(cells) > 1:
            raise strict.Invalid(tr("应写 词 或 词,改用的词；有更多栏目时，第一行写栏目名。"))
        return "".join(cells)
    if len(cells) > len(headings):
        raise strict.Invalid(tr("比栏目多了一格。"))
    values: dict[str, object] = {key: cell for key, cell in zip(headings, cells, strict=False) if cell}
    if "spare" in values:
        values["spare"] = _SEPARATORS.sub(" ", str(values["spare"])).split()
    return strict.denied_word(values)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the cells of each line that says something, with its number."""
    import csv

    try:
        lines = decode(read_bounded(path), str(path)).text.lstrip("\ufeff").splitlines()
    except OSError as error:
        raise ConfigError(path, "", tr("词表无法读取（{reason}）；请核对路径和权限。", reason=reason(error))) from None
    except ReadError as error:
        raise ConfigError(tr("词表"), "", str(error)) from None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith(("#", "＃")):
            continue
        place = tr("第 {number} 行", number=number)
        try:
            [cells] = csv.reader([line.strip()], delimiter="\t" if "\t" in line else ",", skipinitialspace=True)
        except csv.Error:  # of what a line of text can hold, only too long a cell
            raise ConfigError(path, place, tr("这一格太长，不像一个词。")) from None
        cells = [cell.strip() for cell in cells]
        while cells and not cells[-1]:  # spreadsheets fill up rows
            cells.pop()
        if not cells:
            continue
        if not cells[0]:
            raise ConfigError(path, place, tr("第一格应是词。"))
        yield number, cells
