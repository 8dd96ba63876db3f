"""Headings run into their paragraphs: 采集点上，集结队伍再出发。近日…, and one left in the middle of another paragraph.

A short sentence of two balanced halves is a heading only if several paragraphs of the article open with one of the
same shape.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from newslint.checks.check import Match, Place, StructureCheck
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.document.structure import BlockKind
from newslint.finding import Edit
from newslint.patterns import lazy

_HEADING = "[^，。！？；：、“”（）\\s]{2,8}，(?P<second>[^，。！？；：、“（）\\s]{5,10})。"
_OPENING = lazy(_HEADING)
_INSIDE = lazy(f"(?<=[。！？”]){_HEADING}(?=[^\\r\\n]{{20,}})")
#: Two sentences of two halves each, the last but one and the last before a place in a text.
_COUPLETS = lazy("([^，。！？；：、“”（）]{4,10})，([^，。！？；：、“”（）]{4,10})。([^，。]+)，([^，。]+)。$")
#: So many paragraphs must open with such a heading before one in the middle of a paragraph is missed.
_PARAGRAPHS = 3
#: Where in its paragraph the comma of such a heading may stand, and its stop.
_COMMA = slice(2, 8 + 1)
_STOP = slice(2 + 1 + 5, 8 + 1 + 10 + 1)


def run_in_headings(document: Document) -> Iterator[Match]:
    """Yield each heading inside a paragraph that opens with one of the same shape; it should open its own paragraph."""
    for article in document.articles:
        # The comma and the stop of such a heading stand among the first characters of its paragraph.
        short = [block for block in article.blocks if "，" in block.text[_COMMA] and "。" in block.text[_STOP]]
        if len(short) < _PARAGRAPHS:
            continue
        body = [block for block in article.blocks if block.kind is BlockKind.BODY]
        openings = {
            block.line: match
            for block in short
            if block.kind is BlockKind.BODY and (match := _OPENING.match(block.text))
        }
        lengths = Counter(len(match["second"]) for match in openings.values())
        if not lengths or max(lengths.values()) < _PARAGRAPHS:
            continue
        length = max(lengths, key=lambda size: lengths[size])
        for block in body:
            if block.line not in openings or len(openings[block.line]["second"]) != length:
                continue
            for match in _INSIDE.finditer(block.text):
                if len(match["second"]) == length and not _in_couplets(block.text[: match.end()]):
                    start = block.start + match.start()
                    first = next(other for other in body if other.line in openings)
                    heading = openings[first.line]
                    related = (Place(first.start, first.start + heading.end(), "model"),)
                    edits = (Edit(start, start, _line_end(document, block.end)),)
                    yield Match(start, block.start + match.end(), edits=edits, related=related)


def _in_couplets(text: str) -> bool:
    """Return True if the last two sentences of ``text`` have halves of one length each: such prose has no headings."""
    halves = _COUPLETS.search(text)
    return halves is not None and len(halves[1]) == len(halves[2]) and len(halves[3]) == len(halves[4])


def _line_end(document: Document, at: int) -> str:
    """Return what separates paragraphs here: the line ends behind ``at``, or one."""
    gap = re.match("(?:\r?\n)+", document.text[at:])
    return gap.group() if gap else "\n"


CHECKS: Mapping[str, Declared] = {
    "run-in": StructureCheck(run_in_headings, messages=("model",)),
}
