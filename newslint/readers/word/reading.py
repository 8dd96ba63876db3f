"""The parts of a Word document that have text, read in their order into one running text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from newslint.document.structure import BlockKind, Label
from newslint.finding import Edit, Paragraph
from newslint.language import tr
from newslint.readers.word import names as n
from newslint.readers.word.document import WordDocument
from newslint.readers.word.names import RELATION_ID, Element, W
from newslint.readers.word.package import Package
from newslint.readers.word.pieces import Words
from newslint.readers.word.styles import LOWEST_LEVEL, Styles, is_on
from newslint.readers.word.text import Story

#: A document has so many characters at most, or one for each byte of the file: prose is packed to more bytes than that.
_MOST_TEXT = 700_000
_MARGINS = {W + "headerReference": "header", W + "footerReference": "footer"}
_KINDS = ("table", "box", "footnote", "endnote", "header", "footer")


class WordFile:
    """A Word document that was read: its ``package``, the ``words`` of its parts and their ``text``.

    Raises ``ReadError`` for what is no sound document, with one sentence for an editor.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.package = Package(data, name)
        self._data = data
        self.words = Words()
        self._name = name
        self._styles = Styles(self._tree_of("styles"))
        self._read()
        self.text = self.words.text()
        if len(self.text) > max(_MOST_TEXT, len(data)):
            raise self.package.too_large()

    def document(self, issued: date | None = None) -> WordDocument:
        """Return the Document that rules look at."""
        words = self.words
        sealed: list[tuple[int, int]] = []
        ends = []
        for piece in words.pieces:
            if not piece.sealed:
                continue
            if piece.element.tag == n.PARAGRAPH:
                ends.append(piece.place)
            elif sealed and sealed[-1][1] == piece.place:
                sealed[-1] = (sealed[-1][0], piece.end)
            else:
                sealed.append((piece.place, piece.end))
        return WordDocument(
            self.text,
            name=self._name,
            issued=issued,
            masked=words.masks,
            labels=words.labels,
            paragraphs=words.paragraphs,
            sealed=sealed,
            ends=ends,
            indented=words.indented,
            rewrite=partial(_rewritten, self._data, self._name),
        )

    # --- parts ---------------------------------------------------------------------------------------------------

    def _tree_of(self, kind: str) -> Element | None:
        part = self.package.related(kind)
        return None if part is None else self.package.tree(part)

    def _read(self) -> None:
        main = self.package.main
        root = self.package.tree(main)
        body = root.find(n.BODY)
        if root.tag != W + "document" or body is None:
            raise self.package.broken(tr("里面没有正文"))
        story = Story(self.words, self._styles, main, root)
        story.read(body, "")
        for kind in ("footnote", "endnote"):
            self._read_notes(kind, [(number, mark) for other, number, mark in story.notes if other == kind])
        self._read_margins(root, body)
        self._finish()

    def _read_notes(self, kind: str, marks: list[tuple[str, Element]]) -> None:
        """Read the notes of a kind that have marks in the body, in the order of these."""
        part = self.package.related(f"{kind}s") if marks else None
        if part is None:
            return
        root = self.package.tree(part)
        notes = {note.get(n.ID): note for note in root.iterchildren(W + kind)}
        story = Story(self.words, self._styles, part, root)
        for number, mark in marks:
            if (note := notes.pop(number, None)) is not None:
                first = self.words.length
                story.read(note, kind, mark)
                self._set_apart(first)

    def _read_margins(self, root: Element, body: Element) -> None:
        """Read the headers and footers that are shown, each part once."""
        seen = set()
        host = next(body.iter(n.PARAGRAPH), None)
        for section in root.iter(n.SECTION):
            for reference in section:
                kind = _MARGINS.get(reference.tag) if isinstance(reference.tag, str) else None
                part = self.package.by_id(reference.get(RELATION_ID, "")) if kind else None
                if kind is None or part is None or part in seen or not self._is_shown(reference, section):
                    continue
                seen.add(part)
                tree = self.package.tree(part)
                first = self.words.length
                Story(self.words, self._styles, part, tree).read(tree, kind, host)
                self._set_apart(first)

    def _is_shown(self, reference: Element, section: Element) -> bool:
        """Return True unless a header is for first or even pages, and these have none of their own."""
        kind = reference.get(n.TYPE)
        if kind == "first":
            return is_on(section, W + "titlePg")
        settings = self._tree_of("settings") if kind == "even" else None
        return kind != "even" or (settings is not None and is_on(settings, W + "evenAndOddHeaders"))

    def _set_apart(self, first: int) -> None:
        """Label all lines from the place ``first`` as items, which no rule reads on from one to the next."""
        words = self.words
        text = words.since(first)
        start = 0
        while start < len(text):
            words.labels[first + start] = Label(BlockKind.LIST, first + start)
            start = text.find("\n", start) + 1 or len(text)

    def _finish(self) -> None:
        """Number the paragraphs that have text, each kind by itself, let headings stand below a title, and set the
        lines at borders apart.
        """
        words = self.words
        text = words.text()
        numbers = dict.fromkeys(("", *_KINDS), 0)
        ends = [*(paragraph.start for paragraph in words.paragraphs), len(text)][1:]
        for index, (paragraph, end) in enumerate(zip(words.paragraphs, ends, strict=True)):
            filled = bool(text[paragraph.start : end].strip())
            numbers[paragraph.kind] += filled
            words.paragraphs[index] = Paragraph(paragraph.start, paragraph.kind, max(1, numbers[paragraph.kind]))
        if words.titles:
            for start, label in words.labels.items():
                if label.level and start not in words.titles:
                    words.labels[start] = label._replace(level=min(label.level + 1, LOWEST_LEVEL))
        for start in words.borders - {0, words.length}:
            words.labels[start] = words.labels.get(start, Label(None, start))._replace(apart=True)


def _rewritten(data: bytes, name: str, edits: Sequence[Edit], accept: bool) -> bytes:
    """Return a document with edits; it is read again, because writing changes what was read."""
    from newslint.readers.word.changes import accepted, tracked  # a check writes nothing

    if not edits:
        return data
    file = WordFile(data, name)
    (accepted if accept else tracked)(file, edits)
    return file.package.written()
