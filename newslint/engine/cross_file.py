"""The comparison of the files of a run, after each has been examined by itself.

Only the facts of a file are kept, and the text of one with findings; the files in which something is found now, and
those that it points to, are read once more, a few of them at a time.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeVar

from newslint.checks.check import Match
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

_Compared = TypeVar("_Compared")
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
    documents = lru_cache(maxsize=_AT_HAND)(lambda index: reread(files[index].file))
    together, broken = _unbroken(engine, files, lambda facts: engine.compare(facts, documents))
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
    """The other files of a run, as they were read, while one of them is being changed: their facts, not their texts.

    ``examined`` are those of ``files`` that have their findings, by index: their texts are not examined once more.
    """

    def __init__(self, engine: Engine, files: Sequence[Examined], examined: Mapping[int, Examined]) -> None:
        self._engine = engine
        self._examined = examined
        if len(files) > 1:
            #: What a comparison matches in the files, and those over which it fails with the sentences that say so.
            self._matches, self.broken = _unbroken(engine, files, engine.matches)
            self._facts = [{} if index in self.broken else file.facts for index, file in enumerate(files)]
        else:  # it is compared when it is looked at
            self._matches, self.broken, self._facts = {}, {}, [{} for _ in files]

    def check(self, index: int, document: Document) -> list[Finding]:
        """Return the findings of ``document``, the present state of file ``index``, sorted; they do not name places in
        the other files, which may have been changed.
        """
        own, found = self._own(index, document)
        together = self._engine.told([*self._matched(index, own)], document)
        return sorted([*found, *together], key=lambda finding: finding.sort_key)

    def _matched(self, index: int, own: Facts) -> Iterator[tuple[str, Match]]:
        """Yield what the rules match in file ``index`` with its present facts: only those whose facts have changed
        compare once more.
        """
        before = self._facts[index]
        same = {code for code, facts in own.items() if code in before and before[code] == facts}
        yield from (found for found in self._matches.get(index, ()) if found[0] in same)
        facts = [*self._facts[:index], own, *self._facts[index + 1 :]]
        for code in own.keys() - same:
            yield from ((code, match) for other, match in self._engine.compared_by(code, facts) if other == index)

    def _own(self, index: int, document: Document) -> tuple[Facts, list[Finding]]:
        """Return the facts of ``document`` and what is found in it by itself."""
        known = self._examined.get(index)
        if known is not None and known.file.text == document.text:
            return known.facts, list(known.file.findings)
        return self._engine.facts(document), self._engine.examine(document)


def _unbroken(
    engine: Engine, files: Sequence[Examined], compare: Callable[[Sequence[Facts]], _Compared]
) -> tuple[_Compared, dict[int, str]]:
    """Return what ``compare`` makes of the facts of files, and the sentences about those over which it fails."""
    facts: list[Facts] = [file.facts for file in files]
    broken: dict[int, str] = {}
    while True:
        try:
            return compare(facts), broken
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
