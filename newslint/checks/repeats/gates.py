"""Questions about repetition that the checks of this family ask before they look.

Most texts repeat nothing. What is found here is found by a few searches in C; to judge it takes words.
"""

from __future__ import annotations

from itertools import pairwise

from newslint.checks.repeats.overlay import Repeat, interlocked, overlays, returning, side_by_side
from newslint.chinese.words import tag
from newslint.document import Document, Span
from newslint.document.clauses import clause_stretches, repeated_characters
from newslint.patterns import lazy

#: The longest unit looked for side by side, in characters; what is longer is a clause or a sentence of its own.
LONGEST = 20
#: What is repeated more often than this is a chant, a line of ornaments or a broken file.
MOST_TIMES = 6
#: A repeated clause has at least this many characters.
CLAUSE = 4
#: An article in which no stretch of this many characters between stops (one stop included) is repeated is not read by
#: sentences.
ROUGH_SENTENCE = 8
#: A paragraph repeated at once has at least this many characters.
NEXT_PARAGRAPH = 14
#: Paragraphs that differ are compared from this length on, and are nearly the same if they share this much.
NEAR_PARAGRAPH, NEAR_SHARE = 60, 0.8
#: How much of a page is repeated, in characters, if a paragraph may be nearly the same as another.
NEAR_REPEATED = NEAR_SHARE * NEAR_PARAGRAPH / 2

_UNIT = lazy(r"[^\W_]+")
_PAIRS = lazy(r"(?:([^\s\ufffc])\1){3,}")


def has_repeats(document: Document) -> bool:
    """Return True if a unit of two characters or more stands side by side with itself."""
    return bool(document.once(repeats_of))


def has_repeats_or_clauses(document: Document) -> bool:
    """Return True if a unit stands side by side with itself, or a clause may be repeated at once."""
    return has_repeats(document) or bool(document.once(clauses_again))


def has_interlocked(document: Document) -> bool:
    """Return True if a phrase of four characters is followed by its first two."""
    return bool(document.once(interlocked_places)) or bool(document.once(half_places))


def has_pairs(document: Document) -> bool:
    """Return True if three pairs of characters stand side by side."""
    return bool(document.once(stretches_of_pairs))


def may_repeat_sentences(document: Document) -> bool:
    """Return True if an article may have a sentence twice."""
    if repeated_characters(document) < ROUGH_SENTENCE and _are_whole_lines(document):
        return False
    return any(repeats_a_part(document.view[article.start : article.end]) for article in document.articles)


def repeats_a_part(text: str) -> bool:
    """Return True if two parts of an article between stops, long enough for sentences, are the same."""
    parts = text.replace("！", "。").replace("？", "。").replace("\n", "。").split("。")
    counted = [part for part in parts if len(part) >= ROUGH_SENTENCE - 1]
    return len(set(counted)) < len(counted)


def may_repeat_paragraphs(document: Document) -> bool:
    """Return True if so much of the text is repeated that a paragraph may be, word for word or nearly."""
    return repeated_characters(document) >= NEAR_REPEATED or lines_repeat(document)


def lines_repeat(document: Document) -> bool:
    """Return True if two lines of the page, long enough for paragraphs, are the same."""
    texts = [block.text for block in document.blocks if len(block.text) >= NEXT_PARAGRAPH]
    return len(set(texts)) < len(texts)


def has_several_articles(document: Document) -> bool:
    """Return True if the text has more than one article."""
    return len(document.articles) > 1


def repeats_of(document: Document) -> list[Repeat]:
    """Return the units of two characters or more that stand side by side with themselves."""
    view = document.view
    return [
        Repeat(base + start, base + end, period)
        # No unit has a line end in it, so none reaches from one stretch into the next.
        for (base, stop), number in zip(document.stretches, document.once(overlays), strict=True)
        for start, end, period in side_by_side(view[base:stop], 2, LONGEST, number)
        if _UNIT.fullmatch(view, base + start, base + end)
        and end - start <= max(MOST_TIMES * period, LONGEST)
        and len(set(view[base + start : base + start + period])) > 1
    ]


def clauses_again(document: Document) -> frozenset[str]:
    """Return the clauses that the clause before them ends with, anywhere in the text."""
    found: set[str] = set()
    last = ""
    for parts in clause_stretches(document):
        clauses = [last, *[part for part in parts if len(part) >= CLAUSE]]
        if any(map(str.endswith, clauses, clauses[1:])):
            found.update(clause for earlier, clause in pairwise(clauses) if earlier.endswith(clause))
        last = clauses[-1]
    return frozenset(found)


def half_places(document: Document) -> list[int]:
    """Return the offsets of set phrases of four characters that are followed by their first half."""
    view = document.view
    places = []
    for (base, stop), number in zip(document.stretches, document.once(overlays), strict=True):
        for at in returning(view[base:stop], number):
            start = base + at
            # Only set phrases: in 社会主义社会 and 工作人员工作 two words meet.
            if tag(view[start : start + 4]).startswith(("i", "l")) and view[start + 2] != view[start]:
                places.append(start)
    return places


def interlocked_places(document: Document) -> list[int]:
    """Return the offsets of six characters of the shape 甲乙甲丙甲乙."""
    places = []
    for (base, stop), number in zip(document.stretches, document.once(overlays), strict=True):
        places += [base + start for start in interlocked(document.view[base:stop], number)]
    return places


def stretches_of_pairs(document: Document) -> list[Span]:
    """Return the stretches of three characters or more that are each there twice."""
    return [Span(*found.span()) for found in _PAIRS.finditer(document.view)]


def _are_whole_lines(document: Document) -> bool:
    """Return True if no article begins after an indent or ends before a blank: its lines are those of the text."""
    view = document.view
    for article in document.articles:
        if view[article.start - 1 : article.start] not in ("", "\n") or view[article.end : article.end + 1] not in (
            "",
            "\n",
        ):
            return False
    return True
