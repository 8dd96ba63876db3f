"""Text decoded with the wrong code (乱码)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.characters.wrong_decoding import SIGNS, garbled
from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.document import Document

#: A stretch in quotes that a text speaks of is at most so long, in characters.
_NAMED = 8
_OPENS, _CLOSES = ("“", "‘", "「"), ("”", "’", "」")
#: How much of a long stretch the message shows, in characters.
_SHOWN = 16


class Mojibake:
    """No options. ``{problem}`` in the message says what the stretch was, where that can be read back."""

    anchors: Sequence[str] = SIGNS

    def __init__(self, options: Options) -> None:
        options.done()

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the garbled stretches, in order."""
        text = document.text
        for start, end, original in sorted(garbled(text, [hit.start for hit in hits])):
            if any(span.start < end and start < span.end for span in document.masked):
                continue
            if end - start <= _NAMED and text[start - 1 : start] in _OPENS and text[end : end + 1] in _CLOSES:
                continue  # spoken of, not left behind
            shown = _shorten(text[start:end])
            if original is None:
                yield Match(start, end, values={"problem": f"“{shown}”是乱码，原文已失，请核对来稿"})
            else:
                yield Match(
                    start, end, original, values={"problem": f"“{shown}”是乱码，原文应为“{_shorten(original)}”"}
                )


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"
