"""Sentences that an article has twice, found by their text in a dictionary, in linear time.

What is repeated on purpose is left alone: a sentence quoted above the story, quotations, and the standing lines of
service copy.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newslint.checks.check import Match, Place, StructureCheck
from newslint.checks.registry import Declared
from newslint.checks.repeats.duplicate_paragraphs import STANDING
from newslint.checks.repeats.gates import may_repeat_sentences, repeats_a_part
from newslint.document import Document
from newslint.document.structure import BlockKind
from newslint.patterns import lazy

#: A sentence repeated at once has at least this many characters, its mark included.
NEXT_SENTENCE = 8
#: A sentence repeated later has at least this many.
LATER_SENTENCE = 18
#: A sentence of the same paragraph is near with at most this many sentences between; farther off the steps of a
#: procedure close alike, and a summary says what is told below.
BETWEEN = 1
#: Several sentences in a row that are repeated in their paragraph were pasted, however far off, if they have at least
#: this many characters.
PASTED = 60

# What has no stop is matched too, or the search would begin anew at each of its characters.
_SENTENCE = lazy(r"[^。！？\r\n]+([。！？]*)")


class _Sentence(NamedTuple):
    """A repeated sentence, or several in a row (code points), with the earlier place.

    ``block`` is the number of the paragraph if the earlier place is in it too, else -1; ``near`` tells whether it is
    repeated at once or nearly so, or was pasted.
    """

    start: int
    end: int
    first: int
    first_end: int
    block: int
    near: bool


def repeated_sentences(document: Document) -> Iterator[Match]:
    """A sentence repeated at once or nearly so, or pasted; the match is the second."""
    for sentence in document.once(_sentences):
        if sentence.near:
            yield Match(sentence.start, sentence.end, "", related=(_earlier(sentence),))


def distant_sentences(document: Document) -> Iterator[Match]:
    """A sentence repeated elsewhere in its article; the match is the second."""
    for sentence in document.once(_sentences):
        if not sentence.near:
            yield Match(sentence.start, sentence.end, related=(_earlier(sentence),))


def _earlier(sentence: _Sentence) -> Place:
    return Place(sentence.first, sentence.first_end, "first")


def _sentences(document: Document) -> list[_Sentence]:
    """Return every sentence of the body that its article already has; those in a row both times are one."""
    found: list[_Sentence] = []
    for article in document.articles:
        if not repeats_a_part(document.view[article.start : article.end]):
            continue
        seen: dict[str, tuple[int, int, int]] = {}
        last = ""
        place = 0
        for number, block in enumerate(article.blocks):
            ended = 0
            for match in _SENTENCE.finditer(block.text) if block.kind is BlockKind.BODY else ():
                if not match[1]:
                    continue
                ended = match.end()
                place += 1
                text = match[0].strip(" \u3000")
                start, size = block.start + ended - len(text), len(text)
                first = seen.get(text)
                if first and text.count("“") == text.count("”") and not STANDING.search(text):
                    here = number if first[1] == number and text[-1] != "？" else -1
                    near = last == text or (size >= LATER_SENTENCE and here >= 0 and place - first[2] <= BETWEEN + 1)
                    if (near and size >= NEXT_SENTENCE) or size >= LATER_SENTENCE:
                        _add(found, _Sentence(start, start + size, first[0], first[0] + size, here, near))
                seen[text] = (start, number, place)
                last = text
            if ended < len(block.text):
                last = ""
    return found


def _add(found: list[_Sentence], new: _Sentence) -> None:
    """Append ``new``, or lengthen the last by it if it follows the last both times."""
    old = found[-1] if found else None
    if old and old.block == new.block and old.end == new.start and old.first_end == new.first:
        new = new._replace(start=old.start, first=old.first, near=old.near or new.near)
        if new.block >= 0 and new.end - new.start >= PASTED:
            new = new._replace(near=True)
        found.pop()
    found.append(new)


CHECKS: Mapping[str, Declared] = {
    "distant-sentence": StructureCheck(distant_sentences, gate=may_repeat_sentences, messages=["first"]),
    "sentence": StructureCheck(repeated_sentences, gate=may_repeat_sentences, messages=["first"]),
}
