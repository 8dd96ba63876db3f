"""The rules that settings choose: which there are, with the options that the settings lay down, and which of them are
on.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from newslint.checks.registry import check_names
from newslint.config import ConfigError, Settings
from newslint.config.settings import DEFAULT_PRESET, Adjustment
from newslint.language import prefixed, reason, tr
from newslint.rulebook.book import Configured, RuleBook, SelectorError, load_rules
from newslint.rulebook.folders import rule_folders

#: The checks that take the roster.
_ROSTER = ("bylines.name-variant", "bylines.roster-alike", "bylines.roster-near", "consistency.roster")
#: The families of checks of misspellings, and of what is said in two ways.
_SPELLING, _CONSISTENCY = "spelling", "consistency"


def chosen_rules(settings: Settings) -> RuleBook:
    """Return the rules that are on under ``settings``; raises as ``Linter`` does."""
    return choose(rules_of(settings), settings)


def choose(book: RuleBook, settings: Settings) -> RuleBook:
    """Return the rules of ``book`` that are on under ``settings``; raises ``SelectorError``, which names file and
    key.
    """
    try:
        return book.choose(settings.select, settings.ignore)
    except SelectorError as error:
        raise SelectorError(prefixed(*_where_selected(settings, error.selector), error), error.selector) from None


def _where_selected(settings: Settings, selector: str) -> tuple[str, ...]:
    """Return the file and the key that say ``selector``; nothing where no file says it."""
    for key in ("select", "ignore"):
        if selector in getattr(settings, key) and key in settings.origins:
            origin = settings.origins[key]
            return () if origin == tr("命令行") else (origin, key)
    return ()


def rules_of(settings: Settings) -> RuleBook:
    """Return all rules that the settings bring in, with the options that they lay down; raises as ``Linter`` does."""
    checks: dict[str, tuple[str, Mapping[str, object]]] = {}
    people: tuple[str, ...] = ()
    if settings.byline:
        from newslint.checks.bylines.style import STYLE_CHECKS

        checks.update(dict.fromkeys(STYLE_CHECKS, ("byline", settings.byline)))
    if settings.roster is not None:
        from newslint.rulebook.roster import read_roster

        people = read_roster(settings.roster)
        checks.update(dict.fromkeys(_ROSTER, ("roster", {"people": people})))
    known = (*settings.terms, *(person.partition(" ")[2] for person in people))
    if known or settings.together:
        compared = [name for name in check_names((_CONSISTENCY,)) if name not in _ROSTER]
        checks.update(dict.fromkeys(compared, ("terms", {"known": known, "together": settings.together})))
    if known or settings.learnt is not None:
        learnt = {} if settings.learnt is None else {"learnt": _learnt(settings.learnt)}
        checks.update(dict.fromkeys(check_names((_SPELLING,)), ("learnt", {**learnt, "names": known})))
    denied = settings.deny
    if settings.deny_lists:
        from newslint.rulebook.word_lists import denied_words

        denied = {**denied_words(settings.deny_lists), **denied}
    if denied:
        checks["denied-words"] = ("deny", {"words": denied})
    folders = rule_folders(settings.rules, settings.own_rules)
    style: Mapping[str, Adjustment] = {}
    if settings.house or settings.preset != DEFAULT_PRESET:  # which changes nothing
        from newslint.config.presets import adjustments

        style = adjustments(settings.preset, settings.house)
    return load_rules(folders, Configured(settings.source, settings.options, checks, settings.severities, style))


def _learnt(path: Path) -> str:
    """Return the path of the strings that a house has learnt; raises ``ConfigError`` if they cannot be read."""
    from newslint.spelling.learnt import open_learnt

    try:
        open_learnt(str(path))
    except OSError as error:
        why = tr("学得的字串无法读取（{reason}）；请核对路径，或用 newslint learn 重新学习。", reason=reason(error))
        raise ConfigError(path, "", why) from None
    except ValueError:
        raise ConfigError(
            path, "", tr("这不是 newslint learn 写的文件，或是旧版写的，或不完整；请重新学习。")
        ) from None
    return str(path)
