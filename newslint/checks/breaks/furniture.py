"""Page numbers and running heads that a PDF or an old layout left in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.breaks.gates import has_page_furniture
from newslint.checks.breaks.grammar.continuation import continuation
from newslint.checks.breaks.line_context import open_ended
from newslint.checks.check import Match, StructureCheck
from newslint.checks.registry import Declared
from newslint.chinese.seam import straddle
from newslint.document import Document
from newslint.document.structure import is_terminal
from newslint.document.structure.looks import is_page_furniture
from newslint.finding import Edit

#: Evidence from which the lines above and below are one sentence (``continuation``).
_GOES_ON = 1.2
#: A line of several clauses from this length on that ends open at the foot of a page goes on on the next.
_CLAUSES = 20


def page_furniture(document: Document) -> Iterator[Match]:
    """Yield the lines of page furniture between two pieces of one sentence: 方便乘客，并约 / — 3 — / 定每季度清点."""
    blocks = document.blocks
    for index in range(1, len(blocks) - 1):
        line = blocks[index]
        if not is_page_furniture(line.text):
            continue
        upper, lower = blocks[index - 1], blocks[index + 1]
        if is_terminal(upper.text) or not open_ended(upper.text) or is_page_furniture(lower.text):
            continue
        if document.is_apart(upper, lower):
            continue
        told = len(upper.text) >= _CLAUSES and "，" in upper.text
        word = None if told else straddle(upper.text, lower.text)
        if told or (word is not None and word.certain) or continuation(upper.text, lower.text) >= _GOES_ON:
            yield Match(line.start, line.end, edits=(Edit(upper.end, lower.start, ""),))


CHECKS: Mapping[str, Declared] = {
    "page-furniture": StructureCheck(page_furniture, gate=has_page_furniture),
}
