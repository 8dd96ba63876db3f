"""Spaces where Chinese text has none, and which spaces they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.checks.spaces.gaps import FAULTS, Gap, find_gaps
from newslint.chinese.invisible import EXOTIC_SPACES, names
from newslint.document import Document
from newslint.finding import Edit

#: From so many exotic spaces on the whole text was pasted with them, which is one fault.
_MANY = 5


class Spacing:
    """Options: ``fault``, the class of spaces this rule reports:

    - ``han``: between two Chinese characters of a sentence (奋战 在一线);
    - ``wide``: the same with a full-width space;
    - ``mark``: beside a full-width mark (完成 。);
    - ``paragraph``: two full-width spaces in a line, the indent of a paragraph that lost its own;
    - ``padding``: in a name of two characters in running text (记者张 丽说);
    - ``exotic``: spaces that no keyboard gives (U+00A0, U+2003), each run, or once for a text full of them;
    - ``several``: other half-width spaces in a row.

    ``{around}`` in the message shows the characters beside it, ``{names}`` names the spaces, ``{count}`` counts them.
    """

    anchors: Sequence[str] = ()

    @staticmethod
    def gate(document: Document) -> bool:
        """Whether any space is out of place."""
        return bool(document.once(find_gaps))

    def __init__(self, options: Options) -> None:
        self._fault = options.choice("fault", FAULTS)
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the spaces of the chosen class, in order."""
        gaps = [gap for gap in document.once(find_gaps) if gap.fault == self._fault]
        if self._fault == "exotic" and len(gaps) >= _MANY:
            edits = tuple(Edit(gap.start, gap.end, gap.instead) for gap in gaps)
            yield _match(document, gaps[0], edits, len(gaps))
        else:
            for gap in gaps:
                yield _match(document, gap, (Edit(gap.start, gap.end, gap.instead),), 1)


def _match(document: Document, gap: Gap, edits: tuple[Edit, ...], count: int) -> Match:
    view = document.view
    before = view[max(0, gap.start - 4) : gap.start].rpartition("\n")[2]
    after = view[gap.end : gap.end + 4].partition("\n")[0]
    exotic = "".join(char for char in view[gap.start : gap.end] if char in EXOTIC_SPACES)
    where = f"全文有{count}处异形空格（自此处起，{names(exotic)}）" if count > 1 else f"此处的空格是{names(exotic)}"
    return Match(gap.start, gap.end, edits=edits, values={"around": before + after, "problem": where})
