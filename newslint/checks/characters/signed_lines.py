"""The lines of a text that have one of some signs, so that a slow pattern is run over these alone."""

from __future__ import annotations

from collections.abc import Iterable


def lines_with(text: str, signs: Iterable[str]) -> list[tuple[int, int]]:
    """Return start and end (code points) of each line of ``text`` that has one of ``signs``, in order, without its line
    feed.
    """
    lines = set()
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            lines.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(sign, end)
    return sorted(lines)
