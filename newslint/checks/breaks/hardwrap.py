"""Passages whose lines were all cut at one width, as old editors, mail programs and narrow columns do.

Such a passage is one fault, however many words it cuts. What joins the lines again must keep the real ends of
paragraphs: a line clearly shorter than the width, a line before an indented one, a blank line.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newslint.checks.breaks.column_width import Column, Extents, common_column, indentation
from newslint.checks.breaks.gates import LEAST_CUTS
from newslint.checks.breaks.grammar.continuation import continuation
from newslint.checks.breaks.grammar.lower_signs import begins_freshly
from newslint.chinese.seam import straddle
from newslint.document import Document
from newslint.document.structure import Block, BlockKind, is_terminal
from newslint.document.structure.looks import marker
from newslint.finding import Edit
from newslint.patterns import lazy

#: The narrowest and the widest column in characters.
_NARROW, _WIDE = 10, 62
#: Characters that a line may fall short of the width or exceed it and still count as cut there.
_SLACK = 2
#: The share of cut lines that fit the width without slack; short lines that read as verse leave no doubt.
_EXACT, _EXACT_VERSE = 0.6, 0.9
#: So many lines in a row that were not cut end a passage.
_PAUSE = 6
#: How many widths are tried on one page.
_WIDTHS = 4
#: How many breaks of a passage are judged by their words.
_SAMPLE = 16
#: The least share of breaks whose words go on; what it, that of breaks inside a word and that of lines with a mark
#: inside must come to (1.7 in running text; narrow lines show less of each); what stands for a break inside a word if
#: none is.
_GOING_ON, _TOGETHER, _INSTEAD = 0.3, 0.9, (0.5, 0.3)
#: Below this the words of two lines deny that they belong together.
_UNLIKELY = -2.0
_APART = frozenset((BlockKind.TABLE, BlockKind.BLOCK_QUOTATION))
_INNER_MARK = lazy("[，。、；：！？].")
#: What opens a paragraph besides a date or a source: somebody speaks.
_SPEAKER = lazy("“|[^，。：；、]{2,16}(?:说|表示|指出|认为|介绍|强调|提醒|透露|告诉)")
_SENTENCE_END = lazy("[。！？!?…][”’」』）》)]*$")


class Passage(NamedTuple):
    """A hard-wrapped passage: the blocks ``first`` to ``last`` (inclusive) and its width in characters.

    ``joined`` are the blocks that go on in the next one; of the ``open`` ones, too short for the width but without a
    final mark, only their words can tell.
    """

    first: int
    last: int
    width: int
    joined: tuple[int, ...]
    open: tuple[int, ...]

    def edits(self, blocks: Sequence[Block]) -> list[Edit]:
        """Return the removal of each line end inside a paragraph."""
        return [Edit(blocks[index].end, blocks[index + 1].start, "") for index in self.joined]


def hard_wrapped(document: Document) -> tuple[Passage, ...]:
    """Return the hard-wrapped passages of ``document``, in order."""
    blocks = document.blocks
    last = len(blocks) - 1
    loose = [
        index
        for index in document.open_lines
        # What stands below a line that was cut is no paragraph in one line.
        if index < last
        and len(blocks[index + 1].text) <= 2 * len(blocks[index].text) + _SLACK
        and _NARROW - _SLACK <= len(blocks[index].text) <= 2 * _WIDE
        and _could_be_cut(document, blocks[index])
    ]
    passages: list[Passage] = []
    for _ in range(_WIDTHS):
        if len(loose) < LEAST_CUTS:
            break
        column = common_column(document, loose)
        if column.lines < LEAST_CUTS:
            break
        lines = Extents(document, column)
        taken = {index for passage in passages for index in range(passage.first, passage.last + 1)}
        for run in _runs(document, lines, column, taken):
            passage = _passage(document, lines, run, column)
            if passage is not None:
                passages.append(passage)
                taken.update(range(passage.first, passage.last + 1))
        loose = [index for index in loose if index not in taken and not lines[index].cut_at(column.width)]
    return tuple(sorted(passages))


def _could_be_cut(document: Document, block: Block) -> bool:
    return block.kind not in _APART and not document.is_marked_heading(block)


def _runs(document: Document, lines: Extents, column: Column, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last block of each stretch of lines that could all have been set in ``column``."""
    blocks = document.blocks
    width, slack = column.width, _SLACK * column.unit
    first, pause = None, 0
    for index, block in enumerate(blocks):
        fits = index not in taken and lines.fits(index, width + slack) and _could_be_cut(document, block)
        if first is not None and (not fits or pause >= _PAUSE or _is_parted(document, blocks[index - 1], block)):
            yield first, index - 1
            first = None
        if fits and lines[index].cut_at(width, slack):
            first, pause = index if first is None else first, 0
        else:
            pause += 1
    if first is not None:
        yield first, len(blocks) - 1


def _is_parted(document: Document, upper: Block, lower: Block) -> bool:
    """Return True if something stands between two lines, or the format sets them apart."""
    return bool(document.text[upper.end : lower.start].strip()) or document.is_apart(upper, lower)


def _passage(document: Document, lines: Extents, run: tuple[int, int], column: Column) -> Passage | None:
    blocks = document.blocks
    first, last = run
    width, unit = column.width, column.unit
    full = [index for index in range(first, last) if lines[index].cut_at(width, _SLACK * unit)]
    cut = [index for index in full if not is_terminal(blocks[index].text)]
    if len(cut) < LEAST_CUTS or 2 * len(cut) < len(full):
        return None
    exact = sum(lines[index].cut_at(width, unit - 1) for index in cut)
    verse = 2 * sum(blocks[index].kind is BlockKind.VERSE for index in cut) > len(cut)
    if width < _NARROW * unit or exact < (_EXACT_VERSE if verse else _EXACT) * len(cut):
        return None
    last = cut[-1] + 1
    short = [index for index in range(first, last) if not lines[index].cut_at(width, _SLACK * unit)]
    loose = [index for index in short if not is_terminal(blocks[index].text)]
    if 2 * len(loose) > len(cut) or not _read_on(blocks, cut):
        return None
    gaps = _Gaps(document, cut)
    joined = tuple(_joined(blocks, lines, full, short, column, gaps))
    within = frozenset(joined)
    if len(joined) < LEAST_CUTS:
        return None
    left = [
        index for index in range(joined[0], joined[-1]) if index not in within and not is_terminal(blocks[index].text)
    ]
    return Passage(joined[0], joined[-1] + 1, width // unit, joined, tuple(left))


def _read_on(blocks: Sequence[Block], cut: Sequence[int]) -> bool:
    """Return True if the lines ``cut`` are running text.

    Lines of a list and of verse are of one length too, but each begins anew.
    """
    texts = [blocks[index].text for index in cut]
    if 2 * sum(text.endswith("，") for text in texts) > len(cut):
        return False
    running = sum(_INNER_MARK.search(text) is not None for text in texts) / len(cut)
    sample = cut[:: -(-len(cut) // _SAMPLE)]
    inside = sum(_inside_word(blocks[index].text, blocks[index + 1].text) for index in sample) / len(sample)
    going = sum(_goes_on(blocks[index].text, blocks[index + 1].text) for index in sample) / len(sample)
    if inside == 0 and (going < _INSTEAD[0] or running < _INSTEAD[1]):
        return False
    return going >= _GOING_ON and going + running + inside >= _TOGETHER


def _goes_on(upper: str, lower: str) -> bool:
    return _inside_word(upper, lower) or continuation(upper, lower) > 0


def _inside_word(upper: str, lower: str) -> bool:
    word = straddle(upper, lower)
    return word is not None and word.certain


class _Gaps:
    """What lies between the lines of a passage, and may show that a paragraph ends there."""

    def __init__(self, document: Document, cut: Sequence[int]) -> None:
        self._document = document
        blocks = document.blocks
        # Below a line that was cut there is as a rule no sign of a new paragraph, whatever the spacing of the page.
        self._ends = Counter(self._line_ends(index) for index in cut).most_common(1)[0][0]
        self._indented = Counter(len(indentation(document, blocks[index + 1])) for index in cut).most_common(1)[0][0]

    def part(self, index: int) -> bool:
        """Return True if a blank line or an indentation stands between the block ``index`` and the next."""
        return self._line_ends(index) > self._ends or self.indented(index + 1)

    def indented(self, index: int) -> bool:
        """Return True if the block ``index`` begins farther right than the lines below a cut do."""
        return len(indentation(self._document, self._document.blocks[index])) > self._indented

    def _line_ends(self, index: int) -> int:
        blocks = self._document.blocks
        return blocks[index + 1].line - blocks[index].line


def _joined(
    blocks: Sequence[Block], lines: Extents, full: Sequence[int], short: Sequence[int], column: Column, gaps: _Gaps
) -> Iterator[int]:
    """Yield the lines that go on in the next."""
    ends = [index for index in short if is_terminal(blocks[index].text)]
    # Where the page marks its paragraphs, nothing else ends one.
    marked = 5 * sum(map(gaps.part, ends)) >= 4 * len(ends) > 0
    for index in full:
        upper, lower = blocks[index], blocks[index + 1]
        exact = lines[index].cut_at(column.width, column.unit - 1)
        if _SENTENCE_END.search(upper.text):
            fresh = not marked and (begins_freshly(lower.text) or _SPEAKER.match(lower.text) is not None)
            if exact and not fresh and not gaps.part(index):
                yield index
        elif gaps.part(index) or marker(lower.text):
            if _goes_on(upper.text, lower.text):
                yield index
        elif (
            gaps.indented(index)
            or (index and upper.kind is not BlockKind.HEADLINE and not is_terminal(blocks[index - 1].text))
            or (exact and (upper.kind is not BlockKind.HEADLINE or continuation(upper.text, lower.text) > _UNLIKELY))
            or _goes_on(upper.text, lower.text)
            or (upper.byline is not None and upper.byline.head is not None)
        ):
            yield index
