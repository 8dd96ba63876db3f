"""Characters on a terminal: their width, and substitutes for those that cannot be shown."""

from __future__ import annotations

from newslint.patterns import lazy

_LINE_END = lazy(r"\r\n|[\r\n]")
#: Characters of one or two columns, as in nearly all lines, and those of two among them.
_PLAIN = lazy(
    "[ -~¡-¬®-ÿ\u2010-\u2027℃\u2160-\u217f\u2190-\u2199\u2460-\u24ff\u25a0-\u25fc★☆\u3000-\u3029\u4e00-\u9fff\uff01-"
    "\uff60]*"
)
_WIDE = lazy("[\u3000-\u9fff\uff01-\uff60]")


def visible(text: str) -> str:
    """Return ``text`` for one line of a terminal: line ends become ¶, other control and format characters ·."""
    if text.isprintable():
        return text
    from unicodedata import category

    text = _LINE_END.sub("¶", text)
    return "".join("·" if category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)


def width(text: str) -> int:
    """Return the width of ``text`` in columns of a terminal; Chinese characters have two."""
    if _PLAIN.fullmatch(text):
        return len(text) + len(_WIDE.findall(text))
    from wcwidth import wcswidth  # takes longer to import than an article to check

    return max(0, wcswidth(text))
