"""The corpora of the race: one large file, many files and one small file, clean and dense with faults."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from random import Random

from newslint.readers import SUFFIXES, ReadError, read_bytes
from racing.sentences import Sentences, is_whole

#: Bytes in UTF-8.
MB = 1_000_000
SMALL = 4_000
MANY = 1_000
#: The corpora: the number of files, and the size of each in bytes.
SHAPES: Mapping[str, tuple[int, int]] = {"large": (1, MB), "many": (MANY, SMALL), "small": (1, SMALL)}
KINDS = ("clean", "dense")
_NAMES = ("田一川", "鲁知微", "贝知秋", "项伯言", "蓝采薇", "茅小篱", "农致和", "楚云平")


@dataclass(frozen=True, slots=True)
class Corpus:
    """Files of one shape and kind. For each ``.txt`` in ``folder`` the same text is in ``markdown`` as ``.md``, for
    contenders that read nothing else. ``size`` is the total of the ``.txt`` files in bytes.
    """

    shape: str
    kind: str
    folder: Path
    files: int
    size: int

    @property
    def name(self) -> str:
        """The name used in tables."""
        return f"{self.kind} {self.shape}"

    @property
    def markdown(self) -> Path:
        """The folder of the ``.md`` files."""
        return self.folder.with_name(f"{self.folder.name}-md")


def page(source: Sentences, kind: str, size: int, random: Random) -> str:
    """Return articles of sentences of ``kind``, ``size`` bytes of UTF-8 or at most one sentence less.

    No article repeats a sentence, and paragraphs are composed at random, so that no two are alike.
    """
    pool = source.clean if kind == "clean" else source.dense
    lines: list[str] = []
    left = size
    heads = _headlines(source.headlines, random)
    while True:
        for line in _article(next(heads), pool, random):
            taken = len(line.encode()) + 1
            if taken > left:
                # The last line is cut at a sentence; a headline without text after it would not be one.
                return "\n".join([*lines, *_cut(line, left)]) + "\n" if lines else line[: max(left // 3, 1)]
            lines.append(line)
            left -= taken
        lines.append("")
        left -= 1


def _headlines(known: Sequence[str], random: Random) -> Iterator[str]:
    """Yield headlines of two parts, and of three when those are used up: two articles with one headline would be a
    fault.
    """
    parts = [part for headline in known for part in headline.split() if is_whole(part)]
    while True:
        for size in (2, 3):
            several = list(product(parts, repeat=size))
            for together in random.sample(several, len(several)):
                yield " ".join(together)


def _article(headline: str, pool: Sequence[str], random: Random) -> Iterator[str]:
    yield headline
    chosen = iter(random.sample(pool, min(random.randint(10, 24), len(pool))))
    head = f"本报讯（记者 {random.choice(_NAMES)}）"
    for first in chosen:
        rest = [next(chosen, "") for _ in range(random.randint(1, 3))]
        if not any(rest):
            return  # A paragraph of one sentence could be repeated in another article, which is a fault.
        yield head + "".join([first, *rest])
        head = ""


def _cut(line: str, left: int) -> list[str]:
    kept = ""
    for piece in line.split("。")[:-1]:
        if len((kept + piece).encode()) + 4 > left:
            break
        kept += piece + "。"
    return [kept] if kept else []


def own_corpora(
    source: Sentences, root: Path, seed: int, shapes: Mapping[str, tuple[int, int]] = SHAPES
) -> list[Corpus]:
    """Write the corpora of the project's own sentences under ``root``; the same seed gives the same corpora."""
    found = []
    for kind in KINDS:
        for shape, (files, size) in shapes.items():
            pages = (page(source, kind, size, Random(f"{seed} {kind} {shape} {number}")) for number in range(files))
            found.append(_write(root / f"{kind}-{shape}", shape, kind, pages))
    return found


def folder_corpora(folder: Path, root: Path) -> list[Corpus]:
    """Write corpora of the articles in ``folder``: all as files, all as one large file, and the one closest to 4 KB."""
    texts = list(_readable(folder))
    if not texts:
        raise SystemExit(f"{folder}: no articles in it ({', '.join(SUFFIXES)})")
    large: list[str] = []
    size = 0
    while size < MB:
        large.append(texts[len(large) % len(texts)])
        size += len(large[-1].encode()) + 1
    small = min(texts, key=lambda text: abs(len(text.encode()) - SMALL))
    shapes = {"large": ["\n".join(large)], "many": texts, "small": [small]}
    return [_write(root / f"own-{shape}", shape, "own", pages) for shape, pages in shapes.items()]


def _readable(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.suffix in SUFFIXES and path.is_file():
            try:
                yield read_bytes(path.read_bytes(), path.name).text
            except ReadError as error:
                print(error)


def _write(folder: Path, shape: str, kind: str, pages: Iterator[str] | list[str]) -> Corpus:
    corpus = Corpus(shape, kind, folder, 0, 0)
    for place in (folder, corpus.markdown):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
    files = size = 0
    for files, text in enumerate(pages, 1):
        data = text.encode()
        size += len(data)
        (folder / f"{files:04}.txt").write_bytes(data)
        (corpus.markdown / f"{files:04}.md").write_bytes(data)
    return Corpus(shape, kind, folder, files, size)
