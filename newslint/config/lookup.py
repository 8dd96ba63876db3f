"""Where configuration files are found. Most folders have none: what reads them is imported with the first."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from newslint.config.settings import ConfigError, Settings
from newslint.language import reason
from newslint.storage import read_bounded

#: The names of configuration files; the first one in a folder counts. The second has newslint's settings in a table.
FILES = ("newslint.toml", "pyproject.toml")
#: The names of that table.
TABLE = ("tool", "newslint")


def config_in(folder: Path) -> Path | None:
    """Return the configuration file in ``folder``, or None if there is none.

    A pyproject.toml counts only if it has a table [tool.newslint].
    """
    for name in FILES:
        path = folder / name
        if os.path.isfile(path) and (name == FILES[0] or _has_own_table(path)):
            return path
    return None


def load_config(path: Path, *, follow_links: bool = False) -> Settings:
    """Read a configuration file and the files it extends; paths in it are relative to it.

    Raises ``ConfigError``, also for a path in it that leads out of its project, unless ``follow_links`` allows that.
    """
    from newslint.config.files import read_config  # most runs have no configuration

    return read_config(path, follow_links=follow_links).layer.settings(path)


def _has_own_table(path: Path) -> bool:
    """Return True if a pyproject.toml has settings for newslint. Most do not mention it and are not even parsed."""
    try:
        named = TABLE[1].encode() in read_bounded(path)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise ConfigError(path, "", reason(error)) from None
        return False
    if not named:
        return False
    from newslint.config.toml import read_toml

    return own_table(read_toml(path, ConfigError)) is not None


def own_table(data: object) -> object | None:
    """Return the table [tool.newslint], or None if there is none."""
    for key in TABLE:
        data = data.get(key) if isinstance(data, Mapping) else None
    return data
