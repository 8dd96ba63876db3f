"""Configuration files: what they extend, and the settings they define.

newslint.toml, or [tool.newslint] in pyproject.toml. Files are read strictly: an unknown key is an error that names
file, key and the most similar key, because a setting that is silently ignored is worse than none.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from newslint import strict
from newslint.config import values
from newslint.config.keys import FILE_KEYS, KEYS
from newslint.config.lookup import FILES, TABLE, own_table
from newslint.config.settings import ConfigError, Settings
from newslint.config.toml import read_toml
from newslint.language import hint, tr

_Value = TypeVar("_Value")

_EXTEND = "extend"
_OVERRIDES = "overrides"


class Layer(NamedTuple):
    """The settings from one place by their field, and for each key (or table.key) where it was set."""

    values: Mapping[str, Any] = {}
    origins: Mapping[str, str] = {}

    def over(self, below: "Layer") -> "Layer":
        """Return this layer merged over ``below``, as each key demands."""
        merged = dict(below.values)
        for key in KEYS.values():
            if key.field not in self.values:
                continue
            above, under = self.values[key.field], below.values.get(key.field)
            if under is None or key.merge == "replace":
                merged[key.field] = above
            elif key.merge == "append":
                merged[key.field] = (*under, *above)
            else:
                merged[key.field] = _table_over(above, under)
        return Layer(merged, {**below.origins, **self.origins})

    def settings(self, source: Path) -> Settings:
        """Return the settings of this layer, with ``source`` as their file."""
        return Settings(**self.values, source=str(source), folder=source.parent, origins=self.origins)


class Override(NamedTuple):
    """Settings of a file for some of its articles: ``files`` are patterns relative to ``folder``."""

    files: tuple[str, ...]
    folder: Path
    layer: Layer


class Configuration(NamedTuple):
    """A configuration file with everything it extends. ``exclude`` are the patterns of its own, without those."""

    path: Path
    layer: Layer
    overrides: tuple[Override, ...] = ()
    exclude: tuple[str, ...] = ()


def read_config(path: Path, above: tuple[str, ...] = (), *, follow_links: bool = False) -> Configuration:
    """Read a configuration file and those it extends; ``above`` are those that extend it. Raises ``ConfigError``."""
    place = os.path.realpath(path)
    if place in above:
        raise ConfigError(path, _EXTEND, tr("配置文件互相引用，形成循环。"))
    data: object = read_toml(path, ConfigError)
    if path.name == FILES[1]:
        data = own_table(data)
    content = dict(_read(strict.table, data, path, ""))
    below = content.pop(_EXTEND, None)
    overrides = content.pop(_OVERRIDES, [])
    layer = _layer(content, path, "", str(path))
    own = tuple(_overrides(overrides, path))
    extended = None if below is None else path.parent / _read(strict.path, below, path, _EXTEND)
    if not follow_links:
        _prove_inside(path, layer, extended)
    exclude = layer.values.get("exclude", ())
    if extended is None:
        return Configuration(path, layer, own, exclude)
    base = read_config(extended, (*above, place), follow_links=follow_links)
    return Configuration(path, layer.over(base.layer), (*base.overrides, *own), exclude)


def _prove_inside(path: Path, layer: Layer, extended: Path | None) -> None:
    """Raise ``ConfigError`` if a configuration file names what lies outside of its project."""
    named = [(_EXTEND, extended)] if extended is not None else []
    for name in FILE_KEYS:
        places = layer.values.get(KEYS[name].field, ())
        named += [(name, place) for place in ([places] if isinstance(places, Path) else places)]
    if named:
        from newslint.config.root import outside  # most configurations name no other file

        for key, place in named:
            if stray := outside(place, path.parent):
                raise ConfigError(path, key, tr("{path} 在项目之外；确要使用，请加 --follow-links。", path=stray))


def _layer(content: Mapping[str, object], path: Path, prefix: str, origin: str) -> Layer:
    """Read the keys of a table; those of an override have a ``prefix`` in messages and must be overridable."""
    known = {name: key for name, key in KEYS.items() if key.overridable or not prefix}
    found: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for name, value in content.items():
        if name not in known:
            if name == TABLE[0] and not prefix:
                raise ConfigError(
                    path,
                    name,
                    tr("newslint.toml 里各项直接写，不放在 [tool.newslint] 之下；那是 pyproject.toml 的写法。"),
                )
            if name in KEYS:
                raise ConfigError(path, prefix + name, tr("这个设置对全部文件有效，不能只对一部分文件另定。"))
            extra = ["files"] if prefix else [_EXTEND, _OVERRIDES]
            raise ConfigError(path, prefix + name, tr("没有这个设置") + hint(name, [*known, *extra]))
        key = known[name]
        setting = _read(key.read, value, path, prefix + name)
        found[key.field] = setting if key.located is None else key.located(setting, path)
        names = [f"{name}.{part}" for part in value] if key.merge == "tables" and isinstance(value, Mapping) else [name]
        origins.update(dict.fromkeys(names, origin))
    return Layer(found, origins)


def _overrides(value: object, path: Path) -> list[Override]:
    found = []
    entries = _read(lambda value: list(strict.entries_of(strict.table, _OVERRIDES, value)), value, path, _OVERRIDES)
    for number, entry in enumerate(entries, 1):
        place = f"{_OVERRIDES}[{number}]"
        content = dict(entry)
        if "files" not in content:
            raise ConfigError(path, place, tr("缺少 files：请写明对哪些文件有效。"))
        files = _read(values.patterns, content.pop("files"), path, f"{place}.files")
        found.append(Override(files, path.parent, _layer(content, path, f"{place}.", f"{path} {place}")))
    return found


def _read(read: Callable[[object], _Value], value: object, path: Path, key: str) -> _Value:
    try:
        return read(value)
    except strict.Invalid as error:
        raise ConfigError(path, (key + error.inside).removeprefix("."), error.problem) from None


def _table_over(above: Mapping[str, Any], below: Mapping[str, Any]) -> dict[str, Any]:
    """Merge two tables; tables of the same name in both are merged in turn."""
    merged = dict(below)
    for name, value in above.items():
        under = below.get(name)
        if isinstance(value, Mapping) and isinstance(under, Mapping):
            value = _table_over(value, under)
        merged[name] = value
    return merged
