"""A gate for submissions: settings that a submission cannot change, and what a check has left out.

The configuration files of a revision, and the rules, rosters and baselines that they name, are copied to a folder of
their own and read there; the articles stay where they are.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any
from weakref import finalize

from newslint.config import FILES, Project, Settings
from newslint.config.keys import FILE_KEYS
from newslint.config.project import BASELINE
from newslint.config.root import lies_in
from newslint.config.settings import ConfigError
from newslint.config.toml import read_toml
from newslint.errors import UserError
from newslint.filters.git import GitError, Repository
from newslint.language import join_list, prefixed, tr
from newslint.readers import SUFFIXES, ReadError, Source
from newslint.run.ignored import IGNORES
from newslint.storage.walking import walk

#: How many of the files that were left out are named; of those that may be hidden articles, all are.
_NAMED = 20
#: The attributes of git by which a file on disk differs from what was committed, in more than its line ends.
_REWRITING = ("working-tree-encoding", "filter")


class BaseProject(Project):
    """A project with the settings of the git ``revision``.

    ``config``, ``rules`` and the baseline in ``overlay`` are taken from there too if they lie in the work tree. Raises
    as ``Project`` does, and ``GitError``.
    """

    def __init__(
        self,
        revision: str,
        config: Path | None = None,
        *,
        overlay: Mapping[str, Any],
        rules: Sequence[Path] = (),
        follow_links: bool = False,
    ) -> None:
        repository = Repository(os.path.abspath("."), "--gate")
        self._root = repository.root
        self._files = _Copying(repository, revision)
        self._copy = self._files.folder
        named = [
            path for path in (config, *rules, overlay.get("baseline")) if path is not None and self._is_inside(path)
        ]
        self._files.copy(os.path.relpath(os.path.realpath(path), self._root) for path in named)
        overlay = {**overlay, **({"baseline": self._copied(overlay["baseline"])} if "baseline" in overlay else {})}
        self._placed: dict[int, tuple[Settings, Settings]] = {}
        self._revision = revision
        try:
            super().__init__(
                None if config is None else self._copied(config),
                overlay=overlay,
                rules=[self._copied(path) for path in rules],
                follow_links=follow_links,
            )
        except UserError as error:
            raise self.as_given(error) from None

    def as_given(self, error: UserError) -> UserError:
        """Return ``error`` with files of the revision named as git names them, since the copies go with the run."""
        error.args = (str(error).replace(self._copy + os.sep, f"{self._revision}:"),)
        return error

    def settings_in(self, folder: Path) -> Settings:
        """Return the settings of the revision for ``folder``."""
        return self._in_place(super().settings_in(self._copied(folder)))

    def settings_for(self, path: str) -> Settings:
        """Return the settings of the revision for the file at ``path``."""
        folder, name = os.path.split(os.path.abspath(path))
        return self._in_place(super().settings_for(os.path.join(self._copied(Path(folder)), name)))

    def original(self, path: Path) -> Path:
        """Return the place in the work tree of a file that was copied."""
        return Path(self._root, os.path.relpath(path, self._copy)) if lies_in(path, self._copy) else path

    def _in_place(self, settings: Settings) -> Settings:
        """Return the settings with patterns that are relative to the work tree; equal ones are one object."""
        if id(settings) not in self._placed:
            folder = settings.folder and self.original(settings.folder)
            self._placed[id(settings)] = (settings, settings._replace(folder=folder))
        return self._placed[id(settings)][1]

    def ignoring(self, folder: str) -> str | None:
        """Return the folder whose .gitignore counts for ``folder``: that of the revision."""
        return str(self._copied(Path(folder))) if self._is_inside(Path(folder)) else None

    def own_exclude(self, folder: Path) -> tuple[str, ...]:
        """Return the patterns of ``exclude`` in the configuration file of the revision in ``folder``."""
        return super().own_exclude(self._copied(folder))

    def _usual_baseline(self, settings: Settings) -> Path | None:
        folder = settings.folder or self._copied(Path.cwd())
        return super()._usual_baseline(settings._replace(folder=folder))

    def _is_inside(self, path: Path) -> bool:
        return lies_in(path, self._root)

    def _copied(self, path: Path) -> Path:
        """Return the copy of ``path``. Folders elsewhere have the settings of the root; files there are not copied."""
        if self._is_inside(path):
            return Path(self._copy, os.path.relpath(os.path.realpath(path), self._root))
        return Path(self._copy) if os.path.isdir(path) else path


class _Copying:
    """Copies files of a revision to a folder that goes with this object."""

    def __init__(self, repository: Repository, revision: str) -> None:
        self._repository = repository
        self.folder = os.path.realpath(mkdtemp(prefix="newslint-"))
        finalize(self, rmtree, self.folder, ignore_errors=True)
        os.mkdir(os.path.join(self.folder, ".git"))  # the mark of the root of a project
        self._blobs: dict[str, str] = {}
        listed = repository.run("ls-tree", "-r", "-z", "--full-tree", repository.commit(revision))
        for line in filter(None, listed.split(b"\0")):
            about, _, name = line.partition(b"\t")
            mode, kind, blob = about.decode().split()
            path = os.fsdecode(name)
            if mode == "120000" and os.path.basename(path) in FILES:
                raise UserError(
                    tr("--gate：{path} 在 {revision} 里是链接，不能用；请改为文件。", path=path, revision=revision)
                )
            if kind == "blob" and mode != "120000":
                self._blobs[path] = blob

    def copy(self, named: Iterable[str]) -> None:
        """Copy all configurations, ignore files and usual baselines, the files and folders ``named``, and what any of
        these name.
        """
        wanted = [path for path in self._blobs if os.path.basename(path) in (*FILES, BASELINE, IGNORES)]
        wanted += [path for name in named for path in self._meant(name)]
        done: set[str] = set()
        while fresh := [path for path in dict.fromkeys(wanted) if path not in done]:
            self._write(fresh)
            done.update(fresh)
            wanted = [path for file in fresh for name in self._named_in(file) for path in self._meant(name)]

    def _meant(self, name: str) -> list[str]:
        """Return the file ``name``, or the rule files in the folder."""
        name = os.path.normpath(name).replace(os.sep, "/")
        if name in self._blobs:
            return [name]
        return [path for path in self._blobs if path.startswith(name + "/") and path.endswith(".toml")]

    def _named_in(self, file: str) -> Iterator[str]:
        """Yield what a configuration file names; reading it later says what is wrong with it."""
        if not file.endswith(".toml"):
            return
        try:
            data: Any = read_toml(Path(self.folder, file), ConfigError)
        except ConfigError:
            return
        for table in ("tool", "newslint") if os.path.basename(file) == FILES[1] else ():
            data = data.get(table) if isinstance(data, Mapping) else None
        for names in [data.get(key) for key in ("extend", *FILE_KEYS)] if isinstance(data, Mapping) else ():
            for name in names if isinstance(names, list) else [names]:
                if isinstance(name, str):
                    yield os.path.join(os.path.dirname(file), name)

    def _write(self, files: Sequence[str]) -> None:
        blobs = "".join(f"{self._blobs[file]}\n" for file in files).encode()
        read = self._repository.run("cat-file", "--batch", given=blobs)
        at = 0
        for file in files:
            end = read.index(b"\n", at)
            size = int(read[at:end].split()[2])
            place = os.path.join(self.folder, file)
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with open(place, "wb") as copy:
                copy.write(read[end + 1 : end + 1 + size])
            at = end + size + 2


class Submission:
    """The files that a submission may hold: those that git tracks, or all where there is no repository."""

    def __init__(self) -> None:
        self._tracked: list[str] | None = None
        self._repository: Repository | None = None
        try:
            self._repository = Repository(os.path.abspath("."), "--gate")
        except GitError:
            return
        self._tracked = [os.path.join(self._repository.root, path) for path in self._repository.tracked()]

    @cached_property
    def _kept(self) -> frozenset[str]:
        """The tracked files and the folders above them."""
        found = set(self._tracked or ())
        for path in self._tracked or ():
            while (path := os.path.dirname(path)) not in found:
                found.add(path)
        return frozenset(found)

    def keeps(self, path: str) -> bool:
        """Return True if ``path`` is checked although git ignores it: it is tracked, or nobody knows."""
        return self._tracked is None or os.path.realpath(path) in self._kept

    def left_out(self, paths: Iterable[str], found: Iterable[str]) -> list[str]:
        """Return the files in the folders ``paths`` that are not ``found``, sorted."""
        checked = set(map(os.path.realpath, found))
        return sorted(
            {
                os.path.relpath(place).replace(os.sep, "/")
                for folder in map(os.path.realpath, filter(os.path.isdir, paths))
                for place in self._below(folder)
                if os.path.lexists(place) and os.path.realpath(place) not in checked and not os.path.isdir(place)
            }
        )

    def without_links(self, sources: Iterable[Source], paths: Iterable[str], base: str | None) -> list[Source]:
        """Return the ``sources`` found in ``paths``, those by links of the submission refused."""
        from newslint.run.gate_links import without_links

        return without_links(sources, paths, self._repository, base)

    def as_committed(self, sources: Iterable[Source], base: str | None) -> list[Source]:
        """Return the ``sources``; one whose attributes let git write something else than what was committed is refused,
        unless the revision ``base`` says the same.
        """
        sources = list(sources)
        if self._repository is None:
            return sources
        root = self._repository.root
        places = {path: os.path.realpath(path) for path, data in sources if data is None}
        inside = {
            path: os.path.relpath(place, root).replace(os.sep, "/")
            for path, place in places.items()
            if lies_in(place, root)
        }
        found = self._repository.attributes(_REWRITING, inside.values())
        if found and base is not None:
            found -= self._repository.attributes(_REWRITING, inside.values(), base)
        named = {path: f"{name}={value}" for path, name, value in sorted(found)}
        return [
            (path, _refused(path, named[inside[path]])) if inside.get(path) in named else (path, data)
            for path, data in sources
        ]

    def _below(self, folder: str) -> Iterator[str]:
        if self._tracked is not None:
            yield from (place for place in self._tracked if lies_in(os.path.dirname(place), folder))
            return
        for place, _, names in walk(folder):
            yield from (os.path.join(place, name) for name in names)


def _refused(path: str, attribute: str) -> ReadError:
    sentence = tr(
        "来稿用 .gitattributes 给它设了 {attribute}，查的不会是提交的原文，门禁不放行；请删去。", attribute=attribute
    )
    return ReadError(prefixed(path, sentence))


def told(left_out: Sequence[str]) -> list[str]:
    """Return sentences that count and name the files that were left out."""
    hidden, excluded, others = [], [], []
    endings = Counter(map(_ending, left_out))
    for path in left_out:
        if _ending(path) not in SUFFIXES:
            others.append(path)
        elif any(part.startswith(".") and part.strip(".") for part in path.split("/")):
            hidden.append(path)
        else:
            excluded.append(path)
    others.sort(key=lambda path: endings[_ending(path)])  # what is rare may be an article
    sentences = []
    if hidden:
        sentences.append(tr("没有查 {number} 个名称以点开头的：{names}。", number=len(hidden), names=join_list(hidden)))
    if excluded:
        sentences.append(tr("没有查 {number} 个设置所略去的：{names}。", number=len(excluded), names=_names(excluded)))
    if others:
        sentences.append(tr("没有查 {number} 个别种格式的：{names}。", number=len(others), names=_names(others)))
    return sentences


def _ending(path: str) -> str:
    """Return the ending of a file in lower case; that of ".txt" is its whole name."""
    return os.path.splitext("x" + os.path.basename(path))[1].lower()


def _names(paths: Sequence[str]) -> str:
    return join_list(paths[:_NAMED]) + (tr("等") if len(paths) > _NAMED else "")
