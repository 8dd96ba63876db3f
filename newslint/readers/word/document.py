"""A Word document as a Document: its running text, what its styles say, and the way back into the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate

from newslint.document import Document
from newslint.document.edits import apply_edits, in_order, least, least_edits
from newslint.document.structure import Label
from newslint.finding import Edit, Paragraph
from newslint.patterns import lazy

#: What no edit can put into a document: line ends, which are paragraphs there, and what XML cannot have.
_FOREIGN = lazy("[\0-\x1f\ud800-\udfff\ufffe\uffff]")

#: Makes the bytes of a file with edits, which may be accepted at once.
Rewrite = Callable[[Sequence[Edit], bool], bytes]


class WordDocument(Document):
    """The text of a Word document, a line for each paragraph and line break.

    ``sealed`` are the spans that no edit may touch, none beside another, and ``ends`` the line ends that none may
    remove. ``rewrite`` makes the file with some edits, as tracked changes or plain; None for a document that only is to
    be checked again.
    """

    def __init__(
        self,
        text: str,
        *,
        name: str,
        issued: date | None,
        masked: Sequence[tuple[int, int]],
        labels: Mapping[int, Label],
        paragraphs: Sequence[Paragraph],
        sealed: Sequence[tuple[int, int]],
        ends: Sequence[int],
        indented: bool,
        rewrite: Rewrite | None = None,
    ) -> None:
        super().__init__(text, name=name, format="docx", masked=masked, labels=labels, issued=issued)
        self._masked_spans = tuple(masked)
        self._paragraphs = tuple(paragraphs)
        self._sealed = tuple(sealed)
        self._ends = tuple(ends)
        self._indented = indented
        self._rewrite = rewrite

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Where the paragraphs begin."""
        return self._paragraphs

    @property
    def lays_out(self) -> bool:
        """True if first lines are indented by format, so that white space in the text does not."""
        return self._indented

    @property
    def marks_headings(self) -> bool:
        """True if any paragraph has the style of a heading."""
        return any(label.level for label in self._labels.values())

    def written(self, edits: Iterable[Edit], *, accept: bool = False) -> bytes:
        """Return the file with ``edits`` as tracked changes of newslint; with ``accept`` they are made at once."""
        if self._rewrite is None:
            raise ValueError("an edited document has no file")
        return self._rewrite(least_edits(self.text, edits), accept)

    def carry(self, edits: Iterable[Edit]) -> tuple[Edit, ...] | None:
        """Return ``edits`` in order; None if one cannot be made in the file."""
        ordered = in_order(edits)
        return tuple(ordered) if all(map(self._allows, ordered)) else None

    def _allows(self, edit: Edit) -> bool:
        start, end, text = least(self.text, edit)
        if _FOREIGN.search(text):
            return False
        if start == end:
            return start < len(self.text) and self._allows_insertion(start)
        index = bisect_left(self._sealed, (end,)) - 1
        if index >= 0 and self._sealed[index][1] > start:
            return False
        return bisect_left(self._ends, start) == bisect_left(self._ends, end)

    def _allows_insertion(self, place: int) -> bool:
        """Return True unless ``place`` is inside a sealed span, or before one at the start of a line."""
        index = bisect_right(self._sealed, place, key=_first) - 1
        if index < 0 or self._sealed[index][1] <= place:
            return True
        return self._sealed[index][0] == place > 0 and self.text[place - 1] != "\n"

    def edited(self, edits: Iterable[Edit]) -> WordDocument:
        """Return the document with ``edits`` made, to be checked again; nothing is written from it."""
        ordered = in_order(edits)
        moved = _Moved(ordered)
        return WordDocument(
            apply_edits(self.text, ordered),
            name=self.name,
            issued=self.issued,
            masked=[moved.span(*span) for span in self._masked_spans],
            labels={moved(start): label._replace(start=moved(start)) for start, label in self._labels.items()},
            paragraphs=[paragraph._replace(start=moved(paragraph.start)) for paragraph in self._paragraphs],
            sealed=[moved.span(*span) for span in self._sealed],
            ends=[moved.span(end, end + 1)[0] for end in self._ends],
            indented=self._indented,
        )


class _Moved:
    """Where places of a text are once edits are made, none of which replaces the character at a place."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._shifts = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]

    def __call__(self, place: int) -> int:
        """Return where the start of a line is: what is inserted there belongs to the line."""
        count = bisect_left(self._edits, place, key=_end)
        return place + self._shifts[count]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch is that no edit touches: what is inserted at its start stands before it."""
        shift = self._shifts[bisect_right(self._edits, start, key=_end)]
        return start + shift, end + shift


def _end(edit: Edit) -> int:
    return edit.end


def _first(span: tuple[int, int]) -> int:
    return span[0]
