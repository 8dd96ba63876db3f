"""The lines of a text: where they begin, how they end, and which of them contain prose. Line numbers count from 1."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import accumulate

from newslint.document.spans import Span
from newslint.document.structure import Label, Line
from newslint.document.view import MASK
from newslint.patterns import lazy

#: The label of a line about which the format says nothing.
UNLABELLED = Label(None, 0)
#: White space around the text of a line, and the characters of lines without words.
_SPACE = (
    " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
_RULE_MARKS = "-—–－*＊=＝_＿~～·•…─━═★☆◆◇■□●○※"
_NO_WORDS = _SPACE + MASK + _RULE_MARKS
_WORDLESS = frozenset(_NO_WORDS)
_RULE = lazy(f"[{re.escape(_RULE_MARKS)}][{re.escape(_RULE_MARKS + _SPACE)}]+[{re.escape(_RULE_MARKS)}]")
_LINE_END = lazy(r"\r\n|\r|\n")
_BARE_LINE_END = lazy(r"(?<!\r)\n")
#: The minimum length of a rule of marks.
_LEAST_RULE = 3
#: How many characters of a long text are worked on at once where this takes many times their memory.
STRETCH = 100_000


def line_starts(text: str) -> tuple[int, ...]:
    """Return the offset of the first character of each line; an empty text has one line."""
    if "\r" in text:
        return (0, *(match.end() for match in _LINE_END.finditer(text)))
    if len(text) <= STRETCH:
        # One step for each line instead of each character.
        return (0, *accumulate([len(line) + 1 for line in text.split("\n")]))[:-1]
    starts = [0]  # the lines themselves would take as much memory as the text
    while start := text.find("\n", starts[-1]) + 1:
        starts.append(start)
    return tuple(starts)


def stretches_of(view: str) -> tuple[Span, ...]:
    """Split ``view`` after line feeds into spans of ``STRETCH`` characters and the rest of their last line."""
    found = []
    start = 0
    while start < len(view):
        end = view.find("\n", start + STRETCH) + 1 or len(view)
        found.append(Span(start, end))
        start = end
    return tuple(found) or (Span(0, 0),)


def usual_line_end(text: str) -> str:
    """Return the most frequent line end of ``text``, the first of several equally frequent ones; a line feed if it has
    none.
    """
    return next((end for end, _ in Counter(_LINE_END.findall(text)).most_common(1)), "\n")


def with_line_ends(text: str, end: str) -> str:
    """Return ``text`` with ``end`` for each line feed without a carriage return."""
    replaced: str = _BARE_LINE_END.sub(end, text)
    return replaced


def prose_lines(text: str, view: str, starts: tuple[int, ...], labels: Mapping[int, Label]) -> tuple[Line, ...]:
    """Return the lines that contain prose, without the white space around it.

    ``starts`` are the starts of the lines of ``text`` and its ``view``; ``labels`` is what the format says about a
    line, by its start. A line after a rule of marks (——— or * * *) is ``parted`` from those before.
    """
    lines = []
    parted = False
    label = UNLABELLED
    for number, (start, after) in enumerate(zip(starts, (*starts[1:], len(view)), strict=True), 1):
        first, stop = start, after
        if labels:
            label = labels.get(start, UNLABELLED)
            first, stop = max(start, label.start), stop if label.end is None else label.end
        raw = view[first:stop]
        prose = raw.strip(_SPACE)
        # A line that ends in a word or a point mark need not be searched for words.
        if prose and (prose[-1] not in _WORDLESS or prose.strip(_NO_WORDS)):
            begin = first if prose[0] == raw[0] else stop - len(raw.lstrip(_SPACE))
            lines.append(Line(number, begin, begin + len(prose), prose, label.kind, label.level, parted))
            parted = False
        elif after - start >= _LEAST_RULE and _RULE.fullmatch(text[start:after].strip(_SPACE)):
            parted = True
    return tuple(lines)
