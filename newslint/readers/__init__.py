"""Readers: the bytes of a file to a Document. One module for each format; the file name decides."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from os.path import splitext
from typing import Any

from newslint.document import MASK, Document
from newslint.finding import Edit
from newslint.language import reason, tr
from newslint.readers.decoding import Decoded, ReadError, declared_charset, decode
from newslint.storage import regular_file

__all__ = [
    "SUFFIXES",
    "ReadError",
    "Source",
    "check_size",
    "decoded",
    "document_from_text",
    "is_word",
    "read_bytes",
    "read_file",
    "read_text",
    "reread",
]

#: A file to read: its path, and its bytes, or why it cannot be read; None if it is to be read from the path.
Source = tuple[str, bytes | ReadError | None]

#: The format of each file name extension; other files named on the command line are read as plain text.
SUFFIXES = {
    ".txt": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".docx": "docx",
}

#: A text with more lines than this has so many characters in a line on average.
_MANY_LINES, _SHORTEST = 30_000, 6


def _markdown(text: str, **source: Any) -> Document:
    from newslint.readers.markdown import read_markdown

    return read_markdown(text, **source)


def _html(text: str, **source: Any) -> Document:
    from newslint.readers.html import read_html

    return read_html(text, **source)


_READERS: dict[str, Callable[..., Document]] = {"plain": Document, "markdown": _markdown, "html": _html}
#: The formats of text by the names that rule pages use.
FORMATS = tuple(_READERS)


def format_of(name: str) -> str:
    """Return the format that the extension of a file name stands for."""
    return SUFFIXES.get(splitext(name)[1].lower(), "plain")


def is_word(name: str) -> bool:
    """Return True if a file is a Word document by its name, and no text."""
    return format_of(name) == "docx"


def read_bytes(data: bytes, name: str, *, issued: date | None = None, content: Sequence[str] = ()) -> Document:
    """Read the bytes of the file called ``name``; raises ``ReadError`` with one sentence for an editor.

    ``issued`` is the date of issue if the file itself states none; ``content`` are the selectors of the elements of
    HTML that hold the article.
    """
    if is_word(name):
        from newslint.readers.word import read_word  # lxml takes longer to load than an article to check

        document = read_word(data, name=name, issued=issued)
        _check_lines(document.text, name)
        return document
    format_ = format_of(name)
    text, codec, bom = decoded(data, name)
    _check_lines(text, name)

    def encode(changed: str) -> bytes:
        from newslint.readers.encoding import encoded  # a check writes nothing

        return encoded(changed, name, codec, bom, declares=format_ == "html")

    document = _READERS[format_](text, name=name, encode=encode, issued=issued, content=content)
    # One line of a page may be many of the article, and a line of markup hardly any of it.
    _check_lines(document.prose.view.replace(MASK, ""), name)
    return document


def read_text(data: bytes, name: str) -> str:
    """Return the text of the file called ``name`` as its Document has it; raises ``ReadError``."""
    return read_bytes(data, name).text if is_word(name) else decoded(data, name).text


def decoded(data: bytes, name: str) -> Decoded:
    """Return the text of the file called ``name`` and how it is encoded; raises ``ReadError``."""
    return decode(data, name, declared_charset(data) if format_of(name) == "html" else "")


def document_from_text(
    text: str,
    *,
    name: str = "-",
    format: str | None = None,
    issued: date | None = None,
    content: Sequence[str] = (),
) -> Document:
    """Make a Document of decoded text; ``format`` defaults to that of ``name``. The words of a Word document are plain
    text.
    """
    read = _READERS.get(format or format_of(name), Document)
    return read(text, name=name, issued=issued, content=content)


def reread(document: Document, edits: Iterable[Edit]) -> Document:
    """Read ``document`` with ``edits`` of its text made, as the same file in the same format and encoding."""
    from newslint.document.edits import apply_edits  # a check changes nothing

    if document.format == "docx":
        from newslint.readers.word import WordDocument

        assert isinstance(document, WordDocument)
        return document.edited(edits)
    return _READERS[document.format](
        apply_edits(document.text, edits),
        name=document.name,
        encode=document.encode,
        issued=document.issued,
        content=document.content,
    )


def _check_lines(text: str, name: str) -> None:
    """Raise ``ReadError`` for a text of very many lines of next to nothing, which is no article: each line takes its
    time, so that a megabyte of them would take as long as fifty of articles.
    """
    if max(text.count("\n"), text.count("\r")) <= _MANY_LINES:
        return
    sizes = Counter(len(line.strip()) for line in text.splitlines())
    lines = sizes.total() - sizes[0]
    if lines > _MANY_LINES and sum(size * count for size, count in sizes.items()) < _SHORTEST * lines:
        told = tr(
            "{path}：有 {lines} 行，平均每行不到 {number} 个字，不像稿件，没有检查。",
            path=name,
            lines=lines,
            number=_SHORTEST,
        )
        raise ReadError(told)


def check_size(size: int, name: str, most: int) -> None:
    """Raise ``ReadError`` if the file called ``name`` has more than ``most`` bytes."""
    if size > most:
        told = tr(
            "{path}：文件太大（{size:.1f} MB，上限 {most:g} MB），没有读；要检查请调高 newslint.toml 的 max-size。",
            path=name,
            size=size / 1_000_000,
            most=most / 1_000_000,
        )
        raise ReadError(told)


def read_file(path: str, most: int | None = None) -> bytes:
    """Return the bytes of a file of ``most`` bytes at most; raises ``ReadError`` with one sentence for an editor."""
    try:
        with regular_file(path) as file:
            if most is not None:
                check_size(os.fstat(file.fileno()).st_size, path, most)
            return file.read()
    except FileNotFoundError:
        raise ReadError(tr("{path}：没有这个文件；请核对路径。", path=path)) from None
    except OSError as error:
        raise ReadError(tr("{path}：无法读取（{reason}）；请检查文件权限。", path=path, reason=reason(error))) from None
