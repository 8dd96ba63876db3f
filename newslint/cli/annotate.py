"""``newslint annotate``: Word documents given back with a comment on each finding, and fixes as tracked changes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import click

from newslint.cli.completing import complete_files
from newslint.cli.files import prove_spared, sources
from newslint.cli.localized import Command
from newslint.cli.output import say, send, tell
from newslint.cli.settings import LEVELS, caching, choosing, configured, selecting_files
from newslint.config import Project
from newslint.errors import UserError
from newslint.finding import Edit
from newslint.language import join_list, prefixed, reason, tr
from newslint.readers import ReadError, Source, is_word, read_file
from newslint.reports.comments import comment_lines
from newslint.reports.words import notices
from newslint.results import CheckedFile, Results
from newslint.run.discovery import MARKED, is_marked
from newslint.run.linter import problem_of
from newslint.run.run import Run

_NONE, _SAFE, _ALL = "none", "safe", "all"


class _Work(NamedTuple):
    """A document to annotate: its path, and where the result goes, None for standard output; ``data`` are its bytes if
    they are not those of the file: given, or without what newslint left in it.
    """

    path: str
    data: bytes | None
    target: Path | None


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[路径]...", shell_complete=complete_files)
@click.option(
    "--changes",
    type=click.Choice((_NONE, _SAFE, _ALL)),
    default=_NONE,
    help="修改是否写作修订：none 不写（默认），safe 只写有把握的，all 连同须经编辑认可的。",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    metavar="路径",
    help="写到这个文件，或这个文件夹；默认在稿件旁边，名称加“-校对”。",
)
@click.option(
    "--level", type=LEVELS, metavar="级别", help="批注的最低级别：error 错误，warning 警告（默认），info 提示。"
)
@click.option("--baseline", type=click.Path(path_type=Path), metavar="路径", help="基线文件：其中已有的问题不批注。")
@choosing
@configured
@selecting_files
@caching
def annotate(
    project: Project,
    paths: Sequence[str],
    changes: str,
    output: Path | None,
    stdin_filename: str,
    jobs: int | None,
    no_cache: bool,
) -> None:
    """给 Word 稿件（.docx）加批注：每个问题一条，就在所说的字上，写到“稿件-校对.docx”，原稿不动。

    newslint 以前写的批注和修订先撤去，别人的不动。标准输入的稿件写到标准输出。
    """
    failed = False
    works = []
    for source in _documents(sources(paths, stdin_filename, project)):
        try:
            works.append(_work(source, project))
        except Exception as error:
            tell(problem_of(error, source[0]))
            failed = True
    works = list(_placed(works, output, project))
    run = Run(project, jobs=jobs, cached=not no_cache, texts=True, to_fix=changes != _NONE)
    given: list[Source] = [(work.path, work.data) for work in works]
    results = run.check(given)
    edits = _edits(run, changes)
    for sentence in notices(results):
        tell(sentence)
    targets = {work.path: work for work in works}
    for file in results.files:
        try:
            if file.error is not None:
                raise ReadError(file.error)
            _annotate(targets[file.path], file, results, edits.get(file.path, ()))
        except Exception as error:
            tell(problem_of(error, file.path))
            failed = True
    sys.exit(2 if failed or results.interrupted else 0)


def _documents(found: Sequence[Source]) -> list[Source]:
    """Return the Word documents among the files, without what was made of another of them."""
    made = {_beside(path) for path, _ in found}
    documents = [source for source in found if is_word(source[0])]
    documents = [source for source in documents if source[0] not in made or not is_marked(source[0])]
    others = [path for path, _ in found if not is_word(path)]
    if not documents:
        raise UserError(
            prefixed(
                join_list(others[:3]), tr("没有 Word 稿件（.docx）；别的稿件请用 newslint check 或 newslint fix。")
            )
        )
    return documents


def _beside(path: str) -> str:
    """Return where the result for a document goes: beside it, under a name that says what it is."""
    stem, ending = os.path.splitext(path)
    return stem + MARKED + ending


def _work(source: Source, project: Project) -> _Work:
    from newslint.readers.word import without_own  # lxml takes longer to load than the help to show

    path, data = source
    if isinstance(data, ReadError):
        raise data
    read = read_file(path, project.settings_for(path).most_bytes) if data is None else data
    clean = without_own(read, path)
    if data is not None:
        return _Work(path, clean, None)
    return _Work(path, None if clean == read else clean, Path(_beside(path)))


def _placed(works: Sequence[_Work], output: Path | None, project: Project) -> Iterator[_Work]:
    """Yield the documents with the places that ``output`` gives them; raises ``UserError`` if it cannot."""
    is_folder = output is not None and os.path.isdir(output)
    if output is not None and not is_folder:
        if len(works) > 1:
            raise UserError(prefixed("--output", tr("稿件不止一篇，请写一个已有的文件夹。")))
        if not is_word(os.fspath(output)):
            raise UserError(prefixed("--output", tr("{path}：文件名应以 .docx 结尾。", path=output)))
    targets = []
    for work in works:
        if output is not None:
            work = work._replace(target=output / os.path.basename(_beside(work.path)) if is_folder else output)
        if work.target is not None:
            project.prove(work.target)
            targets.append(work.target)
        yield work
    if len(set(map(os.path.realpath, targets))) < len(targets):
        raise UserError(prefixed("--output", tr("有两篇稿件同名，后写的会盖掉先写的；请分开写。")))
    if output is not None:  # those beside their articles are only replaced if newslint wrote them
        prove_spared(targets, [work.path for work in works], project)


def _edits(run: Run, changes: str) -> Mapping[str, Sequence[Edit]]:
    """Return the edits that are tracked, by path."""
    if changes == _NONE:
        return {}
    outcomes = run.outcomes(unsafe=changes == _ALL)
    return {path: outcome[1].edits for path, outcome in outcomes if not isinstance(outcome, ReadError)}


def _annotate(work: _Work, file: CheckedFile, results: Results, edits: Sequence[Edit]) -> None:
    """Write one document, and say what was written."""
    from newslint.readers.word import MOST_COMMENTS, Note, annotated

    files = {other.path: other for other in results.files}
    found = sorted(file.findings, key=lambda finding: -finding.severity)[:MOST_COMMENTS]
    notes = [
        Note(
            finding.start.offset,
            finding.end.offset,
            comment_lines(finding, results.rules.get(finding.code), file, files),
        )
        for finding in sorted(found, key=lambda finding: finding.sort_key)
    ]
    before = read_file(work.path) if work.data is None else work.data
    data = annotated(before, work.path, file.text, notes, edits)
    if work.target is None:
        send(data)
        return
    _write(work.target, data)
    told = tr(
        "{path} → {target}：批注 {comments} 条，修订 {changes} 处",
        path=work.path,
        target=work.target,
        comments=len(notes),
        changes=len(edits),
    )
    say(told)
    if len(notes) < len(file.findings):
        most = tr("{path}：Word 打不开太多批注，只写了最要紧的 {number} 条。", path=work.path, number=len(notes))
        tell(most)


def _write(target: Path, data: bytes) -> None:
    """Write a result, unless somebody has worked in the one that is there."""
    from newslint.readers.word import is_as_written
    from newslint.storage.atomic_write import replace_bytes

    if os.path.exists(target) and not is_as_written(read_file(str(target)), str(target)):
        told = tr("newslint 写出以后有人改过，没有覆盖；请改名，或用 --output 写到别处。")
        raise ReadError(prefixed(str(target), told))
    try:
        replace_bytes(target, data)
    except OSError as error:
        told = tr("{path}：无法写入（{reason}），文件未改动；请检查文件夹权限。", path=target, reason=reason(error))
        raise ReadError(told) from None
