"""A Document: the text of one file, and what is known about every place in it.

Readers make it from bytes; rules only look at it. Everything costly is computed when first asked for and cached.
Offsets are code points of the decoded text with its line ends untouched, from 0, ends exclusive; lines and columns
count from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVar

from newslint.chinese.characters import classify
from newslint.chinese.garbled import Garbled, garbled_passages
from newslint.document.articles import Article, articles_of, bylines_of
from newslint.document.bylines.byline_parts import Byline
from newslint.document.file import TextFile
from newslint.document.lines import UNLABELLED, line_starts, prose_lines, stretches_of
from newslint.document.marks.pairmarks import Pairing, is_well_paired
from newslint.document.marks.width import folded_marks, is_folded
from newslint.document.spans import DisabledRange, Span, characters_without, enclosed, pair_up, reaches, touching
from newslint.document.structure import Block, BlockKind, Label, Line, is_terminal, label_blocks
from newslint.document.structure.standing import Standing, standings_of
from newslint.document.view import masked_spans, rare_characters, read_dots, view_of
from newslint.finding import Position

_Value = TypeVar("_Value")


class Document(TextFile):
    """The text of one file with its structure.

    - ``masked``: spans that are not prose in this format (code, link targets, front matter).
    - ``labels``: what the format says about a line (a Markdown heading, a list item), by the offset of its start.
    - ``source``: the rest, as ``TextFile`` takes it.
    """

    def __init__(
        self,
        text: str,
        *,
        masked: Sequence[tuple[int, int]] = (),
        labels: Mapping[int, Label] | None = None,
        **source: Any,
    ) -> None:
        super().__init__(text, **source)
        self._format_masks = tuple(masked)
        self._labels = labels or {}
        # For each kind of spared span asked for so far: starts, and for each the furthest end up to it.
        self._spared: dict[str, tuple[list[int], list[int]]] = {}
        self._memo: dict[Callable[[Document], object], Any] = {}

    def once(self, function: Callable[[Document], _Value]) -> _Value:
        """Return ``function(self)``, computed at the first call: for facts that several rules share."""
        if function not in self._memo:
            self._memo[function] = function(self)
        value: _Value = self._memo[function]
        return value

    def forget(self) -> None:
        """Drop cached facts, which take much memory for a long text; they are computed again when asked for."""
        self._memo.clear()
        self._spared.clear()
        self.__dict__.pop("pairing", None)

    @property
    def prose(self) -> Document:
        """What rules look at: the document itself, unless its format has a running text of its own."""
        return self

    @property
    def bare(self) -> Document:
        """The file as it is, including markup, for the few rules about that."""
        return self

    # --- the text as rules read it -------------------------------------------------------------------------------

    @cached_property
    def masked(self) -> tuple[Span, ...]:
        """Spans that are not prose, in order and disjoint: those of the format, garbled text, addresses, emoticons."""
        return masked_spans(self.text, (*self._format_masks, *[(start, end) for start, end, _ in self.garbled]))

    @cached_property
    def garbled(self) -> tuple[Garbled, ...]:
        """The passages of prose that were read with the wrong code, which no rule but the one about them reads."""
        found = garbled_passages(self.text)
        is_masked = touching(self._format_masks)
        return tuple([one for one in found if not is_masked(one.start, one.end)])

    @cached_property
    def folded(self) -> tuple[int, ...]:
        """Offsets of half-width marks in Chinese text that are read as full-width, in order."""
        dots = self.dots
        marks = folded_marks(self.text, self.masked)
        return tuple([at for at in marks if dots.get(at) != "·"] if dots else marks)

    @cached_property
    def is_folded(self) -> bool:
        """True if the whole text was folded to half-width marks, as crawlers do."""
        return is_folded(self.text, self.folded)

    @cached_property
    def dots(self) -> Mapping[int, str]:
        """The marks that dots of the Latin keyboard between Chinese characters stand for, 。 or ·, by offset.

        Dots for which this cannot be decided are not included.
        """
        return read_dots(self.text, self.masked)

    @cached_property
    def view(self) -> str:
        """The text as rules read it: half-width marks folded, everything that is not prose masked, CR line ends as line
        feeds.

        Length and offsets are those of the text.
        """
        return view_of(self.text, self.masked, self.folded, self.dots, self.garbled)

    @cached_property
    def classes(self) -> bytes:
        """One class byte for each code point of the view."""
        return classify(self.view)

    @cached_property
    def rare(self) -> frozenset[str]:
        """The distinct characters of the text that are not in GB 2312, and control characters.

        Rules about odd characters look here first. The dash and the interpunct, which GB 2312 maps to other code
        points, are not included.
        """
        return rare_characters(self.text, self.classes, self.stretches)

    # --- places --------------------------------------------------------------------------------------------------

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line."""
        return line_starts(self.text)

    @cached_property
    def stretches(self) -> tuple[Span, ...]:
        """The text split after line ends: one span, or several for a long text, so that what takes many times the
        memory of the text can be computed for one after another.
        """
        return stretches_of(self.view)

    def position(self, offset: int) -> Position:
        """Return the position of ``offset``, which is 0 to the length of the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(offset, line, offset - self.line_starts[line - 1] + 1)

    # --- structure -----------------------------------------------------------------------------------------------

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines of prose, without the white space around it."""
        return self._read_lines()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every line of prose with its kind, in order."""
        # Hardly anything else needs the lines, and those of a long text would take as much memory as the text.
        return label_blocks(self._read_lines())

    def _read_lines(self) -> tuple[Line, ...]:
        return prose_lines(self.text, self.view, self.line_starts, self._labels)

    @cached_property
    def open_lines(self) -> tuple[int, ...]:
        """The indices of blocks whose text does not end like a paragraph: headings, cut lines, lists."""
        return tuple(index for index, block in enumerate(self.blocks) if not is_terminal(block.text))

    @cached_property
    def standings(self) -> Mapping[int, Standing]:
        """What the blocks are that end no sentence, by index, those left out that are running text."""
        return standings_of(self.blocks, self.open_lines, self.view.count)

    @cached_property
    def headlines(self) -> tuple[Block, ...]:
        """The lines of headlines, in order."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.HEADLINE)

    def is_labelled(self, block: Block) -> bool:
        """Return True if the format determines the kind of the line."""
        label = self._labels.get(self.line_starts[block.line - 1], UNLABELLED)
        return label.kind is not None or label.level > 0

    def is_marked_heading(self, block: Block) -> bool:
        """Return True if the line is a heading by markup, or by # in plain text."""
        start = self.line_starts[block.line - 1]
        return self._labels.get(start, UNLABELLED).level > 0 or "#" in self.text[start : block.start]

    def is_soft_break(self, upper: Block, lower: Block) -> bool:
        """Return True if the format makes one paragraph of the two lines: Markdown parts them by blank lines."""
        return self.format == "markdown" and self.view.count("\n", upper.end, lower.start) == 1

    def is_apart(self, upper: Block, lower: Block) -> bool:
        """Return True if the two lines stand in different parts of the page by the format: a text box, a cell, a note.

        No rule reads on from one to the other.
        """
        starts, labels = self.line_starts, self._labels
        return bool(labels) and any(labels.get(at, UNLABELLED).apart for at in starts[upper.line : lower.line])

    def is_centred(self, block: Block) -> bool:
        """Return True if the format sets the line in the middle."""
        return self._labels.get(self.line_starts[block.line - 1], UNLABELLED).centred

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the page, in order; none for a text without prose."""
        return articles_of(self.blocks)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_index(self, offset: int) -> int:
        """Return the index in ``blocks`` of the block at ``offset``, or -1 between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        return index if index >= 0 and offset < self.blocks[index].end else -1

    def block_at(self, offset: int) -> Block | None:
        """Return the block at ``offset``, or None."""
        index = self.block_index(offset)
        return self.blocks[index] if index >= 0 else None

    @cached_property
    def bylines(self) -> tuple[tuple[int, Byline], ...]:
        """All parsed bylines in order, each with the offset of its block, to which its spans are relative."""
        return bylines_of(self.blocks)

    # --- pairs ---------------------------------------------------------------------------------------------------

    @cached_property
    def is_well_paired(self) -> bool:
        """True if all quotes and brackets are paired within their lines, and no “ ” or 《 》 contains another.

        Most texts are well paired.
        """
        return is_well_paired(self.classes)

    @cached_property
    def pairing(self) -> Pairing:
        """Quotes and brackets, paired within each article."""
        return pair_up(self.classes, self.articles)

    def inside(self, start: int, end: int, kind: str) -> bool:
        """Return True if the span is inside one ``quotation``, ``title`` (《》), ``bracket`` or ``byline``."""
        table = self._spared.get(kind)
        if table is None:
            table = self._spared[kind] = reaches(self._spans(kind))
        starts, ends = table
        index = bisect_right(starts, start) - 1
        return index >= 0 and ends[index] >= end

    def _spans(self, kind: str) -> list[tuple[int, int]]:
        if kind == "byline":
            return [(base + byline.start, base + byline.end) for base, byline in self.bylines]
        return enclosed(self.pairing.pairs, kind)

    @cached_property
    def characters(self) -> int:
        """The number of characters of prose without white space, against which error rates are counted."""
        return characters_without(self.text, self._format_masks)

    @property
    def disabled(self) -> tuple[DisabledRange, ...]:
        """What the comments of the file disable, in order."""
        if not self.comments:
            return ()
        from newslint.document.directives import disabled_ranges  # few files have comments

        return disabled_ranges(self)
