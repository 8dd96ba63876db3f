"""What the tables of ``newslint.spelling`` take for a misspelling, without what the article shows to be meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from newslint.checks.check import Check, Match, StructureCheck
from newslint.checks.options import Options
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.finding import Severity

if TYPE_CHECKING:
    from newslint.spelling.learnt import Learnt
    from newslint.spelling.scan import Suspect


def misspelt_check(kind: str) -> Callable[[Options], Check]:
    """Return the maker of the check of one kind of misspelling: ``idiom``, ``ranked`` or ``pair``.

    Its options are ``learnt``, the file of a house's own strings, in which nothing is reported; ``names``, names and
    terms that the house knows; and ``except``, forms that are right.
    """

    def make(options: Options) -> Check:
        path = options.text("learnt", "")
        right = (*options.texts("except", ()), *options.texts("names", ()))
        options.done()

        def find(document: Document) -> Iterator[Match]:
            learnt = _learnt(path) if path else None
            for start, suspect in document.once(suspects):
                from newslint.checks.spelling.meant import is_likely, is_meant  # most articles have no misspelling

                at = start + suspect.at
                if suspect.kind != kind or is_meant(document, at, right, learnt):
                    continue
                doubted = not suspect.idiom and is_likely(document.view, at)
                if suspect.certainty >= 0 or not doubted:
                    yield _match(document.view, start, suspect, doubted=doubted)

        return StructureCheck(find, has_text, ("others",), ("several",))

    return make


def has_text(document: Document) -> object:
    """Return what is true if there is prose."""
    return document.articles


def suspects(document: Document) -> tuple[tuple[int, Suspect], ...]:
    """Return the probable misspellings in a document, each with the offset of the stretch that its places count
    from.
    """
    from newslint.spelling.scan import misspellings

    found = []
    for start, end in _stretches(document):
        found += [(start, suspect) for suspect in misspellings(document.view[start:end])]
    return tuple(found)


def _stretches(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the articles, those that are long in parts of whole lines where possible."""
    from newslint.spelling.scan import LONGEST

    for article in document.articles:
        start = article.start
        while article.end - start > LONGEST:
            end = document.view.rfind("\n", start + 1, start + LONGEST) + 1 or start + LONGEST
            yield start, end
            start = end
        yield start, article.end


def _match(view: str, start: int, suspect: Suspect, *, doubted: bool) -> Match:
    """Return the match of a misspelling: the idiom, the word that it should be, or the character alone.

    It is a warning if the score or the sound is not near enough for an error, or if it is ``doubted``.
    """
    from newslint.chinese.readings import sounds_like
    from newslint.spelling.words import word_span

    at = start + suspect.at
    first, *others = suspect.meant
    if suspect.idiom:
        begin, end = start + suspect.start, start + suspect.start + len(suspect.idiom)
    else:
        begin, end = word_span(view, at, first)
    forms = [view[begin:at] + char + view[at + 1 : end] for char in suspect.meant]
    sure = sounds_like(view[at], first) if suspect.idiom else suspect.certainty >= 0 and not doubted
    return Match(
        begin,
        end,
        forms[0],
        values={"others": "”“".join(forms[1:])},
        message="several" if others else "",
        severity=None if sure else Severity.WARNING,
    )


def _learnt(path: str) -> Learnt:
    from newslint.spelling.learnt import open_learnt

    return open_learnt(path)


CHECKS: Mapping[str, Declared] = {
    "idioms": misspelt_check("idiom"),
    "characters": misspelt_check("ranked"),
    "pairs": misspelt_check("pair"),
}
