"""The broken lines of a document: every break between two lines is looked at once for all checks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from newslint.checks.breaks.gates import LEAST_CUTS
from newslint.checks.breaks.line_context import PageContext
from newslint.checks.breaks.verdict import BAD_STARTS, LineFault, judge_break
from newslint.checks.check import Match, StructureCheck
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.document.structure import Block
from newslint.finding import Edit

if TYPE_CHECKING:
    from newslint.checks.breaks.hardwrap import Passage

#: From so many broken lines on, and this share of the breaks of the page, they are no single accidents.
_MANY, _MANY_SHARE = 6, 1 / 3


def has_broken_lines(document: Document) -> bool:
    """Return True if any line is broken."""
    return bool(document.once(_line_faults))


def broken_lines(check: str) -> Callable[[Document], list[Match]]:
    """Return the function that finds the faults of the check with this name.

    It gives one match for each break, for ``hard-wrap`` one for each passage.
    """
    return lambda document: [fault.match for fault in document.once(_line_faults) if fault.check == check]


def broken_ends(document: Document) -> list[tuple[int, int]]:
    """Return the spans (code points) of broken lines, each with the end of the line above the break."""
    found = []
    for check, match in document.once(_line_faults):
        start = match.start
        # The mark that begins a line is reported itself, not the line break before it.
        while check == "bad-start" and start and document.view[start - 1].isspace():
            start -= 1
        found.append((start, match.end))
    return found


def _line_faults(document: Document) -> tuple[LineFault, ...]:
    return tuple(_find(document))


def _find(document: Document) -> Iterator[LineFault]:
    suspects = _suspects(document)
    if not suspects:  # hard-wrapped passages are made of such lines too
        return
    passages = _passages(document)
    inside: dict[int, Passage] = {
        index: passage for passage in passages for index in range(passage.first, passage.last)
    }
    undecided = {index for passage in passages for index in passage.open}
    page = PageContext(document)
    faults: list[tuple[int, LineFault]] = []
    more: list[Edit] = []
    for index, upper, lower in page.breaks(suspects):
        if index in inside and index not in undecided:
            continue
        fault = judge_break(page, index, upper, lower)
        if fault is None:
            continue
        if index in inside:
            more.extend(fault.match.edits)
        else:
            faults.append((index, fault))
    for passage in passages:
        start, end = document.blocks[passage.first].start, document.blocks[passage.last].end
        edits = [*passage.edits(document.blocks), *(edit for edit in more if start <= edit.start < end)]
        values = {"lines": passage.last - passage.first + 1, "width": passage.width}
        yield LineFault("hard-wrap", Match(start, end, edits=tuple(sorted(edits, key=_place)), values=values))
    yield from _summed_up(document.blocks, faults, lambda: sum(index not in inside for index, _, _ in page.breaks()))


def _passages(document: Document) -> tuple[Passage, ...]:
    """Return the hard-wrapped passages, in order."""
    if len(document.open_lines) < LEAST_CUTS:
        return ()
    from newslint.checks.breaks.hardwrap import hard_wrapped  # few texts have so many open lines

    return hard_wrapped(document)


def _suspects(document: Document) -> list[int]:
    """Return the lines that may be cut: those that end no sentence, and those above a mark that cannot begin a line."""
    blocks = document.blocks
    below = [index for index, block in enumerate(blocks[1:]) if block.text[0] in BAD_STARTS]
    found = document.open_lines
    if found and found[-1] == len(blocks) - 1:
        found = found[:-1]
    return sorted({*found, *below}) if below else list(found)


def _summed_up(
    blocks: Sequence[Block], faults: Sequence[tuple[int, LineFault]], breaks: Callable[[], int]
) -> Iterator[LineFault]:
    """Yield the faults; where they are too many to be single accidents, one for the passage in place of them."""
    cut = [(index, fault.match) for index, fault in faults if fault.check != "overlap"]
    # A paragraph cut once is one fault each time; only a passage is cut line after line.
    again = sum(lower == upper + 1 for (upper, _), (lower, _) in pairwise(cut))
    many = len(cut) >= _MANY and len(cut) > _MANY_SHARE * breaks() and 3 * again >= len(cut)
    if many:
        first, last = cut[0][0], cut[-1][0] + 1
        values = {"lines": last - first + 1, "count": len(cut)}
        edits = tuple(edit for _, match in cut for edit in match.edits)
        start, end = blocks[first].start, blocks[last].end
        yield LineFault("hard-wrap", Match(start, end, edits=edits, values=values, message="ragged"))
    for _, fault in faults:
        if not many or fault.check == "overlap":
            yield fault


def _place(edit: Edit) -> int:
    return edit.start


CHECKS: Mapping[str, Declared] = {
    "bad-start": StructureCheck(broken_lines("bad-start"), gate=has_broken_lines),
    "hard-wrap": StructureCheck(
        broken_lines("hard-wrap"), gate=has_broken_lines, values=("lines", "width", "count"), messages=("ragged",)
    ),
    "mid-sentence": StructureCheck(
        broken_lines("mid-sentence"), gate=has_broken_lines, values=("piece",), messages=("open",)
    ),
    "mid-word": StructureCheck(broken_lines("mid-word"), gate=has_broken_lines, values=("piece",)),
    "number": StructureCheck(broken_lines("number"), gate=has_broken_lines, values=("piece",)),
    "open-line": StructureCheck(broken_lines("open-line"), gate=has_broken_lines, values=("piece",)),
    "overlap": StructureCheck(broken_lines("overlap"), gate=has_broken_lines, values=("piece",)),
}
