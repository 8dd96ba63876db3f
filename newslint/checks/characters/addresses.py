"""Web and mail addresses that a Chinese keyboard or a line break has spoilt (http：//, abc＠example．com)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newslint.checks.characters.signed_lines import lines_with
from newslint.checks.check import Hit, Match
from newslint.checks.options import Options
from newslint.document import Document
from newslint.patterns import lazy

_DOMAINS = "(?:com|cn|net|org|gov|edu|info|html?|shtml)(?![A-Za-z])"
_DOT = f"(?:[.．]| \\.|\\. (?=[a-z0-9-]+\\.)|[。，](?={_DOMAINS}))"
_REST = f"(?:[A-Za-z0-9_/／?=&%#~-]|{_DOT}(?=[A-Za-z0-9])|[:：](?=[0-9]))+"
_ADDRESS = lazy(
    f"(?<![A-Za-z0-9])(?:https?|ftp) ?[:：;；] ?[/／] ?[/／] ?{_REST}"
    f"|(?<![A-Za-z0-9./])www(?:[.．。，]|\\. | \\.)[a-z0-9-]+{_DOT}{_REST}"
    f"|(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9._-]* ?[@＠] ?[A-Za-z0-9-]+(?:(?:[.．。，]|\\. | \\.){_DOMAINS})+"
)
_RIGHT = str.maketrans(
    {"：": ":", "；": ":", ";": ":", "／": "/", "．": ".", "。": ".", "，": ".", "＠": "@", " ": None}
)
_SIGNS = ("http", "www", "ftp", "@", "＠")


class Addresses:
    """No options."""

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
        for start, end in lines_with(text, _SIGNS):
            for match in _ADDRESS.finditer(text, start, end):
                right = match[0].translate(_RIGHT)
                if right != match[0]:
                    yield Match(*match.span(), right)
