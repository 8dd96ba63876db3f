"""Settings that a caller has made in Python: their types proved, their tables copied."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from types import NoneType
from typing import Any

from newslint.config.settings import Settings, Suppression
from newslint.finding import Severity
from newslint.strict import LARGEST

#: The types of the settings with one value, of the items of those with several, and of the values of tables.
_ONE: Mapping[str, tuple[type, ...]] = {
    "level": (Severity,),
    "fail_on": (Severity, NoneType),
    "max_score": (int, float, NoneType),
    "issue_date": (date, NoneType),
    "roster": (Path, NoneType),
    "learnt": (Path, NoneType),
    "preset": (str,),
    "rule_url": (str,),
    "gitignore": (bool,),
    "comments": (bool,),
    "max_size": (int, float),
    "force_exclude": (bool,),
    "together": (bool,),
    "baseline": (Path, NoneType),
    "source": (str,),
    "folder": (Path, NoneType),
}
_MANY: Mapping[str, type] = {
    **dict.fromkeys(("select", "ignore", "allow", "include", "exclude"), str),
    **dict.fromkeys(("rules", "own_rules", "allow_lists", "deny_lists"), Path),
    "suppressions": Suppression,
    "terms": str,
}
_TABLES: Mapping[str, tuple[type, ...]] = {
    "byline": (object,),
    "options": (Mapping,),
    "house": (str,),
    "severities": (Severity,),
    "html": (tuple, list),
    "deny": (str, Mapping),
    "origins": (str,),
}


def typed(settings: Settings) -> Settings:
    """Return a copy of ``settings`` that shares no table or list with them; raises ``TypeError`` for a value of the
    wrong type, and ``ValueError`` for a number that cannot be.
    """
    if not isinstance(settings, Settings):
        raise TypeError(f"settings must be newslint.Settings, not {type(settings).__name__}")
    for name, value in settings._asdict().items():
        if problem := _problem(name, value):
            raise TypeError(f"settings.{name} must be {problem}, not {value!r:.80}")
    for name in ("max_size", "max_score"):
        value = getattr(settings, name)
        if value is not None and not 0 <= value <= LARGEST:  # nan neither
            raise ValueError(f"settings.{name} must be from 0 to {LARGEST}, not {value!r:.80}")
    for word, level in settings.severities.items():
        if level is Severity.OFF:
            raise ValueError(f"settings.severities[{word!r}] must not be OFF; name the rule in settings.ignore")
    return Settings._make(map(_copied, settings))


def _problem(name: str, value: object) -> str:
    """Return what the setting ``name`` must be, if ``value`` is not that, else ""."""
    if kinds := _ONE.get(name):
        right = isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool | datetime))
        return "" if right else _named(kinds)
    if kind := _MANY.get(name):
        right = isinstance(value, tuple | list) and all(isinstance(item, kind) for item in value)
        return "" if right else f"a tuple of {kind.__name__}"
    kinds = _TABLES[name]
    right = isinstance(value, Mapping) and all(
        isinstance(key, str) and isinstance(item, kinds) for key, item in value.items()
    )
    return "" if right else f"a mapping from str to {_named(kinds)}"


def _named(kinds: tuple[type, ...]) -> str:
    return " or ".join("None" if kind is NoneType else kind.__name__ for kind in kinds)


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _copied(item) for name, item in value.items()}
    return type(value)(map(_copied, value)) if type(value) in (list, tuple) else value
