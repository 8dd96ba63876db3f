"""Bylines that break the form: what the grammar recorded while parsing them, and a head where none belongs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.marks.width import is_folded
from newslint.checks.options import Options
from newslint.chinese.characters import HAN_LETTER
from newslint.document import Document
from newslint.document.bylines.byline_parts import Byline, Slip
from newslint.document.bylines.bylines import parse_signature
from newslint.document.structure import BlockKind
from newslint.finding import Edit
from newslint.patterns import lazy

#: What the grammar records, which a rule may pick.
_SLIPS = (
    "role-typo",
    "glued-names",
    "duplicate-name",
    "unclosed",
    "unopened",
    "mismatched-bracket",
    "stray-mark",
    "dateline-order",
)
_HEAD = lazy(rf"本报讯(?=[（(\s\u3000]|{HAN_LETTER})")
#: So many paragraphs in a row that begin with 本报讯 are a column of briefs, not stories run together.
_BRIEFS = 3


def has_bylines(document: Document) -> bool:
    """Whether the document has a byline: the gate of the checks that look at nothing else."""
    return bool(document.bylines)


class BylineFault:
    """Options: ``fault``, one of what the grammar records (see ``byline_parts.Slip``), ``bracket-width`` (one bracket
    of the pair half-width, the other full-width) or ``second-head`` (本报讯 once more in the middle of an article).
    """

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", (*_SLIPS, "bracket-width", "second-head"))
        self.anchors = ("本报讯",) if self._fault == "second-head" else ()
        self.gate = _GATES.get(self._fault, _has_slips)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the faults of this sort in every byline of the document."""
        if self._fault == "second-head":
            yield from _second_heads(document, hits)
            return
        if self._fault == "unclosed":
            yield from _unclosed_tails(document)
        for base, byline in document.bylines:
            if self._fault == "bracket-width":
                yield from _bracket_widths(document, base, byline)
                continue
            for slip in byline.slips:
                if slip.kind == self._fault:
                    yield from _slip(document, base, byline, slip)


def _has_slips(document: Document) -> bool:
    return any(byline.slips for _, byline in document.bylines)


def _has_slips_or_open_brackets(document: Document) -> bool:
    return not document.is_well_paired or _has_slips(document)


def _has_odd_brackets(document: Document) -> bool:
    text = document.text
    if "(" not in text and ")" not in text:
        return False
    brackets = [
        (base + byline.bracket.open, base + byline.bracket.close) for base, byline in document.bylines if byline.bracket
    ]
    # One that is missing has the offset -1; nothing is said of it.
    return any((text[start] in "()") is not (text[end] in "()") for start, end in brackets)


_GATES = {"bracket-width": _has_odd_brackets, "unclosed": _has_slips_or_open_brackets}


def _slip(document: Document, base: int, byline: Byline, slip: Slip) -> Iterator[Match]:
    start, end = base + slip.start, base + slip.end
    if slip.kind == "glued-names" and not _separates(byline, slip):
        return
    if slip.kind == "duplicate-name":
        yield Match(start, end, edits=_without(base, byline, slip), related=_first_of(document, base, byline, slip))
        return
    if slip.kind == "stray-mark":
        block = document.block_at(start)
        if block is None or end < block.end:
            yield Match(start, end, "")
        return
    yield Match(start, end, slip.instead or None)


def _unclosed_tails(document: Document) -> Iterator[Match]:
    """Yield the bracket of a signature that stands open at the end of a paragraph."""
    for block in document.blocks:
        at = block.text.rfind("（")
        if at <= 0 or block.kind is not BlockKind.BODY or "）" in block.text[at:]:
            continue
        if block.text[at - 1] in "。！？”" and parse_signature(block.text[at + 1 :]) is not None:
            yield Match(block.start + at, block.start + at + 1)


def _separates(byline: Byline, slip: Slip) -> bool:
    """Whether this byline sets spaces elsewhere, so that names without one are a slip and no crawler's doing."""
    for credit in byline.credits:
        if credit.people and credit.people[0].start <= slip.start < credit.end:
            return credit.lead.isspace() or any(separator.isspace() for separator in credit.separators)
    return False


def _without(base: int, byline: Byline, slip: Slip) -> tuple[Edit, ...]:
    """Return the edit that takes the second name out with what separates it; none if it is alone in its role."""
    for credit in byline.credits:
        for before, person in zip(credit.people, credit.people[1:], strict=False):
            if person.start == slip.start:
                return (Edit(base + before.end, base + person.end, ""),)
    return ()


def _first_of(document: Document, base: int, byline: Byline, slip: Slip) -> tuple[tuple[int, int, str], ...]:
    name = document.view[base + slip.start : base + slip.end]
    first = next((person for person in byline.people if person.name == name.replace(" ", "").replace("　", "")), None)
    if first is None or first.start == slip.start:
        return ()
    return ((base + first.start, base + first.end, "这个名字第一次出现在此"),)


def _bracket_widths(document: Document, base: int, byline: Byline) -> Iterator[Match]:
    bracket = byline.bracket
    if bracket is None or bracket.open < 0 or bracket.close < 0 or document.once(is_folded):
        return
    for at, partner in ((bracket.open, bracket.close), (bracket.close, bracket.open)):
        half, other = document.text[base + at], document.text[base + partner]
        if half in "()" and other in "（）":
            yield Match(base + at, base + at + 1, "（" if half == "(" else "）")


def _second_heads(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    blocks = document.blocks
    headless = document.once(_headless_articles)
    for hit in hits:
        index = document.block_index(hit.start)
        if index < 0 or not _HEAD.match(document.view, hit.start):
            continue
        block = blocks[index]
        if hit.start > block.start:
            if document.view[hit.start - 1] in "。！？”）":
                yield Match(hit.start, hit.end)
        elif block.article in headless or (
            index and blocks[index - 1].article == block.article and _runs_on(document, index)
        ):
            yield Match(hit.start, hit.end)


def _headless_articles(document: Document) -> frozenset[int]:
    """Return the articles that begin with 本报讯 itself below one that has a headline; in columns of briefs all may."""
    bare = [article.blocks[0].kind is not BlockKind.HEADLINE for article in document.articles]
    if not bare or bare[0]:
        return frozenset()
    return frozenset(
        index
        for index in range(1, len(bare))
        if bare[index] and not bare[index - 1] and not any(bare[index + 1 : index + _BRIEFS - 1])
    )


def _runs_on(document: Document, index: int) -> bool:
    """Whether paragraphs of the same article stand above the block: then the head in it is not the article's own."""
    article = document.articles[document.blocks[index].article]
    return any(block.kind is BlockKind.BODY and block.start < document.blocks[index].start for block in article.blocks)
