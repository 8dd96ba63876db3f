"""Text decoded with the wrong code (乱码)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.checks.characters.wrong_decoding import SIGNS, garbled
from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.document.spans import touching
from newslint.document.view import GARBLED

#: The longest stretch in quotes that a text may mention, in characters.
_NAMED = 8
_OPENS, _CLOSES = ("“", "‘", "「"), ("”", "’", "」")
#: How much of a long stretch the message shows, in characters.
_SHOWN = 16


def garbled_text(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
    """Stretches that were decoded with the wrong code: 锟斤拷, â€œ, 锛屽, ÍÏ³µ."""
    text = document.text
    found = garbled(text, [hit.start for hit in hits])
    is_masked = touching(document.masked)
    prose = [one for one in found if not is_masked(one.start, one.end)]
    for start, end, original in sorted([*prose, *document.garbled]):
        if end - start <= _NAMED and text[start - 1 : start] in _OPENS and text[end : end + 1] in _CLOSES:
            continue  # mentioned, not left behind
        shown = _shorten(text[start:end])
        if original is None:
            yield Match(start, end, values={"shown": shown}, message="lost")
        else:
            yield Match(start, end, original, values={"shown": shown, "original": _shorten(original)})


def _shorten(text: str) -> str:
    text = text.replace("\r", "").replace("\n", " ")
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"


CHECKS: Mapping[str, Declared] = {
    "mojibake": AnchorCheck(garbled_text, (*SIGNS, GARBLED), values=["shown", "original"], messages=["lost"]),
}
