"""Sentences, paragraphs and whole articles that a page holds twice, found by their text in a dictionary, in linear
time.

What is set twice on purpose is left alone: a sentence drawn out above the story, quotations, and the standing lines of
service copy.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.checks.repeats.duplicate_paragraphs import (
    STANDING,
    has_articles,
    has_paragraphs,
    near_paragraphs,
    same_articles,
    same_paragraphs,
)
from newslint.document import Document
from newslint.document.clauses import repeated_characters
from newslint.document.structure import BlockKind
from newslint.patterns import lazy

#: A sentence repeated at once has at least this many characters, its mark included.
NEXT_SENTENCE = 8
#: A sentence repeated later in the same paragraph, or elsewhere in the article, has at least this many.
LATER_SENTENCE = 18
#: An article in which no stretch between stops stands twice that has so many characters, one stop included, is not
#: looked through.
ROUGH_SENTENCE = 8

_SENTENCE = lazy(r"[^。！？\r\n]+[。！？]+")


class Duplicates:
    """Options: ``fault``, what is looked for: ``sentence`` (repeated at once or in its paragraph), ``distant-sentence``
    (elsewhere in the article), ``paragraph``, ``near-paragraph`` (nearly the same) or ``article``.
    """

    anchors: Sequence[str] = ()

    def __init__(self, options: Options) -> None:
        self._find, self.gate = options.chosen("fault", _FAULTS)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the second of each two; the first is related."""
        yield from self._find(document)


class _Sentence(NamedTuple):
    """A repeated sentence, or several in a row (code points), with the earlier place; ``near``: repeated at once or in
    its paragraph."""

    start: int
    end: int
    first: int
    first_end: int
    near: bool


def _near_sentences(document: Document) -> Iterator[Match]:
    for sentence in document.once(_sentences):
        if sentence.near:
            yield Match(sentence.start, sentence.end, "", related=(_earlier(sentence),))


def _distant_sentences(document: Document) -> Iterator[Match]:
    for sentence in document.once(_sentences):
        if not sentence.near:
            yield Match(sentence.start, sentence.end, related=(_earlier(sentence),))


def _earlier(sentence: _Sentence) -> tuple[int, int, str]:
    return sentence.first, sentence.first_end, "同样的话已在这里写过"


def _sentences(document: Document) -> list[_Sentence]:
    """Return every sentence of the body that its article already holds; those in a row both times are one."""
    found: list[_Sentence] = []
    if repeated_characters(document) < ROUGH_SENTENCE and _are_whole_lines(document):
        return found
    for article in document.articles:
        rough = (
            document.view[article.start : article.end]
            .replace("！", "。")
            .replace("？", "。")
            .replace("\n", "。")
            .split("。")
        )
        counted = [part for part in rough if len(part) >= ROUGH_SENTENCE - 1]
        if len(set(counted)) == len(counted):
            continue
        seen: dict[str, tuple[int, int]] = {}
        last = ""
        for number, block in enumerate(article.blocks):
            ended = 0
            for match in _SENTENCE.finditer(block.text) if block.kind is BlockKind.BODY else ():
                ended = match.end()
                text = match[0].strip(" \u3000")
                start, size = block.start + ended - len(text), len(text)
                first = seen.get(text)
                if first and text.count("“") == text.count("”") and not STANDING.search(text):
                    near = last == text or (size >= LATER_SENTENCE and first[1] == number and text[-1] != "？")
                    if (near and size >= NEXT_SENTENCE) or size >= LATER_SENTENCE:
                        _add(found, _Sentence(start, start + size, first[0], first[0] + size, near))
                seen[text] = (start, number)
                last = text
            if ended < len(block.text):
                last = ""
    return found


def _are_whole_lines(document: Document) -> bool:
    """Whether no article begins behind an indent or ends before a blank, so that its sentences are read as the text has
    them.
    """
    view = document.view
    for article in document.articles:
        if view[article.start - 1 : article.start] not in ("", "\n") or view[article.end : article.end + 1] not in (
            "",
            "\n",
        ):
            return False
    return True


def _add(found: list[_Sentence], new: _Sentence) -> None:
    """Append ``new``, or lengthen the last by it where both follow what they repeat side by side."""
    old = found[-1] if found else None
    if old and old.near == new.near and old.end == new.start and old.first_end == new.first:
        new = old._replace(end=new.end, first_end=new.first_end)
        found.pop()
    found.append(new)


def _has_sentences(document: Document) -> bool:
    return bool(document.once(_sentences))


_FAULTS = {
    "sentence": (_near_sentences, _has_sentences),
    "distant-sentence": (_distant_sentences, _has_sentences),
    "paragraph": (same_paragraphs, has_paragraphs),
    "near-paragraph": (near_paragraphs, has_paragraphs),
    "article": (same_articles, has_articles),
}
