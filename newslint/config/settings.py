"""The settings of a file, and the error for an invalid configuration."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from newslint.errors import UserError
from newslint.finding import Severity
from newslint.language import prefixed

#: The preset of settings without one.
DEFAULT_PRESET = "news"
#: The levels that a finding may be reported at, the most severe first.
LEVELS = tuple(level.label for level in sorted(Severity, reverse=True) if level)


class ConfigError(UserError):
    """The configuration is invalid: which file, which key, and what is wrong."""

    def __init__(self, source: object, key: str, problem: str) -> None:
        super().__init__(prefixed(source, key, problem))


class Adjustment(NamedTuple):
    """What a preset or ``house`` changes in one rule: ``options`` over its own, and its minimum severity."""

    options: Mapping[str, object]
    least: Severity


class Suppression(NamedTuple):
    """Findings that are known and not reported, until the day ``until``.

    ``path`` is a pattern as in .gitignore, ``code`` a code, family or name of rules, ``text`` the text of the finding;
    ``source`` tells where the entry was written.
    """

    reason: str
    path: str = ""
    code: str = ""
    text: str = ""
    until: date | None = None
    source: str = ""


class Settings(NamedTuple):
    """What to check and what to show.

    - ``select``, ``ignore``: codes, families, names and titles of rules. An empty ``select`` means every rule that is
      not off, as "ALL" in it does.
    - ``level``: the minimum severity that is reported; ``fail_on``: the minimum that makes a run fail, None for never.
    - ``max_score``: the error rate, in errors per 10,000 characters, above which a run fails.
    - ``rules``: folders or files of rules that replace the built-in ones; ``own_rules``: the same, in addition.
    - ``rule_url``: the address of the page of a built-in rule, with {family}, {code} and {anchor} in it, for reports.
    - ``issue_date``: the date of issue of files that state none; ``roster``: the file of known reporters.
    - ``learnt``: the file of the strings of the house's archive, which are no misspellings.
    - ``byline``: the house style of bylines; ``options``, ``severities``: those of rules, by code or name. They are
      checked when the rules are loaded.
    - ``preset``: the style that is the basis of all this; ``house``: what differs from it, by aspect.
    - ``html``: how HTML is read: ``content`` are the selectors of the elements that hold the article.
    - ``allow``: words that are never reported; ``deny``: words that are not used, each with its
      replacement or a table that says more; ``allow_lists``, ``deny_lists``: files of such words.
    - ``terms``: the forms of names, terms and words that the house has settled; ``together``: all files of a run are
      one page or issue, and are compared with each other.
    - ``include``, ``exclude``: patterns as in .gitignore for the files of a folder, relative to ``folder``.
    - ``max_size``: the size, in megabytes, above which a file is not read.
    - ``gitignore``: leave out files that git ignores; ``force_exclude``: the patterns apply to named files, too.
    - ``suppressions``, ``baseline``: which findings are known; ``comments``: comments in an article may suppress some.
    - ``source``: the file of the settings; ``origins``: the file of each key that is set, for messages.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    level: Severity = Severity.WARNING
    rules: tuple[Path, ...] = ()
    own_rules: tuple[Path, ...] = ()
    rule_url: str = ""
    fail_on: Severity | None = Severity.ERROR
    max_score: float | None = None
    issue_date: date | None = None
    roster: Path | None = None
    learnt: Path | None = None
    byline: Mapping[str, object] = {}
    options: Mapping[str, Mapping[str, object]] = {}
    preset: str = DEFAULT_PRESET
    house: Mapping[str, str] = {}
    severities: Mapping[str, Severity] = {}
    html: Mapping[str, tuple[str, ...]] = {}
    allow: tuple[str, ...] = ()
    deny: Mapping[str, str | Mapping[str, object]] = {}
    allow_lists: tuple[Path, ...] = ()
    deny_lists: tuple[Path, ...] = ()
    terms: tuple[str, ...] = ()
    together: bool = False
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    gitignore: bool = True
    max_size: float = 20
    force_exclude: bool = False
    suppressions: tuple[Suppression, ...] = ()
    baseline: Path | None = None
    comments: bool = True
    source: str = ""
    folder: Path | None = None
    origins: Mapping[str, str] = {}

    @property
    def lists(self) -> tuple[Path, ...]:
        """The files that the settings name as the roster, as what was learnt and as lists of words."""
        single = tuple(path for path in (self.roster, self.learnt) if path is not None)
        return (*single, *self.allow_lists, *self.deny_lists)

    @property
    def most_bytes(self) -> int:
        """The size, in bytes, above which a file is not read."""
        return int(self.max_size * 1_000_000)

    @property
    def content(self) -> tuple[str, ...]:
        """The selectors of the elements of HTML that hold the article."""
        return self.html.get("content", ())
