"""The settings that hold for a file, and the error of a configuration that is not valid."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.config.presets import DEFAULT
from newslint.errors import UserError
from newslint.finding import Severity
from newslint.language import prefixed

if TYPE_CHECKING:
    from datetime import date


class ConfigError(UserError):
    """The configuration is not valid: which file, which key, what is wrong with it."""

    def __init__(self, source: object, key: str, problem: str) -> None:
        super().__init__(prefixed(source, key, problem))


class Suppression(NamedTuple):
    """Findings that are known and not to be reported: those in the files ``path`` means (a pattern of .gitignore), of
    the rules that ``code`` means, whose text is ``text``; until the day ``until``. ``source`` says where the entry
    stands.
    """

    reason: str
    path: str = ""
    code: str = ""
    text: str = ""
    until: date | None = None
    source: str = ""


class Settings(NamedTuple):
    """What to check and what to show.

    ``select`` and ``ignore`` hold codes, families and names of rules (an empty ``select`` means every rule that is not
    off), ``extend_select`` and ``extend_ignore`` such as come in addition; ``level`` is the least severity reported,
    ``fail_on`` the least that makes a run fail (None: none does), ``max_score`` the error rate, in errors for ten
    thousand characters, above which it fails. ``rules`` are folders or files of rules that replace the built-in ones,
    ``own_rules`` such as come in addition. ``issue_date`` is the date of the issue for files that tell none, ``roster``
    the file of known reporters. ``byline`` holds the house style of bylines, ``options`` and ``severities`` those of
    single rules by code or name; they are checked when the rules are loaded. ``preset`` is the style that all this lies
    over, ``house`` what the house does otherwise, by aspect. ``allow`` are words that are right whatever a rule says,
    ``deny`` such as the house does not write, with what it writes instead. ``include`` and ``exclude`` are patterns of
    .gitignore for the files of a folder, relative to ``folder``; those that git ignores are left out with
    ``gitignore``, and ``force_exclude`` holds for files that are named, too. ``suppressions`` and ``baseline`` say
    which findings are known. ``source`` is the file that the settings come from and ``origins`` says it of each key
    that was set, for messages.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    level: Severity = Severity.WARNING
    rules: tuple[Path, ...] = ()
    own_rules: tuple[Path, ...] = ()
    fail_on: Severity | None = Severity.ERROR
    max_score: float | None = None
    issue_date: date | None = None
    roster: Path | None = None
    byline: Mapping[str, object] = {}
    options: Mapping[str, Mapping[str, object]] = {}
    preset: str = DEFAULT
    house: Mapping[str, str] = {}
    severities: Mapping[str, Severity] = {}
    allow: tuple[str, ...] = ()
    deny: Mapping[str, str] = {}
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    force_exclude: bool = False
    suppressions: tuple[Suppression, ...] = ()
    baseline: Path | None = None
    source: str = ""
    folder: Path | None = None
    origins: Mapping[str, str] = {}
