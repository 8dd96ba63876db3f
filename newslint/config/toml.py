"""Read TOML files of users strictly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from newslint.errors import UserError
from newslint.language import reason, tr
from newslint.storage import regular_file

#: The byte order marks that Windows Notepad writes, each with the codec.
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def read_toml(path: Path, refused: Callable[[Path, str, str], UserError]) -> Mapping[str, object]:
    """Return the table in the file at ``path``, in any encoding that Windows Notepad writes.

    For a file that cannot be read or is not valid TOML, raises the error that ``refused`` makes of the path, the line
    or an empty key, and the message.
    """
    import tomllib  # most runs have no configuration, and their rules come from the cache

    try:
        with regular_file(path) as file:
            text = _decoded(file.read())
        return tomllib.loads(text)
    except OSError as error:
        raise refused(path, "", tr("无法读取（{reason}）；请核对路径和权限。", reason=reason(error))) from None
    except UnicodeDecodeError:
        raise refused(path, "", tr("文件不是 UTF-8 编码，请另存为 UTF-8。")) from None
    except RecursionError:
        raise refused(path, "", tr("不是有效的 TOML（{reason}）。", reason=tr("嵌套太深"))) from None
    except tomllib.TOMLDecodeError as error:
        from newslint.config.toml_faults import fault

        found = fault(text, str(error))
        problem = refused(path, tr("第 {number} 行", number=found.line), found.problem)
        problem.quoted = found.shown
        raise problem from None
    except ValueError as error:  # a number with too many digits
        raise refused(path, "", tr("不是有效的 TOML（{reason}）。", reason=error)) from None


def _decoded(data: bytes) -> str:
    """Decode a file of settings; raises ``UnicodeDecodeError``."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")
