"""What a house's own archive says: the strings of its articles, counted in parts, so that a stopped run goes on."""

from __future__ import annotations

import gzip
import heapq
import json
import os
import shutil
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from newslint.corpus.articles import Article, Columns
from newslint.corpus.holding import LOCK, held
from newslint.corpus.intake import open_intake
from newslint.errors import UserError, together
from newslint.language import prefixed, reason, tr
from newslint.readers import ReadError, check_size, document_from_text, read_bytes
from newslint.run.linter import problem_of
from newslint.spelling.counting import counted, learnt_table, summed
from newslint.spelling.learnt import OWN
from newslint.storage import regular_file
from newslint.storage.atomic_write import replace_bytes

_Value = TypeVar("_Value")

#: The number of articles of a part: a stopped run loses at most the part that it was at.
ARTICLES = 2_000
#: How many sentences are told about articles that could not be read.
_TOLD = 10
#: What the folder of the parts is called, beside the file that is written, and the file in it that tells of what.
_PARTS, _OF = ".parts", "of.txt"
#: The form of the parts: others are not read.
_FORM = 2


class Learning(NamedTuple):
    """What was learnt: articles, characters, how many articles could not be read, and why the first of them."""

    articles: int
    characters: int
    unreadable: int
    problems: tuple[str, ...]


def learn(root: Path, out: Path, columns: Columns, most: int, progress: Callable[[int], None]) -> Learning:
    """Count the strings of an archive, and write what is usual in it to ``out``; raises ``UserError``, also rather than
    replace another file than one of these, or write what is learnt from no article.

    ``root`` is a file or folder of articles, Parquet or JSON Lines. ``progress`` is told how many articles are done.
    An equal archive gives an equal file, whether the run was stopped on the way or not.
    """
    _spare(out)
    intake = open_intake(root, columns, most)
    folder = out.with_name(out.name + _PARTS)
    _make(folder)
    with held(folder):
        _begin(folder, f"{_FORM} {intake.fingerprint()} {columns} {most}\n")
        try:
            learnt = _learn(intake.articles(), folder, out, most, progress)
        except OSError as error:
            raise _unwritable(out, error) from None
        shutil.rmtree(folder, ignore_errors=True)
        if not learnt.articles:
            told = prefixed(root, tr("没有一篇可学，什么也没有写。"))
            raise together([UserError(one) for one in (told, *learnt.problems)])
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
    problems: tuple[str, ...] = ()
    while batch := list(islice(articles, ARTICLES)):
        place = folder / f"{number:06}.gz"
        if not place.exists():
            _write_part(place, batch, most)
        own = _sound(_head, place)
        done, characters, unreadable = done + own.articles, characters + own.characters, unreadable + own.unreadable
        problems = (*problems, *own.problems)[:_TOLD]
        number += 1
        progress(done)
    if done:
        parts = [folder / f"{part:06}.gz" for part in range(number)]
        table = _sound(lambda _: learnt_table(summed(heapq.merge(*map(_counts, parts))), done, characters), folder)
        replace_bytes(out, table)
    return Learning(done, characters, unreadable, problems)


def _spare(out: Path) -> None:
    """Raise ``UserError`` if there is a file at ``out`` that newslint has not written."""
    if os.path.isdir(out):
        raise UserError(prefixed(out, tr("这是文件夹；请写出文件的路径，如 learnt.bin。")))
    if not os.path.isfile(out):
        return
    try:
        with regular_file(out) as file:
            head = file.read(len(OWN))
    except OSError as error:
        raise _unwritable(out, error) from None
    if head and head != OWN:
        raise UserError(prefixed(out, tr("已有这个文件，而不是 newslint learn 写的，没有覆盖；请另取文件名。")))


def _unwritable(place: Path, error: OSError) -> UserError:
    return UserError(tr("{path}：无法写入（{reason}）。", path=place, reason=reason(error)))


def _make(folder: Path) -> None:
    """Make the folder of the parts; raises ``UserError`` if it cannot be made or is not one of parts."""
    try:
        folder.mkdir(exist_ok=True)
        strange = not (folder / _OF).is_file() and {path.name for path in folder.iterdir()} - {LOCK}
    except OSError as error:
        raise _unwritable(folder, error) from None
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
        raise _unwritable(folder, error) from None


def _write_part(place: Path, batch: Sequence[Article], most: int) -> None:
    """Write what a part of the archive has: its head, and each string with its count."""
    texts, problems = [], []
    for article in batch:
        try:
            texts.append(_text(article, most))
        except Exception as error:  # one article is not the archive
            problems.append(problem_of(error, _name(article)))
    head = Learning(len(texts), sum(map(len, texts)), len(problems), tuple(problems[:_TOLD]))
    lines = "".join([f"{string}\t{count}\n" for string, count in counted(texts)])
    replace_bytes(place, gzip.compress(f"{json.dumps(head)}\n{lines}".encode(), mtime=0))


def _text(article: Article, most: int) -> str:
    """Return the text of an article as rules see it; raises ``ReadError``."""
    if article.problem:
        raise ReadError(article.problem if article.id in article.problem else prefixed(_name(article), article.problem))
    if isinstance(article.text, bytes):
        return read_bytes(article.text, article.name).prose.view
    check_size(len(article.text), _name(article), most)
    return document_from_text(article.text).view


def _name(article: Article) -> str:
    """Return what a sentence calls an article: its id, or its place if it has none."""
    return tr("第 {number} 篇", number=article.number + 1) if article.id == str(article.number) else article.id


def _sound(read: Callable[[Path], _Value], place: Path) -> _Value:
    """Return what ``read`` makes of what an earlier run left at ``place``; raises ``UserError`` if it is damaged."""
    try:
        return read(place)
    except (ValueError, TypeError, EOFError, zlib.error, gzip.BadGzipFile):
        told = tr("中断时留下的文件已损坏；请删去它所在的文件夹，照原样再运行。")
        raise UserError(prefixed(place, told)) from None


def _head(place: Path) -> Learning:
    with gzip.open(place, "rt", encoding="utf-8") as lines:
        articles, characters, unreadable, problems = json.loads(lines.readline())
    return Learning(int(articles), int(characters), int(unreadable), tuple(map(str, problems)))


def _counts(place: Path) -> Iterator[tuple[str, int]]:
    with gzip.open(place, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            string, count = line.rstrip("\n").split("\t")
            yield string, int(count)
