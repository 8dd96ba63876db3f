"""Keys that tell whether what findings depend on is the same as before."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

from newslint import __version__
from newslint.config import Settings
from newslint.rulebook.folders import rule_folders
from newslint.storage import read_bounded
from newslint.storage.file_stamps import FileStamp, file_stamps

_PACKAGE = Path(__file__).parents[1]


def fingerprint(settings: Settings, *others: object, by_content: bool = False) -> str:
    """Return a key of what findings depend on besides the text: the settings, the rules and the lists that they name,
    and ``others``, which are told apart by their ``repr``.

    Files of rules, and newslint's own code, count by size and time of change, which is fast. With ``by_content`` the
    rules count by their content and the code by its version, so that a key is the same on another machine.
    """
    what = settings._replace(source="", folder=None, origins={}, include=(), exclude=(), baseline=None)
    parts = [repr((__version__, what, others)).encode()]
    for folder in rule_folders(settings.rules, settings.own_rules):
        stamps = _stamps(folder, ".toml")
        if by_content:
            parts.extend(_content(folder / name) for name, _, _ in stamps)
        else:
            parts.append(repr((os.fspath(folder), stamps)).encode())
    if not by_content:
        parts.append(repr(_stamps(_PACKAGE, ".py")).encode())
    parts.extend(map(_content, settings.lists))
    return key_of(b"\0".join(parts))


def key_of(data: bytes) -> str:
    """Return the key of ``data``."""
    return blake2b(data, digest_size=16).hexdigest()


def _content(path: Path) -> bytes:
    try:
        return read_bounded(path)
    except OSError:
        return b""  # whoever needs the file will say what is wrong


def _stamps(place: Path, ending: str) -> list[FileStamp]:
    """Return the stamps of the files in the folder ``place``, or of the file that it is."""
    try:
        return file_stamps(place, ending)
    except NotADirectoryError:
        status = os.stat(place)
        return [("", status.st_size, status.st_mtime_ns)]
    except OSError:
        return []  # reading the rules will say what is wrong
