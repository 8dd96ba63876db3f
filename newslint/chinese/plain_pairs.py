"""The quotes and brackets of an article in which nothing looks odd, paired at a part of what ``pairs`` costs.

Nearly every article is such a one. Offsets are code points, the text is given as class bytes (``characters.classify``).
"""

from __future__ import annotations

from collections.abc import Sequence

from newslint.chinese.characters import class_set
from newslint.chinese.pairmarks import ANY_MARK, CLOSER, OPENER
from newslint.chinese.pairs import Pair
from newslint.patterns import lazy

#: Marks that may be apostrophes, and brackets that may belong to a number: they are looked at one by one.
_SINGLES = lazy(class_set("‘’"))
_NUMBER_MARK = lazy(rb"(?<![0-9A-Za-z])(?:[0-9]{1,2}|[A-Za-z])" + class_set("）"))


def plain_pairs(classes: bytes, paragraphs: Sequence[tuple[int, int]]) -> list[Pair] | None:
    """Return the pairs of an article whose marks all stand in plain pairs within their paragraphs; None where one looks odd.

    It gives what ``find_pairs`` gives of such an article, which is nearly every one, at a part of its cost.
    """
    first, last = paragraphs[0][0], paragraphs[-1][1]
    if _SINGLES.search(classes, first, last) or _NUMBER_MARK.search(classes, first, last):
        return None
    pairs: list[Pair] = []
    stack: list[tuple[int, int]] = []
    ends = iter(paragraphs)
    start, end = next(ends)
    for match in ANY_MARK.finditer(classes, first, last):
        at = match.start()
        while at >= end:
            following = next(ends, None)
            if stack or following is None:
                return None
            start, end = following
        if at < start:
            return None
        mark = classes[at]
        if mark in CLOSER:
            if stack and stack[-1][1] == mark:
                return None
            stack.append((at, mark))
        elif not stack or stack[-1][1] != OPENER[mark]:
            return None
        else:
            pairs.append(Pair(stack.pop()[0], at + 1, OPENER[mark]))
    if stack:
        return None
    pairs.sort()
    return pairs
