"""The files that a command is run on."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from newslint.cli.output import tell
from newslint.config import Project
from newslint.errors import UserError
from newslint.language import join_list, prefixed, reason, tr
from newslint.readers import ReadError, Source
from newslint.run.discovery import STDIN, find


def covers_project(paths: Sequence[str], project: Project) -> bool:
    """Return True if ``paths`` include every file of the project: its folder, or one above it."""
    folder = Path(os.path.realpath(project.settings_in(Path.cwd()).folder or "."))
    return any(folder.is_relative_to(os.path.realpath(path)) for path in paths or ["."])


def sources(
    paths: Sequence[str], stdin_filename: str, project: Project, kept: Callable[[str], bool] | None = None
) -> list[Source]:
    """Return the files in ``paths``; "-" is standard input, with its bytes, under the name ``stdin_filename``.

    Says which patterns of ``exclude`` have no effect and which of the named folders have nothing to check; raises
    ``UserError`` if all are so, for a run that checks nothing is no success, and at a gate, which gives ``kept`` as for
    ``find``, if any is so.
    """
    found = find(paths or ["."], project, kept)
    if found.idle and covers_project(paths, project):
        settings = project.settings_in(Path.cwd())
        for pattern in project.own_exclude(Path.cwd()):
            if pattern in found.idle:
                told = tr("“{pattern}”没有排除任何文件；请核对写法，或删去。", pattern=pattern)
                tell(prefixed(settings.source, "exclude", told))
    if found.empty:
        if kept is not None or not found.files:
            raise UserError(_nothing(found.empty, found.documents))
        for path in found.empty:
            tell(prefixed(path, tr("没有可查的稿件。")))
    return [
        (stdin_filename, _standard_input(stdin_filename, project)) if path == STDIN else (path, data)
        for path, data in found.sources()
    ]


def prove_spared(reports: Sequence[Path], articles: Sequence[str], project: Project) -> None:
    """Raise ``UserError`` if a report would replace one of the ``articles``, or a file of their settings."""
    replaced = [path for path in reports if os.path.isfile(path)]
    if not replaced:
        return
    used = [project.settings_in(Path.cwd()), *map(project.settings_for, articles)]
    read: dict[str | Path, None] = dict.fromkeys(articles)
    for settings in {id(settings): settings for settings in used}.values():
        named = (*settings.lists, *settings.rules, *settings.own_rules, settings.baseline)
        files = [*(path for path in named if path), *map(Path, (settings.source, *settings.origins.values()))]
        read.update(dict.fromkeys(map(project.original, files)))
    for path in replaced:
        if any(_is_same(path, other) for other in read):
            told = tr(
                "{path} 是要检查的稿件，或检查所用的配置、名单、词表、基线；写入报告会盖掉它，请另取文件名。", path=path
            )
            raise UserError(prefixed("--output", told))


def _is_same(path: Path, other: str | Path) -> bool:
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):  # it does not exist, and reading it will say so
        return False


def _standard_input(name: str, project: Project) -> bytes | ReadError:
    if sys.stdin is None:
        return ReadError(tr("标准输入已经关闭，没有稿件可读。"))
    most = project.settings_for(name).most_bytes
    try:
        data = sys.stdin.buffer.read(most + 1)  # it may have no end
    except OSError as error:
        return ReadError(tr("标准输入无法读取（{reason}）。", reason=reason(error)))
    if len(data) > most:
        told = tr("标准输入太大（超过 {most:g} MB），没有读；要检查请调高 newslint.toml 的 max-size。", most=most / 1e6)
        return ReadError(told)
    return data


def _nothing(paths: Sequence[str], documents: Mapping[str, int]) -> str:
    """Return the sentence about folders without articles, with what they hold instead."""
    if not documents:
        return prefixed(join_list(paths), tr("没有可查的稿件。"))
    kinds = join_list(tr("{number} 个 {ending}", number=number, ending=ending) for ending, number in documents.items())
    return prefixed(
        join_list(paths), tr("没有可查的稿件；另有 {kinds} 不能检查，请另存为 .docx 或纯文本。", kinds=kinds)
    )
