"""Characters on a terminal: how wide they are, and what stands for those that it cannot show as they are."""

from __future__ import annotations

from newslint.patterns import lazy

_LINE_END = lazy(r"\r\n|[\r\n]")
#: Characters of one or two columns and no others, as nearly every line has, and those of two among them.
_PLAIN = lazy(
    "[ -~¡-¬®-ÿ\u2010-\u2027℃\u2160-\u217f\u2190-\u2199\u2460-\u24ff\u25a0-\u25fc★☆\u3000-\u3029\u4e00-\u9fff\uff01-"
    "\uff60]*"
)
_WIDE = lazy("[\u3000-\u9fff\uff01-\uff60]")


def visible(text: str) -> str:
    """Return ``text`` for one line of a terminal: each line end as ¶, other control and format characters as ·."""
    if text.isprintable():
        return text
    from unicodedata import category

    text = _LINE_END.sub("¶", text)
    return "".join("·" if category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)


def width(text: str) -> int:
    """Return how many columns ``text`` takes on a terminal: two for each Chinese character."""
    if _PLAIN.fullmatch(text):
        return len(text) + len(_WIDE.findall(text))
    from wcwidth import wcswidth  # takes longer to import than a page to check

    return max(0, wcswidth(text))
