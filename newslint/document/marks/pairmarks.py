"""The marks that come in pairs, what only looks like one of them, and the pairs of a text; all as class bytes
(``characters.classify``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from newslint.chinese.characters import BYTE, class_set
from newslint.patterns import lazy

QUOTES = ("“”", "‘’", "「」", "『』")
BRACKETS = ("（）", "【】", "〔〕", "［］", "〖〗", "｛｝")
TITLES = ("《》", "〈〉")
PAIRS = (*QUOTES, *BRACKETS, *TITLES)
#: What the marks are called; those that are not named here are 括号.
_KINDS = {mark: kind for marks, kind in (("“”‘’「」『』〝〞〟", "引号"), ("《》〈〉", "书名号")) for mark in marks}
#: The opening marks, those of half width and of vertical text included.
OPENING = frozenset(pair[0] for pair in PAIRS) | {"(", "〝"}
#: From the class byte of an opening mark to that of its closing mark, and back.
CLOSER = {BYTE[pair[0]]: BYTE[pair[1]] for pair in PAIRS}
OPENER = {closer: opener for opener, closer in CLOSER.items()}
#: Marks of one group are confused with each other; those of different groups are not.
GROUP = {BYTE[mark]: group for group, pairs in enumerate((QUOTES, BRACKETS, TITLES)) for pair in pairs for mark in pair}
QUOTE_GROUP = 0
#: Marks that need not be one of a pair.
LOOKALIKES = frozenset(BYTE[mark] for mark in "‘’）")
#: Find any mark of a pair, and for each mark the next one of its kind, opening or closing.
ANY_MARK = lazy(class_set("".join(PAIRS)))
OF_KIND = {BYTE[mark]: lazy(class_set(pair)) for pair in PAIRS for mark in pair}
#: Class bytes: marks that end or break off a sentence, point marks, and those that introduce what follows.
FINAL_BYTES = frozenset(BYTE[mark] for mark in "。！？…—")
STOP_BYTES = frozenset(BYTE[mark] for mark in "，。、；：！？")
LEADS_IN = frozenset(BYTE[mark] for mark in "，、；：")
#: The maximum number of characters between two marks that cross, or that are both reversed.
NEAR = 40


class Pair(NamedTuple):
    """Two marks that belong together: offsets of the first and after the last, and the opening class byte.

    A quotation that opens again in the next paragraph ends, for this purpose, with its own paragraph.
    """

    start: int
    end: int
    opener: int


class Misfit(NamedTuple):
    """A mark that has no proper partner, and why.

    - ``unclosed``, ``unopened``: it has no partner.
    - ``crossed``: a closing mark; ``other`` is the opening mark left open inside.
    - ``reversed``: the wrong way round; ``other`` is the second mark if both of a pair are.
    - ``mismatched``: a closing mark that closes an opening mark of another kind, ``other``.
    - ``straight``: a typewriter quote in place of a proper one; ``other`` is its partner.
    """

    offset: int
    fault: str
    other: int | None = None


class Pairing(NamedTuple):
    """All pairs in order of their opening mark, and all misfits in order of place."""

    pairs: tuple[Pair, ...]
    misfits: tuple[Misfit, ...]


_INTRODUCES = frozenset((BYTE["："], BYTE["（"], BYTE["《"]))
_SENTENCE_END = lazy(class_set("。！？"))
_STOP = lazy(class_set("，。、；：！？"))
#: The maximum length of a name or a coined word in quotes.
_TERM = 12
_ORDINAL = lazy(rb"(?:^|[ " + class_set("，。、；：！？“‘　")[1:] + rb")(?:[0-9]{1,2}|[A-Za-z])$")
_COLONS = frozenset((BYTE["："], BYTE[":"]))


def mark_kind(mark: str) -> str:
    """Return what a mark of a pair is called: 引号, 书名号 or 括号."""
    return _KINDS.get(mark, "括号")


def mark_name(mark: str) -> str:
    """Return what a mark of a pair is called, with its side: “ is a 前引号."""
    return ("前" if mark in OPENING else "后") + mark_kind(mark)


def _all_but(marks: str) -> bytes:
    keep = {BYTE[mark] for mark in marks} | set(b"\r\n")
    return bytes(code for code in range(256) if code not in keep)


#: Class bytes: the marks of all pairs.
MARK_BYTES = frozenset((*CLOSER, *OPENER))
_NOT_MARKS = _all_but("".join(PAIRS))
_PAIR_BYTES = tuple(bytes((opener, closer)) for opener, closer in CLOSER.items())
#: Marks are nested no deeper than this in a text that is right at first sight.
_DEEPEST = 8
_USUAL_PAIRS = tuple(bytes((BYTE[pair[0]], BYTE[pair[1]])) for pair in ("《》", "“”", "（）"))
_NEVER_NESTED = tuple((_all_but(pair), bytes((BYTE[pair[0]], BYTE[pair[1]]))) for pair in ("“”", "《》"))


def is_well_paired(classes: bytes) -> bool:
    """Return True if every mark is paired within its line, no “ ” is inside “ ”, and no 《 》 inside 《 》.

    True is certain; False only means that a closer look is worthwhile.
    """
    left = classes.translate(None, _NOT_MARKS)
    for others, pair in _NEVER_NESTED:
        if left.translate(None, others).replace(pair, b"").strip(b"\r\n"):
            return False
    # Most pairs are of these kinds and contain no others.
    for pair in _USUAL_PAIRS:
        left = left.replace(pair, b"")
    if not left.strip(b"\r\n"):
        return True
    for _ in range(_DEEPEST):
        for pair in _PAIR_BYTES:
            left = left.replace(pair, b"")
    return not left.strip(b"\r\n")


def both_of(mark: int) -> tuple[int, int]:
    """Return the opening and the closing mark of the pair that ``mark`` is one of, all as class bytes."""
    opener = OPENER.get(mark, mark)
    return opener, CLOSER[opener]


class MarkPlaces:
    """Where each mark of a pair stands in class bytes from ``start`` to ``end``.

    To search for the next one from every mark would take the square of their number.
    """

    def __init__(self, classes: bytes, start: int, end: int) -> None:
        self._places: dict[int, list[int]] = {mark: [] for mark in MARK_BYTES}
        for match in ANY_MARK.finditer(classes, start, end):
            self._places[classes[match.start()]].append(match.start())

    def after(self, at: int, marks: Iterable[int], end: int) -> int | None:
        """Return the offset of the first of ``marks`` after ``at`` and before ``end``."""
        nearest = end
        for mark in marks:
            places = self._places[mark]
            index = bisect_right(places, at)
            if index < len(places):
                nearest = min(nearest, places[index])
        return nearest if nearest < end else None

    def before(self, at: int, marks: Iterable[int], start: int) -> int:
        """Return the offset after the last of ``marks`` from ``start`` to before ``at``, or ``start``."""
        last = start
        for mark in marks:
            places = self._places[mark]
            index = bisect_left(places, at)
            if index:
                last = max(last, places[index - 1] + 1)
        return last


def is_lookalike(classes: bytes, at: int, start: int, end: int, is_open: bool) -> bool:
    """Return True if the mark at ``at``, one of ``LOOKALIKES``, is not one of a pair in the paragraph ``start`` to
    ``end``.

    ‘ and ’ may belong to a Latin word or a shortened year, ） to a number such as 1） or 二）, or to a smiley.
    ``is_open`` is True if an opening mark of its kind is not yet closed: then ） is part of a number only if another ）
    closes that.
    """
    if classes[at] == BYTE["）"]:
        return _is_ordinal(classes, at, start, end, is_open)
    return _is_apostrophe(classes, at, is_open)


def _is_apostrophe(classes: bytes, at: int, is_open: bool) -> bool:
    before, after = classes[at - 1 : at] if at else b"", classes[at + 1 : at + 2]
    if before.isalpha() and after.isalpha():
        return True
    if is_open or classes[at] == BYTE["‘"]:
        return False
    return before.isalpha() or after.isalpha() or after.isdigit()


def _is_ordinal(classes: bytes, at: int, start: int, end: int, is_open: bool) -> bool:
    if _ORDINAL.search(classes[max(start, at - 3) : at]):
        after = OF_KIND[BYTE["）"]].search(classes, at + 1, end) if is_open else None
        return not is_open or (after is not None and classes[after.start()] == BYTE["）"])
    return not is_open and (0 < at - start <= 2 or (at > start and classes[at - 1] in _COLONS))


def turned_partner(classes: bytes, at: int, start: int, end: int) -> int | None:
    """Return the mark that belongs with the closing quote at ``at``, for which nothing is open, if that is reversed.

    This is the next of its kind in the paragraph ``start`` to ``end``: a proper closing mark (”先进”) or a reversed
    opening one (”先进“). None means that ``at`` closes something, wherever that was opened.
    """
    mark = classes[at]
    if GROUP[mark] != QUOTE_GROUP:
        return None
    found = OF_KIND[mark].search(classes, at + 1, end)
    if found is None:
        return None
    partner = found.start()
    inside = classes[at + 1 : partner]
    before, after, last = classes[at - 1], classes[at + 1], classes[partner - 1]
    # Nothing can close at the start or after a colon. After a comma or a word an opening mark is likely only if what it
    # encloses is short, and after a full stop if that is a mere term.
    surely = at == start or before in _INTRODUCES
    if not surely and (len(inside) > NEAR or _SENTENCE_END.search(inside[:-1])):
        return None
    is_term = len(inside) <= _TERM and not _STOP.search(inside)
    closes = after in STOP_BYTES or (not surely and before not in LEADS_IN and before in FINAL_BYTES and not is_term)
    if classes[partner] == mark:
        return None if closes else partner
    follower = OF_KIND[mark].search(classes, partner + 1, end)
    if follower and classes[follower.start()] == mark:
        return None
    ends = partner + 1 >= end or classes[partner + 1] in STOP_BYTES
    return partner if ends or not (closes or last in LEADS_IN) else None
