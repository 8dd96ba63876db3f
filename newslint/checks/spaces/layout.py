"""White space that is not part of any line's text: indents, line ends, tabs. Each is one fault of the whole
document.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.check import Match, StructureCheck
from newslint.checks.registry import Declared
from newslint.checks.spaces.gates import BLANKS, has_blanks, has_returns, has_tabs, has_trailing_blanks
from newslint.chinese.invisible import EXOTIC_SPACES
from newslint.document import Document
from newslint.document.structure import Block, BlockKind, is_terminal
from newslint.finding import Edit
from newslint.patterns import lazy

_LINE_END = lazy("\r\n|\r|\n")
#: The message for a text that mostly has a line end; that for LF is the page's own.
_LINE_END_MESSAGES = {"\r\n": "crlf", "\n": "", "\r": "cr"}
_TABS = lazy("\t+")
#: Paragraphs from which the indent of a document can be told, and the part of them that must agree.
_PARAGRAPHS, _SHARE = 4, 0.6
_INDENT = "\u3000\u3000"


def mixed_indents(document: Document) -> Iterator[Match]:
    """Yield the paragraphs that are indented otherwise than most, as one match."""
    if document.lays_out:
        return
    text, starts = document.text, document.line_starts
    bodies = [block for block in document.blocks if block.kind is BlockKind.BODY]
    if len({text[starts[block.line - 1] : block.start] for block in bodies}) < 2:
        return
    lines = [(_line_start(document, block), block.start) for block in bodies if is_terminal(block.text)]
    indents = [text[start:end] for start, end in lines]
    if len(indents) < _PARAGRAPHS or any(char in EXOTIC_SPACES or char == "\ufeff" for char in "".join(indents)):
        return
    usual, count = Counter(indents).most_common(1)[0]
    if count == len(indents) or count < _SHARE * len(indents) or usual not in ("", _INDENT):
        return
    odd = [(start, end) for (start, end), indent in zip(lines, indents, strict=True) if indent != usual]
    yield from _as_one(document, [Edit(start, end, usual) for start, end in odd], "" if usual else "flush")


def _line_start(document: Document, block: Block) -> int:
    return document.line_starts[block.line - 1]


def trailing_blanks(document: Document) -> Iterator[Match]:
    """Yield the white space at the ends of lines, as one match."""
    view = document.view
    edits = []
    starts = (*document.line_starts, len(view))
    for start, stop in itertools.pairwise(starts):
        end = stop - (len(view[start:stop]) - len(view[start:stop].rstrip("\r\n")))
        if end == start or view[end - 1] not in BLANKS:
            continue
        last = start + len(view[start:end].rstrip(BLANKS))
        # Two spaces end a line in Markdown.
        if document.format != "markdown" or view[last:end] != "  ":
            edits.append(Edit(last, end, ""))
    return _as_one(document, edits)


def tabs(document: Document) -> Iterator[Match]:
    """Yield the tabs in prose, as one match; a table keeps its own."""
    edits = []
    for block in () if document.lays_out else document.blocks:
        if is_terminal(block.text):
            start = _line_start(document, block)
            for match in _TABS.finditer(document.view, start, block.end):
                edits.append(Edit(match.start(), match.end(), _INDENT if match.start() == start else " "))
    return _as_one(document, edits)


def mixed_line_ends(document: Document) -> Iterator[Match]:
    """Yield the line ends that are not those that the document has most of, as one match."""
    ends = [(match.start(), match.end(), match[0]) for match in _LINE_END.finditer(document.text)]
    if not ends:
        return
    usual = Counter(end for _, _, end in ends).most_common(1)[0][0]
    edits = [Edit(start, stop, usual) for start, stop, end in ends if end != usual]
    yield from _as_one(document, edits, _LINE_END_MESSAGES[usual])


def _as_one(document: Document, edits: Sequence[Edit], message: str = "") -> Iterator[Match]:
    """Yield one match for all places that ``edits`` mend, at the first of them."""
    if edits:
        first = edits[0]
        # A missing indent is shown at the character that wants it.
        end = first.end if first.end > first.start else min(first.start + 1, len(document.text))
        yield Match(first.start, end, edits=tuple(edits), values={"count": len(edits)}, message=message)


CHECKS: Mapping[str, Declared] = {
    "indent": StructureCheck(mixed_indents, has_blanks, values=("count",), messages=("flush",)),
    "line-ends": StructureCheck(mixed_line_ends, has_returns, values=("count",), messages=("crlf", "cr")),
    "tab": StructureCheck(tabs, has_tabs, values=("count",)),
    "trailing": StructureCheck(trailing_blanks, has_trailing_blanks, values=("count",)),
}
