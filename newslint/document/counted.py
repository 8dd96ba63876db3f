"""What a quantity counts: the noun that stands behind it, or before it."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.chinese.segmentation import after, before, split_words
from newslint.chinese.words import tag
from newslint.document.quantities import Quantity

#: The first letters of the parts of speech of nouns and of abbreviations of them.
_NOUNS = ("n", "j")


def counted(view: str, quantity: Quantity) -> tuple[int, int]:
    """Return the span of the noun that says what is counted, an empty one if there is none.

    It stands behind the quantity (志愿者 of 200名志愿者, 党员 of 近200人次的党员) or before it (师生 of 师生500余人).
    Several nouns in a row are one (干部职工, 医院护士). Offsets are code points of the view.
    """
    start = quantity.end + view.startswith("的", quantity.end)
    size = _nouns(split_words(after(view, start)))
    if size:
        return start, start + size
    end = quantity.start
    return end - _nouns(reversed(split_words(before(view, end)))), end


def _nouns(words: Iterable[str]) -> int:
    """Return the length of the nouns that the words begin with, in characters."""
    size = 0
    for word in words:
        if tag(word)[:1] not in _NOUNS:
            break
        size += len(word)
    return size
