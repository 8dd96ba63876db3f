"""Read TOML files of users strictly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from newslint.errors import UserError
from newslint.language import reason, tr


def read_toml(path: Path, refused: Callable[[Path, str, str], UserError]) -> Mapping[str, object]:
    """Return the table in the file at ``path``.

    For a file that cannot be read or is not valid TOML, raises the error that ``refused`` makes of the path, an empty
    key and the message.
    """
    import tomllib  # most runs have no configuration, and their rules come from the cache

    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise refused(path, "", tr("无法读取（{reason}）；请核对路径和权限。", reason=reason(error))) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise refused(path, "", tr("不是有效的 TOML（{reason}）。", reason=error)) from None
