"""Questions about the characters of a document that the checks of this family ask before they look."""

from __future__ import annotations

from newslint.document import Document
from newslint.patterns import lazy

#: What every address has one of.
ADDRESS_SIGNS = ("http", "www", "ftp", "@", "＠")
#: What every label has one of.
LABEL_SIGNS = ("[", "［", "【", "-")
_ODD = lazy(
    "[^\t\n\r -~\u00a0-\u00ab\u00ae-\u02ff\u0370-\u0590\u1e00-\u1eff\u2010-\u2019\u201b-\u2027\u2030-\u203b\u203d-"
    "\u2046\u204a-\u205e\u2070-\u22ff\u2460-\u24ff"
    "\u2500-\u25ff\u3000-\u301c\u3020-\u3098\u309b-\u33ff\ufe0f\uff01-\uff60\uffe0-\uffe6]"
)


def has_odd_characters(document: Document) -> bool:
    """Return True if the text has a character that one of the checks here could report."""
    return bool(document.rare) and document.once(_has_odd)


def _has_odd(document: Document) -> bool:
    # All of the classes lie beyond GB 2312 but the controls; signs that it has are pictures only before U+FE0F.
    rare = "".join(char for char in document.rare if not "\u3400" <= char <= "\u9fff")
    return _ODD.search(rare) is not None or "\ufe0f" in rare


def has_address_sign(document: Document) -> bool:
    """Return True if the text has something that every address has."""
    # The view hides addresses, and the sound half of a broken one with them.
    text = document.text
    return any(sign in text for sign in ADDRESS_SIGNS)


def has_labels(document: Document) -> bool:
    """Return True if a headline has a bracket or a hyphen."""
    return any(sign in block.text for block in document.headlines for sign in LABEL_SIGNS)


def has_strong_emphasis(document: Document) -> bool:
    """Return True if the document is Markdown with strong emphasis in it."""
    return document.format == "markdown" and "**" in document.text
