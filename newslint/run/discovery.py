"""The files to check: those that a command names, and the articles in the folders that it names.

Articles are files with an ending in ``readers.SUFFIXES``, or what the configuration includes; hidden files and folders,
what it excludes, what git ignores, the roster, lists of words and newslint's own reports are left out.
"""

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from newslint.config import Project, Settings
from newslint.config.globs import Globs
from newslint.config.project import leaving
from newslint.language import prefixed, reason, tr
from newslint.readers import SUFFIXES, ReadError, Source, is_word, read_file
from newslint.run.ignored import IgnoreFiles, Ignores, is_ignored
from newslint.storage import is_missing, regular_file

#: The path that means standard input.
STDIN = "-"
#: What the head of an HTML report of newslint has, and in how many bytes. Its policy ends with the digest of its only
#: script, which is at its end, or of its style where it has no script, both within so many bytes.
_GENERATOR = b'<meta name="generator" content="newslint '
_POLICY = (
    rb"<!doctype html>\n<html lang=\"[a-zA-Z-]+\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
    rb"http-equiv=\"Content-Security-Policy\" content=\"default-src [^\"]*"
    rb"(script|style)-src (?:'|&#39;)sha256-([A-Za-z0-9+/=]+)"
)
_SCRIPT = rb"<script>((?:(?!</?script).)*)</script>\n</body>\n</html>\s*\Z"
_STYLE = rb"<style>((?:(?!</?style|<script).)*)</style>\n</head>\n"
_HEAD_BYTES, _PART_BYTES = 2000, 100_000
#: What makes a path a pattern.
_WILD = frozenset("*?[")
#: The endings of documents that may hold articles and cannot be checked.
_DOCUMENTS = (".doc", ".wps", ".pdf", ".rtf", ".odt", ".pages")
#: How the file begins that Word leaves beside a document while it is open.
_OWNER = "~$"
#: What ``newslint annotate`` adds to the name of a document for the one with its comments.
MARKED = "-校对"


class Found(NamedTuple):
    """The files that paths mean, the ``empty`` ones among the named folders, without a file to check, and the number of
    ``documents`` in folders that cannot be checked, by ending. Files may be ``refused``, each with a sentence that says
    why, and so may folders, which are then among the files. ``idle`` are the patterns that exclude nothing.
    """

    files: list[str]
    empty: tuple[str, ...]
    documents: Counter[str]
    refused: Mapping[str, str]
    idle: frozenset[str]

    def sources(self) -> list[Source]:
        """Return the files, to be read from their paths."""
        return [(path, ReadError(self.refused[path]) if path in self.refused else None) for path in self.files]


def discover(paths: Sequence[str], project: Project | None = None) -> list[str]:
    """Return the files that ``paths`` mean, as ``find`` does."""
    return find(paths, project or Project(lookup=False)).files


def find(paths: Sequence[str], project: Project, kept: Callable[[str], bool] | None = None) -> Found:
    """Return the files that ``paths`` mean, sorted, without duplicates, with forward slashes; raises ``ConfigError``.

    A file that is named is included whatever its ending, unless its settings exclude it and have ``force_exclude``. A
    gate gives ``kept``, which tells whether a path is checked although git ignores it: there no file is taken for a
    report of newslint, and a named file that is excluded is among the ``empty`` paths.
    """
    search = _Search(project, kept)
    found: dict[str, None] = {}
    empty = []
    for path in chain.from_iterable(map(expanded, paths)):
        if path == STDIN:
            found[STDIN] = None
        elif not project.may_use(path):
            found[_normal(search.refuse(path, prefixed(path, leaving())))] = None
        elif os.path.isdir(path):
            files = list(search.files_in(path))
            found.update(dict.fromkeys(map(_normal, files)))
            if not files:
                empty.append(path)
        else:
            files = list(search.named(path))
            found.update(dict.fromkeys(map(_normal, files)))
            if kept is not None and not files:
                empty.append(path)
    return Found(sorted(found), tuple(empty), search.documents, search.refused, search.idle())


def expanded(path: str) -> list[str]:
    """Return the paths that a pattern such as ``*.txt`` fits, for shells that leave it as it is; else ``path``."""
    if _WILD.isdisjoint(path) or os.path.lexists(path):
        return [path]
    from glob import glob

    return glob(path, recursive=True) or [path]


def _normal(path: str) -> str:
    return os.path.normpath(path).replace(os.sep, "/")


class _Search:
    """One search, with the patterns of each configuration compiled once."""

    def __init__(self, project: Project, kept: Callable[[str], bool] | None) -> None:
        self._project = project
        self._kept = kept
        self._globs: dict[tuple[str, ...], Globs] = {}
        self._excluding: dict[tuple[str, ...], Globs] = {}
        self.documents: Counter[str] = Counter()
        self.refused: dict[str, str] = {}
        self._ignores = IgnoreFiles(project)
        self._named = ""

    def named(self, path: str) -> Iterator[str]:
        """Yield ``path`` unless its settings exclude even what is named."""
        settings = self._project.settings_in(Path(os.path.dirname(path)))
        if not settings.force_exclude or (self._is_wanted(path, settings) and not self._is_shut_out(path, settings)):
            yield path

    def files_in(self, folder: str) -> Iterator[str]:
        """Yield the articles in ``folder`` and below, and the folders that cannot be listed."""
        self._named = os.path.realpath(folder)
        folders = [(folder, self._ignores.above(folder))]
        while folders:
            folder, ignores = folders.pop()
            yield from self._in_folder(folder, ignores, folders)
        for path, why in self._ignores.refused.items():
            yield self.refuse(path, why)

    def _in_folder(self, folder: str, ignores: Ignores, below: list[tuple[str, Ignores]]) -> Iterator[str]:
        """Yield the articles in ``folder``, and add to ``below`` the folders in it, with the patterns that hold
        there.
        """
        settings = self._project.settings_in(Path(folder))
        ignored = ignores if settings.gitignore else None
        if ignored is not None:
            ignored = ignores = (*ignored, *self._ignores.of(folder))
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            why = tr("{path}：文件夹无法列出（{reason}）；请检查权限。", path=folder, reason=reason(error))
            yield self.refuse(folder, why)
            return
        for entry in entries:
            path = os.path.join(folder, entry.name)
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.name.startswith((".", _OWNER)) or self._excluded(settings).match(
                path, settings.folder or folder, is_folder=is_folder
            ):
                continue
            if ignored and is_ignored(path, ignored, is_folder) and not (self._kept and self._kept(path)):
                continue
            if is_folder:
                below.append((path, ignores))
            elif self._is_wanted(path, settings) and not _is_list(
                entry.name, path, map(self._project.original, settings.lists)
            ):
                if entry.is_symlink() and not self._lies_inside(path):
                    yield self.refuse(path, prefixed(path, leaving()))
                elif self._kept or not (_is_report(path) or is_marked(path)):
                    yield path
            elif (ending := os.path.splitext(path)[1].lower()) in _DOCUMENTS:
                self.documents[ending] += 1

    def refuse(self, path: str, why: str) -> str:
        """Return ``path``, with the sentence that says why it cannot be checked."""
        self.refused[_normal(path)] = why
        return path

    def _lies_inside(self, path: str) -> bool:
        """Return True if a link may be followed: within the named folder, or the project that this belongs to."""
        from newslint.config.root import lies_in, root_of  # few folders have links

        return self._project.follow_links or lies_in(path, self._named) or lies_in(path, root_of(self._named))

    def _is_wanted(self, path: str, settings: Settings) -> bool:
        if settings.include and settings.folder is not None:
            return self._spec(settings.include).match(path, settings.folder)
        return os.path.splitext(path)[1].lower() in SUFFIXES

    def _is_shut_out(self, path: str, settings: Settings) -> bool:
        """Return True if a file, or a folder that it is in, is excluded."""
        if not settings.exclude or settings.folder is None:
            return False
        excluded = self._excluded(settings)
        place = Path(os.path.abspath(path))
        return excluded.match(place, settings.folder) or any(
            excluded.match(parent, settings.folder, is_folder=True) for parent in place.parents
        )

    def _excluded(self, settings: Settings) -> Globs:
        if settings.exclude not in self._excluding:
            self._excluding[settings.exclude] = self._spec(settings.exclude)
        return self._excluding[settings.exclude]

    def idle(self) -> frozenset[str]:
        """Return the patterns that should exclude something and have not."""
        return frozenset(pattern for globs in self._excluding.values() for pattern in globs.idle())

    def _spec(self, patterns: tuple[str, ...]) -> Globs:
        if patterns not in self._globs:
            self._globs[patterns] = Globs(patterns)
        return self._globs[patterns]


def _is_list(name: str, path: str, lists: Iterable[Path]) -> bool:
    """Return True if a file is the roster or a list of words."""
    return any(name == own.name and os.path.realpath(path) == os.path.realpath(own) for own in lists)


def _is_report(path: str) -> bool:
    """Return True if a page is a report of newslint, which quotes what was found already.

    A line in its head does not make one: its policy must allow the script at its end, or else its style, and no others.
    """
    if not path.lower().endswith(".html"):
        return False
    try:
        with regular_file(path) as file:
            head, rest = file.read(_HEAD_BYTES), b""
            if _GENERATOR in head:
                rest = file.read()
    except OSError:
        return False  # reading it will say why
    policy = re.match(_POLICY, head)
    if not policy:
        return False
    if policy[1] == b"script":
        part = re.search(_SCRIPT, rest[-_PART_BYTES:], re.DOTALL)
    else:
        part = re.search(_STYLE, head + rest[:_PART_BYTES], re.DOTALL)
    if not part:
        return False
    from base64 import b64encode  # few folders have reports
    from hashlib import sha256

    return b64encode(sha256(part[1]).digest()) == policy[2]


def is_marked(path: str) -> bool:
    """Return True if a Word document is what ``newslint annotate`` made of the one beside it, and nobody has saved it
    since.
    """
    stem, ending = os.path.splitext(path)
    if not stem.endswith(MARKED) or not is_word(path) or is_missing(stem.removesuffix(MARKED) + ending):
        return False
    from newslint.readers.word import is_as_written  # few folders have one

    try:
        return is_as_written(read_file(path), path)
    except ReadError:
        return False  # checking it will say what is wrong
