"""What a house's own archive says: the strings of its articles, counted in parts, so that a stopped run goes on."""

from __future__ import annotations

import gzip
import heapq
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from newslint.corpus.articles import Article, Columns
from newslint.corpus.holding import LOCK, held
from newslint.corpus.intake import open_intake
from newslint.errors import UserError
from newslint.language import reason, tr
from newslint.readers import ReadError, check_size, document_from_text, read_bytes
from newslint.spelling.counting import counted, learnt_table, summed
from newslint.storage.atomic_write import replace_bytes

#: The number of articles of a part: a stopped run loses at most the part that it was at.
ARTICLES = 2_000
#: What the folder of the parts is called, beside the file that is written, and the file in it that tells of what.
_PARTS, _OF = ".parts", "of.txt"


class Learning(NamedTuple):
    """What was learnt: articles, characters, and how many articles could not be read."""

    articles: int
    characters: int
    unreadable: int


def learn(root: Path, out: Path, columns: Columns, most: int, progress: Callable[[int], None]) -> Learning:
    """Count the strings of an archive, and write what is usual in it to ``out``; raises ``UserError``.

    ``root`` is a file or folder of articles, Parquet or JSON Lines. ``progress`` is told how many articles are done.
    An equal archive gives an equal file, whether the run was stopped on the way or not.
    """
    intake = open_intake(root, columns, most)
    folder = out.with_name(out.name + _PARTS)
    _make(folder)
    with held(folder):
        _begin(folder, f"{intake.fingerprint()} {columns} {most}\n")
        learnt = _learn(intake.articles(), folder, out, most, progress)
        shutil.rmtree(folder, ignore_errors=True)
    if os.name == "nt":  # a file that is open cannot be removed there
        with suppress(OSError):
            (folder / LOCK).unlink()
            folder.rmdir()
    return learnt


def _learn(
    articles: Iterator[Article], folder: Path, out: Path, most: int, progress: Callable[[int], None]
) -> Learning:
    """Count articles in parts, those that are not there yet, and write the sum."""
    number = done = characters = unreadable = 0
    while batch := list(islice(articles, ARTICLES)):
        place = folder / f"{number:06}.gz"
        if not place.exists():
            texts = [text for article in batch if (text := _text(article, most)) is not None]
            head = f"{len(texts)} {sum(map(len, texts))} {len(batch) - len(texts)}\n"
            lines = "".join([f"{string}\t{count}\n" for string, count in counted(texts)])
            replace_bytes(place, gzip.compress((head + lines).encode(), mtime=0))
        own = _head(place)
        done, characters, unreadable = done + own[0], characters + own[1], unreadable + own[2]
        number += 1
        progress(done)
    parts = [_counts(folder / f"{part:06}.gz") for part in range(number)]
    replace_bytes(out, learnt_table(summed(heapq.merge(*parts)), done, characters))
    return Learning(done, characters, unreadable)


def _make(folder: Path) -> None:
    """Make the folder of the parts; raises ``UserError`` if it cannot be made or is not one of parts."""
    try:
        folder.mkdir(exist_ok=True)
        strange = not (folder / _OF).is_file() and {path.name for path in folder.iterdir()} - {LOCK}
    except OSError as error:
        raise UserError(tr("{path}：无法写入（{reason}）。", path=folder, reason=reason(error))) from None
    if strange:
        raise UserError(tr("{path}：这个文件夹不是 newslint learn 留下的；请改名或另选 --output。", path=folder))


def _begin(folder: Path, of: str) -> None:
    """Remove the parts unless they are those of the same archive, and write down which it is."""
    told = folder / _OF
    try:
        if not (told.is_file() and told.read_text(encoding="utf-8") == of):
            for part in folder.glob("*.gz"):
                part.unlink()
        told.write_text(of, encoding="utf-8")
    except OSError as error:
        raise UserError(tr("{path}：无法写入（{reason}）。", path=folder, reason=reason(error))) from None


def _text(article: Article, most: int) -> str | None:
    """Return the text of an article as rules see it; None if it cannot be read."""
    if article.problem:
        return None
    try:
        if isinstance(article.text, bytes):
            return read_bytes(article.text, article.name).prose.view
        check_size(len(article.text), article.id, most)
        return document_from_text(article.text).view
    except ReadError:
        return None


def _head(place: Path) -> tuple[int, int, int]:
    with gzip.open(place, "rt", encoding="utf-8") as lines:
        articles, characters, unreadable = map(int, lines.readline().split())
    return articles, characters, unreadable


def _counts(place: Path) -> Iterator[tuple[str, int]]:
    with gzip.open(place, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            string, count = line.rstrip("\n").split("\t")
            yield string, int(count)
