"""Edits of the running text of a Word document: as tracked changes, or made at once.

Edits are the least that do their work, sorted, and allowed by the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.document.edits import apply_edits
from newslint.finding import Edit
from newslint.readers.word import names as n
from newslint.readers.word.names import Element, parent_of
from newslint.readers.word.pieces import Piece, Words
from newslint.readers.word.reading import WordFile
from newslint.readers.word.runs import cut, holder, like, new, set_apart, set_text, with_text
from newslint.readers.word.stamps import Stamps

#: What holds runs that somebody inserted or moved here.
_INSERTIONS = (n.INSERTED, n.MOVED_TO)


def edges(edits: Iterable[Edit]) -> list[int]:
    """Return the places at which runs must be cut to track ``edits``."""
    return [place for edit in edits for place in (edit.start, edit.end)]


def tracked(file: WordFile, edits: Sequence[Edit]) -> None:
    """Make ``edits`` as changes that an editor accepts or rejects."""
    cut(file.words, edges(edits))
    track(file, edits, Stamps(file))


def track(file: WordFile, edits: Sequence[Edit], stamps: Stamps) -> None:
    """Make ``edits``, at whose ends runs are cut already, as tracked changes with ``stamps``."""
    for edit in reversed(edits):  # what was parted already is not moved again
        words = file.words
        deleted = words.between(edit.start, edit.end)
        last: Element | None = None
        for piece in deleted:
            if piece.element.tag == n.PARAGRAPH:
                _delete_mark(piece.element, stamps)
            else:
                last = _delete(piece.element, last, stamps)
        if edit.text:
            mark = new(n.INSERTED, **stamps.next())
            _place(mark, edit, words, deleted, stamps)
        file.package.touch(words.stretch_at(edit.start).part)


def _delete(element: Element, last: Element | None, stamps: Stamps) -> Element:
    """Mark the run of a piece as deleted, together with that of the piece before if it is beside it."""
    if element.tag == n.TEXT:
        element.tag = n.DELETED_TEXT
    if last is not None and holder(element).getparent() is last:
        return last
    run = set_apart(element)
    if last is not None and run.getprevious() is last:
        last.append(run)
        return last
    mark = new(n.DELETED, **stamps.next())
    run.addprevious(mark)
    mark.append(run)
    return mark


def _delete_mark(paragraph: Element, stamps: Stamps) -> None:
    """Mark the end of a paragraph as deleted, so that the next is joined to it."""
    properties = paragraph.find(n.PARAGRAPH_PROPERTIES)
    if properties is None:
        properties = new(n.PARAGRAPH_PROPERTIES)
        paragraph.insert(0, properties)
    marks = properties.find(n.RUN_PROPERTIES)
    if marks is None:
        marks = new(n.RUN_PROPERTIES)
        behind = [child for child in properties if child.tag in (n.SECTION, n.PARAGRAPH_CHANGE)]
        if behind:
            behind[0].addprevious(marks)
        else:
            properties.append(marks)
    marks.insert(1 if marks.find(n.INSERTED) is not None else 0, new(n.DELETED, **stamps.next()))


# --- insertions ------------------------------------------------------------------------------------------------------


def _place(mark: Element, edit: Edit, words: Words, deleted: Sequence[Piece], stamps: Stamps) -> None:
    """Put the new text of an edit where it belongs, in a run of its own within ``mark``."""
    near, behind = _neighbour(edit, words, deleted)
    if near.tag == n.PARAGRAPH:
        mark.append(_ending_run(near, edit.text))
        near.append(mark)
        return
    mark.append(with_text(like(near), edit.text))
    target = parent_of(near) if parent_of(near).tag == n.DELETED else near
    within = parent_of(target)
    if within.tag in _INSERTIONS:
        _part_insertion(within, target, mark, stamps, behind=behind)
    elif behind:
        target.addnext(mark)
    else:
        target.addprevious(mark)


def _ending_run(paragraph: Element, text: str) -> Element:
    """Return a run for the end of a paragraph, with the format of its first."""
    return with_text(like(next(paragraph.iterchildren(n.RUN), None)), text)


def _neighbour(edit: Edit, words: Words, deleted: Sequence[Piece]) -> tuple[Element, bool]:
    """Return the run that new text is put beside, and whether behind it; a paragraph if at its end."""
    for piece in deleted:
        if piece.element.tag != n.PARAGRAPH:
            return holder(piece.element), True
    if deleted:
        return deleted[0].element, True
    before, at = words.before(edit.start), words.at(edit.start)
    if before is not None and before.element.tag != n.PARAGRAPH and not before.sealed:
        return holder(before.element), True
    if at is None:
        raise ValueError(f"nothing stands beside place {edit.start}")
    return (at.element if at.element.tag == n.PARAGRAPH else holder(at.element)), False


def _part_insertion(within: Element, target: Element, placed: Element, stamps: Stamps, *, behind: bool) -> None:
    """Put a change beside ``target``, between two parts of somebody's insertion, so that each author's stays their
    own.
    """
    rest = list(target.itersiblings())
    rest = rest if behind else [target, *rest]
    within.addnext(placed)
    if rest:
        other = new(within.tag)
        other.attrib.update(within.attrib)
        other.set(n.ID, stamps.next()["id"])
        other.extend(rest)
        placed.addnext(other)
    if next(iter(within), None) is None:  # to count its children would take as long as there are many
        parent_of(within).remove(within)


# --- at once ---------------------------------------------------------------------------------------------------------


def accepted(file: WordFile, edits: Sequence[Edit]) -> None:
    """Make ``edits`` at once, without a trace."""
    words = file.words
    texts = _Texts()
    for edit in edits:
        file.package.touch(words.stretch_at(edit.start).part)
        deleted = words.between(edit.start, edit.end)
        text = edit.text
        for piece in deleted:
            if piece.literal:
                texts.replace(piece, edit.start, edit.end, text)
                text = ""
        if text:
            _add(edit, words, deleted, texts)
    texts.write()
    joined: dict[Element, Element] = {}  # paragraphs that are gone, with those that they were joined to
    for piece in [piece for edit in edits for piece in words.between(edit.start, edit.end)]:
        if piece.element.tag == n.PARAGRAPH:
            _join(piece.element, joined)
        elif not piece.literal:
            parent_of(piece.element).remove(piece.element)


class _Texts:
    """The texts that change, each with its edits, which are made together."""

    def __init__(self) -> None:
        self._edits: dict[int, tuple[Piece, list[Edit]]] = {}

    def replace(self, piece: Piece, start: int, end: int, text: str) -> None:
        """Replace what a text has between two places."""
        first, last = max(start, piece.place) - piece.place, min(end, piece.end) - piece.place
        self._edits.setdefault(piece.place, (piece, []))[1].append(Edit(first, last, text))

    def write(self) -> None:
        """Make all edits."""
        for piece, edits in self._edits.values():
            set_text(piece.element, apply_edits(piece.element.text or "", edits))


def _add(edit: Edit, words: Words, deleted: Sequence[Piece], texts: _Texts) -> None:
    """Add the text of an edit that replaces no text: to a text beside it, or as one of its own."""
    removed = next((piece.element for piece in deleted if piece.element.tag != n.PARAGRAPH), None)
    before, at = words.before(edit.start), words.at(edit.start)
    made = new(n.TEXT)
    set_text(made, edit.text)
    if removed is not None:
        removed.addprevious(made)
    elif before is not None and before.element.tag != n.PARAGRAPH and not before.sealed:
        if before.literal:
            texts.replace(before, edit.start, edit.start, edit.text)
        else:
            before.element.addnext(made)
    elif at is not None and at.element.tag != n.PARAGRAPH:
        if at.literal:
            texts.replace(at, edit.start, edit.start, edit.text)
        else:
            at.element.addprevious(made)
    elif at is not None:
        at.element.append(_ending_run(at.element, edit.text))


def _join(paragraph: Element, joined: dict[Element, Element]) -> None:
    """Join the next paragraph to this one, or to the one that this was ``joined`` to."""
    paragraph = joined.get(paragraph, paragraph)
    following = paragraph.getnext()
    if following is None:
        raise ValueError("no paragraph follows")
    paragraph.extend([child for child in following if child.tag != n.PARAGRAPH_PROPERTIES])
    parent_of(following).remove(following)
    joined[following] = paragraph
