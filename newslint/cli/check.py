"""``newslint check``: check articles, write reports, and exit with the code that the findings ask for."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from newslint.cli.completing import complete_files
from newslint.cli.ending import INTERRUPTED, fail
from newslint.cli.files import covers_project, prove_spared, sources
from newslint.cli.localized import Command, NamedChoice
from newslint.cli.output import in_colour, send_report, show, tell, window
from newslint.cli.settings import LEVELS, NEVER, caching, choosing, configured, rate, selecting_files
from newslint.cli.targets import targets_of, write_report
from newslint.config import Project
from newslint.language import join_list, pick, prefixed, tr
from newslint.readers import is_word
from newslint.reports import AUTO, FORMATS, render_sound, resolve
from newslint.reports.words import notices
from newslint.results import Results
from newslint.run.batch import Progress
from newslint.run.discovery import expanded
from newslint.run.run import Run

if TYPE_CHECKING:
    from newslint.filters.chain import Ranges
    from newslint.run.gate import Submission

#: A run of at least this many files shows its progress on a terminal.
MANY = 50
#: The formats for people. The others are for programs and always in UTF-8, whatever the encoding of the system.
_FOR_PEOPLE = ("text", "concise")
_FORMAT_HELP = (
    "输出格式：text 给人看（默认），concise 每处一行，html 网页；给程序用的有 json、sarif、github（在 GitHub 上的默认）"
    "、gitlab、junit、checkstyle、rdjson。"
)


class Request(NamedTuple):
    """The options of a check that are not settings. ``jobs`` is None if newslint decides."""

    paths: Sequence[str]
    format_: str
    outputs: Sequence[str]
    wants_score: bool
    wants_statistics: bool
    explains: bool
    quiet: bool
    stdin_filename: str
    jobs: int | None
    no_cache: bool
    since: str | None
    gate: bool
    base: str | None

    @property
    def wants_sums(self) -> bool:
        """True if sums take the place of the report."""
        return self.wants_score or self.wants_statistics


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[路径]...", shell_complete=complete_files)
@click.option(
    "--level", type=LEVELS, metavar="级别", help="报告的最低级别：error 错误，warning 警告（默认），info 提示。"
)
@click.option(
    "--fail-on",
    type=NamedChoice([*LEVELS.choices, NEVER], LEVELS.words),
    metavar="级别",
    help="出现此级别及以上的问题时退出码为 1：error（默认）、warning、info，never 为从不。",
)
@click.option("--max-score", type=rate, metavar="数", help="估计差错率（每万字）超过此数时退出码为 1。")
@click.option(
    "--format",
    "format_",
    type=click.Choice([AUTO, *FORMATS]),
    metavar="格式",
    default=AUTO,
    help=_FORMAT_HELP,
)
@click.option("--output", "outputs", multiple=True, metavar="格式=路径", help="另把报告写入文件；可重复。")
@click.option("--since", metavar="版本", help="只报告自 git 的这个版本以来改动过的行。")
@click.option("--gate", is_flag=True, help="作门禁：来稿自带的设置、注释、忽略都不算，漏查的列出，没有可查的也不放行。")
@click.option("--base", metavar="版本", help="门禁的设置取自 git 的这个版本；默认同 --since。")
@click.option(
    "--baseline", type=Path, shell_complete=complete_files, metavar="路径", help="基线文件：其中已有的问题不再报告。"
)
@click.option("--together", is_flag=True, default=None, help="这些稿件是一个版、一期报：人名、译名等放在一起比。")
@click.option("--score", "wants_score", is_flag=True, help="改为显示各篇和合计的估计编校差错率。")
@click.option("--explain", "explains", is_flag=True, help="与 --score 同用：也说明差错率的算法和依据。")
@click.option("--statistics", "wants_statistics", is_flag=True, help="改为显示各条规则发现的问题数。")
@click.option("--quiet", "-q", is_flag=True, help="没有问题时什么也不输出。")
@choosing
@configured
@selecting_files
@caching
def check(project: Project, **options: Any) -> None:
    """检查稿件：文件、文件夹（不写则为当前文件夹），- 为标准输入。

    退出码：0 没有达到 --fail-on 的问题，1 有，或差错率超过 --max-score；
    2 用法、配置有误，有稿件无法读取，或没有可查的稿件；130 中途停止。
    """
    request = Request(**options)
    if request.wants_sums and request.format_ not in (AUTO, "json", *_FOR_PEOPLE):
        told = tr("--score 和 --statistics 没有这种格式；给程序用，请用 --format json。")
        fail(prefixed(f"--format {request.format_}", told))
    if request.explains and not request.wants_score:
        fail(tr("--explain 要与 --score 同用；规则的说明见 newslint rule。"))
    if request.base and not request.gate:
        fail(tr("--base 要与 --gate 同用；只看改动过的行，用 --since。"))
    limit = _score_limit(project, request)
    targets = targets_of(request.outputs, FORMATS, pick("html=报告.html", "html=report.html"))
    for _, path in targets:
        project.prove(path)
    format_ = resolve(request.format_, os.environ)
    results = _check(project, request, targets, texts="html" in (format_, *(name for name, _ in targets)))
    if request.wants_score:
        results = results._replace(rated=True)
    for name, path in targets:
        text, results = render_sound(name, results)
        write_report(path, text)
    if not request.quiet or _has_problems(results):
        results = _show(results, request, format_)
    if format_ not in _FOR_PEOPLE or request.wants_sums:
        for sentence in (*(file.error for file in results.files if file.error), *notices(results)):
            tell(sentence)
    sys.exit(_exit_code(results, limit))


def _score_limit(project: Project, request: Request) -> float | None:
    """Return the score above which the check fails. Changed lines alone have no score, so ``--since`` sets it aside."""
    limit = project.settings_in(Path.cwd()).max_score
    if request.since is None or limit is None:
        return limit
    if click.get_current_context().params["max_score"] is not None:
        fail(tr("差错率要按全文算，--since 不能与 --max-score 同用。"))
    tell(tr("差错率要按全文算：用 --since 时，配置中的 max-score 不起作用。"))
    return None


def _check(project: Project, request: Request, targets: Sequence[tuple[str, Path]], *, texts: bool) -> Results:
    """Check the files, unless a report would replace one; with ``texts`` the results keep the text of every file."""
    submission = _submission() if request.gate else None
    found = sources(request.paths, request.stdin_filename, project, None if submission is None else submission.keeps)
    if submission is not None:
        base = request.base or request.since
        found = submission.as_committed(found, base)
        found = submission.without_links(found, _expanded(request.paths), base)
    prove_spared([path for _, path in targets], [path for path, _ in found], project)
    changed = _changed(request.since, [path for path, data in found if data is None])
    if whole := [path for path, ranges in (changed or {}).items() if ranges is None and is_word(path)]:
        tell(tr("--since：Word 稿件没有行，改动过的按整篇查：{names}。", names=join_list(whole)))
    with _progress(len(found), request.quiet) as progress:
        run = Run(
            project,
            jobs=request.jobs,
            cached=not request.no_cache and submission is None,
            covers_project=covers_project(request.paths, project),
            texts=texts,
            changed=changed,
        )
        results = run.check(found, progress)
    return results if submission is None else _guarded(results, request, submission, changed or {})


def _submission() -> Submission:
    from newslint.run.gate import Submission  # no other run needs it

    return Submission()


def _expanded(paths: Sequence[str]) -> list[str]:
    return [path for given in paths or ["."] for path in expanded(given)]


def _guarded(results: Results, request: Request, submission: Submission, changed: Mapping[str, Ranges]) -> Results:
    """Return the results of a gate: a changed file without text is an error, and what was left out is told."""
    from newslint.run.gate import told

    empty = tr("没有可查的文字（0 字），门禁不放行。")
    files = tuple(
        file._replace(error=prefixed(file.path, empty))
        if file.error is None and not file.characters and changed.get(file.path) != ()
        else file
        for file in results.files
    )
    left_out = submission.left_out(_expanded(request.paths), (file.path for file in files))
    since = _changed(request.since, left_out) or {}
    notices = told([path for path in left_out if since.get(path) != ()])
    return results._replace(files=files, notices=(*results.notices, *notices))


def _changed(since: str | None, paths: Sequence[str]) -> Mapping[str, Ranges] | None:
    if since is None:
        return None
    from newslint.filters.changed_lines import changed_lines

    return changed_lines(since, paths)


@contextmanager
def _progress(files: int, quiet: bool) -> Iterator[Progress | None]:
    """Provide a callback that shows progress on a terminal; None if there is no terminal, or little to do."""
    if quiet or files < MANY or not sys.stderr.isatty():
        yield None
        return
    with click.progressbar(length=files, label=tr("检查"), file=sys.stderr) as bar:
        # An update by nothing would count as a step that took all the time until now, and spoil the estimate.
        yield lambda done, total: bar.update(done - bar.pos) if done > bar.pos else None


def _has_problems(results: Results) -> bool:
    """Return True if there is something to show even with ``--quiet``."""
    return bool(
        results.failed
        or results.interrupted
        or results.notices
        or any(file.error or file.findings for file in results.files)
    )


def _show(results: Results, request: Request, format_: str) -> Results:
    """Write the report to standard output, and return the results that it shows."""
    colour = in_colour()
    if request.wants_sums and format_ == "json":
        from newslint.reports.sums import render_sums

        send_report(render_sums(results, score=request.wants_score, statistics=request.wants_statistics), format_)
        return results
    if request.wants_sums:
        text = "\n".join(_sums(results, request))
    else:
        text, results = render_sound(format_, results, colour=colour, columns=window())
        if format_ not in _FOR_PEOPLE:
            send_report(text, format_)
            return results
    show(text, colour=colour)
    return results


def _sums(results: Results, request: Request) -> Iterator[str]:
    if request.wants_statistics:
        from newslint.reports.statistics import render_statistics

        yield render_statistics(results)
    if request.wants_score:
        from newslint.reports.score import render_score

        yield render_score(results, method=request.explains, columns=window())


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
            tell(sentence)
            return 1
    return int(results.failed)
