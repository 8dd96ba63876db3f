"""The git repository that the articles are in, asked by running git."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from tempfile import TemporaryDirectory

from newslint.errors import UserError
from newslint.language import tr

#: How git says that an attribute has no value.
_NOT_SET = ("unspecified", "unset")
#: The history as it was committed, without what may be put in its place in one clone.
_AS_COMMITTED = {"GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": os.devnull}


class GitError(UserError):
    """git cannot tell what is asked: it is missing, there is no repository, no such revision.

    ``reason`` is the message of git if it failed.
    """

    def __init__(self, problem: str, reason: str = "") -> None:
        super().__init__(problem)
        self.reason = reason


class Repository:
    """The repository that ``folder`` is in; ``root`` is the top folder of its work tree, without links.

    ``option`` is the option of the command line that needs it, which the messages name. Everything raises
    ``GitError``.
    """

    def __init__(self, folder: str, option: str = "--since") -> None:
        self._option = option
        self.root = folder
        try:
            top = self.run("rev-parse", "--show-toplevel")
        except GitError as error:
            if "not a git repository" not in error.reason:
                raise
            raise GitError(tr("{option}：{folder} 不在 git 仓库里。", option=option, folder=folder)) from None
        self.root = os.path.realpath(os.fsdecode(top.rstrip(b"\r\n")))

    def run(self, *words: str, given: bytes = b"", index: str = "") -> bytes:
        """Return what a command of git writes to its output; ``given`` is its input, ``index`` another index file."""
        return self._done(*words, given=given, index=index).stdout

    def _done(self, *words: str, given: bytes = b"", index: str = "") -> subprocess.CompletedProcess[bytes]:
        command = ["git", "--no-optional-locks", "-C", self.root, *words]
        env = {**os.environ, **_AS_COMMITTED, "LC_ALL": "C", **({"GIT_INDEX_FILE": index} if index else {})}
        try:
            done = subprocess.run(command, capture_output=True, input=given, check=False, env=env)
        except FileNotFoundError:
            raise GitError(tr("{option}：找不到 git；请先安装 git，或不用 {option}。", option=self._option)) from None
        except (OSError, ValueError) as error:
            raise GitError(tr("{option}：git 无法运行（{reason}）。", option=self._option, reason=error)) from None
        if done.returncode:
            reason = done.stderr.decode("utf-8", "replace").strip()
            raise GitError(tr("{option}：git 报错（{reason}）。", option=self._option, reason=reason), reason)
        return done

    def commit(self, revision: str) -> str:
        """Return the commit that ``revision`` means, which must be one alone: a tag may have the name of a branch."""
        words = ("-c", "core.warnAmbiguousRefs=true", "rev-parse", "--verify", "--end-of-options")
        try:
            done = self._done(*words, revision + "^{commit}")
            if b"is ambiguous" in done.stderr:
                told = tr(
                    "{option}：叫 {revision} 的不止一个（如分支和标签同名）；请写全名，如 refs/remotes/origin/main。",
                    option=self._option,
                    revision=revision,
                )
                raise GitError(told)
            return done.stdout.decode().strip()
        except GitError as error:
            if not error.reason:
                raise
            told = tr(
                "{option}：git 里没有 {revision} 这个版本；请核对分支名或提交号，浅克隆请先取回历史。",
                option=self._option,
                revision=revision or '""',
            )
            raise GitError(told) from None

    def tracked(self) -> list[str]:
        """Return the paths of the files that git tracks, relative to the root."""
        return [os.fsdecode(name) for name in self.run("ls-files", "-z").split(b"\0") if name]

    def links(self, revision: str | None = None) -> frozenset[tuple[str, bytes]]:
        """Return the links that git tracks, or has in ``revision``: the path, relative to the root, and the object that
        says where it leads.
        """
        words = ("ls-files", "-s", "-z") if revision is None else ("ls-tree", "-r", "-z", self.commit(revision))
        lines = [line.partition(b"\t") for line in self.run(*words).split(b"\0")]
        # The object is the last word of a tree, and the second of an index.
        return frozenset(
            (os.fsdecode(name), about.split()[1 if revision is None else -1])
            for about, _, name in lines
            if about.startswith(b"120000 ")
        )

    def attributes(
        self, names: Sequence[str], paths: Iterable[str], revision: str | None = None
    ) -> set[tuple[str, str, str]]:
        """Return the attributes among ``names`` that are set for ``paths`` (relative to the root), each with its path
        and value, by the index, or by ``revision``.

        The work tree is not asked: git may have written its .gitattributes in an encoding that git cannot read.
        """
        given = b"".join(os.fsencode(path) + b"\0" for path in paths)
        with TemporaryDirectory(prefix="newslint-") as folder:
            index = "" if revision is None else os.path.join(folder, "index")
            if revision is not None:
                self.run("read-tree", self.commit(revision), index=index)
            told = self.run("check-attr", "--cached", "--stdin", "-z", *names, given=given, index=index)
        fields = iter(map(os.fsdecode, told.split(b"\0")[:-1]))
        return {found for found in zip(fields, fields, fields, strict=True) if found[2] not in _NOT_SET}
