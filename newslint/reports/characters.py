"""Characters on a terminal: their width, and substitutes for those that cannot be shown."""

from __future__ import annotations

from newslint.patterns import lazy

_LINE_END = lazy(r"\r\n|[\r\n]")
#: The characters of one column, and the first and last of those of two, that nearly all lines are made of. As sets of a
#: pattern they would take longer to compile than an article to check.
_NARROW = frozenset(
    map(
        chr,
        (
            *(*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100), *range(0x2010, 0x2028), 0x2103),
            *(*range(0x2160, 0x2180), *range(0x2190, 0x219A), *range(0x2460, 0x2500), *range(0x25A0, 0x25FD)),
            *(0x2605, 0x2606),
        ),
    )
)
_WIDE = (("\u4e00", "\u9fff"), ("\u3000", "\u3029"), ("\uff01", "\uff60"))


def visible(text: str) -> str:
    """Return ``text`` for one line of a terminal: line ends become ¶, other control and format characters ·."""
    if text.isprintable():
        return text
    from unicodedata import category

    text = one_line(text)
    return "".join("·" if category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") else char for char in text)


def one_line(text: str) -> str:
    """Return ``text`` with its line ends as ¶."""
    shown: str = _LINE_END.sub("¶", text)
    return shown


def width(text: str) -> int:
    """Return the width of ``text`` in columns of a terminal; Chinese characters have two."""
    wide = sum(first <= char <= last for char in text for first, last in _WIDE)
    if wide + sum(map(_NARROW.__contains__, text)) == len(text):
        return len(text) + wide
    from wcwidth import wcswidth  # takes longer to import than an article to check

    return max(0, wcswidth(text))
