"""TOML files as users write them, read or refused with the sentence that says what is wrong.

Imported when there is one to read: most runs have no configuration, and their rules come from the cache.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

from newslint.errors import UserError
from newslint.language import reason, tr


def read_toml(path: Path, refused: Callable[[Path, str, str], UserError]) -> Mapping[str, object]:
    """Return the table in the file at ``path``.

    Raises what ``refused`` makes of the path, no key and the sentence, for a file that cannot be read or is not valid
    TOML.
    """
    try:
        with path.open("rb") as file:
            return tomllib.load(file)
    except OSError as error:
        raise refused(path, "", tr("无法读取（{reason}）；请核对路径和权限。", reason=reason(error))) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise refused(path, "", tr("不是有效的 TOML（{reason}）。", reason=error)) from None
