"""The settings of a file as TOML, each with its origin: the output of ``newslint config``."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from newslint.config.keys import KEYS
from newslint.config.settings import Settings, Suppression
from newslint.finding import Severity
from newslint.language import tr


def listing(settings: Settings, path: str) -> str:
    """Return every key with its value for the file at ``path`` and its origin; paths are relative to the working
    folder.
    """
    lines = [tr("# {path} 的设置", path=path)]
    for name, key in KEYS.items():
        value = getattr(settings, key.field)
        if key.merge == "tables" and value:
            lines.extend(_tables(name, value, settings.origins))
        else:
            lines.append(_line(name, value, settings.origins.get(name)))
    return "\n".join(lines) + "\n"


def _tables(name: str, value: Mapping[str, object], origins: Mapping[str, str]) -> Iterator[str]:
    for part, item in value.items():
        key = f"{name}.{part}" if part.isascii() and part.replace("-", "").isalnum() else f"{name}.{_toml(part)}"
        yield _line(key, item, origins.get(f"{name}.{part}", origins.get(name)))


def _line(name: str, value: object, origin: str | None) -> str:
    shown = _toml(value)
    source = tr("默认") if origin is None else _relative(origin)
    return f"# {name} = {tr('（未设）')}  # {source}" if shown is None else f"{name} = {shown}  # {source}"


def _toml(value: object) -> str | None:
    """Return ``value`` in TOML; None if it is not set."""
    if value is None:
        return None
    if isinstance(value, Severity):
        return _toml(value.label)
    if isinstance(value, Path):
        return _toml(_relative(str(value)))
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Suppression):
        shown = {name: getattr(value, name) for name in ("path", "code", "text", "reason", "until")}
        return _toml({name: item for name, item in shown.items() if item})
    if isinstance(value, Mapping):
        return (
            "{ " + ", ".join(f"{_toml(name)} = {_toml(item)}" for name, item in value.items()) + " }" if value else "{}"
        )
    if isinstance(value, tuple | list):
        return "[" + ", ".join(str(_toml(item)) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _relative(path: str) -> str:
    """Return ``path`` relative to the working folder if it is inside it."""
    here = os.getcwd() + os.sep
    return path.removeprefix(here)
