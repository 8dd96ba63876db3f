"""Text split at commas and stops, roughly and fast, to ask about a whole text before its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

#: How many characters are split at once.
_STRETCH = 50_000


def rough_clauses(text: str, marks: str, shortest: int = 0) -> Iterator[list[str]]:
    """Yield the texts between commas and ``marks`` that have at least ``shortest`` characters, in order.

    They come stretch by stretch: the clauses of a long text would together take more memory than the text.
    """
    rest = ""
    for base in range(0, len(text), _STRETCH):
        stretch = rest + text[base : base + _STRETCH]
        for mark in marks:
            stretch = stretch.replace(mark, "，")
        *parts, rest = stretch.split("，")
        yield [part for part in parts if len(part) >= shortest]
    yield [rest] if len(rest) >= shortest else []
