"""Values of configuration keys, read strictly: each reader returns what the settings hold or raises ``ConfigError``.

A reader is given the value as TOML has it, the file and the key; paths are relative to the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.config.presets import PresetError, check_house, find_preset
from newslint.config.settings import ConfigError, Suppression
from newslint.finding import Severity
from newslint.language import hint, join_list, tr

if TYPE_CHECKING:
    from datetime import date

#: The levels that a finding may be reported at, the gravest first.
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
    """Read a level; ``off`` allows that one as well."""
    return Severity.parse(_one_of([*LEVELS, *(["off"] if off else [])], value, path, key))


def failing(value: object, path: Path, key: str) -> Severity | None:
    """Read the level that lets a run fail; None for ``never``."""
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
    from datetime import date, datetime  # few configurations name a day

    try:
        if isinstance(value, str):
            return date.fromisoformat(value)
        if isinstance(value, date):
            return value.date() if isinstance(value, datetime) else value
    except ValueError:
        pass
    raise ConfigError(path, key, tr("应为日期，如 2026-04-18。"))


def table(value: object, path: Path, key: str) -> Mapping[str, object]:
    """Read a table as it is."""
    if not isinstance(value, Mapping):
        raise ConfigError(path, key, tr("应为表。"))
    return value


def tables(value: object, path: Path, key: str) -> Mapping[str, Mapping[str, object]]:
    """Read a table of tables."""
    return {name: table(item, path, f"{key}.{name}") for name, item in table(value, path, key).items()}


def entries(value: object, path: Path, key: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Read an array of tables; yield each with the place it has in messages, such as ``suppress[2]``."""
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
    """Read what the house does otherwise than the preset."""
    values = {}
    for aspect, form in table(value, path, key).items():
        try:
            values[aspect] = check_house(aspect, form)
        except PresetError as error:
            raise ConfigError(path, f"{key}.{aspect}", str(error)) from None
    return values


def severities(value: object, path: Path, key: str) -> Mapping[str, Severity]:
    """Read a table of levels."""
    return {word: severity(item, path, f"{key}.{word}", off=True) for word, item in table(value, path, key).items()}


def replacements(value: object, path: Path, key: str) -> Mapping[str, str]:
    """Read a table of words and what is written instead ("" where that is left to the editor)."""
    found = {}
    for word, instead in table(value, path, key).items():
        if not word.strip() or not isinstance(instead, str) or word == instead:
            raise ConfigError(path, f"{key}.{word}", tr('应写作 "不用的词" = "改用的词"；没有改用的词时写 ""。'))
        found[word] = instead
    return found


#: How the values of an entry about known findings are read.
_SUPPRESSION: dict[str, Callable[[object, Path, str], Any]] = {
    "path": text,
    "code": text,
    "text": text,
    "reason": text,
    "until": day,
}


def suppressions(value: object, path: Path, key: str) -> tuple[Suppression, ...]:
    """Read a list of tables, each an entry about findings that are known; a reason is required."""
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
