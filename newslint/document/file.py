"""The file that a document was read from: what it says beside the article, and the way back to its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import cached_property

from newslint.document.lines import usual_line_end, with_line_ends
from newslint.document.spans import Span
from newslint.finding import Edit, Paragraph


class TextFile:
    """The text of one file, its line ends untouched, with what its format determines.

    - ``name``: the name of the file in reports; ``format``: the reader that read it.
    - ``comments``: the spans of comments in order, including their marks.
    - ``encode``: makes the bytes of the file of a changed text; in UTF-8 if nothing else is known.
    - ``issued``: the date of issue, if it is known; ``author``, ``source``: who wrote it and where it comes from, as
      the file says beside the article, or "".
    - ``content``: the selectors of the elements that hold the article, in formats that have elements.
    """

    def __init__(
        self,
        text: str,
        *,
        name: str = "-",
        format: str = "plain",
        comments: Sequence[tuple[int, int]] = (),
        encode: Callable[[str], bytes] = str.encode,
        issued: date | None = None,
        author: str = "",
        source: str = "",
        content: Sequence[str] = (),
    ) -> None:
        self.text = text
        self.name = name
        self.format = format
        self.encode = encode
        self.issued = issued
        self.author = author
        self.source = source
        self.content = tuple(content)
        self.comments = tuple([Span(start, end) for start, end in comments])

    @property
    def lays_out(self) -> bool:
        """True if the format sets indents and gaps itself, so that white space in the text is not seen."""
        return self.format != "plain"

    @property
    def marks_headings(self) -> bool:
        """True if headings are marked as such, so that a line that is not is none."""
        return self.format != "plain"

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """Where paragraphs begin, in formats whose readers count these and not lines."""
        return ()

    def locate(self, start: int, end: int) -> Span:
        """Return the place in the file of a span of ``prose``."""
        return Span(start, end)

    def carry(self, edits: Iterable[Edit]) -> tuple[Edit, ...] | None:
        """Return the edits of the file, in order, that are equivalent to ``edits`` of ``prose``; None if there are
        none.

        An inserted line end becomes that of the file.
        """
        ordered = sorted(edits, key=lambda edit: edit.start)
        if any("\n" in edit.text for edit in ordered) and self._has_returns:
            ordered = [Edit(edit.start, edit.end, with_line_ends(edit.text, self.line_end)) for edit in ordered]
        return tuple(ordered)

    def written(self, edits: Iterable[Edit], *, accept: bool = False) -> bytes:
        """Return the bytes of the file with ``edits`` of its text made.

        A format that can show them as tracked changes does so, unless ``accept`` asks for plain ones. Raises what its
        reader raises if they cannot be written.
        """
        from newslint.document.edits import apply_edits  # a check changes nothing

        return self.encode(apply_edits(self.text, edits))

    @cached_property
    def _has_returns(self) -> bool:
        return "\r" in self.text

    @cached_property
    def line_end(self) -> str:
        """The most frequent line end of the file, the first of several equally frequent ones; a line feed if it has
        none.
        """
        return usual_line_end(self.text)
