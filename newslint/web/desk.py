"""What the page asks for: texts are checked, files opened, Word documents given back. Nothing is kept but in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import count
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from newslint.config import Project, Settings
from newslint.document import Document
from newslint.document.edits import edits_between
from newslint.finding import Edit, Finding, Severity
from newslint.language import tr
from newslint.readers import ReadError, check_size, document_from_text, is_word, read_bytes
from newslint.reports.comments import comment_lines
from newslint.results import CheckedFile, RuleNote
from newslint.run.articles import articles_of
from newslint.run.discovery import MARKED
from newslint.run.linter import Linter
from newslint.run.notes import rule_notes
from newslint.web.answers import answer, keys_of
from newslint.web.house import House

if TYPE_CHECKING:
    from newslint.readers.word import Note

#: The name of a text that was typed; settings and format are those of a file with this name in the working folder.
UNNAMED = "稿件.txt"
#: How many Word documents are remembered at a time, for a page each.
_MOST_OPENED = 8


class Opened(NamedTuple):
    """A Word document that the page shows: its bytes, and its text as it was opened."""

    name: str
    data: bytes
    document: Document


class Marked(NamedTuple):
    """A Word document with comments and tracked changes. ``lost`` counts the changes of its text that Word cannot have
    there.
    """

    name: str
    data: bytes
    comments: int
    changes: int
    lost: int


class Desk:
    """Checks what the page sends under the settings of ``project``; one request after another."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.house = House()
        self._linters: list[tuple[Settings, Linter]] = []
        self._opened: dict[str, Opened] = {}
        self._numbers = count(1)
        self._lock = RLock()

    def settings(self, name: str = UNNAMED) -> Settings:
        """Return the settings of a file in the working folder; raises ``ConfigError``."""
        return self.project.settings_for(_file_name(name))

    def renew(self, config: Path | None = None) -> None:
        """Read the configuration again, or take the one at ``config`` from now on; raises what ``Linter`` raises, and
        then all stays as it was.
        """
        with self._lock:
            before = self.project, self._linters
            try:
                self.project, self._linters = self.project.reread(config), []
                self._linter(self.settings())
            except Exception:
                self.project, self._linters = before
                raise

    def check(self, text: str, name: str, opened: str, ignored: Collection[str]) -> dict[str, object]:
        """Return what is found in ``text``, as ``answer`` has it; ``opened`` is the Word document that it comes from,
        or "".
        """
        with self._lock:
            file, rules = self._checked(self._document(text, name, opened), _file_name(name))
            return answer(file, rules, ignored)

    def open(self, name: str, data: bytes) -> dict[str, object]:
        """Return the text of a file, with its line ends as the page has them; raises ``ReadError``."""
        name = _file_name(name)
        with self._lock:
            settings = self.settings(name)
            check_size(len(data), name, settings.most_bytes)
            if is_word(name):
                from newslint.readers.word import without_own  # lxml takes longer to load than a text to check

                data = without_own(data, name)
            document = read_bytes(data, name, issued=settings.issue_date, content=settings.content)
            opened = ""
            if is_word(name):
                opened = str(next(self._numbers))
                self._opened[opened] = Opened(name, data, document)
                while len(self._opened) > _MOST_OPENED:
                    del self._opened[next(iter(self._opened))]
            return {"name": name, "text": line_feeds(document.text), "opened": opened}

    def marked(self, text: str, opened: str, ignored: Collection[str]) -> Marked:
        """Return the Word document ``opened`` with the changes that make ``text`` of it tracked, and a comment on each
        finding that was mended so, or is left and not ``ignored``; raises ``ReadError``.
        """
        from newslint.readers.word import MOST_COMMENTS, Note, annotated

        with self._lock:
            name, data, first = self._source(opened)
            wanted = edits_between(first.text, text)
            edits = [edit for edit in wanted if first.carry([edit]) is not None]
            left = self._noted(self._document(text, name, opened), name, ignored)
            notes = {
                (finding.code, _before(note.start, wanted)): (
                    finding.severity,
                    Note(_before(note.start, wanted), _before(note.end, wanted, closing=True), note.lines),
                )
                for finding, note in left
            }
            for finding, note in self._noted(first, name, ignored):
                if any(edit.start < note.end and note.start < edit.end for edit in edits):
                    notes.setdefault((finding.code, note.start), (finding.severity, note))
            gravest = sorted(notes.values(), key=lambda one: (-one[0], one[1]))[:MOST_COMMENTS]
            shown = sorted(note for _, note in gravest)
            made = annotated(data, name, first.text, shown, edits)
            return Marked(
                Path(name).stem.removesuffix(MARKED) + f"{MARKED}.docx",
                made,
                len(shown),
                len(edits),
                len(wanted) - len(edits),
            )

    def _source(self, opened: str) -> Opened:
        if opened not in self._opened:
            raise ReadError(tr("这篇 Word 稿件已经不在这里了，请重新打开。"))
        return self._opened[opened]

    def _noted(self, document: Document, name: str, ignored: Collection[str]) -> Iterator[tuple[Finding, Note]]:
        """Yield the findings in a document that are not ignored, each with the comment on it."""
        from newslint.readers.word import Note

        file, rules = self._checked(document, name)
        least = self.settings(name).level
        for finding, key in zip(file.findings, keys_of(file), strict=True):
            if key not in ignored and finding.severity >= least:
                lines = comment_lines(finding, rules.get(finding.code), file, {})
                yield finding, Note(finding.start.offset, finding.end.offset, lines)

    def _document(self, text: str, name: str, opened: str) -> Document:
        """Return ``text`` as a document. That of a Word document keeps its styles as long as its paragraphs stand."""
        name = _file_name(name)
        if opened:
            from newslint.readers.word import WordDocument

            first = self._source(opened).document
            edits = edits_between(first.text, text)
            if isinstance(first, WordDocument) and first.carry(edits) is not None:
                return first.edited(edits)
        settings = self.settings(name)
        return document_from_text(text, name=name, issued=settings.issue_date, content=settings.content)

    def _checked(self, document: Document, name: str) -> tuple[CheckedFile, dict[str, RuleNote]]:
        linter = self._linter(self.settings(name))
        file = CheckedFile(
            name,
            document.characters,
            articles_of(document),
            text=document.text,
            findings=tuple(linter.check_document(document)),
            paragraphs=tuple(document.paragraphs),
        )
        return file, rule_notes(linter.book, [file])

    def _linter(self, settings: Settings) -> Linter:
        for known, linter in self._linters:
            if known is settings:
                return linter
        # The page filters by level itself.
        linter = Linter(settings._replace(level=Severity.INFO))
        self._linters.append((settings, linter))
        return linter


def _before(place: int, edits: Sequence[Edit], *, closing: bool = False) -> int:
    """Return where ``place`` of the text with ``edits`` is in the text without them; ``closing``, if it is an end."""
    shift = 0
    for edit in edits:
        start = edit.start + shift
        if place < start or (closing and place == start):
            break
        if place < start + len(edit.text):
            return edit.end if closing else edit.start
        shift += len(edit.text) - (edit.end - edit.start)
    return place - shift


def line_feeds(text: str) -> str:
    """Return ``text`` with every line end as the line feed that an input of a page has."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _file_name(name: str) -> str:
    """Return a name without folders, such as a page gives."""
    last = name.replace("\\", "/").rpartition("/")[2].replace("\0", "")
    return last if last.strip(". ") else UNNAMED
