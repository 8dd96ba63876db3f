"""Questions about the marks of a document that the checks of this family ask before they look."""

from __future__ import annotations

from newslint.document import Document
from newslint.document.structure import BlockKind
from newslint.patterns import lazy

#: A paragraph without its final mark is reported from this length on; shorter ones may be labels, names or headings.
PROSE = 30
_QUOTES = ('"', "'", "＂")
_ROUND_IN_ROUND = lazy("[（(][^（）()\r\n]*[（(]")


def has_misfits(document: Document) -> bool:
    """Return True if something may be wrong with the pairs."""
    return not document.is_well_paired


def is_folded(document: Document) -> bool:
    """Return True if nearly all marks of the text are half-width."""
    return document.is_folded


def has_folded(document: Document) -> bool:
    """Return True if the text has half-width marks in Chinese."""
    return bool(document.folded)


def has_singles(document: Document) -> bool:
    """Return True if the text has ‘."""
    return "‘" in document.text


def has_curved_quotes(document: Document) -> bool:
    """Return True if the text has “ or ‘."""
    return "“" in document.text or "‘" in document.text


def has_corner_quotes(document: Document) -> bool:
    """Return True if the text has 「 or 『."""
    return "「" in document.text or "『" in document.text


def has_quotes_of_both_forms(document: Document) -> bool:
    """Return True if the text has curved and corner quotes."""
    return has_corner_quotes(document) and has_curved_quotes(document)


def has_headlines_with_both(document: Document) -> bool:
    """Return True if the text has ‘ and “, and headlines."""
    return "‘" in document.text and "“" in document.text and bool(document.headlines)


def has_straight_quotes(document: Document) -> bool:
    """Return True if the text has a typewriter quote."""
    view = document.view
    return any(quote in view for quote in _QUOTES)


def has_brackets_of_both_widths(document: Document) -> bool:
    """Return True if the text has full-width brackets, and half-width ones in Chinese."""
    text = document.text
    return bool(document.folded) and ("(" in text or ")" in text) and ("（" in text or "）" in text)


def has_round_in_round(document: Document) -> bool:
    """Return True if a round bracket opens before another one is closed."""
    # Where each bracket closes before the next one opens there is none: counting them costs less than the pattern.
    return (
        document.text.count("（") + document.text.count("(") > 1 and _ROUND_IN_ROUND.search(document.view) is not None
    )


def has_open_prose(document: Document) -> bool:
    """Return True if a line of the body that is long enough for prose does not end as a paragraph does."""
    blocks = document.blocks
    return any(
        blocks[index].kind is BlockKind.BODY and len(blocks[index].text) >= PROSE for index in document.open_lines
    )
