"""Read TOML files of users strictly."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from newslint.errors import UserError
from newslint.language import reason, tr
from newslint.storage import regular_file

#: The byte order marks that Windows Notepad writes, each with the codec.
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

#: How many bytes a file may have, and how many dots a key or the name of a table: the parser takes time with the square
#: of both.
LONGEST = 1_000_000
_DOTS = 50
_DEEP = (
    r"^[ \t]*+(?:\[[ \t]*+){0,2}+"
    r"(?:(?:[A-Za-z0-9_-]++|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){" + str(_DOTS + 1) + "}"
)


def read_toml(path: Path, refused: Callable[[Path, str, str], UserError]) -> Mapping[str, object]:
    """Return the table in the file at ``path``, in any encoding that Windows Notepad writes.

    For a file that cannot be read or is not valid TOML, raises the error that ``refused`` makes of the path, the line
    or an empty key, and the message.
    """
    import tomllib  # most runs have no configuration, and their rules come from the cache

    try:
        with regular_file(path) as file:
            data = file.read(LONGEST + 1)
        if len(data) > LONGEST:
            raise refused(path, "", tr("文件太大，最多为 {number} 字节。", number=f"{LONGEST:,}"))
        text = decoded(data).text
        if deep := re.search(_DEEP, text, re.MULTILINE):
            place = tr("第 {number} 行", number=text.count("\n", 0, deep.start()) + 1)
            raise refused(path, place, tr("键的层次太多，最多用 {number} 个点。", number=_DOTS))
        return tomllib.loads(text)
    except UserError:
        raise
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
    except ValueError:
        raise refused(path, "", tr("不是有效的 TOML（{reason}）。", reason=tr("有一个数的位数太多"))) from None


class Decoded(NamedTuple):
    """The text of a file of settings, and how it is encoded: a codec, and the byte order mark before it, or none."""

    text: str
    codec: str
    mark: bytes


def decoded(data: bytes) -> Decoded:
    """Decode a file of settings; raises ``UnicodeDecodeError``."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(codec), codec, mark)
    try:
        return Decoded(data.decode("utf-8"), "utf-8", b"")
    except UnicodeDecodeError:
        return Decoded(data.decode("gb18030"), "gb18030", b"")
