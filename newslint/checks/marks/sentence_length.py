"""Sentences that are too long, or have too many commas.

A sentence is what stands between two marks that end one, inside its paragraph. Length is counted in code points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from newslint.checks.check import Match, StructureCheck
from newslint.checks.options import Options
from newslint.checks.registry import Declared
from newslint.chinese.characters import BYTE
from newslint.document import Document
from newslint.document.structure import BlockKind
from newslint.patterns import lazy

_SENTENCE = lazy(r"[^。！？…\s][^。！？…]*")
_CLAUSE = lazy("[^，：；]+")
_COMMA = BYTE["，"]
_ENDS = frozenset(BYTE[mark] for mark in "。！？…\n")
_ENDS_AS_LINES = bytes(10 if code in _ENDS else code for code in range(256))
_NO_COMMA_OR_END = bytes(code for code in range(256) if code != _COMMA and code not in _ENDS)
#: Lists, laws and clauses that semicolons part may be as long as they need to be.
_LISTED = lazy("、[^，。；：]{1,14}(?=、)")
_MOST_LISTED = 8
_TITLE = lazy("《[^》]*》")


def long_sentences(options: Options) -> StructureCheck:
    """Option ``most``: the most code points that a sentence may have."""
    most = options.integer("most")
    options.done()

    def may_be_long(document: Document) -> bool:
        return document.once(_longest) > most

    return StructureCheck(lambda document: _over(document, most, len), may_be_long, values=("count",))


def sentences_of_many_commas(options: Options) -> StructureCheck:
    """Option ``most``: the most commas that a sentence may have."""
    most = options.integer("most")
    options.done()

    def may_have_many(document: Document) -> bool:
        return bytes((_COMMA,)) * (most + 1) in document.once(_commas)

    return StructureCheck(lambda document: _over(document, most, _count_commas), may_have_many, values=("count",))


def _count_commas(text: str) -> int:
    return text.count("，")


def _over(document: Document, most: int, measure: Callable[[str], int]) -> Iterator[Match]:
    """Yield the first clauses of the sentences of which there is more than ``most`` to ``measure``."""
    for block in document.blocks:
        if block.kind is not BlockKind.BODY or measure(block.text) <= most:
            continue
        for match in _SENTENCE.finditer(block.text):
            text = match[0]
            count = measure(text)
            if count > most and not _is_list(text):
                # The first clause shows which sentence is meant; the whole of it would bury every other finding in it.
                first = _CLAUSE.match(text)
                start = block.start + match.start()
                yield Match(start, start + (first.end() if first else len(text)), values={"count": count})


def _is_list(text: str) -> bool:
    """Return True if the sentence is a list of names or of clauses with semicolons between them."""
    # Each 《 in the first part has a 》 behind it: the others would be looked at to the end.
    closed, mark, rest = text.rpartition("》")
    return text.count("；") > 1 or len(_LISTED.findall(_TITLE.sub("", closed + mark) + rest)) >= _MOST_LISTED


def _longest(document: Document) -> int:
    """Return the most code points that a sentence of the document has, where a line end ends one, too."""
    classes = document.classes
    parts = (classes[start:end].translate(_ENDS_AS_LINES).split(b"\n") for start, end in document.stretches)
    return max([max(map(len, part)) for part in parts])


def _commas(document: Document) -> bytes:
    """Return the class bytes of the document without all but commas and what separates sentences."""
    return document.classes.translate(_ENDS_AS_LINES, _NO_COMMA_OR_END)


CHECKS: Mapping[str, Declared] = {
    "long-sentence": long_sentences,
    "many-commas": sentences_of_many_commas,
}
