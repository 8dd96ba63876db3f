"""Web and mail addresses broken by a Chinese keyboard or a line end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.characters.gates import ADDRESS_SIGNS, has_address_sign
from newslint.checks.characters.signed_lines import lines_with
from newslint.checks.check import Match, StructureCheck
from newslint.checks.registry import Declared
from newslint.document import Document
from newslint.patterns import lazy

_DOMAINS = "(?:com|cn|net|org|gov|edu|info|html?|shtml)(?![A-Za-z])"
_DOT = f"(?:[.．]| \\.|\\. (?=[a-z0-9-]+\\.)|[。，](?={_DOMAINS}))"
_REST = f"(?:[A-Za-z0-9_/／?=&%#~-]|{_DOT}(?=[A-Za-z0-9])|[:：](?=[0-9]))+"
_ADDRESS = lazy(
    f"(?<![A-Za-z0-9])(?:https?|ftp) ?[:：;；] ?[/／] ?[/／] ?{_REST}"
    f"|(?<![A-Za-z0-9./])www(?:[.．。，]|\\. | \\.)[a-z0-9-]+{_DOT}{_REST}"
    f"|(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9._-]{{0,63}} ?[@＠] ?[A-Za-z0-9-]+(?:(?:[.．。，]|\\. | \\.){_DOMAINS})+"
)
_RIGHT = str.maketrans(
    {"：": ":", "；": ":", ";": ":", "／": "/", "．": ".", "。": ".", "，": ".", "＠": "@", " ": None}
)


def broken_addresses(document: Document) -> Iterator[Match]:
    """Addresses with full-width characters or spaces: http：//www.example.com, abc＠example．com."""
    text = document.text
    for start, end in lines_with(text, ADDRESS_SIGNS):
        for match in _ADDRESS.finditer(text, start, end):
            right = match[0].translate(_RIGHT)
            if right != match[0]:
                yield Match(match.start(), match.end(), right)


CHECKS: Mapping[str, Declared] = {
    "broken-address": StructureCheck(broken_addresses, gate=has_address_sign),
}
