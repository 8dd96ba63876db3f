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
    except UnicodeDecodeError:
        raise refused(path, "", tr("文件不是 UTF-8 编码，请另存为 UTF-8。")) from None
    except RecursionError:
        raise refused(path, "", tr("不是有效的 TOML（{reason}）。", reason=tr("嵌套太深"))) from None
    except ValueError as error:  # of the decoder, or a number with too many digits
        raise refused(path, "", tr("不是有效的 TOML（{reason}）。", reason=error)) from None
