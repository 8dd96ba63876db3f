"""Markdown to a Document: which marks are not prose, and what the format says about a line.

CommonMark with tables, front matter and footnotes, as newspapers write it: a line is a paragraph even without an empty
line below it, and nothing that only looks like markup may hide an article. Masked are link targets, code, comments,
tags, definitions, front matter, and the marks of emphasis, headings, quotes and bullets. Link texts and image
descriptions are prose. All offsets are code points of the text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from tree_sitter import Language, Node, Parser, Query, QueryCursor
from tree_sitter_markdown import language

from newslint.document import Document
from newslint.document.structure import HEADLINE_LIMIT, BlockKind, Label, is_terminal
from newslint.patterns import lazy
from newslint.readers.front_matter import front_matter, issue_date
from newslint.readers.inline import is_comment, is_target, read_inline, tags_in

_BLOCKS = Language(language())
_BLOCK_QUERY = Query(
    _BLOCKS,
    """(atx_heading) @heading (setext_heading) @setext (fenced_code_block) @fenced (indented_code_block) @indented
    (html_block) @html (link_reference_definition) @definition (thematic_break) @rule (pipe_table_row) @row
    (pipe_table_header) @row (pipe_table_delimiter_row) @rule (block_continuation) @continuation (inline) @inline
    (pipe_table_cell) @inline (block_quote_marker) @quote (list_marker_minus) @bullet (list_marker_plus) @bullet
    (list_marker_star) @bullet (task_list_marker_checked) @bullet (task_list_marker_unchecked) @bullet
    (list_marker_dot) @number (list_marker_parenthesis) @number""",
)
#: The grammar reads a copy of the text with one byte for each character. Everything beyond ASCII becomes a byte that is
#: neither letter nor mark nor space, so that byte offsets are code points and ** works beside any Chinese mark.
_WORD = b"\x01"
_PROXY = bytes.maketrans(b"?\0", _WORD * 2)

_FOOTNOTE = lazy(r"(?:(?<=[\r\n])|(?<![\s\S])) {0,3}\[\^[^\]\s]{1,40}\]:[ \t]*")
_LINE_END = lazy(r"\r\n|\r|\n")
_REACH = 200
_BLANK = " \t\u3000\ufeff"
#: Something in a line that is no blank, and something in a line that is neither a blank nor its end.
_WORDS = lazy(f"[^{_BLANK}]")
_WORDS_OR_NEXT = lazy(f"[^{_BLANK}\r\n]")


def read_markdown(
    text: str,
    *,
    name: str = "-",
    encode: Callable[[str], bytes] = str.encode,
    issued: date | None = None,
    content: Sequence[str] = (),
) -> Document:
    """Make a Document of Markdown ``text``, which ``encode`` turns into bytes again. Never fails.

    A date of issue in the front matter takes precedence over ``issued``.
    """
    page = _Page(text)
    return Document(
        text,
        name=name,
        format="markdown",
        masked=page.masks,
        labels=page.labels,
        comments=sorted(page.comments),
        encode=encode,
        issued=page.issued or issued,
        content=content,
    )


class _Page:
    """A Markdown text while it is read: ``masks``, ``labels`` and ``comments`` are for its Document."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.masks: list[tuple[int, int]] = []
        self.labels: dict[int, Label] = {}
        self.comments: list[tuple[int, int]] = []
        self.issued: date | None = None
        self._markup: list[tuple[int, int]] = []  # masked, and invisible on the page
        self._line_starts: list[int] = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._data = self._proxy()
        nodes = QueryCursor(_BLOCK_QUERY).captures(Parser(_BLOCKS).parse(bytes(self._data)).root_node)
        self._targets = set(self._definitions(nodes.get("definition", [])))
        spans = [(node.start_byte, node.end_byte) for node in nodes.get("inline", [])]
        self._read_hidden(nodes, spans)
        self._read_lines(nodes)
        marks = read_inline(self.text, bytes(self._data), spans, self._targets)
        self._markup += marks.markup
        self.comments += marks.comments
        self.masks += marks.objects + self._markup
        self._read_images(marks.images)
        self._trim_lines()

    def _proxy(self) -> bytearray:
        """Return the copy for the grammar: as long as the text, with blank front matter."""
        data = self.text.encode("ascii", "replace").translate(_PROXY)
        copy = bytearray(data.replace(b"\r\n", b" \n").replace(b"\r", b"\n"))
        front = front_matter(self.text)
        if front:
            self.masks.append((0, front.end))
            self.issued = issue_date(front.fields)
            copy[: front.end] = b" " * front.end
        elif self.text.startswith(("---", "+++")):
            copy[:3] = b"***"
        return copy

    def _line_start(self, offset: int) -> int:
        return self._line_starts[bisect_right(self._line_starts, offset) - 1]

    def _lines(self, start: int, end: int) -> Iterator[int]:
        """Yield the starts of the lines of a span."""
        yield from self._line_starts[
            bisect_right(self._line_starts, start) - 1 : bisect_right(self._line_starts, end - 1)
        ]

    def _is_prose(self, start: int, end: int) -> bool:
        """Return True if "code" is Chinese prose that was indented, or is in a fence that was left open."""
        return 2 * self._data.count(_WORD, start, end) >= len(self._data[start:end].translate(None, b" \t\n"))

    # --- blocks --------------------------------------------------------------------------------------------------

    def _definitions(self, nodes: list[Node]) -> Iterator[str]:
        """Yield the names that references may use, and mask the definitions."""
        for node in nodes:
            label, target = node.children[0], next((c for c in node.children if c.type == "link_destination"), None)
            name = self.text[label.start_byte + 1 : label.end_byte - 1]
            if target and not name.startswith("^") and is_target(self.text[target.start_byte : target.end_byte]):
                self.masks.append((node.start_byte, node.end_byte))
                yield name.casefold()

    def _read_hidden(self, nodes: dict[str, list[Node]], spans: list[tuple[int, int]]) -> None:
        """Mask code, HTML and rules; what turns out to be prose is added to the inline ``spans``."""
        self.masks.extend((node.start_byte, node.end_byte) for node in nodes.get("rule", []))
        for node in nodes.get("fenced", []):
            closed = sum(child.type == "fenced_code_block_delimiter" for child in node.children) > 1
            first = self._data.find(b"\n", node.start_byte, node.end_byte)
            if closed or first < 0 or not self._is_prose(first, node.end_byte):
                self.masks.append((node.start_byte, node.end_byte))
            else:
                self.masks.append((node.start_byte, first))
                spans.append((first + 1, node.end_byte))
        for node in nodes.get("indented", []):
            edges = [node.start_byte, *list(self._lines(node.start_byte, node.end_byte))[1:], node.end_byte]
            for span in pairwise(edges):
                (spans if self._is_prose(*span) else self.masks).append(span)
        for node in nodes.get("html", []):
            tags = list(tags_in(self.text, node.start_byte, node.end_byte))
            self._markup.extend(tags)
            self.comments.extend(span for span in tags if is_comment(self.text, *span))
            if self._data[node.start_byte : node.start_byte + 6].lower() == b"<table":
                for start in self._lines(node.start_byte, node.end_byte):
                    self.labels[start] = Label(BlockKind.TABLE, start)

    def _read_lines(self, nodes: dict[str, list[Node]]) -> None:
        """Label list items, quotes, tables and headings."""
        marks = [(node, BlockKind.BLOCK_QUOTATION) for node in nodes.get("quote", [])]
        marks += [(node, BlockKind.LIST) for kind in ("bullet", "number") for node in nodes.get(kind, [])]
        for node in nodes.get("continuation", []):
            if node.start_byte < node.end_byte:
                self._data[node.start_byte : node.end_byte] = b" " * (node.end_byte - node.start_byte)
                marks.append((node, _container(node)))
        for node, kind in sorted(marks, key=lambda mark: mark[0].start_byte):
            start, end = node.start_byte, node.end_byte
            if node.type in ("list_marker_dot", "list_marker_parenthesis"):
                # A number stays part of the text, as in plain text: the order of items is for the editor to check.
                end = start
            else:
                self.masks.append((start, end))
            self.labels[self._line_start(start)] = Label(kind, end)
        for node in nodes.get("row", []):
            bars = [(child.start_byte, child.end_byte) for child in node.children if child.type == "|"]
            if bars:
                self._markup.extend(bars)
                self.labels[self._line_start(node.start_byte)] = Label(BlockKind.TABLE, node.start_byte)
        for node in nodes.get("heading", []):
            self._read_heading(node)
        for node in nodes.get("setext", []):
            self._read_underlined(node)
        if "[^" in self.text:
            for match in _FOOTNOTE.finditer(self.text):
                self.masks.append(match.span())
                self.labels[match.start()] = Label(BlockKind.LIST, match.end())

    def _read_heading(self, node: Node) -> None:
        marker, *rest = node.children
        if not rest:
            self.masks.append((node.start_byte, node.end_byte))
            return
        start, end = rest[0].start_byte, rest[0].end_byte
        words = _without_closing(self.text[start:end])
        if len(words) < end - start:
            self.masks.append((start + len(words), end))
            end = start + len(words)
        self.masks.append((marker.start_byte, marker.end_byte))
        self.labels[self._line_start(marker.start_byte)] = Label(
            BlockKind.HEADLINE, start, end, marker.end_byte - marker.start_byte
        )

    def _read_underlined(self, node: Node) -> None:
        """Label a line above === or --- as a heading, unless --- is a rule right below a paragraph."""
        underline = node.children[-1]
        self.masks.append((underline.start_byte, underline.end_byte))
        start = self._line_start(node.start_byte)
        text = self.text[node.start_byte : self._line_start(underline.start_byte)].strip()
        if len(text) <= HEADLINE_LIMIT and not _LINE_END.search(text) and not is_terminal(text):
            level = 1 if underline.type == "setext_h1_underline" else 2
            self.labels[start] = Label(BlockKind.HEADLINE, node.start_byte, level=level)

    # --- lines ---------------------------------------------------------------------------------------------------

    def _read_images(self, images: list[tuple[int, int, int]]) -> None:
        """Label the description of an image on a line of its own as a caption."""
        for start, words, end in images:
            line = self._line_start(start)
            rest = _LINE_END.split(self.text[end : end + _REACH], maxsplit=1)[0]
            if not self.text[line:start].strip(_BLANK) and not rest.strip(_BLANK):
                self.labels[line] = Label(BlockKind.CAPTION, words)

    def _trim_lines(self) -> None:
        """Let lines begin and end at their words, not at the marks of emphasis, links or tags around them."""
        self._markup.sort()
        worded = 0  # the end of the last line of which a word is known to be before all marks to come
        for start, end in self._markup:
            if start < worded:
                continue
            line, following = self._line_around(start)
            label = self.labels.get(line, Label(None, line))
            if end > label.start:
                if _WORDS.search(self.text, label.start, start):
                    worded = following
                else:
                    self.labels[line] = label._replace(start=end)
        worded = len(self.text) + 1  # and the start of the last one of which a word is behind them
        for start, end in reversed(self._markup):
            if start >= worded:
                continue
            line, following = self._line_around(start)
            label = self.labels.get(line, Label(None, line))
            stop = following if label.end is None else label.end
            if label.start <= start and end <= stop:
                if _WORDS_OR_NEXT.search(self.text, end, stop):
                    worded = line
                else:
                    self.labels[line] = label._replace(end=start)

    def _line_around(self, offset: int) -> tuple[int, int]:
        """Return where the line with an offset begins and where the next one does."""
        number = bisect_right(self._line_starts, offset)
        starts = self._line_starts
        return starts[number - 1], starts[number] if number < len(starts) else len(self.text)


def _without_closing(heading: str) -> str:
    """Return the words of a heading without the # behind them, which a blank sets apart."""
    closed = heading.rstrip(" \t")
    words = closed.rstrip("#")
    if words == closed or not (words == "" or words.endswith((" ", "\t"))):
        return heading
    return words.rstrip(" \t")


def _container(node: Node) -> BlockKind:
    """Return the kind of the innermost container of a node: list item or quote."""
    above = node.parent
    while above is not None and above.type not in ("list_item", "block_quote"):
        above = above.parent
    return BlockKind.LIST if above is not None and above.type == "list_item" else BlockKind.BLOCK_QUOTATION
