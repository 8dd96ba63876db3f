"""Web and mail addresses that a Chinese keyboard or a line break has spoilt (http：//, abc＠example．com)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.document import Document
from newslint.kinds.match import Hit, Match, Options
from newslint.patterns import lazy

_DOMAINS = "(?:com|cn|net|org|gov|edu|info|html?|shtml)(?![A-Za-z])"
_DOT = f"(?:[.．]| \\.|\\. (?=[a-z0-9-]+\\.)|[。，](?={_DOMAINS}))"
_REST = f"(?:[A-Za-z0-9_/／?=&%#~-]|{_DOT}(?=[A-Za-z0-9])|[:：](?=[0-9]))+"
_ADDRESS = lazy(
    f"(?<![A-Za-z0-9])(?:https?|ftp) ?[:：;；] ?[/／] ?[/／] ?{_REST}"
    f"|(?<![A-Za-z0-9./])www(?:[.．。，]|\\. | \\.)[a-z0-9-]+{_DOT}{_REST}"
    f"|(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9._-]* ?[@＠] ?[A-Za-z0-9-]+(?:(?:[.．。，]|\\. | \\.){_DOMAINS})+"
)
_RIGHT = str.maketrans({"：": ":", "；": ":", ";": ":", "／": "/", "．": ".", "。": ".", "，": ".", "＠": "@", " ": None})
_SIGNS = ("http", "www", "ftp", "@", "＠")


class Addresses:
    """No options. """

    def __init__(self, options: Options) -> None:
        options.done()
        self.anchors: Sequence[str] = ()

    @staticmethod
    def gate(document: Document) -> bool:
        """Whether the text holds what an address does."""
        # The view hides addresses, and the sound half of a spoilt one with them.
        text = document.text
        return any(sign in text for sign in _SIGNS)

    def matches(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the spoilt addresses whole, each with the right one, in order."""
        text = document.text
        for start, end in _signed_lines(text):
            for match in _ADDRESS.finditer(text, start, end):
                right = match[0].translate(_RIGHT)
                if right != match[0]:
                    yield Match(*match.span(), right)


def _signed_lines(text: str) -> list[tuple[int, int]]:
    """Return the lines that hold one of the signs, in order."""
    lines = set()
    for sign in _SIGNS:
        at = text.find(sign)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            lines.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(sign, end)
    return sorted(lines)
