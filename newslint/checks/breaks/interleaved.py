"""Two columns whose lines were set into each other: the first line goes on in the third, the second in the fourth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from newslint.checks.breaks.gates import has_open_pairs
from newslint.checks.breaks.grammar.continuation import continuation
from newslint.checks.check import Match, StructureCheck
from newslint.checks.registry import Declared
from newslint.chinese.seam import straddle
from newslint.document import Document
from newslint.document.structure import Block, BlockKind, is_terminal
from newslint.finding import Edit

#: Lines cut by a column are told from headings by their words alone, so that a short page shows them as headings too.
_KINDS = (BlockKind.BODY, BlockKind.HEADLINE, BlockKind.SUBHEADLINE, BlockKind.VERSE)
#: Lines of a column have at least so many characters.
_SHORTEST = 12
#: Score of ``continuation`` from which one line goes on in another where no word proves it.
_GOES_ON = 1.2


def interleaved_columns(document: Document) -> Iterator[Match]:
    """Yield each passage of interleaved lines, from the start of its first to the end of its last.

    A passage is reported only if a word cut in two proves each column: 齐头并｜…｜进, with a line of the other column
    between, and the lines as they stand do not go on in each other. The fix writes one column after the other.
    """
    blocks = document.blocks
    reached = 0
    for index, following in pairwise(document.open_lines):
        # Both columns begin with a line that is cut.
        if index < reached or following != index + 1 or index + 3 >= len(blocks) or not _may_begin(blocks, index):
            continue
        if document.is_apart(blocks[index], blocks[index + 3]):
            continue
        last = _passage_end(document, index)
        passage = blocks[index : last + 1]
        first, second = passage[0::2], passage[1::2]
        word = straddle(first[0].text, first[1].text)
        ends = document.text[passage[0].end : passage[1].start]
        columns = ("".join(block.text for block in column) for column in (first, second))
        start, end = passage[0].start, passage[-1].end
        edits = (Edit(start, end, ends.join(columns)),)
        yield Match(start, end, edits=edits, values={"lines": len(passage), "word": word.word if word else ""})
        reached = last + 1


def _may_begin(blocks: Sequence[Block], index: int) -> bool:
    """Return True if a cut word proves each column where the passage begins.

    The first line must not go on in the second as they stand.
    """
    four = blocks[index : index + 4]
    if any(block.kind not in _KINDS or block.article != four[0].article for block in four):
        return False
    if min(len(block.text) for block in four[:2]) < _SHORTEST:
        return False
    return _cuts_word(four[0], four[2]) and _cuts_word(four[1], four[3]) and not _cuts_word(four[0], four[1])


def _passage_end(document: Document, index: int) -> int:
    """Return the index of the last line of the passage that begins at ``index``."""
    blocks = document.blocks
    last = index + 3
    while last + 1 < len(blocks):
        upper, lower = blocks[last - 1], blocks[last + 1]
        if lower.kind not in _KINDS or lower.article != upper.article or is_terminal(upper.text):
            break
        if document.is_apart(upper, lower):
            break
        if not _cuts_word(upper, lower) and continuation(upper.text, lower.text) < _GOES_ON:
            break
        last += 1
    return last


def _cuts_word(upper: Block, lower: Block) -> bool:
    word = straddle(upper.text, lower.text)
    return word is not None and word.certain


CHECKS: Mapping[str, Declared] = {
    "interleaved": StructureCheck(interleaved_columns, gate=has_open_pairs, values=("lines", "word")),
}
