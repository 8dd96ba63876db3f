"""A Document: the text of one file, and what is known about every place in it.

A reader makes it from bytes; rules only look at it. Everything costly is computed when first asked for and kept.
Offsets are code points of the decoded text with its line ends untouched, from 0, ends exclusive; lines and columns
count from 1.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TypeVar

from newslint.chinese.characters import classify
from newslint.document.articles import Article, articles_of, bylines_of
from newslint.document.bylines.byline_parts import Byline
from newslint.document.lines import UNLABELLED, line_starts, prose_lines, stretches_of, usual_line_end, with_line_ends
from newslint.document.marks.pairmarks import is_well_paired
from newslint.document.marks.pairs import Pairing
from newslint.document.marks.width import folded_marks
from newslint.document.spans import Span, enclosed, pair_up, reaches
from newslint.document.structure import Block, BlockKind, Label, Line, is_terminal, label_blocks
from newslint.document.view import masked_spans, rare_characters, read_dots, view_of
from newslint.finding import Edit, Position

if TYPE_CHECKING:
    from datetime import date

_Value = TypeVar("_Value")


class Document:
    """The text of one file with its structure.

    ``name`` is how reports call the file and ``format`` which reader made it; ``masked`` are the spans that the format
    says are not prose (code, link targets, front matter); ``labels`` says what the format tells of a line (a Markdown
    heading, a list item), by offset of the line's start; ``comments`` are the spans of the format's comments, their
    marks included, in order; ``encoding`` and ``bom`` say how the bytes were read; ``issued`` is the date of the issue,
    where it is known.
    """

    def __init__(
        self,
        text: str,
        *,
        name: str = "-",
        format: str = "plain",
        masked: Sequence[tuple[int, int]] = (),
        labels: Mapping[int, Label] | None = None,
        comments: Sequence[tuple[int, int]] = (),
        encoding: str = "utf-8",
        bom: bytes = b"",
        issued: date | None = None,
    ) -> None:
        self.text = text
        self.name = name
        self.format = format
        self.encoding = encoding
        self.bom = bom
        self.issued = issued
        self.comments = tuple([Span(start, end) for start, end in comments])
        self._format_masks = tuple(masked)
        self._labels = labels or {}
        # For each kind of spared span asked for: starts, and for each the furthest end so far.
        self._spared: dict[str, tuple[list[int], list[int]]] = {}
        self._memo: dict[Callable[[Document], object], Any] = {}

    def once(self, function: Callable[[Document], _Value]) -> _Value:
        """Return ``function(self)``, computed at the first call: what several rules share is worked out once."""
        if function not in self._memo:
            self._memo[function] = function(self)
        value: _Value = self._memo[function]
        return value

    def forget(self) -> None:
        """Let go of what has been worked out for rules, which of a long text takes much room; it can be asked for
        again.
        """
        self._memo.clear()
        self._spared.clear()
        self.__dict__.pop("pairing", None)

    @property
    def prose(self) -> Document:
        """What rules look at: the document itself, unless its format is read from a running text of its own."""
        return self

    @property
    def bare(self) -> Document:
        """The file as it stands, markup and all, for the few rules about that."""
        return self

    def locate(self, start: int, end: int) -> Span:
        """Return where in the file a stretch of ``prose`` stands."""
        return Span(start, end)

    def carry(self, edits: Iterable[Edit]) -> tuple[Edit, ...] | None:
        """Return the edits of the file that make ``edits`` of ``prose``, in order; None if they cannot be made.

        A line end that a rule puts in is written as the file writes its own.
        """
        ordered = sorted(edits, key=lambda edit: edit.start)
        if "\r" in self.text and any("\n" in edit.text for edit in ordered):
            ordered = [Edit(edit.start, edit.end, with_line_ends(edit.text, self.line_end)) for edit in ordered]
        return tuple(ordered)

    @cached_property
    def line_end(self) -> str:
        """The line end that the file uses most, the first of them if several are as frequent; a line feed if it has
        none.
        """
        return usual_line_end(self.text)

    # --- the text as rules read it -------------------------------------------------------------------------------

    @cached_property
    def masked(self) -> tuple[Span, ...]:
        """Spans that are not prose, in order, joined where they meet: what the format says, and URLs and e-mail."""
        return masked_spans(self.text, self._format_masks)

    @cached_property
    def folded(self) -> tuple[int, ...]:
        """Offsets of half-width marks that stand in Chinese and are read as full-width, in order."""
        dots = self.dots
        marks = folded_marks(self.text, self.masked)
        return tuple([at for at in marks if dots.get(at) != "·"] if dots else marks)

    @cached_property
    def dots(self) -> Mapping[int, str]:
        """Dots of the Latin keyboard between Chinese characters, by offset: the mark each stands for, 。 or ·, where
        that can be told.
        """
        return read_dots(self.text, self.masked)

    @cached_property
    def view(self) -> str:
        """The text with folded marks full-width, what is not prose masked, and a line feed where a return alone ends a
        line: same length, same offsets.
        """
        return view_of(self.text, self.masked, self.folded, self.dots)

    @cached_property
    def classes(self) -> bytes:
        """One class byte for each code point of the view."""
        return classify(self.view)

    @cached_property
    def rare(self) -> frozenset[str]:
        """The distinct characters of the text that GB 2312 lacks, and its controls: what a rule about odd characters
        asks first.

        The dash and the interpunct, which that code has under other names, are not among them.
        """
        return rare_characters(self.text, self.classes, self.stretches)

    # --- places --------------------------------------------------------------------------------------------------

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line."""
        return line_starts(self.text)

    @cached_property
    def stretches(self) -> tuple[Span, ...]:
        """The text parted behind line ends: one span, or several of a long text, so that what takes many times the room
        of the text can be worked out for one after another.
        """
        return stretches_of(self.view)

    def position(self, offset: int) -> Position:
        """Return offset, line and column of ``offset`` (0 to the length of the text)."""
        line = bisect_right(self.line_starts, offset)
        return Position(offset, line, offset - self.line_starts[line - 1] + 1)

    # --- structure -----------------------------------------------------------------------------------------------

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that hold prose, without the white space around it."""
        return self._read_lines()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every line of prose with its kind, in order."""
        # Hardly anything else asks for the lines: of a long text they would take the room of the text again.
        return label_blocks(self._read_lines())

    def _read_lines(self) -> tuple[Line, ...]:
        return prose_lines(self.text, self.view, self.line_starts, self._labels)

    @cached_property
    def open_lines(self) -> tuple[int, ...]:
        """The indexes of the blocks whose text does not end as a paragraph does: headings, lines that are cut,
        lists.
        """
        return tuple(index for index, block in enumerate(self.blocks) if not is_terminal(block.text))

    @cached_property
    def headlines(self) -> tuple[Block, ...]:
        """The blocks that are lines of headlines, in order."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.HEADLINE)

    def is_labelled(self, block: Block) -> bool:
        """Return True if the format tells what the line is."""
        label = self._labels.get(self.line_starts[block.line - 1], UNLABELLED)
        return label.kind is not None or label.level > 0

    def is_marked_heading(self, block: Block) -> bool:
        """Return True if markup, or # in plain text, makes a heading of the line."""
        start = self.line_starts[block.line - 1]
        return self._labels.get(start, UNLABELLED).level > 0 or "#" in self.text[start : block.start]

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the page, in order; a text without prose has none."""
        return articles_of(self.blocks)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_index(self, offset: int) -> int:
        """Return the index in ``blocks`` of the block that holds ``offset``, or -1 between blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        return index if index >= 0 and offset < self.blocks[index].end else -1

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds ``offset``, or None."""
        index = self.block_index(offset)
        return self.blocks[index] if index >= 0 else None

    @cached_property
    def bylines(self) -> tuple[tuple[int, Byline], ...]:
        """Every parsed byline with the offset of its block, to which the spans in it are relative; in order."""
        return bylines_of(self.blocks)

    # --- pairs ---------------------------------------------------------------------------------------------------

    @cached_property
    def is_well_paired(self) -> bool:
        """True if all quotes and brackets have their partners in their lines, and no “ ” or 《 》 holds another; most
        texts are.
        """
        return is_well_paired(self.classes)

    @cached_property
    def pairing(self) -> Pairing:
        """Quotes and brackets, paired within each article."""
        return pair_up(self.classes, self.articles)

    def inside(self, start: int, end: int, kind: str) -> bool:
        """Return True if the span lies wholly inside one ``quotation``, ``title`` (《》), ``bracket`` or ``byline``."""
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
        """How many characters the text has, white space and what its format says is no prose apart: what error rates
        are counted against.
        """
        prose = self.text
        if self._format_masks:
            starts, ends = zip(*sorted(self._format_masks), strict=True)
            # Masks may lie within each other.
            behind = (0, *accumulate(ends, max))
            prose = "".join([prose[begin:stop] for begin, stop in zip(behind, (*starts, len(prose)), strict=True)])
        return len("".join(prose.split()))
