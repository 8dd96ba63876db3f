"""Readers: bytes of a file to a Document. One module for each format; the file's name chooses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import PurePath

from newslint.document import Document
from newslint.readers.decoding import Decoded, ReadError, decode

__all__ = ["SUFFIXES", "ReadError", "document_from_text", "read_bytes", "reread"]

#: The format of each file name ending; files named on the command line with another ending are read as plain text.
SUFFIXES = {".txt": "plain", ".md": "markdown", ".markdown": "markdown"}


def _plain(text: str, **source: object) -> Document:
    return Document(text, **source)  # type: ignore[arg-type]


def _markdown(text: str, **source: object) -> Document:
    from newslint.readers.markdown import read_markdown

    return read_markdown(text, **source)  # type: ignore[arg-type]


_READERS: dict[str, Callable[..., Document]] = {"plain": _plain, "markdown": _markdown}


def format_of(name: str) -> str:
    """Return the format that the ending of a file name stands for."""
    return SUFFIXES.get(PurePath(name).suffix.lower(), "plain")


def read_bytes(data: bytes, name: str, *, issued: date | None = None) -> Document:
    """Read the bytes of the file called ``name``; raises ``ReadError`` with one sentence for an editor.

    ``issued`` is the date of the issue, unless the file itself tells one.
    """
    decoded: Decoded = decode(data, name)
    return _READERS[format_of(name)](
        decoded.text, name=name, encoding=decoded.encoding, bom=decoded.bom, issued=issued
    )


def document_from_text(
    text: str, *, name: str = "-", format: str | None = None, issued: date | None = None
) -> Document:
    """Make a Document of text that is already decoded; ``format`` defaults to what ``name`` tells."""
    return _READERS[format or format_of(name)](text, name=name, issued=issued)


def reread(document: Document, text: str) -> Document:
    """Read ``text``, a changed version of ``document``, as the same file in the same format and encoding."""
    return _READERS[document.format](
        text, name=document.name, encoding=document.encoding, bom=document.bom, issued=document.issued
    )
