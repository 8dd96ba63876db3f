"""Settings of a run, and the file they may come from: newslint.toml, or [tool.newslint] in pyproject.toml.

The file is read strictly: an unknown key is an error that names file, key and the nearest right one, because a setting that
is silently ignored is worse than none. docs/configuration.md describes every key.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from newslint.finding import Severity
from newslint.presets import DEFAULT, check_house, find_preset

#: The names of configuration files, the first found in a folder counts; the second holds newslint's in a table.
FILES = ("newslint.toml", "pyproject.toml")
_TABLE = ("tool", "newslint")


class ConfigError(ValueError):
    """The configuration is not valid: which file, which key, what is wrong with it."""

    def __init__(self, source: object, key: str, problem: str) -> None:
        super().__init__(f"{source}：{key + '：' if key else ''}{problem}")


@dataclass(frozen=True, slots=True)
class Settings:
    """What to check and what to show.

    ``select`` and ``ignore`` hold codes, families and names of rules (an empty ``select`` means every rule that is not
    off); ``level`` is the least severity reported, ``fail_on`` the least that makes a run fail. ``rules`` are folders or
    files of rules that replace the built-in ones, ``own_rules`` such as come in addition. ``issue_date`` is the date of
    the issue for files that tell none, ``roster`` the file of known reporters. ``byline`` holds the house style of
    bylines, ``options`` and ``severities`` those of single rules by code or name; they are checked when the rules are
    loaded. ``preset`` is the style that all this lies over, ``house`` what the house does otherwise, by aspect.
    ``source`` is the file that the settings come from, for messages.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    level: Severity = Severity.WARNING
    rules: tuple[Path, ...] = ()
    own_rules: tuple[Path, ...] = ()
    fail_on: Severity = Severity.ERROR
    issue_date: date | None = None
    roster: Path | None = None
    byline: Mapping[str, object] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    source: str = ""
    preset: str = DEFAULT
    house: Mapping[str, str] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)


def find_config(folder: Path) -> Path | None:
    """Return the configuration file that holds for ``folder``: the nearest in it or above; None if there is none.

    A pyproject.toml counts only if it has a table [tool.newslint].
    """
    for place in (folder, *folder.parents):
        for name in FILES:
            path = place / name
            if path.is_file() and (name == FILES[0] or _own_table(_parse(path)) is not None):
                return path
    return None


def load_config(path: Path) -> Settings:
    """Read a configuration file; paths in it are relative to it. Raises ``ConfigError``."""
    data: object = _parse(path)
    if path.name == FILES[1]:
        data = _own_table(data)
    values: dict[str, object] = {"source": str(path)}
    for key, value in _table(data, path, "").items():
        if key not in _KEYS:
            raise ConfigError(path, key, f"没有这个设置{_nearest(key)}")
        name, read = _KEYS[key]
        values[name] = read(value, path, key)
    return Settings(**values)  # type: ignore[arg-type]


def _parse(path: Path) -> Mapping[str, object]:
    import tomllib  # most runs have no configuration to read

    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise ConfigError(path, "", f"无法读取（{error.strerror}）；请核对路径和权限。") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(path, "", f"不是有效的 TOML（{error}）。") from None


def _own_table(data: object) -> object | None:
    """Return the table [tool.newslint]; None if there is none."""
    for key in _TABLE:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data


def _nearest(key: str) -> str:
    import difflib  # only for the hint in an error

    near = difflib.get_close_matches(key, list(_KEYS), 1, 0.5)
    return f"；是否指 {near[0]}？" if near else f"；可用的有 {'、'.join(_KEYS)}。"


# --- values ------------------------------------------------------------------------------------------------------


def _words(value: object, path: Path, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ConfigError(path, key, '应为字符串的列表，如 ["BY", "DU03"]。')
    return tuple(value)


def _severity(value: object, path: Path, key: str, *, off: bool = False) -> Severity:
    words = [level.label for level in sorted(Severity, reverse=True) if level or off]
    if value not in words:
        raise ConfigError(path, key, f"应为 {'、'.join(words)} 之一。")
    return Severity.parse(str(value))


def _paths(value: object, path: Path, key: str) -> tuple[Path, ...]:
    return tuple(path.parent / word for word in _words(value, path, key))


def _path(value: object, path: Path, key: str) -> Path:
    if not isinstance(value, str) or not value:
        raise ConfigError(path, key, "应为文件的路径。")
    return path.parent / value


def _date(value: object, path: Path, key: str) -> date:
    try:
        if isinstance(value, str):
            return date.fromisoformat(value)
        if isinstance(value, date):
            return value.date() if isinstance(value, datetime) else value
    except ValueError:
        pass
    raise ConfigError(path, key, "应为日期，如 2026-04-18。")


def _table(value: object, path: Path, key: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise ConfigError(path, key, "应为表。")
    return value


def _tables(value: object, path: Path, key: str) -> Mapping[str, Mapping[str, object]]:
    return {name: _table(item, path, f"{key}.{name}") for name, item in _table(value, path, key).items()}



def _preset(value: object, path: Path, key: str) -> str:
    try:
        find_preset(str(value))
    except LookupError as error:
        raise ConfigError(path, key, str(error)) from None
    return str(value)


def _house(value: object, path: Path, key: str) -> Mapping[str, str]:
    values = {}
    for aspect, form in _table(value, path, key).items():
        try:
            values[aspect] = check_house(aspect, form)
        except LookupError as error:
            raise ConfigError(path, f"{key}.{aspect}", str(error)) from None
    return values


def _severities(value: object, path: Path, key: str) -> Mapping[str, Severity]:
    return {word: _severity(item, path, f"{key}.{word}", off=True) for word, item in _table(value, path, key).items()}


#: Every key of a configuration file: the setting it gives and how it is read.
_KEYS: dict[str, tuple[str, Callable[[object, Path, str], object]]] = {
    "select": ("select", _words),
    "ignore": ("ignore", _words),
    "level": ("level", _severity),
    "fail-on": ("fail_on", _severity),
    "rules": ("own_rules", _paths),
    "issue-date": ("issue_date", _date),
    "roster": ("roster", _path),
    "byline": ("byline", _table),
    "options": ("options", _tables),
    "preset": ("preset", _preset),
    "house": ("house", _house),
    "severity": ("severities", _severities),
}
