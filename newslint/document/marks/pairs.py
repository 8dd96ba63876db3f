"""Quotes and brackets of a text, paired by one stack across paragraphs.

``find_pairs`` returns the pairs that hold and the marks that do not fit, each with the reason, so that quotations can
be spared and the pairing rules can report. It works on class bytes (``characters.classify``): offsets are code points.

A missing mark must not make every later mark wrong. So a mark without a partner is judged on the spot: by its
neighbours and the next mark of its kind, never by counting to the end of the article.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from newslint.chinese.characters import BYTE
from newslint.document.marks.pairmarks import (
    ANY_MARK,
    CLOSER,
    FINAL_BYTES,
    GROUP,
    LEADS_IN,
    LOOKALIKES,
    NEAR,
    OF_KIND,
    OPENER,
    QUOTE_GROUP,
    STOP_BYTES,
    MarkPlaces,
    Misfit,
    Pair,
    Pairing,
    both_of,
    is_lookalike,
    turned_partner,
)

_DOUBLE, _COLON = BYTE["“"], BYTE["："]
_BEFORE_SPEECH = STOP_BYTES | FINAL_BYTES | frozenset(CLOSER.values()) | frozenset((BYTE[" "], BYTE["　"]))
#: How far a quotation may continue without opening again, and how far a bracket that a line break cuts, in paragraphs
#: and characters.
_QUOTE_REACH = (12, 1500)
_BRACKET_REACH = (2, 200)


def find_pairs(classes: bytes, paragraphs: Sequence[tuple[int, int]]) -> Pairing:
    """Pair the quotes and brackets of one article whose prose is in ``paragraphs`` (spans in order).

    A quotation may run over paragraphs if each further paragraph opens again and the last closes (GB/T 15834—2011
    4.8.3.5). One that continues without opening again, and a bracket that a line break cuts, are paired too: the break
    is the fault there, not the marks.
    """
    if not paragraphs:
        return Pairing((), ())
    finder = _Finder(classes, paragraphs)
    for index in range(len(paragraphs)):
        finder.read(index)
    return Pairing(tuple(sorted(finder.pairs)), tuple(sorted(finder.misfits, key=lambda misfit: misfit.offset)))


class _Finder:
    """The state of ``find_pairs``. ``_stack`` has offset and byte of the open marks of the current paragraph,
    ``_opened`` the number of each byte in it.
    """

    def __init__(self, classes: bytes, paragraphs: Sequence[tuple[int, int]]) -> None:
        self.pairs: list[Pair] = []
        self.misfits: list[Misfit] = []
        self._classes = classes
        self._paragraphs = paragraphs
        self._places = MarkPlaces(classes, paragraphs[0][0], paragraphs[-1][1])
        self._stack: list[tuple[int, int]] = []
        self._opened: Counter[int] = Counter()
        self._start = self._end = 0
        self._skip = -1  # a mark that was already judged together with an earlier one
        self._carried: dict[int, list[tuple[int, int]]] = {}  # marks that stay open until the paragraph of that index

    def read(self, index: int) -> None:
        """Pair the marks of the paragraph ``index``."""
        self._start, self._end = self._paragraphs[index]
        self._stack = self._carried.pop(index, [])
        self._opened = Counter(mark for _, mark in self._stack)
        classes = self._classes
        for match in ANY_MARK.finditer(classes, self._start, self._end):
            at = match.start()
            if at == self._skip:
                continue
            if classes[at] in CLOSER:
                self._open(at, classes[at])
            else:
                self._close(at, classes[at])
        last_of = {mark: at for at, mark in self._stack}
        for at, mark in self._stack:
            last = last_of[mark] == at
            if not self._straight_after(at, mark) and not (last and self._carry(index, at, mark)):
                self.misfits.append(Misfit(at, "unclosed"))

    def _open(self, at: int, mark: int) -> None:
        classes = self._classes
        if mark in LOOKALIKES and is_lookalike(classes, at, self._start, self._end, False):
            return
        if self._stack and self._stack[-1][1] == mark and self._is_turned_closing(at, mark):
            self.misfits.append(Misfit(at, "reversed"))
            self._pop(at)
            return
        self._push(at, mark)

    def _is_turned_closing(self, at: int, mark: int) -> bool:
        """Return True if the second of two opening marks stands for a closing one: “先进“."""
        classes = self._classes
        after = self._next_of_kind(at, mark, within=self._bound())
        if after is not None and classes[after] == CLOSER[mark]:
            # An inner quotation, or an outer one that nobody closed, unless a stop follows, which nothing opens with.
            # Behind a colon the next mark opens, the wrong way round: “省电“，她说：”划算”.
            last = classes[after - 1] == _COLON or self._next_of_kind(after, mark, CLOSER[mark]) is None
            return last and at + 1 < self._end and classes[at + 1] in STOP_BYTES
        if at == self._start or classes[at - 1] in LEADS_IN:
            return False
        opened = self._stack[-1][0]
        apart = at - opened > NEAR or (self.pairs and self.pairs[-1].start > opened)
        if apart and not self._may_close(at):
            return False  # nobody closed either
        return GROUP[mark] == QUOTE_GROUP or at + 1 >= self._end or classes[at + 1] in STOP_BYTES

    def _may_close(self, at: int) -> bool:
        """Return True if something may end at ``at``: the line, a sentence before it, or a clause behind it."""
        classes = self._classes
        return at + 1 >= self._end or classes[at + 1] in STOP_BYTES or classes[at - 1] in FINAL_BYTES

    def _close(self, at: int, mark: int) -> None:
        opener = OPENER[mark]
        is_open = self._opened[opener] > 0
        if mark in LOOKALIKES and is_lookalike(self._classes, at, self._start, self._end, is_open):
            return
        if self._stack and self._stack[-1][1] == opener:
            self._pop(at)
            return
        if is_open:
            self._close_outer(at, opener)
        elif not (self._mismatched(at, mark) or self._reversed_opening(at, mark) or self._straight_before(at, mark)):
            self.misfits.append(Misfit(at, "unopened"))

    def _push(self, at: int, mark: int) -> None:
        self._stack.append((at, mark))
        self._opened[mark] += 1

    def _pop(self, at: int) -> None:
        opened, opener = self._stack.pop()
        self._opened[opener] -= 1
        self.pairs.append(Pair(opened, at + 1, opener))

    def _close_outer(self, at: int, opener: int) -> None:
        """Close a mark below the top: those opened after it are closed soon (crossed) or never (unclosed)."""
        inner = []
        while self._stack[-1][1] != opener:
            inner.append(self._stack.pop())
        self._pop(at)
        self._opened.subtract(mark for _, mark in inner)
        # No more than so many can be closed within that distance.
        last = len(inner) - NEAR
        for number, (inner_at, inner_mark) in enumerate(reversed(inner)):
            later = self._next_of_kind(at, inner_mark) if number >= last else None
            if later is not None and self._classes[later] == CLOSER[inner_mark] and later - at <= NEAR:
                self.misfits.append(Misfit(at, "crossed", inner_at))
                self._push(inner_at, inner_mark)
            elif not self._straight_after(inner_at, inner_mark, at):
                self.misfits.append(Misfit(inner_at, "unclosed"))

    def _mismatched(self, at: int, mark: int) -> bool:
        """Return True if this closes an opening mark of another kind that has no closing mark of its own: “先进’."""
        if not self._stack:
            return False
        opened, opener = self._stack[-1]
        if GROUP[opener] != GROUP[mark] or opened < self._start:
            return False
        own = self._next_of_kind(at, opener)
        if own is not None and self._classes[own] == CLOSER[opener]:
            return False
        self.misfits.append(Misfit(at, "mismatched", opened))
        self._pop(at)
        return True

    def _reversed_opening(self, at: int, mark: int) -> bool:
        """Return True if a closing mark stands for an opening one: ”先进” and ”先进“."""
        partner = turned_partner(self._classes, at, self._start, self._end)
        if partner is None:
            return False
        if self._classes[partner] == mark:
            self.misfits.append(Misfit(at, "reversed"))
            self._push(at, OPENER[mark])
        else:
            self.misfits.append(Misfit(at, "reversed", partner))
            self.pairs.append(Pair(at, partner + 1, OPENER[mark]))
            self._skip = partner
        return True

    def _next_of_kind(self, at: int, mark: int, only: int | None = None, within: int | None = None) -> int | None:
        """Return the offset of the next mark of the same pair as ``mark``, in the paragraph or before ``within``."""
        marks = both_of(mark) if only is None else (only,)
        return self._places.after(at, marks, within or self._end)

    def _bound(self) -> int | None:
        """Return where the mark below the top of the stack closes; what was opened inside it ends before."""
        if len(self._stack) < 2:
            return None
        opened, mark = self._stack[-2]
        return self._next_of_kind(self._stack[-1][0], mark, CLOSER[mark]) if opened >= self._start else None

    def _straight_after(self, at: int, mark: int, end: int | None = None) -> bool:
        """Return True if a typewriter quote closes the “ at ``at``."""
        if mark != _DOUBLE or at < self._start:
            return False
        return self._takes_straight(at, at + 1, self._next_of_kind(at, mark) or end or self._end)

    def _straight_before(self, at: int, mark: int) -> bool:
        """Return True if a typewriter quote opens what the ” at ``at`` closes."""
        if mark != CLOSER[_DOUBLE]:
            return False
        return self._takes_straight(at, self._places.before(at, both_of(mark), self._start), at)

    def _takes_straight(self, at: int, first: int, last: int) -> bool:
        if self._classes.count(b'"', first, last) != 1:
            return False
        straight = self._classes.find(b'"', first, last)
        self.misfits.append(Misfit(straight, "straight", at))
        self.pairs.append(Pair(min(at, straight), max(at, straight) + 1, _DOUBLE))
        return True

    def _carry(self, index: int, at: int, mark: int) -> bool:
        """Return True if a later paragraph continues or closes the mark at ``at``, which its own leaves open."""
        lines, reach = _QUOTE_REACH if GROUP[mark] == QUOTE_GROUP else _BRACKET_REACH
        for later in range(index + 1, min(len(self._paragraphs), index + 1 + lines)):
            start, end = self._paragraphs[later]
            found = OF_KIND[mark].search(self._classes, start, end)
            if found is None:
                continue
            first = found.start()
            if self._classes[first] == CLOSER[mark]:
                is_number = mark == BYTE["（"] and first - start <= 2 and self._classes[start:first].isdigit()
                if first - at > reach or is_number or turned_partner(self._classes, first, start, end) is not None:
                    return False
                self._carried.setdefault(later, []).append((at, mark))
                return True
            if first != start or later != index + 1 or not self._continues(at, mark, start, end):
                return False
            self.pairs.append(Pair(at, self._end, mark))
            return True
        return False

    def _continues(self, at: int, mark: int, start: int, end: int) -> bool:
        """Return True if the paragraph ``start`` to ``end``, which opens with ``mark``, continues the quotation opened
        at ``at``.

        What was opened must be a speech, not a word in a sentence, and it must end there like a speech, or go on.
        """
        if GROUP[mark] != QUOTE_GROUP or (at > self._start and self._classes[at - 1] not in _BEFORE_SPEECH):
            return False
        close = self._classes.find(bytes((CLOSER[mark],)), start, end)
        return close < 0 or self._classes[close - 1] in FINAL_BYTES


def pairs_between(pairs: Sequence[Pair], start: int, end: int) -> Sequence[Pair]:
    """Return those of ``pairs``, which are in order, that open from ``start`` to ``end`` (code points)."""
    return pairs[bisect_left(pairs, start, key=_start_of) : bisect_left(pairs, end, key=_start_of)]


def _start_of(pair: Pair) -> int:
    return pair.start
