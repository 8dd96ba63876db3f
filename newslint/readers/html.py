"""HTML to a Document: the running text that a page shows, and what its tags say about each line.

All content systems are supported: a line is the text between two block tags or line breaks, wherever the source breaks.
Head, scripts, styles, controls, comments and ruby are left out, and so is what stands around the article; code,
formulas, superscripts and struck text become a character that no rule reads. Tables that only lay out a page are not
tables, and no unclosed tag hides an article. All work is linear in the length of the file, whatever is unclosed or
nested. Offsets are code points of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from newslint.document import MASK, Document, Span
from newslint.document.projection import ProjectedDocument
from newslint.document.structure import BlockKind, Label
from newslint.patterns import lazy
from newslint.readers.front_matter import front_matter, issue_date
from newslint.readers.html_article import PageLine, find_article
from newslint.readers.html_containers import is_unseen
from newslint.readers.html_elements import HEADINGS, Outline
from newslint.readers.html_origin import Origin, credit_of
from newslint.readers.html_tokens import EndTags, Token, attributes, tokens
from newslint.readers.running_text import Run, RunningText

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form founder-content"
    " frameset h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu ol optgroup option p pre search section "
    "summary table"
    " tbody td tfoot th thead tr ul".split()
)
#: Elements in whose attributes the author and the source of an article may be named, and those that tell about it.
_CREDITED = frozenset("a address cite div em p span strong".split())
_DESCRIPTIONS = frozenset("meta time title script".split())
#: Elements that show no prose of the article, and those that become one character in the middle of a line.
_HIDDEN = frozenset("audio button canvas datalist map nav noscript object select svg template video".split())
_OBJECTS = frozenset("code del kbd math s samp strike sub sup var".split())
_ARTICLES = frozenset(("article", "main"))
_HEADING_TAG = lazy(r"<(/?)h[1-6](?=[\s/>])", re.I)
#: A heading, a struck or a raised word ends within this many characters, or its end tag is missing.
_REACH = 1500
_RUBY_TAG = lazy(r"</?(?:rt|rp|ruby)(?=[\s/>])", re.I)
_BLOCK_TAG = lazy(r"</?(?:h[1-6]|p|div|li|td|tr|table|article|section|blockquote|br)(?=[\s/>])", re.I)
_HEAD_END = lazy(r"</head(?=[\s/>])|<body(?=[\s/>])", re.I)
_FOOTNOTE = lazy(r"\s*[\[［〔【(（]\s*[0-9①-⑳*]{1,3}(?:[-–,，、][0-9]{1,3}){,9}\s*[\]］〕】)）]\s*|\s*[①-⑳*†‡]\s*")
_TAGS = lazy(r"<[^>]*>")
_HAN = lazy("[\u4e00-\u9fff]")
_LINE_END = lazy(r"\r\n|\r|\n")
#: Spaces with an entity: an em is an indent, the others are as wide as a letter.
_SPACES = {"\u2003": "\u3000", "\u2002": "\xa0", "\u2009": "\xa0", "\u2004": "\xa0", "\u2005": "\xa0"}
_SOFT_HYPHEN = "\xad"
#: What a link that shows nothing has in it, and what an icon of a font has.
_NOTHING = lazy(r"(?:\s|&nbsp;|&#160;)+(?=</a\s*>)", re.I)
_ICON = lazy(
    r"\s*(?:&#x[ef][0-9a-f]{3};?|&#(?:5734[4-9]|573[5-9]\d|57[4-9]\d\d|5[89]\d{3}|6[0-3]\d{3});?|[\ue000-\uf8ff])\s*(?=</)",
    re.I,
)
_LINK_TAG = lazy(r"<(/?)a(?=[\s/>])", re.I)
#: An author or a source is named within this many characters.
_CREDIT = 200


def read_html(
    text: str,
    *,
    name: str = "-",
    encode: Callable[[str], bytes] = str.encode,
    issued: date | None = None,
    content: Sequence[str] = (),
) -> Document:
    """Make a Document of HTML or XHTML ``text``, which ``encode`` turns into bytes again. Never fails.

    ``content`` are the selectors of the elements with the article; without any, it is searched for. A date of
    publication in the head or in front matter takes precedence over ``issued``, which takes precedence over one in the
    lines of the page.
    """
    page = _Page(text, content)
    prose = Document(
        page.lines.text,
        name=name,
        format="html",
        masked=page.lines.masks,
        labels=page.labels,
        encode=encode,
        issued=page.origin.stated or issued or page.origin.shown,
        author=page.origin.author,
        source=page.origin.source,
        content=content,
    )
    return ProjectedDocument(text, prose, page.lines.pieces, page.comments)


class _Page:
    """A page while it is read: ``lines`` is its running text, ``labels`` is what its tags say about a line."""

    def __init__(self, text: str, content: Sequence[str]) -> None:
        self.text = text
        self.lines = RunningText(text)
        self.labels: dict[int, Label] = {}
        self.comments: list[tuple[int, int]] = []
        self.origin = Origin()
        self._content = content
        self._outline = Outline()
        self._end_tags = EndTags(text)
        self._head_end: int | None = None
        self._found: list[PageLine] = []
        self._runs: list[Run] = []  # the current line
        self._linked = 0  # the number of its characters that are links
        self._breaks = 0  # line ends since the last visible line
        self._rule: Span | None = None  # a rule since then
        self._hidden = 0  # nothing before this offset is shown
        self._ended = False  # the last article has ended; the rest is page furniture
        self._kept = 0  # before this offset a line end is a line end
        self._link_end = 0  # before this offset everything is a link
        front = front_matter(text)
        if front:
            self._hidden = front.end
            self.origin.stated = issue_date(front.fields)
        for token in tokens(text):
            self._read(token)
        self._end_line(2)
        self._outline.finish(len(self._found))
        self._choose()

    def _read(self, token: Token) -> None:
        kind, start, end, value = token
        if kind == "comment":
            if self.text.endswith("-->", start, end):
                self.comments.append((start, end))
        elif kind == "start" and value in _DESCRIPTIONS:
            self.origin.read_element(value, attributes(self.text[start:end]))
        elif kind == "raw":
            self.origin.read_content(self.text[start:end])
        if start < self._hidden:
            return
        if kind == "text":
            self._add_text(start, end)
        elif kind == "reference" and value != _SOFT_HYPHEN:
            self._runs.append(Run(_SPACES.get(value, value), start, end, literal=False))
            self._linked += end <= self._link_end and not value.isspace()
        elif kind == "start":
            self._open(value, start, end)
        elif kind == "end" and value in _BLOCKS:
            self._end_line(2)
            self._ended = self._ended or value in _ARTICLES
            self._outline.close(value, len(self._found))

    def _read_credit(self, name: str, fields: dict[str, str], start: int, end: int) -> None:
        """Read the author or the source in an element that is named so."""
        what = credit_of(fields)
        stop = self._end_tags.of(name, start) if what else -1
        if end <= stop <= end + _CREDIT:
            self.origin.read_credit(what, _TAGS.sub(" ", self.text[end:stop]))

    # --- lines ---------------------------------------------------------------------------------------------------

    def _add_text(self, start: int, end: int) -> None:
        if start < self._link_end:
            self._linked += len("".join(self.text[start : min(end, self._link_end)].split()))
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
        linked, self._linked = self._linked, 0
        text = " ".join("".join([run.text for run in runs]).split())
        if text:
            line = PageLine(runs, text, max(self._breaks, 1), self._rule, self._outline.current, linked)
            self._found.append(line)
            self._breaks, self._rule = breaks, None
        else:
            self._breaks = max(self._breaks, breaks) if breaks > 1 else self._breaks + 1

    def _choose(self) -> None:
        """Make the running text of the lines that are the article, and read from the others what they say about it."""
        article = find_article(self._found, self._outline.elements, self.origin.titles, self._content)
        kept = frozenset(article.lines)
        breaks, rule = 1, None
        for index, line in enumerate(self._found):
            breaks, rule = max(breaks, line.breaks), line.rule or rule
            if index not in kept:
                self.origin.read_line(line.text)
                continue
            if rule:
                self.lines.add_rule(*rule)
            span = self.lines.add_line(line.runs, breaks)
            if span:
                self._label(span, line, is_headline=index == article.headline)
                breaks, rule = 1, None
        for table in {id(line.element.table): line.element.table for line in self._found if line.element}.values():
            for start in table.lines if table and table.is_data else ():
                self.labels.setdefault(start, Label(BlockKind.TABLE, start))

    def _label(self, span: Span, line: PageLine, *, is_headline: bool) -> None:
        """Record what the elements around a line say about it."""
        if is_headline:
            self.labels[span.start] = Label(BlockKind.HEADLINE, span.start, level=1)
        elif line.kind:
            self.labels[span.start] = Label(line.kind, span.start, level=line.level)
        elif line.element and line.element.table:
            line.element.table.add_line(*span)
        elif line.element and line.element.centred:
            self.labels[span.start] = Label(None, span.start, centred=True)

    # --- elements ------------------------------------------------------------------------------------------------

    def _open(self, name: str, start: int, end: int) -> None:
        fields = attributes(self.text[start:end])
        if name in _CREDITED:
            self._read_credit(name, fields, start, end)
        if name in _BLOCKS:
            self._end_line(2)
            self._ended = self._ended and name not in _ARTICLES
            if name not in HEADINGS or self._is_closed_heading(end):
                self._outline.open(name, fields, len(self._found))
        if name == "br":
            self._end_line(1)
        elif name == "hr":
            self._end_line(2)
            self._rule = Span(start, end)
        elif self.text.endswith("/>", start, end):
            return
        elif (
            name not in _BLOCKS
            and is_unseen(fields)
            and end <= (stop := self._end_tags.of(name, start)) <= end + _REACH
        ):
            self._hidden = stop
        elif name == "a":
            self._open_link(fields, end)
        elif name in ("i", "em", "span", "b"):
            icon = _ICON.match(self.text, end)
            self._hidden = icon.end() if icon else 0
        elif name in ("rt", "rp"):
            stop = _RUBY_TAG.search(self.text, end)
            self._hidden = stop.start() if stop else end
        elif name in _OBJECTS:
            self._open_object(name, start, end)
        else:
            self._open_hidden(name, start, end)

    def _open_link(self, fields: dict[str, str], end: int) -> None:
        """Note how far a link reaches; an anchor without words is not shown."""
        if "href" in fields:
            tag = _LINK_TAG.search(self.text, end, end + _REACH)
            self._link_end = tag.start() if tag and tag[1] else 0
        elif nothing := _NOTHING.match(self.text, end):
            self._hidden = nothing.end()

    def _open_hidden(self, name: str, start: int, end: int) -> None:
        if name == "head":
            if self._head_end is None:
                stop = _HEAD_END.search(self.text, end)
                self._head_end = stop.start() if stop else 0
            self._hidden = max(end, self._head_end)
        elif name in _HIDDEN or (name == "footer" and self._ended):
            self._hidden = max(end, self._end_tags.of(name, start))
        elif name == "pre" and end > self._kept:
            stop = max(end, self._end_tags.of(name, start))
            if _is_prose(self.text[end:stop]):
                self._kept = stop
            else:
                self._hidden = stop

    def _is_closed_heading(self, end: int) -> bool:
        tag = _HEADING_TAG.search(self.text, end, end + _REACH)
        return tag is not None and bool(tag[1])

    def _open_object(self, name: str, start: int, end: int) -> None:
        """Replace what is not prose by one character that no rule reads; the number of a footnote by nothing."""
        stop = self._end_tags.of(name, start)
        if not end <= stop <= end + _REACH or _BLOCK_TAG.search(self.text, end, stop):
            return
        words = _TAGS.sub("", self.text[end:stop])
        if name in ("code", "kbd", "samp") and _is_prose(words):
            return
        self._hidden = stop
        if name != "sup" or not _FOOTNOTE.fullmatch(words):
            self._runs.append(Run(MASK, start, stop, literal=False, sealed=True))


def _is_prose(text: str) -> bool:
    """Return True if text in a code element is Chinese prose."""
    return 2 * len(_HAN.findall(text)) >= len("".join(text.split())) > 0
