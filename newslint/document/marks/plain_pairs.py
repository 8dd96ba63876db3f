"""The quotes and brackets of an article without odd ones, paired at a fraction of the cost of ``pairs``.

Nearly all articles are like this. Offsets are code points, the text is given as class bytes (``characters.classify``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.chinese.characters import BYTE, class_set
from newslint.document.marks.pairmarks import CLOSER, MARK_BYTES, Pair, is_well_paired
from newslint.patterns import lazy

_NOT_MARKS = bytes(code for code in range(256) if code not in MARK_BYTES)
_SINGLE = BYTE["’"]
_ROUND = BYTE["）"]
# Where each mark has its partner, only these are looked at one by one: a mark between two letters, which may be an
# apostrophe, and a bracket that may belong to a number. They come first, because a pattern that begins with a
# look-behind is ten times slower.
_APOSTROPHE = lazy(class_set("‘’") + rb"(?<=[A-Za-z].)(?=[A-Za-z])", re.DOTALL)
_NUMBER_MARK = lazy(
    class_set("）") + rb"(?:(?<=(?<![0-9A-Za-z])[0-9A-Za-z].)|(?<=(?<![0-9A-Za-z])[0-9][0-9].))", re.DOTALL
)


def plain_pairs(classes: bytes, paragraphs: Sequence[tuple[int, int]]) -> list[Pair] | None:
    """Return the pairs of an article whose marks are all plain pairs within their paragraphs; None if one looks odd.

    The result is that of ``find_pairs``.
    """
    first, last = paragraphs[0][0], paragraphs[-1][1]
    marks = classes[first:last].translate(None, _NOT_MARKS)
    if not marks:
        return []
    prose = b"\n".join([classes[start:end] for start, end in paragraphs])
    # A mark outside the paragraphs must not be taken for one of theirs.
    if prose.translate(None, _NOT_MARKS) != marks or not is_well_paired(prose):
        return None
    if _ROUND in marks and _NUMBER_MARK.search(classes, first, last):
        return None
    if _SINGLE in marks and _APOSTROPHE.search(classes, first, last):
        return None
    pairs: list[Pair] = []
    find = classes.find
    # If no pair contains another of its kind, the closing mark of each is the next of that kind.
    for opener in CLOSER.keys() & marks:
        closer = CLOSER[opener]
        start = find(opener, first, last)
        while start >= 0:
            end = find(closer, start, last) + 1
            following = find(opener, start + 1, last)
            if 0 <= following < end:
                return None
            pairs.append(Pair(start, end, opener))
            start = following
    pairs.sort()
    return pairs
