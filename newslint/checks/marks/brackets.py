"""Round brackets that are all in pairs: their width, and one pair directly inside another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.check import Match, StructureCheck
from newslint.checks.either_form import COUNTS, Occurrence, Sign, all_at_first, either_form
from newslint.checks.marks.gates import has_brackets_of_both_widths, has_round_in_round
from newslint.checks.registry import Declared
from newslint.chinese.characters import BYTE
from newslint.document import Article, Document
from newslint.document.marks.pairmarks import Pair
from newslint.document.marks.pairs import pairs_between
from newslint.document.marks.width import FULL
from newslint.finding import Edit

_ROUND = BYTE["（"]
_WIDE, _HALF = "（）", "()"
#: A bracket this short that holds no sentence is an ordinal or an abbreviation: （一）, (2), （试行）.
_SHORT = 5
#: The number of an item is not longer than this.
_LONGEST_NUMBER = 20
#: Brackets are reported to this depth; each finding holds what is in its brackets.
_DEEPEST = 8


def _has_wide(document: Document) -> bool:
    return "（" in document.text


def _has_half(document: Document) -> bool:
    return "(" in document.text


def _forms(document: Document, article: Article, want: str) -> Iterator[Occurrence]:
    """Yield the pairs of brackets of one width, outside bylines and with more than a number in them."""
    text = document.text
    for pair in pairs_between(document.pairing.pairs, article.start, article.end):
        last = pair.end - 1
        form = text[pair.start] + text[last]
        if pair.opener != _ROUND or form not in (_WIDE, _HALF) or document.inside(pair.start, pair.end, "byline"):
            continue
        is_number = last - pair.start <= _LONGEST_NUMBER and text[pair.start + 1 : last].isdigit()
        if is_number or (form == _HALF and document.is_folded):
            continue  # the number of an item; a text folded as a whole, which is another fault
        other = _HALF if form == _WIDE else _WIDE
        edits = (Edit(pair.start, pair.start + 1, other[0]), Edit(last, pair.end, other[1]))
        yield Occurrence(pair.start, pair.end, form, edits)


BRACKET = Sign({_WIDE: _has_wide, _HALF: _has_half}, _forms, all_at_first, COUNTS, ("several",))


def uneven_brackets(document: Document) -> Iterator[Match]:
    """Yield the half-width one of two brackets of different width: （见图)."""
    text = document.text
    for pair in document.pairing.pairs:
        last = pair.end - 1
        is_uneven = (text[pair.start] == "(") != (text[last] == ")")
        if pair.opener == _ROUND and is_uneven and document.view[last] == "）":
            at = pair.start if text[pair.start] == "(" else last
            yield Match(at, at + 1, FULL[text[at]])


def nested_rounds(document: Document) -> Iterator[Match]:
    """Yield the pairs of round brackets directly inside round brackets: （周一（节日除外））."""
    stack: list[Pair] = []
    for pair in document.pairing.pairs:
        while stack and stack[-1].end <= pair.start:
            stack.pop()
        nested = pair.opener == _ROUND and stack and stack[-1].opener == _ROUND and pair.end <= stack[-1].end
        if nested and pair.end - pair.start > _SHORT and len(stack) <= _DEEPEST:
            yield Match(pair.start, pair.end)
        stack.append(pair)


CHECKS: Mapping[str, Declared] = {
    "bracket-form": either_form(BRACKET),
    "nested-round": StructureCheck(nested_rounds, has_round_in_round),
    "uneven-brackets": StructureCheck(uneven_brackets, has_brackets_of_both_widths),
}
