"""Characters that a terminal cannot show as they are, and what stands for them."""

from __future__ import annotations

from newslint.patterns import lazy

_LINE_END = lazy(r"\r\n|[\r\n]")


def visible(text: str) -> str:
    """Return ``text`` for one line of a terminal: each line end as ¶, other control and format characters as ·."""
    if text.isprintable():
        return text
    from unicodedata import category

    text = _LINE_END.sub("¶", text)
    return "".join("·" if category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)
