"""A Document: the text of one file, and what is known about every place in it.

A reader makes it from bytes; rules only look at it. Everything costly is computed when first asked for and kept. Offsets
are code points of the decoded text with its line ends untouched, from 0, ends exclusive; lines and columns count from 1.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple, TypeVar

from newslint.chinese.byline_parts import Byline
from newslint.chinese.bylines import parse_tail
from newslint.chinese.characters import BYTE, classify
from newslint.chinese.dots import decided_dots
from newslint.chinese.pairs import Pair, Pairing, find_pairs
from newslint.chinese.plain_pairs import plain_pairs
from newslint.chinese.width import folded_marks, unfold
from newslint.finding import Edit, Position
from newslint.frozen import frozen
from newslint.patterns import lazy
from newslint.structure import Block, BlockKind, Label, Line, is_terminal, label_blocks

_Value = TypeVar("_Value")

#: What the view shows in place of text that is not prose, character for character: no rule matches it.
MASK = "\ufffc"
#: What may stand around a line's text, and what a line without words is made of.
_SPACE = (
    " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_RULE_MARKS = "-—–－*＊=＝_＿~～·•…─━═★☆◆◇■□●○※"
_NO_WORDS = _SPACE + MASK + _RULE_MARKS
_WORDLESS = frozenset(_NO_WORDS)
_RULE = lazy(f"[{re.escape(_RULE_MARKS)}][{re.escape(_RULE_MARKS + _SPACE)}]+[{re.escape(_RULE_MARKS)}]")
_UNLABELLED = Label(None, 0)
_NO_CONTROLS = bytes(code for code in range(256) if 32 <= code != 127 or code in b"\t\n\r")
#: From so many characters beyond GB 2312 on, they are sought all at once.
_MANY_RARE = 12
_LINE_END = lazy(r"\r\n|\r|\n")
_BARE_LINE_END = lazy(r"(?<!\r)\n")
_LONE_RETURN = lazy(r"\r(?!\n)")
_NOT_PROSE = lazy(
    r"(?:https?|ftp)://[A-Za-z0-9\-._~:/?#\[\]@!$&'*+,;=%]+"
    r"|www\.[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]+"
    r"|[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"
)
_SPARED = {"quotation": frozenset("“‘「『"), "title": frozenset("《〈"), "bracket": frozenset("（〔［【")}


class Span(NamedTuple):
    """A stretch of the text: code points ``start`` to ``end``, exclusive."""

    start: int
    end: int


@frozen
class Article:
    """One article of a page: its blocks in order, headline first where it has one."""

    index: int
    blocks: tuple[Block, ...]

    @property
    def start(self) -> int:
        """Offset of the article's first character."""
        return self.blocks[0].start

    @property
    def end(self) -> int:
        """Offset after the article's last character."""
        return self.blocks[-1].end


class Document:
    """The text of one file with its structure.

    ``name`` is how reports call the file and ``format`` which reader made it; ``masked`` are the spans that the format
    says are not prose (code, link targets, front matter); ``labels`` says what the format tells of a line (a Markdown
    heading, a list item), by offset of the line's start; ``comments`` are the spans of the format's comments, their marks
    included, in order; ``encoding`` and ``bom`` say how the bytes were read; ``issued`` is the date of the issue, where it
    is known.
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
        self.comments = tuple(Span(start, end) for start, end in comments)
        self._format_masks = tuple(masked)
        self._labels = labels or {}
        # For each kind of spared span asked for: starts, and for each the furthest end so far.
        self._spared: dict[str, tuple[list[int], list[int]]] = {}
        self._memo: dict[Callable[[Document], object], object] = {}

    def once(self, function: Callable[[Document], _Value]) -> _Value:
        """Return ``function(self)``, computed at the first call: what several rules share is worked out once."""
        try:
            return self._memo[function]  # type: ignore[return-value]
        except KeyError:
            value = self._memo[function] = function(self)
            return value

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
            ordered = [Edit(edit.start, edit.end, _BARE_LINE_END.sub(self.line_end, edit.text)) for edit in ordered]
        return tuple(ordered)

    @cached_property
    def line_end(self) -> str:
        """The line end that the file uses most, the first of them if several are as frequent; a line feed if it has none."""
        return next((end for end, _ in Counter(_LINE_END.findall(self.text)).most_common(1)), "\n")

    # --- the text as rules read it -------------------------------------------------------------------------------

    @cached_property
    def masked(self) -> tuple[Span, ...]:
        """Spans that are not prose, in order, joined where they meet: what the format says, and URLs and e-mail."""
        spans = [*self._format_masks]
        text = self.text
        if "." in text and ("://" in text or "www." in text or "@" in text):
            spans.extend(match.span() for match in _NOT_PROSE.finditer(self.text))
        joined: list[Span] = []
        for start, end in sorted(spans):
            if joined and start <= joined[-1].end:
                joined[-1] = Span(joined[-1].start, max(end, joined[-1].end))
            elif start < end:
                joined.append(Span(start, end))
        return tuple(joined)

    @cached_property
    def folded(self) -> tuple[int, ...]:
        """Offsets of half-width marks that stand in Chinese and are read as full-width, in order."""
        return tuple(at for at in folded_marks(self.text, self.masked) if self.dots.get(at) != "·")

    @cached_property
    def dots(self) -> Mapping[int, str]:
        """Dots of the Latin keyboard between Chinese characters, by offset: the mark each stands for, 。 or ·, where that can be told."""
        if "." not in self.text and "．" not in self.text:
            return {}
        told = decided_dots(self.text)
        return {at: mark for at, mark in told if not any(span.start <= at < span.end for span in self.masked)}

    @cached_property
    def view(self) -> str:
        """The text with folded marks full-width, what is not prose masked, and a line feed where a return alone ends a line:
        same length, same offsets."""
        view = unfold(self.text, self.folded, [at for at, mark in self.dots.items() if mark == "·"])
        if "\r" in view:
            view = _LONE_RETURN.sub("\n", view)
        if not self.masked:
            return view
        parts = []
        last = 0
        for start, end in self.masked:
            parts.append(view[last:start])
            parts.append(re.sub(r"[^\r\n]", MASK, view[start:end]))
            last = end
        parts.append(view[last:])
        return "".join(parts)

    @cached_property
    def classes(self) -> bytes:
        """One class byte for each code point of the view."""
        return classify(self.view)

    @cached_property
    def rare(self) -> frozenset[str]:
        """The distinct characters of the text that GB 2312 lacks, and its controls: what a rule about odd characters asks first.

        The dash and the interpunct, which that code has under other names, are not among them.
        """
        rest = self.text.replace("—", "").replace("·", "")
        found = set(self.classes.translate(None, _NO_CONTROLS).decode("latin-1"))
        for _ in range(_MANY_RARE):
            try:
                rest.encode("gb2312")
            except UnicodeEncodeError as error:
                char = rest[error.start]
                found.add(char)
                rest = rest[error.start :].replace(char, "")
            else:
                return frozenset(found)
        known = rest.encode("gb2312", "ignore").decode("gb2312")
        return frozenset(found.union(set(rest).difference(known)))

    # --- places --------------------------------------------------------------------------------------------------

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offset of the first character of each line."""
        if "\r" in self.text:
            return (0, *(match.end() for match in _LINE_END.finditer(self.text)))
        # One step for a line, and none for a character.
        return (0, *accumulate(len(line) + 1 for line in self.text.split("\n")))[:-1]

    def position(self, offset: int) -> Position:
        """Return offset, line and column of ``offset`` (0 to the length of the text)."""
        line = bisect_right(self.line_starts, offset)
        return Position(offset, line, offset - self.line_starts[line - 1] + 1)

    # --- structure -----------------------------------------------------------------------------------------------

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that hold prose, without the white space around it."""
        lines = []
        view, labels = self.view, self._labels
        starts = (*self.line_starts, len(view))
        parted = False
        label = _UNLABELLED
        for number, start in enumerate(starts[:-1], 1):
            first, stop = start, starts[number]
            if labels:
                label = labels.get(start, _UNLABELLED)
                first, stop = max(start, label.start), stop if label.end is None else label.end
            raw = view[first:stop]
            text = raw.strip(_SPACE)
            # A line that ends in a word or a point mark need not be looked through.
            if text and (text[-1] not in _WORDLESS or text.strip(_NO_WORDS)):
                begin = first if text[0] == raw[0] else stop - len(raw.lstrip(_SPACE))
                lines.append(Line(number, begin, begin + len(text), text, label.kind, label.level, parted))
                parted = False
            elif _RULE.fullmatch(self.text[start : starts[number]].strip(_SPACE)):
                parted = True
        return tuple(lines)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every line of prose with its kind, in order."""
        return label_blocks(self.lines)

    @cached_property
    def open_lines(self) -> tuple[int, ...]:
        """The indexes of the blocks whose text does not end as a paragraph does: headings, lines that are cut, lists."""
        return tuple(index for index, block in enumerate(self.blocks) if not is_terminal(block.text))

    @cached_property
    def headlines(self) -> tuple[Block, ...]:
        """The blocks that are lines of headlines, in order."""
        return tuple(block for block in self.blocks if block.kind is BlockKind.HEADLINE)

    def is_marked_heading(self, block: Block) -> bool:
        """Whether markup, or # in plain text, makes a heading of the line."""
        start = self.line_starts[block.line - 1]
        return self._labels.get(start, _UNLABELLED).level > 0 or "#" in self.text[start : block.start]

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles of the page, in order; a text without prose has none."""
        groups: dict[int, list[Block]] = {}
        for block in self.blocks:
            groups.setdefault(block.article, []).append(block)
        return tuple(Article(index, tuple(blocks)) for index, blocks in sorted(groups.items()))

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
        found = []
        for block in self.blocks:
            if block.byline is not None:
                found.append((block.start, block.byline))
            tail = parse_tail(block.text) if block.kind is BlockKind.BODY else None
            if tail is not None and (block.byline is None or block.byline.end <= tail.start):
                found.append((block.start, tail))
        return tuple(found)

    # --- pairs ---------------------------------------------------------------------------------------------------

    @cached_property
    def pairing(self) -> Pairing:
        """Quotes and brackets, paired within each article."""
        pairs: list[Pair] = []
        misfits = []
        for article in self.articles:
            paragraphs = [(block.start, block.end) for block in article.blocks]
            plain = plain_pairs(self.classes, paragraphs)
            if plain is not None:
                pairs.extend(plain)
                continue
            found = find_pairs(self.classes, paragraphs)
            pairs.extend(found.pairs)
            misfits.extend(found.misfits)
        return Pairing(tuple(pairs), tuple(misfits))

    def inside(self, start: int, end: int, kind: str) -> bool:
        """Whether the span lies wholly inside one ``quotation``, ``title`` (《》), ``bracket`` or ``byline``."""
        table = self._spared.get(kind)
        if table is None:
            table = self._spared[kind] = _reachable(self._spans(kind))
        starts, ends = table
        index = bisect_right(starts, start) - 1
        return index >= 0 and ends[index] >= end

    def _spans(self, kind: str) -> list[tuple[int, int]]:
        if kind == "byline":
            return [(base + byline.start, base + byline.end) for base, byline in self.bylines]
        codes = {BYTE[mark] for mark in _SPARED[kind]}
        return [(pair.start, pair.end) for pair in self.pairing.pairs if pair.opener in codes]

    @cached_property
    def characters(self) -> int:
        """How many characters the text has, white space apart: what error rates are counted against."""
        return len("".join(self.text.split()))


#: The kinds of span that a rule may spare.
SPARED = (*_SPARED, "byline")


def _reachable(spans: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return sorted starts, and beside each the greatest end of any span that started by then."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(spans):
        starts.append(start)
        ends.append(max(end, ends[-1]) if ends else end)
    return starts, ends
