"""A Word document to its running text: what a reader of the page sees if all changes in it are accepted.

Read are paragraphs, line breaks and tabs, tables, text boxes once, insertions and the targets of moves, the results of
fields; left out are deletions, the sources of moves, hidden text, codes of fields, prompts of empty controls, phonetic
guides. A text box follows the paragraph that it is anchored in; notes follow the body in the order of their marks, and
headers and footers come last.
"""

from __future__ import annotations

from newslint.document import MASK
from newslint.document.structure import BlockKind, Label
from newslint.finding import Paragraph
from newslint.readers.html_tables import Table
from newslint.readers.word import names as n
from newslint.readers.word.fields import Fields
from newslint.readers.word.groups import GROUPS, below, chosen, content, has, is_fallback
from newslint.readers.word.names import Element, W
from newslint.readers.word.pieces import Stretch, Words
from newslint.readers.word.styles import (
    LOWEST_LEVEL,
    Style,
    Styles,
    hides,
    is_centred,
    is_hidden,
    is_indented,
    is_listed,
    outline_level,
)

#: What has no text of the article.
_LEFT_OUT = frozenset((n.DELETED, n.MOVED_FROM, n.PARAGRAPH_PROPERTIES, n.RUN_PROPERTIES))
_TABS = frozenset((n.TAB, n.POSITION_TAB))
_BREAKS = frozenset((n.BREAK, n.RETURN))
_PICTURES = frozenset((n.DRAWING, n.PICTURE))
_FORMULAS = frozenset((n.MATH + "oMath", n.MATH + "oMathPara"))
_SPACES = str.maketrans("\t\n\r", "   ")


class Story:
    """The blocks of one part while they are read into ``words``; ``notes`` collects the kinds, numbers and elements of
    the marks of notes.
    """

    def __init__(self, words: Words, styles: Styles, part: str, root: Element) -> None:
        self.notes: list[tuple[str, str, Element]] = []
        self._words = words
        self._styles = styles
        self._part = part
        self._fields = Fields(root)
        self._may_hide = styles.hide or hides(root)
        self._tables: list[Table] = []
        self._boxes: list[tuple[Element, Element]] = []
        self._lines: list[int] = []  # the starts of the lines of the current paragraph
        self._open: Element | None = None  # a paragraph whose mark is deleted

    def read(self, parent: Element, kind: str, host: Element | None = None) -> None:
        """Read the blocks in ``parent``; ``host`` is as for ``Stretch``."""
        self._begin(host)
        self._read_blocks(parent, kind, host)
        self._close()

    def _begin(self, host: Element | None) -> None:
        """Begin a stretch of paragraphs, which no sentence goes on into from those above."""
        words = self._words
        words.stretches.append(Stretch(words.length, self._part, host))
        words.borders.add(words.length)

    def _read_blocks(self, parent: Element, kind: str, host: Element | None) -> None:
        for child in parent:
            tag = child.tag
            if tag == n.PARAGRAPH:
                self._read_paragraph(child, kind, host)
            elif tag == n.TABLE:
                self._close()
                self._read_table(child, kind, host)
            elif tag in GROUPS:
                self._read_blocks(child, kind, host)
            elif tag == n.CONTROL:
                if (inner := content(child)) is not None:
                    self._read_blocks(inner, kind, host)
            elif tag == n.ALTERNATIVES and (option := chosen(child)) is not None:
                self._read_blocks(option, kind, host)

    def _read_table(self, table: Element, kind: str, host: Element | None) -> None:
        """Read the cells of a table; its lines are labelled if it has data, not if it only lays out the page."""
        for outer in self._tables:
            outer.nests = True
        found = Table()
        self._tables.append(found)
        for row in below(table, n.ROW):
            if has(row, W + "trPr", n.DELETED):
                continue
            found.rows += 1
            for cell in below(row, n.CELL):
                if has(cell, W + "tcPr", W + "cellDel"):
                    continue
                found.cells += 1
                self._words.borders.add(self._words.length)
                self._read_blocks(cell, kind or "table", host)
                self._close()
        self._words.borders.add(self._words.length)
        self._tables.pop()
        if found.is_data:
            for start in found.lines:
                self._words.labels[start] = Label(BlockKind.TABLE, start)
            for start in found.prose:  # to be read as text, but not on from one cell to the next
                self._words.labels[start] = Label(BlockKind.LIST, start)

    # --- paragraphs ----------------------------------------------------------------------------------------------

    def _read_paragraph(self, paragraph: Element, kind: str, host: Element | None) -> None:
        words = self._words
        properties = paragraph.find(n.PARAGRAPH_PROPERTIES)
        style = self._styles.of(properties, W + "pStyle")
        start = words.length
        if self._open is None:
            self._lines = [start]
            words.paragraphs.append(Paragraph(start, kind, 0))
        boxes, self._boxes = self._boxes, []
        self._read_inline(paragraph, style.hidden)
        own, self._boxes = self._boxes, boxes
        words.indented = words.indented or style.indented or (properties is not None and is_indented(properties))
        self._open = paragraph
        if not _is_mark_deleted(properties):
            self._end_paragraph(properties, style, joinable=_is_joinable(paragraph, properties) and not own)
        for shape, box in own:
            self._close()
            holder = shape if host is None else host
            self._begin(holder)
            self._read_blocks(box, kind if kind not in ("", "table") else "box", holder)
            self._close()
            self._begin(host)

    def _end_paragraph(self, properties: Element | None, style: Style, *, joinable: bool) -> None:
        """End the open paragraph, and label its lines."""
        if self._open is None:
            return
        words = self._words
        words.add("\n", self._open, literal=False, sealed=not joinable)
        self._open = None
        label = _label(properties, style)
        for start, end in zip(self._lines, (*self._lines[1:], words.length), strict=True):
            for table in self._tables[-1:]:
                table.add_line(start, end)
            if label is not None:
                words.labels[start] = label._replace(start=start)
            if style.title:
                words.titles.add(start)

    def _close(self) -> None:
        """End a paragraph whose mark is deleted although nothing follows that it could be joined with."""
        self._end_paragraph(None, Style(), joinable=False)

    # --- runs ----------------------------------------------------------------------------------------------------

    def _read_inline(self, parent: Element, hidden: bool) -> None:
        for child in parent:
            tag = child.tag
            if tag == n.RUN:
                self._read_run(child, hidden)
            elif tag in _LEFT_OUT:
                continue
            elif tag == n.FIELD:
                self._fields.enter()
                self._read_inline(child, hidden)
                self._fields.leave()
            elif tag == n.CONTROL:
                if (inner := content(child)) is not None:
                    self._read_inline(inner, hidden)
            elif tag == n.ALTERNATIVES:
                if (option := chosen(child)) is not None:
                    self._read_inline(option, hidden)
            elif tag in _FORMULAS:
                self._add_object(child)
            elif isinstance(tag, str) and tag.startswith(W):
                self._read_inline(child, hidden)

    def _read_run(self, run: Element, hidden: bool) -> None:
        properties = run.find(n.RUN_PROPERTIES) if self._may_hide else None
        if properties is not None:
            hidden = is_hidden(properties, hidden or self._styles.of(properties, W + "rStyle").hidden)
        fields, words = self._fields, self._words
        for child in run:
            tag = child.tag
            if tag == n.FIELD_MARK:
                fields.meet(child)
            elif hidden or fields.hides:
                continue
            elif tag == n.TEXT:
                words.add(_settled(child), child, sealed=fields.seals)
            elif tag in _TABS:
                words.add("\t", child, literal=False, sealed=fields.seals)
            elif tag in _BREAKS:
                words.add("\n", child, literal=False, sealed=fields.seals)
                self._lines.append(words.length)
            elif tag == n.HYPHEN:
                words.add("-", child, literal=False, sealed=fields.seals)
            elif tag in n.NOTE_MARKS:
                self.notes.append((n.NOTE_MARKS[tag], child.get(n.ID, ""), child))
            else:
                self._read_object(child, child)

    def _read_object(self, child: Element, host: Element) -> None:
        """Read what a run has besides text; ``host`` is the part of the run that it is in."""
        tag = child.tag
        if tag == n.SYMBOL:
            self._add_object(child)
        elif tag == n.RUBY:
            if (base := child.find(n.RUBY_BASE)) is not None:
                text = "".join(part.text or "" for part in base.iter(n.TEXT)).translate(_SPACES)
                self._words.add(text, child, literal=False, sealed=True)
        elif tag == n.ALTERNATIVES:
            if (option := chosen(child)) is not None:
                for inner in option:
                    self._read_object(inner, host)
        elif tag in _PICTURES or tag == n.OBJECT:
            boxes = [(host, box) for box in child.iter(n.BOX) if not is_fallback(box, child)]
            self._boxes += boxes
            if tag == n.OBJECT and not boxes:
                self._add_object(child)

    def _add_object(self, element: Element) -> None:
        """Add the character that no rule reads for what is no text."""
        self._words.masks.append((self._words.length, self._words.length + 1))
        self._words.add(MASK, element, literal=False, sealed=True)


def _settled(element: Element) -> str:
    """Return the text of an element as Word shows it, and let the element have just this."""
    text = element.text or ""
    if element.get(n.SPACE) != "preserve":
        text = text.strip(" \t\n\r")
    if "\n" in text or "\t" in text or "\r" in text:  # hardly ever, and to replace them takes long
        text = text.translate(_SPACES)
    if text != (element.text or ""):
        element.text = text
    return text


def _label(properties: Element | None, style: Style) -> Label | None:
    """Return what the style and the properties of a paragraph make of its lines."""
    stated = None if properties is None else outline_level(properties)
    level = style.level if stated is None else stated
    listed = None if properties is None else is_listed(properties)
    if level:
        return Label(BlockKind.HEADLINE, 0, level=min(level, LOWEST_LEVEL))
    if style.caption:
        return Label(BlockKind.CAPTION, 0)
    if style.listed if listed is None else listed:
        return Label(BlockKind.LIST, 0)
    centred = style.centred if properties is None else is_centred(properties, style.centred)
    return Label(None, 0, centred=True) if centred else None


def _is_mark_deleted(properties: Element | None) -> bool:
    marks = None if properties is None else properties.find(n.RUN_PROPERTIES)
    return marks is not None and (marks.find(n.DELETED) is not None or marks.find(n.MOVED_FROM) is not None)


def _is_joinable(paragraph: Element, properties: Element | None) -> bool:
    """Return True if a paragraph can be joined with the next: there is one beside it, and no section ends here."""
    if properties is not None and properties.find(n.SECTION) is not None:
        return False
    following = paragraph.getnext()
    return following is not None and following.tag == n.PARAGRAPH
