"""The root of a project: what is found by a link, or named in a configuration, is not looked for outside of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from newslint.config.lookup import config_in
from newslint.config.settings import ConfigError
from newslint.storage.walking import walk


def root_of(folder: str) -> str:
    """Return the root of the project of ``folder``, a path without links: the top of the git work tree that it is in,
    else the topmost folder with a configuration file, else the folder itself.
    """
    above = [Path(folder), *Path(folder).parents]
    for place in above:
        if os.path.exists(place / ".git"):
            return str(place)
    return str(next(filter(_is_configured, reversed(above)), folder))


def lies_in(path: str | os.PathLike[str], root: str) -> bool:
    """Return True if what ``path`` means, after all links, is ``root``, a path without links, or below it."""
    real, root = os.path.normcase(os.path.realpath(path)), os.path.normcase(root)
    return real == root or real.startswith(root.rstrip(os.sep) + os.sep)


def leaves(path: str | os.PathLike[str]) -> bool:
    """Return True if ``path`` leads out of a project by a link: out of that in which the link stands."""
    place = os.path.abspath(path)
    if os.path.realpath(path) == place:
        return False
    folder = os.path.dirname(place)
    while os.path.realpath(folder) != folder:
        folder = os.path.dirname(folder)
    return not lies_in(path, root_of(folder))


def outside(place: Path, folder: Path) -> Path | None:
    """Return ``place``, or a link below it, if it leads out of the project of ``folder``; else None."""
    root = root_of(os.path.realpath(folder))
    return next((path for path in _with_links(place) if not lies_in(path, root)), None)


def _with_links(place: Path) -> Iterator[Path]:
    yield place
    for folder, folders, names in walk(place):
        yield from (path for name in (*folders, *names) if os.path.islink(path := Path(folder, name)))


def _is_configured(folder: Path) -> bool:
    try:
        return config_in(folder) is not None
    except ConfigError:
        return True
