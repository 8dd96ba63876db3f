"""HTML to a Document: the running text that a page shows, and what its tags say about each line.

All content systems are supported: a line is the text between two block tags or line breaks, wherever the source breaks.
Head, scripts, styles, navigation, controls, comments and ruby are left out; code, formulas, superscripts and struck
text become a character that no rule reads. Tables that only lay out a page are not tables, and no unclosed tag hides an
article. Offsets are code points of the file.
"""

from __future__ import annotations

import re
from datetime import date

from newslint.document import MASK, Document
from newslint.document.projection import ProjectedDocument
from newslint.document.structure import BlockKind, Label
from newslint.patterns import lazy
from newslint.readers.front_matter import issue_date
from newslint.readers.html_tables import Tables
from newslint.readers.html_tokens import Token, attributes, closing, tokens
from newslint.readers.running_text import Run, RunningText

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form"
    " frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu ol optgroup option p pre search section "
    "summary table"
    " tbody td tfoot th thead tr ul".split()
)
#: Elements that show no prose of the article, and those that become one character in the middle of a line.
_HIDDEN = frozenset("audio button canvas datalist map nav noscript object select svg template video".split())
_OBJECTS = frozenset("code del kbd math s samp strike sub sup var".split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: The kind of line that a block tag makes.
_KINDS = {
    "li": BlockKind.LIST,
    "blockquote": BlockKind.BLOCK_QUOTATION,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_STACKED = frozenset((*_KINDS, *_HEADINGS, "ul", "ol", "menu", "table", "tr", "td", "th"))
#: For a tag that implicitly closes open elements: which, and the elements it does not reach beyond.
_IMPLIED = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "td", "th"))),
    "td": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "th": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "tr": (frozenset(("td", "th", "tr")), frozenset(("table",))),
}
_ARTICLES = frozenset(("article", "main"))
_CELLS = frozenset(("td", "th"))
_TABLE_PARTS = frozenset((*_CELLS, "tr", "table"))
_HEADING_TAG = lazy(r"<(/?)h[1-6](?=[\s/>])", re.I)
#: A heading, a struck or a raised word ends within this many characters, or its end tag is missing.
_REACH = 1500
_RUBY_TAG = lazy(r"</?(?:rt|rp|ruby)(?=[\s/>])", re.I)
_BLOCK_TAG = lazy(r"</?(?:h[1-6]|p|div|li|td|tr|table|article|section|blockquote|br)(?=[\s/>])", re.I)
_HEAD_END = lazy(r"</head(?=[\s/>])|<body(?=[\s/>])", re.I)
_FOOTNOTE = lazy(r"\s*[\[［〔【(（]\s*[0-9①-⑳*]{1,3}\s*[\]］〕】)）]\s*|\s*[①-⑳*†‡]\s*")
_TAGS = lazy(r"<[^>]*>")
_HAN = lazy("[\u4e00-\u9fff]")
_LINE_END = lazy(r"\r\n|\r|\n")
#: Spaces with an entity: an em is an indent, the others are as wide as a letter.
_SPACES = {"\u2003": "\u3000", "\u2002": "\xa0", "\u2009": "\xa0", "\u2004": "\xa0", "\u2005": "\xa0"}
_SOFT_HYPHEN = "\xad"
#: Names of <meta> and <time> with the date of publication.
_DATES = frozenset(
    "date publishdate publish_date publication_date dc.date dc.date.issued dcterms.issued article:published_time"
    " og:published_time datepublished pubdate issue-date 刊期 出版日期".split()
)


def read_html(
    text: str, *, name: str = "-", encoding: str = "utf-8", bom: bytes = b"", issued: date | None = None
) -> Document:
    """Make a Document of HTML or XHTML ``text``, which was read as ``encoding`` after ``bom``. Never fails.

    A date of publication in the head takes precedence over ``issued``.
    """
    page = _Page(text)
    prose = Document(
        page.lines.text,
        name=name,
        format="html",
        masked=page.lines.masks,
        labels=page.labels,
        encoding=encoding,
        bom=bom,
        issued=page.issued or issued,
    )
    return ProjectedDocument(text, prose, page.lines.pieces, page.comments)


class _Page:
    """A page while it is read: ``lines`` is its running text, ``labels`` is what its tags say about a line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = RunningText(text)
        self.labels: dict[int, Label] = {}
        self.comments: list[tuple[int, int]] = []
        self.issued: date | None = None
        self._runs: list[Run] = []  # the current line
        self._breaks = 0  # line ends since the last visible line
        self._rule: tuple[int, int] | None = None  # a rule since then
        self._stack: list[str] = []  # the open elements that determine what a line is
        self._tables = Tables()
        self._hidden = 0  # nothing before this offset is shown
        self._ended = False  # the last article has ended; the rest is page furniture
        self._kept = 0  # before this offset a line end is a line end
        for token in tokens(text):
            self._read(token)
        self._end_line(2)
        for start in self._tables.lines():
            self.labels.setdefault(start, Label(BlockKind.TABLE, start))

    def _read(self, token: Token) -> None:
        kind, start, end, value = token
        if kind == "comment":
            if self.text.endswith("-->", start, end):
                self.comments.append((start, end))
        elif kind == "start" and value in ("meta", "time"):
            self._read_date(attributes(self.text[start:end]))
        if start < self._hidden:
            return
        if kind == "text":
            self._add_text(start, end)
        elif kind == "reference" and value != _SOFT_HYPHEN:
            self._runs.append(Run(_SPACES.get(value, value), start, end, literal=False))
        elif kind == "start":
            self._open(value, start, end)
        elif kind == "end" and value in _BLOCKS:
            self._end_line(2)
            self._ended = self._ended or value in _ARTICLES
            self._close(value)

    def _read_date(self, fields: dict[str, str]) -> None:
        name = fields.get("property") or fields.get("name") or fields.get("itemprop") or ""
        stated = fields.get("content") or fields.get("datetime") or ""
        if self.issued is None and name.lower() in _DATES:
            self.issued = issue_date(f"date: {stated}")

    # --- lines ---------------------------------------------------------------------------------------------------

    def _add_text(self, start: int, end: int) -> None:
        if start < self._kept:
            for match in _LINE_END.finditer(self.text, start, end):
                if start < match.start():
                    self._runs.append(Run(self.text[start : match.start()], start, match.start()))
                self._end_line(1)
                start = match.end()
        if start < end:
            self._runs.append(Run(self.text[start:end], start, end))

    def _end_line(self, breaks: int) -> None:
        """End the current line; ``breaks`` line ends come between it and the next."""
        runs, self._runs = self._runs, []
        if runs and not all(run.text.isspace() for run in runs):
            if self._rule:
                self.lines.add_rule(*self._rule)
            span = self.lines.add_line(runs, max(self._breaks, 1))
            if span:
                self._label(*span)
                self._breaks, self._rule = breaks, None
                return
        self._breaks = max(self._breaks, breaks) if breaks > 1 else self._breaks + 1

    def _label(self, start: int, end: int) -> None:
        """Record what the open elements say about a line."""
        for name in reversed(self._stack):
            if name in _HEADINGS:
                self.labels[start] = Label(BlockKind.HEADLINE, start, level=int(name[1]))
            elif name in _KINDS:
                self.labels[start] = Label(_KINDS[name], start)
            elif name in _CELLS:
                self._tables.add_line(start, end)
            elif name != "table":
                continue
            return

    # --- elements ------------------------------------------------------------------------------------------------

    def _open(self, name: str, start: int, end: int) -> None:
        if name in _BLOCKS:
            self._end_line(2)
            self._ended = self._ended and name not in _ARTICLES
        if name == "br":
            self._end_line(1)
        elif name == "hr":
            self._end_line(2)
            self._rule = (start, end)
        elif name in _STACKED:
            self._push(name, end)
        elif self.text.endswith("/>", start, end):
            return
        elif name == "head":
            stop = _HEAD_END.search(self.text, end)
            self._hidden = stop.start() if stop else end
        elif name in ("rt", "rp"):
            stop = _RUBY_TAG.search(self.text, end)
            self._hidden = stop.start() if stop else end
        elif name in _HIDDEN or (name == "footer" and self._ended):
            self._hidden = max(end, closing(self.text, name, end))
        elif name == "pre":
            stop = max(end, closing(self.text, name, end))
            if _is_prose(self.text[end:stop]):
                self._kept = stop
            else:
                self._hidden = stop
        elif name in _OBJECTS:
            self._open_object(name, start, end)

    def _open_object(self, name: str, start: int, end: int) -> None:
        """Replace what is not prose by one character that no rule reads; the number of a footnote by nothing."""
        block = _BLOCK_TAG.search(self.text, end, end + _REACH)
        stop = closing(self.text, name, end, block.start() if block else end + _REACH)
        if stop < 0:
            return
        words = _TAGS.sub("", self.text[end:stop])
        if name in ("code", "kbd", "samp") and _is_prose(words):
            return
        self._hidden = stop
        if name != "sup" or not _FOOTNOTE.fullmatch(words):
            self._runs.append(Run(MASK, start, stop, literal=False, sealed=True))

    def _push(self, name: str, end: int) -> None:
        if name in _HEADINGS:
            tag = _HEADING_TAG.search(self.text, end, end + _REACH)
            if tag is None or not tag[1]:
                return
            self._stack = [open for open in self._stack if open not in _HEADINGS]
        closed, limits = _IMPLIED.get(name, (frozenset(), frozenset()))
        for index in range(len(self._stack) - 1, -1, -1):
            if self._stack[index] in limits:
                break
            if self._stack[index] in closed:
                del self._stack[index:]
        self._stack.append(name)
        if name == "table":
            self._tables.open()
        elif name in _CELLS or name == "tr":
            self._tables.add_tag(name)

    def _close(self, name: str) -> None:
        """Close an element, if it is open, and the elements inside it."""
        names = _HEADINGS if name in _HEADINGS else (name,)
        for index in range(len(self._stack) - 1, -1, -1):
            if self._stack[index] in names:
                del self._stack[index:]
                self._tables.close(self._stack.count("table"))
                return
            if self._stack[index] in _CELLS and name not in _TABLE_PARTS:
                return


def _is_prose(text: str) -> bool:
    """Return True if text in a code element is Chinese prose."""
    return 2 * len(_HAN.findall(text)) >= len("".join(text.split())) > 0
