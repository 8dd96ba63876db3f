"""Places of a text where an odd character is meant: quotations, titles, counted things."""

from __future__ import annotations

from newslint.chinese.segmentation import MEASURES

#: Opening and closing marks, and how far apart they are at most where they mention a word or a title.
_MENTIONS = (("“", "”", 14), ("‘", "’", 14), ("「", "」", 14), ("『", "』", 14), ("《", "》", 40))
_OPENING, _FARTHEST = frozenset("“‘「『《"), 40
#: Behind these anything may stand that is counted: 93例, 十区. Behind 一, with which many words begin, it may, too
#: (一波), but only what is counted or a number would prove nothing there.
_NUMERALS = frozenset("0123456789０１２３４５６７８９〇二两三四五六七八九十百千万亿几")
#: Of these, those that are hardly ever put for something else: 广州十区.
_NUMBERS = frozenset("二三四五六七八九十百")
#: What stands between a verb and itself: 写一写, 看了看.
_BETWEEN = frozenset("一了不来")
#: Before these any verb may stand: 数不清, 养得起.
_COMPLEMENTS = frozenset("不得")
#: Countries that the news calls by one character before any verb: 俄希望.
_COUNTRIES = frozenset("俄韩缅柬")


def is_spared(text: str, at: int) -> bool:
    """Return True if the character at a place is meant, whatever the counts say."""
    char = text[at]
    return (
        char in _COUNTRIES
        or char in _NUMBERS
        or text[at + 1] in _COMPLEMENTS
        or (text[at - 1] in _BETWEEN and text[at - 2] == char)
        or (text[at + 1] in _BETWEEN and text[at + 2] == char)
        or is_mentioned(text, at)
    )


def follows_number(text: str, at: int) -> bool:
    """Return True if what stands at a place is counted."""
    return text[at - 1] in _NUMERALS


def is_counted(text: str, at: int, char: str) -> bool:
    """Return True if another character would be counted by 一 at a place, as anything may be there."""
    return text[at - 1] == "一" and (char in MEASURES or char in _NUMERALS)


def is_mentioned(text: str, at: int) -> bool:
    """Return True if a place is in a short quotation or in a title, where what is odd is meant."""
    if _OPENING.isdisjoint(text[max(0, at - _FARTHEST) : at]):
        return False
    for opening, closing, most in _MENTIONS:
        start = text.rfind(opening, max(0, at - most), at)
        if start >= 0 and text.find(closing, start, at) < 0 and text.find(closing, at, start + most + 2) >= 0:
            return True
    return False
