"""Texts parted at their commas and stops, roughly and fast: what is asked of a whole text before its paragraphs are
looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

#: How many characters are parted at once.
_STRETCH = 50_000


def rough_clauses(text: str, marks: str, shortest: int = 0) -> Iterator[list[str]]:
    """Yield what stands between commas and ``marks``, in order and many at once, where it has ``shortest`` characters
    or more.

    The clauses come stretch by stretch: those of a long text would all together take more room than the text.
    """
    rest = ""
    for base in range(0, len(text), _STRETCH):
        stretch = rest + text[base : base + _STRETCH]
        for mark in marks:
            stretch = stretch.replace(mark, "，")
        *parts, rest = stretch.split("，")
        yield [part for part in parts if len(part) >= shortest]
    yield [rest] if len(rest) >= shortest else []
