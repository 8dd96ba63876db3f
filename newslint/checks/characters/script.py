"""Traditional characters in a simplified article, and characters from blocks that only look like Chinese text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from newslint.checks.characters import scripts as script
from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.chinese import names, words
from newslint.chinese.segmentation import before, segment
from newslint.document import Article, Document, Span
from newslint.patterns import compile_pattern

_FAULTS = ("traditional", "traditional-name", "traditional-article", "radical", "compatibility")
#: From so many runs on, a line in traditional script is one fault: pasted text, not slips of the keyboard.
_MANY = 3
#: How much of a long passage the message shows, in characters.
_SHOWN = 12


class Script:
    """Options: ``fault``, one of

    - ``traditional``: each run of adjacent traditional characters in an article that is otherwise simplified, and a
      line that is itself in traditional script once, from its first run to its last;
    - ``traditional-name``: a traditional character where a person's given name may stand, which the two above leave
      out;
    - ``traditional-article``: an article written in traditional script, reported once, at its first such run;
    - ``radical``: each run of radicals (⼈, U+2F08) in place of characters, as PDF files leave them;
    - ``compatibility``: each run of compatibility ideographs (U+F900 and on) in place of the characters they double.

    A traditional character with two simplified forms (鍾: 钟 or 锺) is reported with the likelier one, but without a
    fix.
    """

    anchors = ()

    @staticmethod
    def gate(document: Document) -> bool:
        """Whether the text holds a character that one of the faults could be: none of them is in GB 2312."""
        return bool(document.rare)

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", _FAULTS)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the faults of the chosen sort, in order."""
        if self._fault == "traditional-article":
            yield from _articles(document)
        elif self._fault == "radical":
            yield from _doubles(document, script.radicals())
        elif self._fault == "compatibility":
            yield from _doubles(document, script.compatibility())
        else:
            for span, is_name in document.once(_strays):
                if is_name == (self._fault == "traditional-name"):
                    yield _stray(document.view[span.start : span.end], span.start)


def _table(document: Document) -> dict[str, str]:
    return script.traditional(document.rare)


def _runs(document: Document) -> list[tuple[Article, bool, list[Span]]]:
    """Return the articles that hold traditional characters: whether the script is traditional, and the runs of them."""
    table = document.once(_table)
    if not table:
        return []
    pattern = compile_pattern("[" + "".join(table) + "]+")
    found = []
    for article in document.articles:
        runs = [Span(*run.span()) for run in pattern.finditer(document.view, article.start, article.end)]
        if runs:
            found.append((article, script.is_traditional(document.view[article.start : article.end], table), runs))
    return found


def _articles(document: Document) -> Iterator[Match]:
    for _, whole, runs in document.once(_runs):
        if whole:
            yield Match(runs[0].start, runs[0].end, values={"count": sum(end - start for start, end in runs)})


def _strays(document: Document) -> list[tuple[Span, bool]]:
    """Return what is one fault each in simplified articles, and whether a given name may stand there."""
    table = document.once(_table)
    found: list[tuple[Span, bool]] = []
    for runs in (runs for _, whole, runs in document.once(_runs) if not whole):
        for index, group in groupby(runs, lambda run: document.block_index(run.start)):
            spans = list(group)
            text = document.blocks[index].text if index >= 0 else ""
            if len(spans) >= _MANY and script.is_traditional(text, table):
                found.append((Span(spans[0].start, spans[-1].end), False))
            else:
                found.extend((span, _may_be_given_name(document, span)) for span in spans)
    return found


def _stray(text: str, start: int) -> Match:
    simplified = script.simplify(text)
    sure = len(simplified) == len(text) and script.AMBIGUOUS.isdisjoint(text)
    values = {"match": _shown(text), "replacement": _shown(simplified)}
    return Match(start, start + len(text), simplified if sure else None, values=values)


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"


def _may_be_given_name(document: Document, span: Span) -> bool:
    """Whether one character is the first or second behind a surname, none of them part of a word; or stands in a
    byline.
    """
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
    # Few texts hold one, and the rare characters are a small part of the text to look through.
    if not pattern.search("".join(document.rare)):
        return
    whole = {article.number for article, traditional, _ in document.once(_runs) if traditional}
    for run in pattern.finditer(document.view):
        block = document.block_at(run.start())
        simplified = block is None or block.article not in whole
        yield Match(run.start(), run.end(), script.unify(run[0], simplified=simplified))
