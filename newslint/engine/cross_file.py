"""What the files of a run tell together: each is looked at alone, then all are held against each other.

Of a file only its text and its notes are kept; the few that have something found in them are read once more to say
where.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from newslint.document import Document
from newslint.document.directives import Silencer
from newslint.engine.engine import Engine, Notes
from newslint.finding import Finding
from newslint.readers import document_from_text
from newslint.results import CheckedArticle


class Examined(NamedTuple):
    """One file looked at alone: its text and what was counted in it, its findings before any filter, what its comments
    silence, what of it no reader sees, and its notes for the judgement over all files; or ``error``, the sentence that
    says why it could not be read.

    It can be pickled and holds no document, so that it may come from another process.
    """

    path: str
    text: str = ""
    characters: int = 0
    articles: tuple[CheckedArticle, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: Notes = {}  # noqa: RUF012 - a named tuple, not a class attribute
    silencers: tuple[Silencer, ...] = ()
    hidden: tuple[tuple[int, int], ...] = ()
    error: str | None = None


def settle(engine: Engine, files: Sequence[Examined]) -> list[list[Finding]]:
    """Return the findings of each file, those that rest on all files among them, sorted by place and code.

    ``files`` must be in order of path, for the same files to give the same findings.
    """
    together = engine.judge([file.notes for file in files], _rereader(files))
    return [
        sorted([*file.findings, *together.get(index, ())], key=lambda finding: finding.sort_key)
        for index, file in enumerate(files)
    ]


class Others:
    """The other files of a run, as they were read, while one of them is being changed."""

    def __init__(self, engine: Engine, files: Sequence[Examined]) -> None:
        self._engine = engine
        self._notes = [file.notes for file in files]
        self._documents = _rereader(files)
        self._concerned = frozenset(engine.judge(self._notes, self._documents)) if len(files) > 1 else frozenset()

    def check(self, index: int, document: Document) -> list[Finding]:
        """Return the findings of ``document``, the present state of file ``index``, sorted."""
        notes = self._engine.note(document)
        if index not in self._concerned and notes == self._notes[index] and len(self._notes) > 1:
            return self._engine.examine(document)
        all_notes = [*self._notes[:index], notes, *self._notes[index + 1 :]]
        together = self._engine.judge(all_notes, lambda other: document if other == index else self._documents(other))
        return sorted([*self._engine.examine(document), *together.get(index, ())], key=lambda finding: finding.sort_key)


def _rereader(files: Sequence[Examined]) -> Callable[[int], Document]:
    """Return what reads a file again by its index, each at most once."""
    read: dict[int, Document] = {}

    def document(index: int) -> Document:
        if index not in read:
            read[index] = document_from_text(files[index].text, name=files[index].path)
        return read[index]

    return document
