"""White space that is not part of any line's text: indents, line ends, tabs. Each is one fault of the whole
document.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese.invisible import EXOTIC_SPACES
from newslint.document import Document
from newslint.document.structure import Block, BlockKind, is_terminal
from newslint.finding import Edit
from newslint.patterns import lazy

_BLANKS = " \t\u3000"
_LINE_END = lazy("\r\n|\r|\n")
_END_NAMES = {"\r\n": "CRLF（Windows）", "\n": "LF（Unix）", "\r": "CR（旧 Mac）"}
_TABS = lazy("\t+")
#: Paragraphs from which the indent of a document can be told, and the part of them that must agree.
_PARAGRAPHS, _SHARE = 4, 0.6
_INDENT = "\u3000\u3000"


class Layout:
    """Options: ``fault``: ``indent``, paragraphs indented otherwise than most; ``trailing``, white space at the ends of
    lines; ``tab``, tabs in prose; ``line-ends``, line ends of two sorts.

    All places are one finding, at the first of them, with one fix. ``{problem}`` in the message says what is wrong.
    """

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        fault = options.choice("fault", _FINDERS)
        self._find, self.gate = _FINDERS[fault], _GATES.get(fault)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield one match if the document has the fault."""
        edits, problem = self._find(document)
        if edits:
            first = edits[0]
            # A missing indent is shown at the character that wants it.
            end = first.end if first.end > first.start else min(first.start + 1, len(document.text))
            yield Match(first.start, end, edits=tuple(edits), values={"problem": problem.format(count=len(edits))})


def _indent(document: Document) -> tuple[list[Edit], str]:
    if document.format != "plain":
        return [], ""
    text, starts = document.text, document.line_starts
    bodies = [block for block in document.blocks if block.kind is BlockKind.BODY]
    if len({text[starts[block.line - 1] : block.start] for block in bodies}) < 2:
        return [], ""
    lines = [(_line_start(document, block), block.start) for block in bodies if is_terminal(block.text)]
    indents = [text[start:end] for start, end in lines]
    if len(indents) < _PARAGRAPHS or any(char in EXOTIC_SPACES or char == "\ufeff" for char in "".join(indents)):
        return [], ""
    usual, count = Counter(indents).most_common(1)[0]
    if count == len(indents) or count < _SHARE * len(indents) or usual not in ("", _INDENT):
        return [], ""
    wanted = "空两格" if usual else "顶格"
    problem = f"全文多数段落{wanted}，自此处起有{{count}}段不同，宜统一"
    odd = [(start, end) for (start, end), indent in zip(lines, indents, strict=True) if indent != usual]
    return [Edit(start, end, usual) for start, end in odd], problem


def _line_start(document: Document, block: Block) -> int:
    return document.line_starts[block.line - 1]


def _trailing(document: Document) -> tuple[list[Edit], str]:
    view = document.view
    edits = []
    starts = (*document.line_starts, len(view))
    for start, stop in itertools.pairwise(starts):
        end = stop - (len(view[start:stop]) - len(view[start:stop].rstrip("\r\n")))
        if end == start or view[end - 1] not in _BLANKS:
            continue
        last = start + len(view[start:end].rstrip(_BLANKS))
        # Two spaces end a line in Markdown.
        if document.format != "markdown" or view[last:end] != "  ":
            edits.append(Edit(last, end, ""))
    return edits, "行末有多余的空白（全文{count}处），应删去"


def _tabs(document: Document) -> tuple[list[Edit], str]:
    if document.format != "plain":
        return [], ""
    edits = []
    for block in document.blocks:
        if not is_terminal(block.text):
            continue
        start = _line_start(document, block)
        for match in _TABS.finditer(document.view, start, block.end):
            edits.append(Edit(*match.span(), _INDENT if match.start() == start else " "))
    return edits, "正文里有制表符（全文{count}处）：段首应为两个全角空格，行内应为空格"


def _line_ends(document: Document) -> tuple[list[Edit], str]:
    ends = [(match.start(), match.end(), match[0]) for match in _LINE_END.finditer(document.text)]
    counts = Counter(end for _, _, end in ends)
    if len(counts) < 2:
        return [], ""
    usual = counts.most_common(1)[0][0]
    problem = f"全文换行符多为 {_END_NAMES[usual]}，自此处起有{{count}}处不同，应统一"
    return [Edit(start, stop, usual) for start, stop, end in ends if end != usual], problem


def _has_tabs(document: Document) -> bool:
    return "\t" in document.text


def _has_returns(document: Document) -> bool:
    return "\r" in document.text


def _has_trailing_blanks(document: Document) -> bool:
    view = document.view
    if view[-1:] in _BLANKS or " \n" in view or "\u3000\n" in view or "\t\n" in view:
        return True
    return "\r" in view and any(blank + "\r" in view for blank in _BLANKS)


def _has_blanks(document: Document) -> bool:
    # Blanks other than these, the byte order mark among them, are rare characters.
    view = document.view
    return "\u3000" in view or " " in view or "\t" in view or bool(document.rare)


_GATES: dict[str, Callable[[Document], object]] = {
    "indent": _has_blanks,
    "trailing": _has_trailing_blanks,
    "tab": _has_tabs,
    "line-ends": _has_returns,
}
_FINDERS: dict[str, Callable[[Document], tuple[list[Edit], str]]] = {
    "indent": _indent,
    "trailing": _trailing,
    "tab": _tabs,
    "line-ends": _line_ends,
}
