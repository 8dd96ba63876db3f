"""The comparison of the files of a run, after each has been examined by itself.

Only the text and the facts of a file are kept; the few files with findings are read once more to locate these.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from newslint.document import Document
from newslint.document.directives import DisabledRange
from newslint.engine.engine import Engine
from newslint.finding import Finding
from newslint.readers import document_from_text
from newslint.results import CheckedFile


class Examined(NamedTuple):
    """One file checked by itself: ``file`` with its findings before any filter, its ``facts`` for the comparison with
    the other files, and what its comments suppress.

    It can be pickled and holds no document, so that it may come from another process.
    """

    file: CheckedFile
    facts: Mapping[str, object] = {}
    disabled: tuple[DisabledRange, ...] = ()


def combine(engine: Engine, files: Sequence[Examined]) -> list[Examined]:
    """Return ``files`` with the findings of comparing them added to their own, sorted by position and code.

    ``files`` must be sorted by path, so that the same files give the same findings.
    """
    together = engine.compare([file.facts for file in files], _rereader(files))
    combined = list(files)
    for index, findings in together.items():
        file = files[index].file
        found = sorted([*file.findings, *findings], key=lambda finding: finding.sort_key)
        combined[index] = files[index]._replace(file=file._replace(findings=tuple(found)))
    return combined


class OtherFiles:
    """The other files of a run, as they were read, while one of them is being changed."""

    def __init__(self, engine: Engine, files: Sequence[Examined]) -> None:
        self._engine = engine
        self._facts = [file.facts for file in files]
        self._documents = _rereader(files)
        #: The files with findings of a comparison.
        self._concerned = frozenset(engine.compare(self._facts, self._documents)) if len(files) > 1 else frozenset()

    def check(self, index: int, document: Document) -> list[Finding]:
        """Return the findings of ``document``, the present state of file ``index``, sorted."""
        own = self._engine.facts(document)
        found = self._engine.examine(document)
        if index not in self._concerned and own == self._facts[index] and len(self._facts) > 1:
            return found
        facts = [*self._facts[:index], own, *self._facts[index + 1 :]]
        together = self._engine.compare(facts, lambda other: document if other == index else self._documents(other))
        return sorted([*found, *together.get(index, ())], key=lambda finding: finding.sort_key)


def _rereader(files: Sequence[Examined]) -> Callable[[int], Document]:
    """Return what reads a file again by its index, each at most once."""
    read: dict[int, Document] = {}

    def document(index: int) -> Document:
        if index not in read:
            read[index] = document_from_text(files[index].file.text, name=files[index].file.path)
        return read[index]

    return document
