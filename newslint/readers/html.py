"""HTML to a Document: the running text that a page shows, and what its tags say of each line.

Whatever content systems write is read: a line is what stands between two tags of blocks or line breaks, wherever the source
breaks. Left out are head, scripts, styles, navigation, controls, comments and readings of characters; code, formulas, raised
and struck text show as something that no rule reads. Tables that only lay out a page are no tables, and nothing that is left
open hides an article. Offsets are code points of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from newslint.document import MASK, Document
from newslint.patterns import lazy
from newslint.projection import ProjectedDocument
from newslint.readers.front_matter import issue_date
from newslint.readers.html_tables import Tables
from newslint.readers.html_tokens import Token, attributes, closing, tokens
from newslint.readers.running_text import Run, RunningText
from newslint.structure import BlockKind, Label

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form"
    " frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu ol optgroup option p pre search section summary table"
    " tbody td tfoot th thead tr ul".split()
)
#: Elements that show no prose of the article, and those that stand for something in the middle of a line.
_HIDDEN = frozenset("audio button canvas datalist map nav noscript object rp rt select svg template video".split())
_OBJECTS = frozenset("code del kbd math s samp strike sub sup var".split())
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
#: What the tags of a block say of its lines.
_KINDS = {"li": BlockKind.LIST, "blockquote": BlockKind.BLOCK_QUOTATION, "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION}
_STACKED = frozenset((*_KINDS, *_HEADINGS, "ul", "ol", "menu", "table", "tr", "td", "th"))
#: For a tag that closes others still open: which, and how far up it reaches.
_IMPLIED = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "td", "th"))),
    "td": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "th": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "tr": (frozenset(("td", "th", "tr")), frozenset(("table",))),
}
_CELLS = frozenset(("td", "th"))
_HEADING_END = lazy(r"<(/?)(?:h[1-6]|p|div|li|td|table|article|section)(?=[\s/>])", re.I)
_BLOCK_TAG = lazy(r"</?(?:h[1-6]|p|div|li|td|tr|table|article|section|blockquote|br)(?=[\s/>])", re.I)
_HEAD_END = lazy(r"</head(?=[\s/>])|<body(?=[\s/>])", re.I)
#: Breaks whose tags may go when two lines are joined: a line break, the end of one paragraph and the start of the next.
_JOINABLE = lazy(r"\s*(?:<br\s*/?>|</(p|div)\s*>\s*<\1(?:\s[^<>]*)?>)\s*", re.I)
_FOOTNOTE = lazy(r"\s*[\[［〔【(（]\s*[0-9①-⑳*]{1,3}\s*[\]］〕】)）]\s*|\s*[①-⑳*†‡]\s*")
_TAGS = lazy(r"<[^>]*>")
_HAN = lazy("[\u4e00-\u9fff]")
_LINE_END = lazy(r"\r\n|\r|\n")
_WIDE_SPACES = {"\u2003": "\u3000", "\u2002": "\xa0", "\u2009": "\xa0", "\u2004": "\xa0", "\u2005": "\xa0"}
_SOFT_HYPHEN = "\xad"
#: Fields of <meta> that give the day of publication.
_DATES = frozenset(
    "date pubdate publishdate publish_date publication_date dc.date dc.date.issued dcterms.issued article:published_time"
    " og:published_time datepublished issue-date 刊期 出版日期".split()
)


def read_html(
    text: str, *, name: str = "-", encoding: str = "utf-8", bom: bytes = b"", issued: date | None = None
) -> Document:
    """Make a Document of HTML or XHTML ``text``; ``encoding`` and ``bom`` say how its bytes were read. Never fails.

    A date of publication in the head comes before ``issued``.
    """
    page = _Page(text)
    lines = page.lines
    prose = Document(
        lines.text,
        name=name,
        format="html",
        masked=lines.masks,
        labels=lines.labels,
        encoding=encoding,
        bom=bom,
        issued=page.issued or issued,
    )
    return ProjectedDocument(text, prose, lines.pieces, page.comments)


class _Page:
    """One page while it is read: ``lines`` is its running text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = RunningText()
        self.comments: list[tuple[int, int]] = []
        self.issued: date | None = None
        self._runs: list[Run] = []  # of the line that is being read
        self._stack: list[str] = []
        self._tables = Tables()
        self._breaks = 0  # line ends since the last line that shows
        self._rule: tuple[int, int] | None = None
        self._hidden = 0  # what stands before this offset does not show
        self._kept = 0  # before this offset line ends are kept
        for token in tokens(text):
            self._read(token)
        self._end_line(2)
        for start in self._tables.rows():
            self.lines.labels.setdefault(start, Label(BlockKind.TABLE, start))

    def _read(self, token: Token) -> None:
        kind, start, end, value = token
        if kind == "comment":
            if self.text.endswith("-->", start, end):
                self.comments.append((start, end))
        elif kind == "start" and value in ("meta", "time"):
            self._read_date(value, self.text[start:end])
        if start < self._hidden:
            return
        if kind == "text":
            self._add_text(start, end)
        elif kind == "reference":
            if value != _SOFT_HYPHEN:
                self._runs.append(Run(_WIDE_SPACES.get(value, value), start, end, literal=False))
        elif kind == "start":
            self._open(value, start, end)
        elif kind == "end" and value in _BLOCKS:
            self._end_line(2)
            self._close(value)

    # --- lines ---------------------------------------------------------------------------------------------------

    def _add_text(self, start: int, end: int) -> None:
        if start >= self._kept:
            self._runs.append(Run(self.text[start:end], start, end))
            return
        for match in _LINE_END.finditer(self.text, start, end):
            self._runs.append(Run(self.text[start : match.start()], start, match.start()))
            self._end_line(1)
            start = match.end()
        self._runs.append(Run(self.text[start:end], start, end))

    def _end_line(self, breaks: int) -> None:
        """Add the line that has been read, if it shows, and note that ``breaks`` line ends follow."""
        runs, self._runs = self._runs, []
        if any(not run.text.isspace() for run in runs):
            lead = 0 if not self.lines.pieces else self._lead(runs)
            span = self.lines.add_line(runs)
            if span is not None:
                self._label(*span)
                self._breaks, self._rule = 0, None
            del lead
        self._breaks = max(self._breaks, breaks) if breaks > 1 else self._breaks + 1

    def _lead(self, runs: list[Run]) -> int:
        """Add the break between the last line and the one that the runs make."""
        raise NotImplementedError
