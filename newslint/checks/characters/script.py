"""Traditional characters in a simplified article, and characters from blocks that only look like Chinese text.

A traditional character with two simplified forms (鍾: 钟 or 锺) is reported with the likelier one, but without a fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from newslint.checks.characters import scripts
from newslint.checks.check import Match, StructureCheck
from newslint.checks.gates import has_rare
from newslint.checks.registry import Declared
from newslint.chinese import names, words
from newslint.chinese.segmentation import before, segment
from newslint.document import Article, Document, Span

#: From this many runs on, a line in traditional script is one fault: pasted text, not slips of the keyboard.
_MANY = 3
#: How much of a long passage the message shows, in characters.
_SHOWN = 12


def traditional(document: Document) -> Iterator[Match]:
    """Traditional characters in an article that is otherwise simplified.

    Each run of adjacent ones is a match; a line that is itself in traditional script is one, from its first run to its
    last. Those that may be in a person's given name are left to ``traditional_name``.
    """
    return (_stray(document, span) for span, is_name in document.once(_strays) if not is_name)


def traditional_name(document: Document) -> Iterator[Match]:
    """A traditional character that may be in a person's given name (沈文傑), where the name is first in its article."""
    seen = set()
    for span, is_name in document.once(_strays):
        if is_name:
            block = document.block_at(span.start)
            # With the character before it, which is of the name: another person may have the same character.
            key = block and block.article, document.view[span.start - 1 : span.end]
            if key not in seen:
                seen.add(key)
                yield _stray(document, span)


def traditional_article(document: Document) -> Iterator[Match]:
    """An article in traditional script, once, at its first run of traditional characters."""
    for _, whole, runs in document.once(_runs):
        if whole:
            yield Match(runs[0].start, runs[0].end, values={"count": sum(end - start for start, end in runs)})


def radicals(document: Document) -> Iterator[Match]:
    """Radicals in place of characters, as PDF files leave them: ⼈ (U+2F08)."""
    return _doubles(document, scripts.radicals())


def compatibility(document: Document) -> Iterator[Match]:
    """Compatibility ideographs (U+F900 and on) in place of the characters they double."""
    return _doubles(document, scripts.compatibility())


def _table(document: Document) -> dict[str, str]:
    return scripts.traditional(document.rare)


def _runs(document: Document) -> list[tuple[Article, bool, list[Span]]]:
    """Return the articles with traditional characters: whether the script is traditional, and the runs of them."""
    table = document.once(_table)
    if not table:
        return []
    pattern = re.compile("[" + "".join(table) + "]+")
    found = []
    for article in document.articles:
        runs = [Span(*run.span()) for run in pattern.finditer(document.view, article.start, article.end)]
        if runs:
            found.append((article, scripts.is_traditional(document.view[article.start : article.end], table), runs))
    return found


def _strays(document: Document) -> list[tuple[Span, bool]]:
    """Return the faults in simplified articles, each with whether it may be in a given name."""
    table = document.once(_table)
    found: list[tuple[Span, bool]] = []
    for runs in (runs for _, whole, runs in document.once(_runs) if not whole):
        for index, group in groupby(runs, lambda run: document.block_index(run.start)):
            spans = list(group)
            text = document.blocks[index].text if index >= 0 else ""
            if len(spans) >= _MANY and scripts.is_traditional(text, table):
                found.append((Span(spans[0].start, spans[-1].end), False))
            else:
                found.extend((span, _may_be_given_name(document, span)) for span in spans)
    return found


def _stray(document: Document, span: Span) -> Match:
    text = document.view[span.start : span.end]
    simplified = scripts.simplify(text)
    sure = len(simplified) == len(text) and scripts.AMBIGUOUS.isdisjoint(text)
    values = {"shown": _shorten(text), "simplified": _shorten(simplified)}
    return Match(span.start, span.end, simplified if sure else None, values=values)


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"


def _may_be_given_name(document: Document, span: Span) -> bool:
    """Return True if the character is in a byline, or first or second after a surname, none of them part of a word."""
    start, end = span
    if end - start > 1:
        return False
    if document.inside(start, end, "byline"):
        return True
    view = document.view
    simplified = document.once(_table)[view[start]]
    left = before(view, start)
    if words.is_word(left[-1:] + simplified) or words.is_word(simplified + view[end : end + 1]):
        return False
    loose = [left[begin] for begin, stop in segment(left)[-2:] if stop - begin == 1 and stop >= len(left) - 1]
    return bool(loose) and left.endswith(loose[-1]) and (names.surname(loose[0]) != "" or loose[-1] in names.COMMON)


def _doubles(document: Document, pattern: re.Pattern[str]) -> Iterator[Match]:
    # Few texts have one, and the rare characters are few.
    if not pattern.search("".join(document.rare)):
        return
    whole = {article.number for article, traditional, _ in document.once(_runs) if traditional}
    for run in pattern.finditer(document.view):
        block = document.block_at(run.start())
        simplified = block is None or block.article not in whole
        yield Match(run.start(), run.end(), scripts.unify(run[0], simplified=simplified))


CHECKS: Mapping[str, Declared] = {
    "compatibility": StructureCheck(compatibility, gate=has_rare),
    "radical": StructureCheck(radicals, gate=has_rare),
    "traditional": StructureCheck(traditional, gate=has_rare, values=["shown", "simplified"]),
    "traditional-article": StructureCheck(traditional_article, gate=has_rare, values=["count"]),
    "traditional-name": StructureCheck(traditional_name, gate=has_rare, values=["shown", "simplified"]),
}
