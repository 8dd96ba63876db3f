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
from newslint.cli.localized import Command
from newslint.cli.output import say, send, send_patch, show, tell
from newslint.cli.settings import choosing, configured, selecting_files
from newslint.config import Project
from newslint.errors import fault_sentence
from newslint.language import join_list, tr
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
    editor = Editor(colour=sys.stdout.isatty()) if interactive else None
    # Where patches go to standard output, nothing else may.
    inform = say if write else tell
    failed = changed = said = False
    files = fixes = 0
    for result in Run(project).fix(
        sources(paths, stdin_filename, project),
        unsafe=unsafe,
        wanted=editor.wants if editor else None,
        write=write,
        backup=backup,
        accept=accept,
    ):
        path = result.path
        patch = b""
        try:
            if not write and not result.error and (only_diff or not result.given):
                patch = _diff(result)
        except Exception as error:
            result = FixedFile(path, error=fault_sentence(error, path))
        if result.error:
            failed = True
            tell(result.error)
            continue
        failed = _warn(result) or failed
        if result.given and not only_diff:
            send(result.data)
            continue
        files, fixes = files + 1, fixes + result.applied
        if result.before != result.after:
            changed = True
            if not write:
                _show_patch(result, patch)
        if result.applied or result.left:
            said = True
            inform(_told(result, write=write, tracked=not result.is_text and not accept))
    if files and not said:
        inform(tr("看过 {files} 个文件，没有要改的。", files=files))
    elif files > 1 and fixes:
        told = tr("共 {files} 个文件，修改 {number} 处。") if write else tr("共 {files} 个文件，可改 {number} 处。")
        inform(told.format(files=files, number=fixes))
    sys.exit(2 if failed else int(changed and not write))


def _warn(result: FixedFile) -> bool:
    """Tell what could not be fixed to the end; return True if there was any of it."""
    if result.cycle:
        tell(
            tr(
                "{path}：规则 {codes} 的修改互相抵消或没有尽头，这几条都没有照改；请核对规则，或人工修改。",
                path=result.path,
                codes=join_list(result.cycle),
            )
        )
    if result.unfinished:
        tell(tr("{path}：文件很长，要改的地方没有改完；请再运行一次。", path=result.path))
    return bool(result.cycle) or result.unfinished


def _told(result: FixedFile, *, write: bool, tracked: bool) -> str:
    """Return the sentence about a file: how many fixes were made or may be, and what remains for the editor."""
    values = {"path": result.path, "number": result.applied}
    if not result.applied:
        done = tr("{path}：未改", **values)
    elif write and tracked:
        done = tr("{path}：写作修订 {number} 处", **values)
    elif write:
        done = tr("{path}：修改 {number} 处", **values)
    elif result.is_text:
        done = tr("{path}：可改 {number} 处，加 --write 改写", **values)
    else:
        done = tr("{path}：可改 {number} 处；Word 稿件没有补丁，加 --write 写作修订", **values)
    offered = sum(finding.fix is not None for finding in result.left)
    parts = [done]
    if offered:
        parts.append(tr("另有 {number} 处可改，待编辑认可（--interactive 逐处问）", number=offered))
    if by_hand := len(result.left) - offered:
        parts.append(tr("{number} 处须人工修改", number=by_hand))
    return tr("；").join(parts) + tr("。")


def _show_patch(result: FixedFile, patch: bytes) -> None:
    if sys.stdout.isatty():
        show(patch.decode())
    elif result.is_text:
        send_patch(patch)


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
