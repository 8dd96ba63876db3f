"""The width of marks: half-width ones in Chinese, and whole texts that a crawler folded to half-width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese.characters import BYTE
from newslint.document import Document
from newslint.document.marks.width import FULL
from newslint.finding import Edit

#: The marks that folding turns half-width; 。 and 、 are not among them, so they survive it.
_FOLDABLE = "，：；！？（）"
_HALF = frozenset(",:;!?()")
#: A text is folded when it has at least so many half-width marks, and they are at least this part of all foldable ones.
_LEAST, _SHARE = 5, 0.9


class Width:
    """Options: ``fault``, which of these the rule reports: ``folded``, a whole text whose marks are half-width, once,
    at the first of them (``{count}`` says how many); ``halfwidth``, each half-width point mark in Chinese of a text
    that is not folded; ``bracket``, the half-width one of two brackets of different width.
    """

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        self._find, self.gate = options.chosen("fault", _FAULTS)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the fault that the rule asks for, in order of place."""
        return self._find(document)


def is_folded(document: Document) -> bool:
    """Whether nearly all the foldable marks of the document are half-width, and there are enough of them to tell."""
    if len(document.folded) < _LEAST:
        return False
    text = document.text
    half = sum(text[at] in _HALF for at in document.folded)
    return half >= _LEAST and half >= _SHARE * (half + sum(map(text.count, _FOLDABLE)))


def _is_wholly_folded(document: Document) -> bool:
    return len(document.folded) >= _LEAST and document.once(is_folded)


def _has_folded(document: Document) -> bool:
    return bool(document.folded)


def _has_brackets_of_both_widths(document: Document) -> bool:
    text = document.text
    return bool(document.folded) and ("(" in text or ")" in text) and ("（" in text or "）" in text)


def _folded(document: Document) -> Iterator[Match]:
    if _is_wholly_folded(document):
        text = document.text
        edits = tuple(Edit(at, at + 1, FULL[text[at]]) for at in document.folded)
        first = document.folded[0]
        yield Match(first, first + 1, FULL[text[first]], edits, values={"count": len(edits)})


def _halfwidth(document: Document) -> Iterator[Match]:
    text = document.text
    places = [at for at in document.folded if document.dots.get(at) or _is_stop(text, at)]
    if not places or document.once(is_folded):
        return
    start = previous = places[0]
    for at in (*places[1:], -1):
        if at != previous + 1:
            yield Match(start, previous + 1, "".join(map(FULL.__getitem__, text[start : previous + 1])))
            start = at
        previous = at


def _is_stop(text: str, at: int) -> bool:
    """Whether the mark is no bracket, and no dot inside a line: whether that is a full stop the document tells."""
    mark = text[at]
    return mark not in "()" and (mark != "." or text[at + 1 : at + 2] in ("", "\r", "\n", "”", "’", "）"))


def _bracket(document: Document) -> Iterator[Match]:
    text = document.text
    for pair in document.pairing.pairs:
        last = pair.end - 1
        if (
            pair.opener == BYTE["（"]
            and (text[pair.start] == "(") != (text[last] == ")")
            and document.view[last] == "）"
        ):
            at = pair.start if text[pair.start] == "(" else last
            yield Match(at, at + 1, FULL[text[at]])


_FAULTS = {
    "folded": (_folded, _is_wholly_folded),
    "halfwidth": (_halfwidth, _has_folded),
    "bracket": (_bracket, _has_brackets_of_both_widths),
}
