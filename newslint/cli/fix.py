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
from newslint.cli.output import say, send, send_patch, show, tell
from newslint.cli.settings import configured, selecting_files
from newslint.config import Project
from newslint.errors import fault_sentence
from newslint.language import join_list, tr
from newslint.run.rewriting import FixedFile
from newslint.run.run import Run
from newslint.storage.git_names import quoted


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=complete_files)
@configured
@selecting_files
@click.option("--diff", "mode", flag_value="diff", help="只显示将要作出的修改（默认）。")
@click.option("--write", "mode", flag_value="write", help="改写文件。")
@click.option("--accept", is_flag=True, help="Word 稿件直接改，不作修订。")
@click.option("--unsafe", is_flag=True, help="也作须经编辑认可的修改。")
def fix(
    project: Project,
    paths: Sequence[str],
    mode: str | None,
    accept: bool,
    unsafe: bool,
    stdin_filename: str,
) -> None:
    """修改稿件中有把握的问题（不写路径则为当前文件夹）。标准输入的稿件改后写到标准输出。

    Word 稿件（.docx）里的修改写作修订，由编辑在 Word 里接受或拒绝。

    用 --diff 时，有可改之处退出码为 1，没有为 0。
    """
    write = mode == "write"
    failed = changed = False
    for result in Run(project).fix(sources(paths, stdin_filename, project), unsafe=unsafe, write=write, accept=accept):
        path = result.path
        patch = b""
        try:
            if not write and not result.error and (mode == "diff" or not result.given):
                patch = _diff(result)
        except Exception as error:
            result = FixedFile(path, error=fault_sentence(error, path))
        if result.error:
            failed = True
            tell(result.error)
            continue
        if result.cycle:
            tell(
                tr(
                    "{path}：规则 {codes} 的修改互相抵消或没有尽头，这几条都没有照改；请核对规则，或人工修改。",
                    path=path,
                    codes=join_list(result.cycle),
                )
            )
            failed = True
        if result.unfinished:
            tell(tr("{path}：文件很长，要改的地方没有改完；请再运行一次。", path=path))
            failed = True
        if result.given and mode != "diff":
            send(result.data)
        elif result.before != result.after:
            changed = True
            if write:
                tracked = not result.is_text and not accept
                told = tr("{path}：写作修订 {number} 处") if tracked else tr("{path}：修改 {number} 处")
                say(told.format(path=path, number=result.applied))
            elif sys.stdout.isatty():
                show(patch.decode())
            elif not result.is_text:
                tell(
                    tr(
                        "{path}：可改 {number} 处；Word 稿件没有补丁，加 --write 写作修订。",
                        path=path,
                        number=result.applied,
                    )
                )
            else:
                send_patch(patch)
    sys.exit(2 if failed else int(changed and not write))


def _diff(file: FixedFile) -> bytes:
    """Return the change of a file as UTF-8 for a terminal, else as bytes that git and patch can apply with -p0."""
    if sys.stdout.isatty() or not file.is_text:
        return _unified(*(text.encode("utf-8", "replace") for text in (file.path, file.before, file.after)))
    path = Path(file.path)
    inside = path.is_absolute() and path.is_relative_to(Path.cwd())
    given = os.fsencode(os.path.relpath(path) if inside else file.path)
    name = quoted(given)
    # A tab marks the end of a name with spaces.
    return _unified(name + b"\t" if name == given and b" " in name else name, file.old, file.data)


def _unified(name: bytes, before: bytes, after: bytes) -> bytes:
    """Return the lines that differ, as they are in the file: only a line feed ends one."""
    lines = difflib.diff_bytes(difflib.unified_diff, _lines(before), _lines(after), name, name)
    return b"".join(line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n" for line in lines)


def _lines(data: bytes) -> list[bytes]:
    lines = data.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])
