"""``newslint fix``: show or write the fixes of findings."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from newslint.cli.completing import complete_files
from newslint.cli.files import sources
from newslint.cli.localized import Command
from newslint.cli.settings import configured, selecting_files
from newslint.config import Project
from newslint.errors import fault_sentence
from newslint.language import join_list, tr
from newslint.run.rewriting import FixedFile
from newslint.run.run import Run


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=complete_files)
@configured
@selecting_files
@click.option("--diff", "mode", flag_value="diff", help="只显示将要作出的修改（默认）。")
@click.option("--write", "mode", flag_value="write", help="改写文件。")
@click.option("--unsafe", is_flag=True, help="也作须经编辑认可的修改。")
def fix(
    project: Project,
    paths: Sequence[str],
    mode: str | None,
    unsafe: bool,
    stdin_filename: str,
) -> None:
    """修改稿件中有把握的问题（不写路径则为当前文件夹）。标准输入的稿件改后写到标准输出。

    用 --diff 时，有可改之处退出码为 1，没有为 0。
    """
    write = mode == "write"
    failed = changed = False
    for result in Run(project).fix(sources(paths, stdin_filename, project), unsafe=unsafe, write=write):
        path = result.path
        try:
            shown = "" if write or result.error or (result.given and mode != "diff") else _diff(result)
        except Exception as error:
            result = FixedFile(path, error=fault_sentence(error, path))
        if result.error:
            failed = True
            click.echo(result.error, err=True)
            continue
        if result.cycle:
            told = tr(
                "{path}：规则 {codes} 的修改互相抵消或没有尽头，这几条都没有照改；请核对规则，或人工修改。",
                path=path,
                codes=join_list(result.cycle),
            )
            click.echo(told, err=True)
            failed = True
        if result.given and mode != "diff":
            click.echo(result.data, nl=False)
        elif result.before != result.after:
            changed = True
            if write:
                click.echo(tr("{path}：修改 {number} 处", path=path, number=result.applied))
            else:
                click.echo(shown, nl=False)
    sys.exit(2 if failed else int(changed and not write))


def _diff(file: FixedFile) -> str:
    """Return a diff that git and patch can apply with -p0 in the working folder."""
    path = Path(file.path)
    name = os.path.relpath(path) if path.is_absolute() and path.is_relative_to(Path.cwd()) else file.path
    # A tab marks the end of a name with spaces.
    name += "\t" if " " in name else ""
    lines = difflib.unified_diff(_lines(file.mark + file.before), _lines(file.mark + file.after), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Return the lines of a diff, with their ends: only a line feed ends one."""
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])
