"""Word documents (.docx): read to running text, and written back with comments and tracked changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from newslint.document import Document
from newslint.document.edits import least_edits
from newslint.finding import Edit
from newslint.readers.word.comments import Note, mark
from newslint.readers.word.document import WordDocument
from newslint.readers.word.own import without_own
from newslint.readers.word.reading import WordFile

__all__ = ["Note", "WordDocument", "annotated", "read_word", "without_own"]


def read_word(data: bytes, *, name: str, issued: date | None = None) -> Document:
    """Make a Document of the bytes of the Word document called ``name``; raises ``ReadError``."""
    return WordFile(data, name).document(issued)


def annotated(data: bytes, name: str, notes: Sequence[Note], edits: Sequence[Edit]) -> bytes:
    """Return the Word document called ``name`` with comments and with ``edits``, which its Document allows, as tracked
    changes; raises ``ReadError``.
    """
    file = WordFile(data, name)
    mark(file, notes, least_edits(file.text, edits))
    return file.package.written()
