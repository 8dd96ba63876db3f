"""Runs of a Word document cut at places of its running text, so that what stands between two places can be marked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from newslint.readers.word import names as n
from newslint.readers.word.names import NAMESPACES, Element, W
from newslint.readers.word.pieces import Piece, Words

#: What a run of plain text has.
_PLAIN = frozenset(W + name for name in "rPr t delText tab br cr noBreakHyphen lastRenderedPageBreak".split())
#: Traces of changes in the format of a run, which a new run does not have.
_TRACES = tuple(W + name for name in ("rPrChange", "ins", "del", "moveFrom", "moveTo"))


def cut(words: Words, places: Iterable[int]) -> None:
    """Cut texts and runs so that each of ``places`` is a boundary between two runs."""
    wanted = sorted(set(places))
    pieces: list[Piece] = []
    for piece in words.pieces:
        inner = wanted[bisect_right(wanted, piece.place) : bisect_left(wanted, piece.end)] if piece.literal else []
        pieces += _parted(piece, inner) if inner else [piece]
    words.pieces = pieces
    for place in reversed(wanted):  # what was parted already is not moved again
        before, at = words.before(place), words.at(place)
        if before is not None and before.end == place:
            _part_run(before.element.getnext())
        if at is not None and at.place == place:
            _part_run(at.element)


def _parted(piece: Piece, places: Sequence[int]) -> list[Piece]:
    """Return the pieces that a text is cut into."""
    element, text = piece.element, piece.element.text or ""
    edges = [piece.place, *places, piece.end]
    found: list[Piece] = []
    for start, end in pairwise(edges):
        part = element if start == piece.place else new(n.TEXT)
        set_text(part, text[start - piece.place : end - piece.place])
        if found:
            found[-1].element.addnext(part)
        found.append(Piece(start, end - start, part, True, piece.sealed))
    return found


def _part_run(element: Element | None) -> None:
    """Begin a new run at ``element``, unless it is in none or begins one."""
    run = None if element is None else element.getparent()
    if element is None or run is None or run.tag != n.RUN:
        return
    before = element.getprevious()
    if before is not None and before.tag != n.RUN_PROPERTIES:
        rest = like(run)
        rest.extend([element, *element.itersiblings()])
        run.addnext(rest)


def set_apart(element: Element) -> Element:
    """Return the run of a text or mark, which then has no pictures or marks of notes beside text; the element itself if
    it is in none.
    """
    run = holder(element)
    if run is not element and any(child.tag not in _PLAIN for child in run):
        held = [child for child in run if child.tag != n.RUN_PROPERTIES]
        for before, child in reversed(list(pairwise(held))):
            if (before.tag in _PLAIN) != (child.tag in _PLAIN):
                _part_run(child)
    return holder(element)


def holder(element: Element) -> Element:
    """Return the run that has an element, or the element itself if it is in none."""
    run = element.getparent()
    return run if run is not None and run.tag == n.RUN else element


def like(run: Element | None) -> Element:
    """Return an empty run with the format of ``run``."""
    made = new(n.RUN)
    properties = None if run is None else next(iter(run), None)  # they come first, if there are any
    if properties is not None and properties.tag == n.RUN_PROPERTIES:
        properties = deepcopy(properties)
        for trace in _TRACES:
            for child in properties.findall(trace):
                properties.remove(child)
        made.append(properties)
    return made


def with_text(run: Element, text: str) -> Element:
    """Return ``run`` with a text added."""
    set_text(etree.SubElement(run, n.TEXT), text)
    return run


def new(tag: str, **attributes: str) -> Element:
    """Return an element of the main namespace, with ``attributes`` of it."""
    made = etree.Element(tag, nsmap=NAMESPACES)
    for name, value in attributes.items():
        made.set(W + name, value)
    return made


def set_text(element: Element, text: str) -> None:
    """Give a text element its text, with all its spaces."""
    element.text = text
    element.set(n.SPACE, "preserve")
