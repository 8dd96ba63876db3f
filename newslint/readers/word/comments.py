"""Comments of newslint in a Word document, each on exactly the characters of its finding."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newslint.finding import Edit
from newslint.readers.word import names as n
from newslint.readers.word.changes import edges, track
from newslint.readers.word.names import Element
from newslint.readers.word.pieces import Words
from newslint.readers.word.reading import WordFile
from newslint.readers.word.runs import cut, holder, new, with_text
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
    cut(file.words, [*edges(edits), *(place for note in notes for place in (note.start, note.end))])
    stamps = Stamps(file)
    if notes:
        root = _comments(file)
        for note in notes:
            stamp = stamps.next()
            root.append(_comment(note, stamp))
            _anchor(file, note, stamp["id"])
    track(file, edits, stamps)


def _comments(file: WordFile) -> Element:
    """Return the root of the part with the comments, which is added if there is none."""
    part = file.package.related("comments")
    if part is None:
        part = file.package.add("comments", new(n.COMMENTS), _TYPE)
    file.package.touch(part)
    return file.package.tree(part)


def _comment(note: Note, stamp: dict[str, str]) -> Element:
    comment = new(n.COMMENT, **stamp, initials=_INITIALS)
    for line in note.lines:
        paragraph = new(n.PARAGRAPH)
        paragraph.append(with_text(new(n.RUN), line))
        comment.append(paragraph)
    return comment


def _anchor(file: WordFile, note: Note, number: str) -> None:
    """Put the marks of a comment around its characters, or around what they belong to where Word shows no comments."""
    words = file.words
    stretch = words.stretch_at(note.start)
    start, end, mark = new(n.COMMENT_START, id=number), new(n.COMMENT_END, id=number), new(n.RUN)
    mark.append(new(n.COMMENT_MARK, id=number))
    if stretch.host is None:
        first, last = _ends(words, note)
        file.package.touch(stretch.part)
    else:
        first = last = stretch.host
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
    held = [piece for piece in words.between(note.start, note.end) if piece.element.tag != n.PARAGRAPH]
    if not held:
        before = words.before(note.start)
        at = words.at(note.start) or before
        if before is not None and before.element.tag != n.PARAGRAPH:
            held = [before]
        elif at is not None and at.element.tag != n.PARAGRAPH:
            held = [at]
        elif at is not None:
            return at.element, at.element
    return holder(held[0].element), holder(held[-1].element)


def _outermost(element: Element) -> Element:
    """Return what holds an element below its paragraph, so that a mark behind it is no part of a change or link."""
    above = element.getparent()
    while above is not None and above.tag != n.PARAGRAPH:
        element, above = above, above.getparent()
    return element
