"""What ``newslint check`` does, however its words were read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.cli.ending import INTERRUPTED, fail, write
from newslint.cli.files import is_whole, sources
from newslint.config import Project
from newslint.language import join_list, reason, tr
from newslint.reports import AUTO, FORMATS, render, resolve
from newslint.reports.words import notices
from newslint.results import Results
from newslint.run.batch import Progress
from newslint.run.run import Run

if TYPE_CHECKING:
    from newslint.filters.changed_lines import Ranges

#: From how many files on a run shows its progress on a terminal.
MANY = 50
#: The formats that people read; programs read the others, in UTF-8 whatever the encoding of the system.
_FOR_PEOPLE = ("text", "concise")


class Request(NamedTuple):
    """What is asked of a check besides settings, each as its option says; ``colour`` and ``jobs`` are None where they
    are left to newslint.
    """

    paths: Sequence[str] = ()
    format_: str = AUTO
    outputs: Sequence[str] = ()
    wants_score: bool = False
    wants_statistics: bool = False
    quiet: bool = False
    stdin_filename: str = "-"
    jobs: int | None = None
    no_cache: bool = False
    since: str | None = None
    colour: bool | None = None


def run_check(project: Project, request: Request) -> int:
    """Check what ``request`` asks for, write the reports and return the exit code. Raises ``UserError``, or ends with
    ``fail``.
    """
    limit = project.settings_in(Path.cwd()).max_score
    if request.since is not None and limit is not None:
        write(tr("差错率要按全文算：用 --since 时，配置中的 max-score 不起作用。") + "\n", err=True)
        limit = None
    targets = _outputs(request.outputs)
    format_ = resolve(request.format_, os.environ)
    found = sources(request.paths, request.stdin_filename, project)
    with _progress(len(found), request.quiet) as progress:
        run = Run(
            project,
            jobs=request.jobs,
            cached=not request.no_cache,
            whole=is_whole(request.paths, project),
            texts="html" in (format_, *(name for name, _ in targets)),
            changed=None
            if request.since is None
            else _changed(request.since, [path for path, data in found if data is None]),
        )
        results = run.check(found, progress)
    for name, path in targets:
        _write(path, render(name, results))
    shows_sums = request.wants_score or request.wants_statistics
    if not request.quiet or _tells(results):
        _show(results, request, format_)
    if format_ not in _FOR_PEOPLE or shows_sums:
        for sentence in (*(file.error for file in results.files if file.error), *notices(results)):
            write(f"{sentence}\n", err=True)
    return _exit_code(results, limit)


def _tells(results: Results) -> bool:
    """Whether there is anything to say even to those who want to hear of problems only."""
    return bool(
        results.failed
        or results.interrupted
        or results.notices
        or any(file.error or file.findings for file in results.files)
    )


def _show(results: Results, request: Request, format_: str) -> None:
    colour = request.colour
    if colour is None:
        colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    if not request.wants_score and not request.wants_statistics:
        text = render(format_, results, colour=colour)
        if format_ not in _FOR_PEOPLE:
            write(text.encode("utf-8", "backslashreplace"))
            return
    else:
        text = "\n".join(_sums(results, request))
    if colour:
        from click import echo  # it makes terminals of Windows understand colours

        echo(text, nl=False, color=True)
    else:
        write(text)


def _sums(results: Results, request: Request) -> Iterator[str]:
    if request.wants_statistics:
        from newslint.reports.statistics import render_statistics

        yield render_statistics(results)
    if request.wants_score:
        from newslint.reports.score import render_score

        yield render_score(results)


def _exit_code(results: Results, limit: float | None) -> int:
    if results.interrupted:
        return INTERRUPTED
    if any(file.error for file in results.files):
        return 2
    if limit is not None:
        from newslint.score import score

        total = score(results.files)
        if total.exceeds(limit):
            sentence = tr(
                "估计差错率 {rate}／万，超过 --max-score 的 {limit}／万。", rate=total.rate, limit=f"{limit:g}"
            )
            write(f"{sentence}\n", err=True)
            return 1
    return int(results.failed)


def _changed(since: str, paths: Sequence[str]) -> Mapping[str, Ranges]:
    from newslint.filters.changed_lines import changed_lines

    return changed_lines(since, paths)


@contextmanager
def _progress(files: int, quiet: bool) -> Iterator[Progress | None]:
    """Give what shows progress on a terminal where many files are checked; None elsewhere."""
    if quiet or files < MANY or not sys.stderr.isatty():
        yield None
        return
    from click import progressbar

    with progressbar(length=files, label=tr("检查"), file=sys.stderr) as bar:
        yield lambda done, total: bar.update(done - bar.pos)


def _outputs(texts: Sequence[str]) -> list[tuple[str, Path]]:
    targets = [_output(text) for text in texts]
    seen: set[Path] = set()
    for _, path in targets:
        if (place := path.resolve()) in seen:
            fail(tr("--output：有两份报告都写入 {path}，后写的会盖掉先写的；请另取文件名。", path=path))
        seen.add(place)
    return targets


def _output(text: str) -> tuple[str, Path]:
    name, equals, path = text.partition("=")
    if name not in FORMATS or not equals or not path:
        fail(tr("--output {text}：应写作 格式=路径，格式为 {formats} 之一。", text=text, formats=join_list(FORMATS)))
    return name, Path(path)


def _write(path: Path, text: str) -> None:
    from newslint.storage.atomic_write import replace_bytes

    try:
        replace_bytes(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        fail(tr("{path}：报告无法写入（{reason}）；请检查路径和权限。", path=path, reason=reason(error)))
