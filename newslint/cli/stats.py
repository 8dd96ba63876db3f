"""``newslint stats``: the month (编校质量月报) from JSON reports that were kept, or from articles by date."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from newslint.cli.completing import complete_files
from newslint.cli.ending import INTERRUPTED
from newslint.cli.files import prove_spared, sources
from newslint.cli.localized import Command, NamedChoice
from newslint.cli.output import say, show, tell
from newslint.cli.settings import caching, configured
from newslint.cli.targets import targets_of, write_report
from newslint.config import Project
from newslint.errors import UserError
from newslint.language import join_list, pick, prefixed, tr
from newslint.monthly.intake import Intake, given
from newslint.monthly.sums import GROUPS, month_of, remarks
from newslint.readers import Source
from newslint.reports.month import FORMATS, Told, render_month
from newslint.results import Results
from newslint.rulebook.selection import rules_of
from newslint.run.run import Run

#: What editors call the groups, which is understood, too.
_GROUP_WORDS = {"记者": "reporter", "责编": "editor", "部门": "desk"}
_MONTH = re.compile(r"([0-9]{4})[-/.年](0?[1-9]|1[0-2])月?")


def _month(context: click.Context, option: click.Parameter, value: str | None) -> str:
    if not value:
        return ""
    if not (written := _MONTH.fullmatch(value)):
        raise click.BadParameter(tr("应写作 2026-04。"))
    return f"{written[1]}-{int(written[2]):02}"


@click.command(cls=Command)
@click.argument("paths", nargs=-1, required=True, metavar="路径...", shell_complete=complete_files)
@configured
@click.option(
    "--by",
    "groups",
    multiple=True,
    type=NamedChoice(GROUPS, _GROUP_WORDS),
    metavar="分法",
    help="另按 reporter 记者、editor 责编或 desk 部门列出；可重复。默认不列人名。",
)
@click.option("--month", metavar="月份", callback=_month, help="只列这个月（如 2026-04）的各期；七期平均仍往前看。")
@click.option("--output", "outputs", multiple=True, metavar="格式=路径", help="写入文件：html=… 或 csv=…；可重复。")
@caching
def stats(
    project: Project,
    paths: Sequence[str],
    groups: Sequence[str],
    month: str,
    outputs: Sequence[str],
    jobs: int | None,
    no_cache: bool,
) -> None:
    """编校质量月报：每期的差错率、七期平均、差错类型，写成一页或表格。

    路径是 newslint check --output json=… 留下的报告，或按日期放稿件的文件夹（现查），可以是几个。
    刊期看文件夹的名字，其次看稿件写明的，再次看文件名，如 2026-04-18、20260418、2026年4月18日。
    退出码：0 都已计入，2 用法有误或有报告、稿件没有计入，130 中途停止。
    """
    targets = targets_of(outputs, FORMATS, pick("html=月报.html", "html=month.html"))
    for _, path in targets:
        project.prove(path)
    told = given(paths, project)
    articles = sources(told.articles, "-", project) if told.articles else []
    prove_spared([path for _, path in targets], [*told.reports, *(path for path, _ in articles)], project)

    def check(own: list[Source]) -> Results:
        return Run(project, jobs=jobs, cached=not no_cache).check(own)

    intake = Intake()
    intake.read(told)
    if not intake.check(articles, project, check):
        tell(tr("已停止，没有写月报。"))
        sys.exit(INTERRUPTED)
    intake.close()
    for sentence in intake.problems:
        tell(sentence)
    titles = {
        rule.code: pick(rule.doc().title, rule.doc().english) for rule in rules_of(project.settings_in(Path.cwd()))
    }
    found = month_of(intake.issues, titles, tuple(dict.fromkeys(groups)), month)
    if not found.issues:
        raise UserError(_nothing(intake, month))
    report = Told(found, intake.problems, (*intake.notices, *remarks(found)))
    for sentence in report.notices:
        tell(sentence)
    for name, path in targets:
        write_report(path, render_month(name, report))
        say(tr("已写好 {path}。", path=path))
    if not targets:
        show(render_month("text", report))
    sys.exit(2 if intake.problems else 0)


def _nothing(intake: Intake, month: str) -> str:
    """Return the sentence about a month without an issue."""
    if not intake.issues:
        return tr("没有可以计入的一期；请给 newslint check --output json=… 写出的报告，或按日期放稿件的文件夹。")
    months = sorted({f"{issue.day:%Y-%m}" for issue in intake.issues})
    return prefixed("--month", tr("{month} 一期也没有；给出的有 {months}。", month=month, months=join_list(months)))
