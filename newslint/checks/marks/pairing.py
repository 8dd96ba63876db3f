"""Quotes, brackets and book-title marks: what lacks its other half, crosses, is turned round or wrongly nested."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from operator import itemgetter

from newslint.checks.check import Match, Place, StructureCheck
from newslint.checks.marks.gates import has_misfits
from newslint.checks.registry import Declared
from newslint.chinese.characters import BYTE, STOPS
from newslint.document import Document
from newslint.document.marks.pairmarks import OPENING, PAIRS, Misfit, Pair, mark_kind, mark_name
from newslint.document.spans import Span
from newslint.finding import Edit
from newslint.patterns import lazy

#: The other half of each mark, and each mark turned round, which is the same character. Quotation marks of vertical
#: text are paired as the usual ones.
_OTHER = {mark: other for pair in (*PAIRS, "()", "〝〟", "〝〞") for mark, other in zip(pair, pair[::-1], strict=True)}
#: What is in brackets of two forms has so many characters at most.
_BRACKETED = 100
_HAN_ORDINAL = lazy(rf"(?:^|[{STOPS}“‘\s])[一二三四五六七八九十①-⑳]{{1,3}}$")


def unpaired(document: Document) -> Iterator[Match]:
    """Yield the marks without their other half, or closed by the half of another kind: “先进 and “先进’."""
    text = document.text
    for misfit in document.pairing.misfits:
        at = misfit.offset
        mark = text[at]
        if misfit.fault in ("unclosed", "unopened") and not _is_excused(document, misfit):
            half = _square_half(document, misfit)
            if half is None:
                yield Match(at, at + 1, values={"name": mark_name(mark), "other": mark_name(_OTHER[mark])})
            else:
                first, second = min(at, half), max(at, half)
                values = {"opened": text[first], "closed": text[second]}
                related = (Place(first, first + 1, "partner"),)
                yield Match(second, second + 1, values=values, related=related, message="two-forms")
        elif misfit.fault == "mismatched" and misfit.other is not None:
            opened = text[misfit.other]
            related = (Place(misfit.other, misfit.other + 1, "partner"),)
            yield Match(at, at + 1, _OTHER[opened], values={"opened": opened}, related=related, message="mismatched")


def _square_half(document: Document, misfit: Misfit) -> int | None:
    """Return where the other half of a round bracket stands as a square one, no mark of Chinese text: [图）."""
    at, view = misfit.offset, document.view
    block = document.block_at(at)
    if block is None or view[at] not in "（）":
        return None
    if misfit.fault == "unopened":
        before = view[max(block.start, at - _BRACKETED) : at]
        opened = before.rfind("[")
        return at - len(before) + opened if opened >= 0 and not _has_bracket(before[opened + 1 :]) else None
    behind = view[at + 1 : min(block.end, at + _BRACKETED)]
    closed = behind.find("]")
    return at + 1 + closed if closed >= 0 and not _has_bracket(behind[:closed]) else None


def _has_bracket(text: str) -> bool:
    return any(bracket in text for bracket in "[]（）")


def _is_excused(document: Document, misfit: Misfit) -> bool:
    """Return True if the text, which the class bytes do not show, accounts for the mark: 一） or
    (http://example.com/).
    """
    at = misfit.offset
    view = document.view
    if misfit.fault == "unopened":
        return view[at] == "）" and _HAN_ORDINAL.search(view[max(0, at - 4) : at]) is not None
    block = document.block_at(at)
    if view[at] != "（" or block is None:
        return False
    closing = document.once(_closing_spans)
    index = bisect_right(closing, at, key=itemgetter(0))
    return index < len(closing) and closing[index].end <= block.end


def _closing_spans(document: Document) -> list[Span]:
    """Return the spans that are not prose and end in a bracket."""
    return [span for span in document.masked if document.text[span.end - 1] == ")"]


def crossed(document: Document) -> Iterator[Match]:
    """Yield the closing marks that stand before those of pairs opened inside: 《深处（增订本》）."""
    text = document.text
    for misfit in document.pairing.misfits:
        if misfit.fault == "crossed" and misfit.other is not None:
            at, inner = misfit.offset, misfit.other
            values = {"name": mark_name(text[at]), "inner_name": mark_name(text[inner])}
            yield Match(at, at + 1, values=values, related=(Place(inner, inner + 1, "inner"),))


def turned(document: Document) -> Iterator[Match]:
    """Yield the marks that are turned the wrong way, one or both of a pair: ”先进” and ”先进“."""
    for misfit in document.pairing.misfits:
        if misfit.fault == "reversed":
            at = misfit.offset
            mark = document.text[at]
            places = [at] if misfit.other is None else [at, misfit.other]
            edits = tuple(Edit(place, place + 1, _OTHER[document.text[place]]) for place in places)
            values = {"name": mark_name(mark), "right": mark_name(_OTHER[mark]), "kind": mark_kind(mark)}
            message = "" if misfit.other is None else "pair"
            yield Match(at, at + 1, _OTHER[mark], edits, values, message=message)


def opening_at_line_end(document: Document) -> Iterator[Match]:
    """Yield the opening marks that end a paragraph."""
    misfits = [misfit for misfit in document.pairing.misfits if misfit.fault == "reversed"]
    reversed_marks = {place for misfit in misfits for place in (misfit.offset, misfit.other)}
    for block in document.blocks:
        last = block.end - 1
        if document.view[last] in OPENING and last not in reversed_marks:
            yield Match(last, block.end, values={"name": mark_name(document.text[last])})


def nested_quotes(document: Document) -> Iterator[Match]:
    """Yield the opening marks of “ ” directly inside “ ”."""
    return _nested(document, "“", "‘’")


def nested_titles(document: Document) -> Iterator[Match]:
    """Yield the opening marks of 《 》 directly inside 《 》."""
    return _nested(document, "《", "〈〉")


def _nested(document: Document, opener: str, inner: str) -> Iterator[Match]:
    """Yield the pairs of ``opener`` that stand directly inside another of their kind, in one paragraph."""
    code = BYTE[opener]
    open_pairs: list[Pair] = []
    for pair in document.pairing.pairs:
        while open_pairs and open_pairs[-1].end <= pair.start:
            open_pairs.pop()
        if open_pairs and pair.opener == open_pairs[-1].opener == code and pair.end < open_pairs[-1].end:
            outer = open_pairs[-1]
            last = pair.end - 1
            in_one_block = document.block_index(outer.start) == document.block_index(outer.end - 1)
            if in_one_block and document.text[last] == _OTHER[opener]:
                edits = (Edit(pair.start, pair.start + 1, inner[0]), Edit(last, pair.end, inner[1]))
                yield Match(pair.start, pair.start + 1, inner[0], edits)
        open_pairs.append(pair)


CHECKS: Mapping[str, Declared] = {
    "crossed": StructureCheck(crossed, has_misfits, values=("name", "inner_name"), messages=("inner",)),
    "line-end": StructureCheck(opening_at_line_end, has_misfits, values=("name",)),
    "nested-quote": StructureCheck(nested_quotes, has_misfits),
    "nested-title": StructureCheck(nested_titles, has_misfits),
    "reversed": StructureCheck(turned, has_misfits, values=("name", "right", "kind"), messages=("pair",)),
    "unpaired": StructureCheck(
        unpaired,
        has_misfits,
        values=("name", "other", "opened", "closed"),
        messages=("mismatched", "two-forms", "partner"),
    ),
}
