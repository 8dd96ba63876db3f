"""Word documents (.docx): read to running text, and written back with comments and tracked changes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from newslint.document import Document
from newslint.document.edits import least_edits
from newslint.finding import Edit
from newslint.language import tr
from newslint.readers.decoding import ReadError
from newslint.readers.word.comments import MOST_COMMENTS, Note, mark
from newslint.readers.word.document import WordDocument
from newslint.readers.word.own import is_as_written, without_own
from newslint.readers.word.reading import WordFile

__all__ = ["MOST_COMMENTS", "Note", "WordDocument", "annotated", "is_as_written", "read_word", "without_own"]


def read_word(data: bytes, *, name: str, issued: date | None = None) -> Document:
    """Make a Document of the bytes of the Word document called ``name``; raises ``ReadError``."""
    return WordFile(data, name).document(issued)


def annotated(data: bytes, name: str, text: str, notes: Sequence[Note], edits: Sequence[Edit]) -> bytes:
    """Return the Word document called ``name`` with comments and with ``edits``, which its Document allows, as tracked
    changes; raises ``ReadError``, also if its text is not ``text``, which they are for.
    """
    file = WordFile(data, name)
    if file.text != text:
        raise ReadError(tr("{path}：读后被别的程序改过，文件未改动；请再运行一次。", path=name))
    file.package.touch(file.package.main)
    mark(file, notes, least_edits(file.text, edits))
    return file.package.written()
