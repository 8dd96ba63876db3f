"""The comparison of the files of a run, after each has been examined by itself.

Only the facts of a file are kept, and the text of one with findings; the files in which something is found now, and
those that it points to, are read once more, a few of them at a time.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from newslint.document import Document
from newslint.document.spans import DisabledRange
from newslint.engine.engine import Engine, Facts
from newslint.errors import RuleFault, fault_sentence
from newslint.finding import Finding
from newslint.readers import ReadError
from newslint.results import CheckedFile

#: From so many files over which a comparison failed, it is no longer tried.
_MOST_BROKEN = 20
#: So many files that were read once more are at hand at a time.
_AT_HAND = 50

#: Reads a file that was read before; raises ``ReadError`` if it is no longer the same.
Reread = Callable[[CheckedFile], Document]


class Examined(NamedTuple):
    """One file checked by itself: ``file`` with its findings before any filter, its ``facts`` for the comparison with
    the other files, and what its comments suppress.

    It can be pickled and holds no document, so that it may come from another process.
    """

    file: CheckedFile
    facts: Mapping[str, object] = {}
    disabled: tuple[DisabledRange, ...] = ()


def combine(engine: Engine, files: Sequence[Examined], reread: Reread) -> list[Examined]:
    """Return ``files`` with the findings of comparing them added to their own, sorted by position and code; each with
    findings has its text.

    ``files`` must be sorted by path, so that the same files give the same findings. A file over which the comparison
    fails is left out of it, and its result says so.
    """
    documents = _documents(files, reread)
    together, broken = _compared(engine, files, documents)
    combined = list(files)
    for index, problem in broken.items():
        combined[index] = Examined(CheckedFile(files[index].file.path, error=problem))
    for index, findings in together.items():
        file = files[index].file
        found = sorted([*file.findings, *findings], key=lambda finding: finding.sort_key)
        text = file.text or documents(index).text
        combined[index] = files[index]._replace(file=file._replace(findings=tuple(found), text=text))
    return combined


class OtherFiles:
    """The other files of a run, as they were read, while one of them is being changed.

    ``examined`` are those of ``files`` that have their findings, by index: their texts are not examined once more.
    """

    def __init__(
        self, engine: Engine, files: Sequence[Examined], reread: Reread, examined: Mapping[int, Examined]
    ) -> None:
        self._engine = engine
        self._examined = examined
        self._documents = _documents(files, reread)
        together, broken = _compared(engine, files, self._documents) if len(files) > 1 else ({}, {})
        #: The files with findings of a comparison.
        self._concerned = frozenset(together)
        #: The files over which the comparison fails, and the sentences that say so.
        self.broken = broken
        self._facts = [{} if index in broken else file.facts for index, file in enumerate(files)]

    def check(self, index: int, document: Document) -> list[Finding]:
        """Return the findings of ``document``, the present state of file ``index``, sorted."""
        own, found = self._own(index, document)
        if index not in self._concerned and own == self._facts[index] and len(self._facts) > 1:
            return found
        facts = [*self._facts[:index], own, *self._facts[index + 1 :]]
        together = self._engine.compare(facts, lambda other: document if other == index else self._documents(other))
        return sorted([*found, *together.get(index, ())], key=lambda finding: finding.sort_key)

    def _own(self, index: int, document: Document) -> tuple[Facts, list[Finding]]:
        """Return the facts of ``document`` and what is found in it by itself."""
        known = self._examined.get(index)
        if known is not None and known.file.text == document.text:
            return known.facts, list(known.file.findings)
        return self._engine.facts(document), self._engine.examine(document)


def _compared(
    engine: Engine, files: Sequence[Examined], documents: Callable[[int], Document]
) -> tuple[dict[int, list[Finding]], dict[int, str]]:
    """Return the findings of comparing files, and the sentences about those over which the comparison failed."""
    facts: list[Facts] = [file.facts for file in files]
    broken: dict[int, str] = {}
    while True:
        try:
            return engine.compare(facts, documents), broken
        except RuleFault as fault:
            index = _culprit(engine, facts, fault.code) if fault.index is None else fault.index
            if index in broken or len(broken) == _MOST_BROKEN:  # the fault is not in the files
                facts = [{code: own for code, own in each.items() if code != fault.code} for each in facts]
            cause = fault.__cause__
            is_gone = isinstance(cause, ReadError)
            broken[index] = str(cause) if is_gone else fault_sentence(fault, files[index].file.path)
            facts[index] = {}


def _culprit(engine: Engine, facts: Sequence[Facts], code: str) -> int:
    """Return the index of the first document with which the comparison of the rule ``code`` fails."""

    def fails(last: int) -> bool:
        try:
            list(engine.compared_by(code, facts[: last + 1]))
        except RuleFault:
            return True
        return False

    return bisect_left(range(len(facts) - 1), True, key=fails)


def _documents(files: Sequence[Examined], reread: Reread) -> Callable[[int], Document]:
    """Return what reads a file once more by its index, unless it is at hand."""
    return lru_cache(maxsize=_AT_HAND)(lambda index: reread(files[index].file))
