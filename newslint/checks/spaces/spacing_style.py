"""Spaces that a house may set or not, but one article not both ways: between Chinese and Latin letters or digits, and
before units.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.check import Match
from newslint.checks.either_form import COUNTS, Occurrence, Sign, Usage, either_form, together
from newslint.checks.registry import Declared
from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.excerpts import words_before, words_behind
from newslint.document import Article, Document
from newslint.document.structure import BlockKind
from newslint.finding import Edit
from newslint.patterns import LazyPattern, lazy

_HAN = "\u3400-\u9fff"
_MIXED = lazy(f"(?<=[{_HAN}])( *)(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%℃])( *)(?=[{_HAN}])")
_UNIT = lazy(
    "(?<=[0-9])( ?)(?=(?:kg|km|cm|mm|nm|mg|ml|mL|kW|MW|GW|kWh|kV|Hz|kHz|MHz|GHz|KB|MB|GB|TB|kPa|MPa|hm²|km²|m²|m³|"
    "[gmLt])(?![A-Za-z0-9/-]))"
)
#: Any space that these might report, to be searched for first.
_MIXED_SPACE = lazy(f" (?:(?<={HAN_LETTER} )|(?<=[A-Za-z0-9%℃] ))(?=[A-Za-z0-9]|{HAN_LETTER})")
_UNIT_SPACE = lazy(" (?<=[0-9] )(?=[A-Za-z])")
_BODY = frozenset((BlockKind.BODY, BlockKind.LIST, BlockKind.CAPTION, BlockKind.BLOCK_QUOTATION))
#: A space in a headline separates its clauses, so it is never one too many, but one may be missing.
_BODY_AND_HEADS = _BODY | {BlockKind.HEADLINE, BlockKind.SUBHEADLINE}
#: The number of an official document, 某政发〔2024〕59号, is one name.
_DOCUMENT_NUMBER = lazy("〕[0-9]{1,5}$")


def _always(document: Document) -> bool:
    return True


def _has_mixed_spaces(document: Document) -> bool:
    return _MIXED_SPACE.search(document.view) is not None


def _has_unit_spaces(document: Document) -> bool:
    return _UNIT_SPACE.search(document.view) is not None


def _beside_latin(document: Document, article: Article, want: str) -> Iterator[Occurrence]:
    """Yield the places between Chinese and Latin letters or digits: 3 个, 3个."""
    return _seams(document, article, want, _MIXED)


def _before_units(document: Document, article: Article, want: str) -> Iterator[Occurrence]:
    """Yield the places between a number and the letters of its unit: 5 km, 5km."""
    return _seams(document, article, want, _UNIT)


def _seams(document: Document, article: Article, want: str, pattern: LazyPattern[str]) -> Iterator[Occurrence]:
    # Without a space there is nothing odd: neither where none is wanted nor where what is usual is.
    if want != "space" and not _has_space(document, article, pattern):
        return
    view = document.view
    kinds = _BODY_AND_HEADS if want == "space" else _BODY
    for block in article.blocks:
        if block.kind not in kinds:
            continue
        for match in pattern.finditer(view, block.start, block.end):
            start, end = match.span()
            if document.inside(start - 1, start, "byline") or _is_numbered(view, start, end):
                continue
            if start < end:
                yield Occurrence(start, end, "space", (Edit(start, end, ""),))
            else:
                # A finding needs something to point at: the characters on either side.
                yield Occurrence(start - 1, end + 1, "none", (Edit(start, end, " "),))


def _has_space(document: Document, article: Article, pattern: LazyPattern[str]) -> bool:
    view = document.view
    at = view.find(" ", article.start, article.end)
    while at >= 0:
        # Most spaces stand between Chinese characters.
        beside = view[at - 1 : at] + view[at + 1 : at + 2]
        match = pattern.match(view, at) if "℃" in beside or any(map(str.isascii, beside)) else None
        if match is not None and match.end() > at:
            return True
        at = view.find(" ", at + 1, article.end)
    return False


def _is_numbered(view: str, start: int, end: int) -> bool:
    return view.startswith("号", end) and _DOCUMENT_NUMBER.search(view, max(0, start - 6), start) is not None


def _report(document: Document, usage: Usage) -> Iterator[Match]:
    first = usage.odd[0].edits[0]
    view = document.view
    around = f"{words_before(view, first.start)}{view[first.start : first.end]}{words_behind(view, first.end)}"
    yield together(document, usage, "missing" if usage.wanted == "space" else "", around=around)


_VALUES = (*COUNTS, "around")
LATIN = Sign({"none": _always, "space": _has_mixed_spaces}, _beside_latin, _report, _VALUES, ("missing",))
UNIT = Sign({"none": _always, "space": _has_unit_spaces}, _before_units, _report, _VALUES, ("missing",))

CHECKS: Mapping[str, Declared] = {
    "latin": either_form(LATIN),
    "unit": either_form(UNIT),
}
