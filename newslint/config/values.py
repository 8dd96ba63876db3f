"""Strict readers of configuration values: each returns the value of the setting or raises ``ConfigError``.

A reader takes the value from TOML, the file and the key; paths are relative to the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from newslint.config.presets import PresetError, check_house, find_preset
from newslint.config.settings import ConfigError, Suppression
from newslint.finding import Severity
from newslint.language import hint, join_list, tr

#: The severities of findings that can be reported, most severe first.
LEVELS = tuple(level.label for level in sorted(Severity, reverse=True) if level)


def words(value: object, path: Path, key: str) -> tuple[str, ...]:
    """Read a list of strings."""
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ConfigError(path, key, tr('应为字符串的列表，写作 ["…", "…"]，且不能有空的。'))
    return tuple(value)


def text(value: object, path: Path, key: str) -> str:
    """Read a string that is not empty."""
    if not isinstance(value, str) or not value:
        raise ConfigError(path, key, tr("应为不空的字符串。"))
    return value


def severity(value: object, path: Path, key: str, *, off: bool = False) -> Severity:
    """Read a severity; ``off`` allows "off" too."""
    return Severity.parse(_one_of([*LEVELS, *(["off"] if off else [])], value, path, key))


def failing(value: object, path: Path, key: str) -> Severity | None:
    """Read the minimum severity that makes a run fail; None for ``never``."""
    word = _one_of([*LEVELS, "never"], value, path, key)
    return None if word == "never" else Severity.parse(word)


def _one_of(allowed: Sequence[str], value: object, path: Path, key: str) -> str:
    if value not in allowed:
        raise ConfigError(path, key, tr("应为 {values} 之一。", values=join_list(allowed)))
    return str(value)


def flag(value: object, path: Path, key: str) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        raise ConfigError(path, key, tr("应为 true 或 false。"))
    return value


def rate(value: object, path: Path, key: str) -> float:
    """Read a number of 0 or more."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
        raise ConfigError(path, key, tr("应为不小于 0 的数，如 3。"))
    return float(value)


def file_paths(value: object, path: Path, key: str) -> tuple[Path, ...]:
    """Read a list of paths."""
    return tuple(path.parent / word for word in words(value, path, key))


def file_path(value: object, path: Path, key: str) -> Path:
    """Read one path."""
    if not isinstance(value, str) or not value:
        raise ConfigError(path, key, tr("应为文件的路径。"))
    return path.parent / value


def day(value: object, path: Path, key: str) -> date:
    """Read a date, of TOML or as a string."""
    try:
        if isinstance(value, str):
            return date.fromisoformat(value)
        if isinstance(value, date):
            return value.date() if isinstance(value, datetime) else value
    except ValueError:
        pass
    raise ConfigError(path, key, tr("应为日期，如 2026-04-18。"))


def table(value: object, path: Path, key: str) -> Mapping[str, object]:
    """Read a table."""
    if not isinstance(value, Mapping):
        raise ConfigError(path, key, tr("应为表。"))
    return value


def tables(value: object, path: Path, key: str) -> Mapping[str, Mapping[str, object]]:
    """Read a table of tables."""
    return {name: table(item, path, f"{key}.{name}") for name, item in table(value, path, key).items()}


def entries(value: object, path: Path, key: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Read an array of tables; yield each with its position for messages, such as ``suppress[2]``."""
    if not isinstance(value, list):
        raise ConfigError(path, key, tr("应写作 [[{key}]] 的表。", key=key))
    for number, item in enumerate(value, 1):
        place = f"{key}[{number}]"
        yield place, table(item, path, place)


def preset(value: object, path: Path, key: str) -> str:
    """Read the name of a preset."""
    try:
        find_preset(str(value))
    except PresetError as error:
        raise ConfigError(path, key, str(error)) from None
    return str(value)


def house(value: object, path: Path, key: str) -> Mapping[str, str]:
    """Read a table of aspects and values that differ from the preset."""
    values = {}
    for aspect, form in table(value, path, key).items():
        try:
            values[aspect] = check_house(aspect, form)
        except PresetError as error:
            raise ConfigError(path, f"{key}.{aspect}", str(error)) from None
    return values


def severities(value: object, path: Path, key: str) -> Mapping[str, Severity]:
    """Read a table of severities."""
    return {word: severity(item, path, f"{key}.{word}", off=True) for word, item in table(value, path, key).items()}


def replacements(value: object, path: Path, key: str) -> Mapping[str, str]:
    """Read a table of words and their replacements ("" leaves the replacement to the editor)."""
    found = {}
    for word, instead in table(value, path, key).items():
        if not word.strip() or not isinstance(instead, str) or word == instead:
            raise ConfigError(path, f"{key}.{word}", tr('应写作 "不用的词" = "改用的词"；没有改用的词时写 ""。'))
        found[word] = instead
    return found


#: The readers of the keys of a suppression.
_SUPPRESSION: dict[str, Callable[[object, Path, str], Any]] = {
    "path": text,
    "code": text,
    "text": text,
    "reason": text,
    "until": day,
}


def suppressions(value: object, path: Path, key: str) -> tuple[Suppression, ...]:
    """Read an array of tables, each a suppression; a reason is required."""
    found = []
    for place, entry in entries(value, path, key):
        values = {}
        for name, given in entry.items():
            if name not in _SUPPRESSION:
                raise ConfigError(path, f"{place}.{name}", tr("没有这个设置") + hint(name, _SUPPRESSION))
            values[name] = _SUPPRESSION[name](given, path, f"{place}.{name}")
        if "reason" not in values:
            raise ConfigError(path, place, tr("缺少 reason：请写明为什么略去。"))
        if not values.keys() & {"path", "code", "text"}:
            raise ConfigError(path, place, tr("至少要写 path、code、text 之一，否则会略去全部问题。"))
        found.append(Suppression(**values, source=f"{path} {place}"))
    return tuple(found)
