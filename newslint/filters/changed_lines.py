"""The lines of files that changed since a git revision, so that an old text is only checked on its new lines.

Lines count from 1 as newslint counts them: after CR LF, LF, and a single CR, which is no line end for git.
"""

import os
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.filters.chain import Ranges
from newslint.filters.git import GitError, Repository
from newslint.patterns import lazy
from newslint.readers import is_word
from newslint.readers.decoding import ReadError, decode
from newslint.storage import regular_file
from newslint.storage.git_names import quoted

_HUNK = lazy(rb"@@ -[0-9]+(?:,[0-9]+)? \+([0-9]+)(?:,([0-9]+))? @@")
_LINE_END = lazy(r"\r\n|\r|\n")
_BARE_CR = lazy(rb"\r(?!\n)")
_DIFF = (
    "-c core.quotePath=false diff --patch-with-raw -z --unified=0 --inter-hunk-context=0 --find-renames "
    "--src-prefix=a/ --dst-prefix=b/ "
    "--no-color --no-ext-diff --no-textconv"
).split()


#: Up to how many lines before, times lines after, the two are compared; it takes about a second at worst.
_COMPARED = 250_000


class _Changed(NamedTuple):
    """A file in a diff: its path in the old revision (None: added) and its hunks (None: binary for git)."""

    old: str | None
    hunks: Ranges


def changed_lines(revision: str, paths: Iterable[str], cwd: str | os.PathLike[str] = ".") -> dict[str, Ranges]:
    """Return the changed lines of each of ``paths`` (relative to ``cwd``) since ``revision``, sorted; () if there are
    none.

    The files as they are in the folder, committed or not, are compared with the merge base of ``revision`` and HEAD, so
    that changes on another branch do not count. A deleted line marks the lines on both sides of the gap. A file that
    git does not track is wholly new. Raises ``GitError``.
    """
    cwd = os.path.abspath(cwd)
    repository = Repository(cwd)
    root = repository.root
    base = _base(repository, revision)
    changed = dict(_listed(repository.run(*_DIFF, base, "--")))
    tracked = set(map(_key, repository.tracked()))
    found: dict[str, Ranges] = {}
    for path in paths:
        place = os.path.realpath(os.path.join(cwd, path))
        try:
            inside = os.path.relpath(place, root)
        except ValueError:  # on another drive
            inside = place
        key = _key(inside.replace(os.sep, "/"))
        change = changed.get(key)
        if key not in tracked or (change is not None and change.old is None):
            found[path] = None
        else:
            found[path] = () if change is None else _ranges(repository, base, place, change)
    return found


def _base(repository: Repository, revision: str) -> str:
    """Return the merge base of ``revision`` and HEAD; the commit of the revision itself if they have none."""
    commit = repository.commit(revision)
    try:
        return repository.run("merge-base", commit, "HEAD").decode().strip()
    except GitError:
        return commit


def _listed(output: bytes) -> Iterator[tuple[str, _Changed]]:
    """Yield the files of a diff by their new path.

    The raw list before the patch separates the names of a file; the heading in the patch only joins them, quoted in
    spite of -z.
    """
    fields, _, patch = output.partition(b"\0\0")
    patches = dict(_hunks(patch))
    names = iter(fields.split(b"\0"))
    for record in names:
        status = record.rsplit(b" ", 1)[-1][:1]
        old = new = next(names, b"")
        if status in (b"R", b"C"):
            new = next(names, b"")
        if status not in (b"D", b"U"):
            hunks = patches.get(quoted(b"a/" + old) + b" " + quoted(b"b/" + new), [])
            yield _key(os.fsdecode(new)), _Changed(None if status == b"A" else os.fsdecode(old), hunks)


def _hunks(patch: bytes) -> Iterator[tuple[bytes, Ranges]]:
    """Yield the heading and the ranges of each file of a patch; None for a binary file."""
    for part in re.split(rb"^diff --git ", patch, flags=re.M)[1:]:
        ranges = []
        heading, *lines = part.split(b"\n")
        for line in lines:
            if match := _HUNK.match(line):
                ranges.append(_range(int(match[1]), int(match[2] or 1)))
        yield heading, None if any(line.startswith(b"Binary files ") for line in lines) else ranges


def _range(first: int, count: int) -> tuple[int, int]:
    return (first, first + count - 1) if count else (max(first, 1), first + 1)


def _ranges(repository: Repository, base: str, place: str, change: _Changed) -> Ranges:
    """Return the changed lines as newslint counts them.

    Where git counts otherwise (a single CR ends a line) or sees binary data (UTF-16), the versions are compared here.
    """
    if is_word(place):
        return None
    try:
        with regular_file(place) as file:
            data = file.read()
    except OSError:
        return None
    if change.hunks is not None and not _BARE_CR.search(data):
        return change.hunks
    try:
        before = decode(repository.run("cat-file", "--filters", f"{base}:{change.old}"), place).text
        after = decode(data, place).text
    except (ReadError, GitError):
        return None
    return list(_compared(_LINE_END.split(before), _LINE_END.split(after)))


def _compared(before: list[str], after: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of ``after`` that ``before`` lacks.

    If too much is left between the first and the last change, all of that counts as changed.
    """
    shorter = min(len(before), len(after))
    head = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    tail = next((at for at in range(shorter - head) if before[-1 - at] != after[-1 - at]), shorter - head)
    before, after = before[head : len(before) - tail], after[head : len(after) - tail]
    if len(before) * len(after) > _COMPARED:
        yield _range(head + 1, len(after))
        return
    from difflib import SequenceMatcher  # few files need it

    for tag, _, _, start, end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield _range(head + start + (end > start), end - start)


def _key(path: str) -> str:
    return os.path.normcase(path)
