"""Files fixed and written back, each in its own encoding and with its own byte order mark."""

import os
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from newslint.document import Document
from newslint.finding import Edit, Finding, Paragraph
from newslint.language import reason, tr
from newslint.readers import ReadError, Source
from newslint.results import CheckedFile
from newslint.run.linter import Linter, in_order, problem_of
from newslint.storage.atomic_write import (
    FileChangedError,
    ReadOnlyError,
    interrupted_copy,
    remove_leftovers,
    replace_bytes,
)

#: What a backup has behind the name of its file.
BACKUP = ".bak"


class Proposal(NamedTuple):
    """A fix that an editor is asked about: its finding, in the file as it is by then."""

    file: CheckedFile
    finding: Finding


class FixedFile(NamedTuple):
    """The outcome of fixing a file: the text before and after, the number of fixes, the codes of a cycle, or the error.

    ``given`` says that its bytes were given, not read from the path. ``data`` are the new bytes of a file that was
    changed or given, in its encoding and with its byte order mark; ``old`` are those before. ``unfinished`` says that
    there is more to fix, ``is_text`` that the bytes are text and not a package of parts. ``edits`` make the text after
    of that before, whose ``paragraphs`` are those of a Word document. ``left`` are the findings that are reported in
    the text after.
    """

    path: str
    before: str = ""
    after: str = ""
    applied: int = 0
    cycle: tuple[str, ...] = ()
    error: str | None = None
    given: bool = False
    data: bytes = b""
    old: bytes = b""
    unfinished: bool = False
    is_text: bool = True
    edits: tuple[Edit, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    left: tuple[Finding, ...] = ()


def rewrite(
    linter: Linter,
    sources: Iterable[Source],
    *,
    unsafe: bool = False,
    wanted: Callable[[Proposal], bool] | None = None,
    write: bool = False,
    backup: bool = False,
    accept: bool = False,
) -> Iterator[FixedFile]:
    """Yield the outcome of fixing each file, in order of path; with ``write`` files that were not given are replaced.

    ``unsafe`` asks for fixes that need an editor's approval as well; ``wanted`` tells of each fix whether it is
    applied, and may be asked again about a place after other fixes. ``backup`` keeps each file as it was under its name
    with ``BACKUP``. ``accept`` asks for plain changes where the format has tracked ones. A file that cannot be read or
    written does not stop the others: its result says why.
    """
    ordered = in_order(sources)
    copies: dict[str, list[str]] = {}
    choice = (lambda document, finding: wanted(_proposal(document, finding))) if wanted else None
    for (path, data), result in zip(ordered, linter.fix_files(ordered, unsafe=unsafe, wanted=choice), strict=True):
        if isinstance(result, ReadError):
            yield FixedFile(path, error=str(result))
            continue
        document, outcome = result
        after = data if isinstance(data, bytes) else b""
        try:
            if write and data is None:
                folder = os.path.dirname(os.path.realpath(path))
                if folder not in copies:
                    copies[folder] = remove_leftovers(folder)
                _prove_whole(path, copies[folder])
            before = document.written(())
            if outcome.text != document.text:
                after = document.written(outcome.edits, accept=accept)
                if write and data is None:
                    if backup:
                        _keep(path, before)
                    _write(path, after, before)
        except Exception as error:
            yield FixedFile(path, error=problem_of(error, path))
            continue
        given = data is not None
        yield FixedFile(
            path,
            document.text,
            outcome.text,
            outcome.applied,
            outcome.cycle,
            given=given,
            data=after,
            old=before,
            unfinished=outcome.unfinished,
            is_text=document.format != "docx",
            edits=outcome.edits,
            paragraphs=tuple(document.paragraphs),
            left=outcome.left,
        )


def _prove_whole(path: str, copies: list[str]) -> None:
    """Raise ``ReadError`` if a run was killed while it wrote this file, and has left a copy of what it was."""
    copy = interrupted_copy(path, copies)
    if copy is not None:
        told = tr(
            "{path}：上次改写时中断，未改动；原稿留在 {copy}，请核对，留下完整的一份，删去这份副本再运行。",
            path=path,
            copy=copy,
        )
        raise ReadError(told)


def _proposal(document: Document, finding: Finding) -> Proposal:
    return Proposal(CheckedFile(document.name, text=document.text, paragraphs=tuple(document.paragraphs)), finding)


def _keep(path: str, data: bytes) -> None:
    """Write the bytes of a file to its backup; an older backup is replaced, a link is not followed."""
    try:
        if os.path.islink(path + BACKUP):
            os.unlink(path + BACKUP)
        replace_bytes(path + BACKUP, data)
    except OSError as error:
        told = tr("{path}：备份无法写入（{reason}），文件未改动；请检查文件夹权限。", path=path, reason=reason(error))
        raise ReadError(told) from None


def _write(path: str, data: bytes, known: bytes) -> None:
    try:
        replace_bytes(path, data, known=known)
    except FileChangedError:
        told = tr("{path}：读后被别的程序改过，文件未改动；请再运行一次。", path=path)
    except ReadOnlyError:
        told = tr("{path}：文件是只读的，未改动；要改请先取消只读。", path=path)
    except OSError as error:
        told = tr("{path}：无法写入（{reason}），文件未改动；请检查文件夹权限。", path=path, reason=reason(error))
    else:
        return
    raise ReadError(told)
