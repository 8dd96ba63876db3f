"""``newslint fix``: show or write the fixes of findings."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from newslint.cli.asking import Editor
from newslint.cli.completing import complete_files
from newslint.cli.ending import fail
from newslint.cli.files import sources
from newslint.cli.fixed import Said
from newslint.cli.localized import Command
from newslint.cli.output import in_colour, send, send_patch, tell
from newslint.cli.settings import choosing, configured, selecting_files
from newslint.config import Project
from newslint.errors import fault_sentence
from newslint.language import tr
from newslint.run.rewriting import FixedFile
from newslint.run.run import Run
from newslint.storage.git_names import quoted


@click.command(cls=Command)
@click.argument("paths", nargs=-1, metavar="[路径]...", shell_complete=complete_files)
@click.option("--diff", "only_diff", is_flag=True, help="只显示将要作出的修改（默认）。")
@click.option("--write", is_flag=True, help="改写文件。")
@click.option("--interactive", "-i", is_flag=True, help="一处一处地问，改写认可的。")
@click.option("--accept", is_flag=True, help="Word 稿件直接改，不作修订。")
@click.option("--unsafe", is_flag=True, help="也作须经编辑认可的修改。")
@click.option("--backup", is_flag=True, help="改写前把原稿另存为“稿件名.bak”。")
@choosing
@configured
@selecting_files
def fix(
    project: Project,
    paths: Sequence[str],
    only_diff: bool,
    write: bool,
    interactive: bool,
    accept: bool,
    unsafe: bool,
    backup: bool,
    stdin_filename: str,
) -> None:
    """修改稿件中有把握的问题（不写路径则为当前文件夹）。标准输入的稿件改后写到标准输出。

    Word 稿件（.docx）里的修改写作修订，由编辑在 Word 里接受或拒绝。

    用 --diff 时，有可改之处退出码为 1，没有为 0。
    """
    if only_diff + write + interactive > 1:
        fail(tr("--diff、--write、--interactive 只能用一个。"))
    write = write or interactive
    if backup and not write:
        fail(tr("--backup 要与 --write 或 --interactive 同用。"))
    if interactive and "-" in paths:
        fail(tr("--interactive 要从标准输入读回答，不能同时从那里读稿件。"))
    editor = Editor(colour=in_colour()) if interactive else None
    said = Said(write=write, asked=interactive, accept=accept)
    failed = changed = False
    for result in Run(project).fix(
        sources(paths, stdin_filename, project),
        unsafe=unsafe,
        wanted=editor.wants if editor else None,
        write=write,
        backup=backup,
        accept=accept,
    ):
        is_output = result.given and not only_diff
        try:
            patch = b"" if write or is_output or said.on_screen or result.error else _diff(result)
        except Exception as error:
            result, patch = FixedFile(result.path, error=fault_sentence(error, result.path)), b""
        if result.error:
            tell(result.error)
        elif is_output:
            send(result.data)
        else:
            if patch:
                send_patch(patch)
            said.file(result)
        failed = said.warn(result) or failed
        changed = changed or (result.before != result.after and not is_output)
    said.end()
    sys.exit(2 if failed else int(changed and not write))


def _diff(file: FixedFile) -> bytes:
    """Return the change of a file as bytes that git and patch can apply with -p0; b"" for none, or none of text."""
    if not file.is_text or file.before == file.after:
        return b""
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
