"""What newslint left in a Word document before: taken out, so that a second run replaces it."""

from __future__ import annotations

from newslint.readers.word import names as n
from newslint.readers.word.names import OWN, W14, Element, W, parent_of
from newslint.readers.word.package import Package

#: The kinds of parts that have text, besides the article.
_STORIES = ("footnotes", "endnotes", "header", "footer")
#: Marks that may stand in an insertion and are not part of it.
_RANGES = frozenset(
    W + name
    for name in (
        "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd permStart permEnd moveFromRangeStart "
        "moveFromRangeEnd moveToRangeStart moveToRangeEnd proofErr"
    ).split()
)
#: The kinds of parts with an entry for each comment, by the id of its last paragraph.
_COMPANIONS = ("commentsExtended", "commentsIds")
_PARAGRAPH_ID = W14 + "paraId"


def without_own(data: bytes, name: str) -> bytes:
    """Return the Word document called ``name`` as it was before newslint marked it: its changes are rejected and its
    comments gone, but for those that somebody answered. Without any, it is ``data`` as it is. Raises ``ReadError``.
    """
    package = Package(data, name)
    gone = _remove_comments(package)
    for part in package.parts(_STORIES):
        root = package.tree(part)
        if _reject_changes(root) | _remove_anchors(root, gone):
            package.touch(part)
    return package.written()


def is_as_written(data: bytes, name: str) -> bool:
    """Return True if the Word document called ``name`` is as ``annotated`` wrote it, and no other program has saved it.

    Word, WPS and LibreOffice begin a part in another way. Raises ``ReadError``.
    """
    package = Package(data, name)
    return package.is_own(package.main)


def _reject_changes(root: Element) -> bool:
    """Reject the changes of newslint below ``root``; return whether there were any."""
    inserted = [mark for mark in root.iter(n.INSERTED) if mark.get(n.AUTHOR) == OWN]
    deleted = [mark for mark in root.iter(n.DELETED) if mark.get(n.AUTHOR) == OWN]
    for mark in inserted:
        for child in list(mark):
            if child.tag in _RANGES:
                mark.addprevious(child)
        parent_of(mark).remove(mark)
    for mark in deleted:
        for text in mark.iter(n.DELETED_TEXT):
            text.tag = n.TEXT
        for child in list(mark):
            mark.addprevious(child)
        parent_of(mark).remove(mark)
    return bool(inserted or deleted)


def _remove_comments(package: Package) -> set[str]:
    """Remove the comments of newslint that nobody answered, and return their ids."""
    part = package.related("comments")
    if part is None:
        return set()
    answered = _answered(package)
    root = package.tree(part)
    own = [comment for comment in root.iter(n.COMMENT) if comment.get(n.AUTHOR) == OWN]
    own = [comment for comment in own if _paragraph_id(comment) not in answered]
    for comment in own:
        root.remove(comment)
    if own:
        package.touch(part)
        _remove_entries(package, {_paragraph_id(comment) for comment in own} - {""})
    return {comment.get(n.ID, "") for comment in own}


def _paragraph_id(comment: Element) -> str:
    """Return the id of the last paragraph of a comment, by which Word knows it elsewhere; "" if it has none."""
    paragraphs = comment.findall(n.PARAGRAPH)
    return paragraphs[-1].get(_PARAGRAPH_ID, "") if paragraphs else ""


def _answered(package: Package) -> set[str]:
    """Return the paragraph ids of the comments that others answer."""
    part = package.related(_COMPANIONS[0])
    if part is None:
        return set()
    found = (
        value for entry in package.tree(part) for key, value in entry.items() if str(key).endswith("}paraIdParent")
    )
    return {str(value) for value in found}


def _remove_entries(package: Package, paragraphs: set[str]) -> None:
    """Remove what other parts say about comments that are gone."""
    for kind in _COMPANIONS:
        part = package.related(kind)
        for entry in list(package.tree(part)) if part is not None and paragraphs else ():
            if any(str(key).endswith("}paraId") and value in paragraphs for key, value in entry.items()):
                parent_of(entry).remove(entry)
                package.touch(part or "")


def _remove_anchors(root: Element, gone: set[str]) -> bool:
    """Remove the marks of comments that are gone; return whether there were any."""
    if not gone:
        return False
    ranges = [mark for mark in root.iter(n.COMMENT_START, n.COMMENT_END) if mark.get(n.ID) in gone]
    marks = [mark for mark in root.iter(n.COMMENT_MARK) if mark.get(n.ID) in gone]
    for mark in ranges:
        parent_of(mark).remove(mark)
    for mark in marks:
        run = parent_of(mark)
        run.remove(mark)
        if all(child.tag == n.RUN_PROPERTIES for child in run):
            parent_of(run).remove(run)
    return bool(ranges or marks)
