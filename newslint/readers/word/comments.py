"""Comments of newslint in a Word document, each on exactly the characters of its finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from newslint.finding import Edit
from newslint.readers.word import names as n
from newslint.readers.word.changes import edges, track
from newslint.readers.word.names import Element
from newslint.readers.word.pieces import Words
from newslint.readers.word.reading import WordFile
from newslint.readers.word.runs import cut, holder, new, set_apart, with_text
from newslint.readers.word.stamps import Stamps

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_INITIALS = "校"
#: Word opens no file with more than 32,767 comments.
MOST_COMMENTS = 30_000


class Note(NamedTuple):
    """What a comment says, line by line, on the running text from ``start`` to ``end``."""

    start: int
    end: int
    lines: tuple[str, ...]


def mark(file: WordFile, notes: Sequence[Note], edits: Sequence[Edit]) -> None:
    """Add a comment for each of ``notes``, and ``edits`` as tracked changes."""
    notes = [_widened(note, file.text) for note in notes]
    cut(file.words, [*edges(edits), *(place for note in notes for place in (note.start, note.end))])
    stamps = Stamps(file)
    if notes:
        root = _comments(file)
        for note in notes:
            stamp = stamps.next()
            _add_comment(root, note, stamp)
            _anchor(file, note, stamp["id"])
    track(file, edits, stamps)


def _widened(note: Note, text: str) -> Note:
    """Return a note with the character before it, or else the one behind, if it stands on nothing but line ends."""
    start, end = note.start, note.end
    if text[start:end].strip("\n"):
        return note
    if start > 0 and text[start - 1] != "\n":
        return note._replace(start=start - 1)
    return note._replace(end=end + 1) if text[end : end + 1] not in ("", "\n") else note


def _comments(file: WordFile) -> Element:
    """Return the root of the part with the comments, which is added if there is none."""
    part = file.package.related("comments")
    if part is None:
        part = file.package.add("comments", new(n.COMMENTS), _TYPE)
    file.package.touch(part)
    return file.package.tree(part)


def _add_comment(root: Element, note: Note, stamp: dict[str, str]) -> None:
    comment = new(n.COMMENT, **stamp, initials=_INITIALS)
    root.append(comment)
    for line in note.lines:
        paragraph = etree.SubElement(comment, n.PARAGRAPH)
        with_text(etree.SubElement(paragraph, n.RUN), line)


def _anchor(file: WordFile, note: Note, number: str) -> None:
    """Put the marks of a comment around its characters, or around what they belong to where Word shows no comments."""
    words = file.words
    stretch = words.stretch_at(note.start)
    start, end, mark = new(n.COMMENT_START, id=number), new(n.COMMENT_END, id=number), new(n.RUN)
    etree.SubElement(mark, n.COMMENT_MARK).set(n.ID, number)
    if stretch.host is None:
        first, last = _ends(words, note)
        file.package.touch(stretch.part)
    else:
        first = last = set_apart(stretch.host)
        file.package.touch(file.package.main)
    if first.tag == n.PARAGRAPH:
        properties = first.find(n.PARAGRAPH_PROPERTIES)
        first.insert(0 if properties is None else 1, start)
        last.extend((end, mark))
        return
    first.addprevious(start)
    last.addnext(end)
    _outermost(end).addnext(mark)


def _ends(words: Words, note: Note) -> tuple[Element, Element]:
    """Return the first and the last run of a comment; the paragraph, twice, if it has no characters but its end."""
    found = words.between(note.start, note.end) or [words.at(note.start) or words.pieces[-1]]
    held = [piece for piece in found if piece.element.tag != n.PARAGRAPH]
    if not held:
        return found[0].element, found[0].element
    return holder(held[0].element), holder(held[-1].element)


def _outermost(element: Element) -> Element:
    """Return what holds an element below its paragraph, so that a mark behind it is no part of a change or link."""
    above = element.getparent()
    while above is not None and above.tag != n.PARAGRAPH:
        element, above = above, above.getparent()
    return element
