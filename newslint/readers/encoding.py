"""A changed text as its file has it. Loaded only when something is written."""

from __future__ import annotations

from newslint.language import tr
from newslint.readers.decoding import ReadError, declared_charset, decode


def encoded(text: str, name: str, codec: str, bom: bytes, *, declares: bool) -> bytes:
    """Return ``text`` with the codec and byte order mark of the file called ``name``, which may name its own codec if
    it ``declares`` one; raises ``ReadError`` unless it would be read as the same text again.
    """
    try:
        data = bom + text.encode(codec)
    except UnicodeEncodeError as error:
        told = tr(
            "{path}：修改后的“{char}”不能用原编码 {encoding} 写出，文件未改动；请先另存为 UTF-8。",
            path=name,
            char=text[error.start],
            encoding=codec,
        )
        raise ReadError(told) from None
    try:
        again = decode(data, name, declared_charset(data) if declares else "")
    except ReadError:
        again = None
    if again != (text, codec, bom):
        told = tr(
            "{path}：照改后的文字太少，再读时认不出原编码 {encoding}，文件未改动；请先另存为 UTF-8。",
            path=name,
            encoding=codec,
        )
        raise ReadError(told)
    return data
