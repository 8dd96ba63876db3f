"""The files that a command is run on."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from newslint.config import Project
from newslint.errors import UserError
from newslint.language import join_list, prefixed, tr
from newslint.run.discovery import STDIN, find


def covers_project(paths: Sequence[str], project: Project) -> bool:
    """Return True if ``paths`` include every file of the project: its folder, or one above it."""
    folder = project.settings_in(Path.cwd()).folder or Path.cwd()
    return any(folder.resolve().is_relative_to(Path(path).resolve()) for path in paths or ["."])


def sources(paths: Sequence[str], stdin_filename: str, project: Project) -> list[tuple[str, bytes | None]]:
    """Return the files in ``paths``; "-" is standard input, with its bytes, under the name ``stdin_filename``.

    Says which of the named folders have nothing to check; raises ``UserError`` if all are so, for a run that checks
    nothing is no success.
    """
    found = find(paths or ["."], project)
    if found.empty:
        if not found.files:
            raise UserError(_nothing(paths, found.documents))
        for path in found.empty:
            click.echo(prefixed(path, tr("没有可查的稿件。")), err=True)
    return [(stdin_filename, sys.stdin.buffer.read()) if path == STDIN else (path, None) for path in found.files]


def _nothing(paths: Sequence[str], documents: Mapping[str, int]) -> str:
    """Return the sentence about folders without articles, with what they hold instead."""
    if not documents:
        return prefixed(join_list(paths), tr("没有可查的稿件。"))
    kinds = join_list(tr("{number} 个 {ending}", number=number, ending=ending) for ending, number in documents.items())
    return prefixed(join_list(paths), tr("没有可查的稿件；另有 {kinds} 不能检查，请另存为纯文本。", kinds=kinds))
