"""The spaces that are out of place, by their kind (see ``gaps``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from newslint.checks.check import Match, StructureCheck
from newslint.checks.registry import Declared
from newslint.checks.spaces.gaps import Gap, find_gaps
from newslint.checks.spaces.gates import has_inner_spaces
from newslint.chinese.excerpts import words_before, words_behind
from newslint.chinese.invisible import EXOTIC_SPACES, names
from newslint.document import Document
from newslint.finding import Edit

#: From so many exotic spaces on the whole text was pasted with them, which is one fault.
_MANY = 5
#: From so many spaces beside marks on the text was typed so, which is one fault.
_FULL = 20
#: A line is spaced through if it has so many stray spaces, one for each two characters or more.
_THROUGH, _EACH = 5, 2
#: So much of it is shown, in characters.
_SHOWN = 6
_TIGHT = ("han", "mark")
#: The widest space that is shown as it is, in characters.
_WIDE = 4


def gaps_of(kind: str) -> Callable[[Document], Iterator[Match]]:
    """Return the function that yields the spaces of a kind with the characters beside them, ``{around}``."""

    def find(document: Document) -> Iterator[Match]:
        spaced = document.once(_spaced_through) if kind in _TIGHT else {}
        for gap in _gaps(document, kind):
            if not spaced or document.block_index(gap.start) not in spaced:
                yield Match(gap.start, gap.end, edits=(_edit(gap),), values={"around": _around(document.view, gap)})

    return find


def stray_spaces(document: Document) -> Iterator[Match]:
    """Yield the spaces between Chinese characters, each, or once for a line that is spaced through (图 书 馆 开 馆)."""
    yield from gaps_of("han")(document)
    for gap in _gaps(document, "clause"):
        yield Match(gap.start, gap.end, values={"around": _around(document.view, gap)}, message="clause")
    for index, gaps in document.once(_spaced_through).items():
        words = "".join(document.blocks[index].text.split())
        values = {"around": words[:_SHOWN], "count": len(gaps)}
        yield Match(gaps[0].start, gaps[0].end, edits=tuple(map(_edit, gaps)), values=values, message="through")


def spaces_beside_marks(document: Document) -> Iterator[Match]:
    """Yield the spaces beside marks, each, or a text full of them once."""
    matches = list(gaps_of("mark")(document))
    if len(matches) >= _FULL:
        values = {**matches[0].values, "count": len(matches)}
        edits = tuple(edit for match in matches for edit in match.edits)
        matches = [matches[0]._replace(edits=edits, values=values, message="many")]
    yield from matches


def lost_paragraphs(document: Document) -> Iterator[Match]:
    """Yield the spaces where a line break is lost: the indent of a paragraph, and one space before a sub-headline."""
    for gap in _gaps(document, "paragraph"):
        indented = document.view.count("\u3000", gap.start, gap.end) > 1
        message = "" if indented else "line"
        values = {"around": _around(document.view, gap)}
        yield Match(gap.start, gap.end, edits=(_edit(gap),), values=values, message=message)


def _spaced_through(document: Document) -> Mapping[int, Sequence[Gap]]:
    """Return the stray spaces of the lines that have one behind nearly every character, by the line's index."""
    lines: dict[int, list[Gap]] = {}
    for gap in document.once(find_gaps):
        if gap.kind in _TIGHT:
            lines.setdefault(document.block_index(gap.start), []).append(gap)
    return {
        index: gaps
        for index, gaps in lines.items()
        if len(gaps) >= _THROUGH and len("".join(document.blocks[index].text.split())) <= len(gaps) * _EACH
    }


def exotic_spaces(document: Document) -> Iterator[Match]:
    """Yield the spaces that no keyboard gives (U+00A0, U+2003), each run, or a text full of them once."""
    gaps = _gaps(document, "exotic")
    if len(gaps) >= _MANY:
        first = gaps[0]
        values = {"names": _names(document.view, first), "count": len(gaps)}
        yield Match(first.start, first.end, edits=tuple(map(_edit, gaps)), values=values, message="many")
        return
    for gap in gaps:
        message = "needless" if not gap.instead else "" if gap.instead == " " else "indent"
        yield Match(
            gap.start, gap.end, edits=(_edit(gap),), values={"names": _names(document.view, gap)}, message=message
        )


def _gaps(document: Document, kind: str) -> list[Gap]:
    return [gap for gap in document.once(find_gaps) if gap.kind == kind]


def _edit(gap: Gap) -> Edit:
    return Edit(gap.start, gap.end, gap.instead)


def _around(view: str, gap: Gap) -> str:
    space = view[gap.start : gap.end] if gap.end - gap.start <= _WIDE else "\u3000"
    return f"{words_before(view, gap.start)}{space}{words_behind(view, gap.end)}"


def _names(view: str, gap: Gap) -> str:
    return names("".join(char for char in view[gap.start : gap.end] if char in EXOTIC_SPACES))


CHECKS: Mapping[str, Declared] = {
    "exotic": StructureCheck(
        exotic_spaces, has_inner_spaces, values=("names", "count"), messages=("indent", "many", "needless")
    ),
    "han": StructureCheck(stray_spaces, has_inner_spaces, values=("around", "count"), messages=("clause", "through")),
    "mark": StructureCheck(spaces_beside_marks, has_inner_spaces, values=("around", "count"), messages=("many",)),
    "padding": StructureCheck(gaps_of("padding"), has_inner_spaces, values=("around",)),
    "paragraph": StructureCheck(lost_paragraphs, has_inner_spaces, values=("around",), messages=("line",)),
    "several": StructureCheck(gaps_of("several"), has_inner_spaces, values=("around",)),
    "wide": StructureCheck(gaps_of("wide"), has_inner_spaces, values=("around",)),
}
