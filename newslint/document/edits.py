"""Edits of a text: made, and two rounds of them composed into one. Offsets are code points, from 0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from newslint.finding import Edit


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Return ``text`` with ``edits`` made, which must not overlap."""
    parts = []
    last = 0
    for edit in in_order(edits):
        parts.append(text[last : edit.start])
        parts.append(edit.text)
        last = edit.end
    parts.append(text[last:])
    return "".join(parts)


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """Return ``edits`` in the order in which they are made."""
    return sorted(edits, key=lambda edit: (edit.start, edit.end))


def composed(first: Sequence[Edit], then: Iterable[Edit]) -> tuple[Edit, ...]:
    """Return the edits of a text that do what ``first`` does, and ``then`` to the text that this gives.

    They are sorted, and no two of them touch.
    """
    middle = _Middle(first)
    made: list[_Stretch] = []
    for edit in in_order(then):
        made += middle.until(edit.start)
        replaced = middle.until(edit.end)
        start = replaced[0].start if replaced else middle.place
        end = replaced[-1].end if replaced else middle.place
        made.append(_Stretch(start, end, edit.text))
    made += middle.rest()
    return _merged(made)


#: Stretches of so many pairs of characters are compared one by one; longer ones are replaced whole.
_MOST_PAIRS = 1_000_000


def edits_between(before: str, after: str) -> list[Edit]:
    """Return edits that make ``after`` of ``before``, in order: small ones where only a few characters of a line
    differ.
    """
    start, end, text = least(before, Edit(0, len(before), after))
    old, new = before[start:end].splitlines(True), text.splitlines(True)
    places = list(accumulate(map(len, old), initial=start))
    found: list[Edit] = []
    for first, last, begun, ended in _differing(old, new):
        lines = zip(old[first:last], new[begun:ended], strict=True)
        if last - first != ended - begun:
            lines = zip(["".join(old[first:last])], ["".join(new[begun:ended])], strict=True)
        place = places[first]
        for line, words in lines:
            for edit in _line_edits(place, line, words):
                if found and found[-1].end == edit.start:
                    edit = Edit(found[-1].start, edit.end, found.pop().text + edit.text)
                found.append(edit)
            place += len(line)
    return found


def _line_edits(place: int, old: str, new: str) -> list[Edit]:
    """Return the edits that make ``new`` of ``old``, which stands at ``place``."""
    if len(old) * len(new) > _MOST_PAIRS:
        return [Edit(place, place + len(old), new)]
    return [Edit(place + first, place + last, new[begun:ended]) for first, last, begun, ended in _differing(old, new)]


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the start and end of each part of ``old`` that ``new`` has otherwise, and of what it has there."""
    from difflib import SequenceMatcher  # slow to import, and no check needs it

    for kind, *span in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            first, last, begun, ended = span
            yield first, last, begun, ended


class _Stretch(NamedTuple):
    """A stretch of the first text, and what the middle text has for it; None if it has the same."""

    start: int
    end: int
    text: str | None


class _Middle:
    """The text between two rounds of edits, read from its start to its end."""

    def __init__(self, first: Sequence[Edit]) -> None:
        self._ahead = list(reversed(first))
        self._at = 0  # in the middle text
        #: Where the next stretch begins in the first text.
        self.place = 0

    def until(self, end: int) -> list[_Stretch]:
        """Return the stretches up to ``end`` in the middle text."""
        found = []
        while self._at < end:
            wanted = end - self._at
            edit = self._ahead[-1] if self._ahead else None
            if edit is None or self.place < edit.start:
                size = wanted if edit is None else min(wanted, edit.start - self.place)
                found.append(_Stretch(self.place, self.place + size, None))
                self.place += size
                self._at += size
                continue
            self._ahead.pop()
            found.append(_Stretch(edit.start, edit.end, edit.text[:wanted]))
            self.place = edit.end
            self._at += len(found[-1].text or "")
            if len(edit.text) > wanted:
                self._ahead.append(Edit(edit.end, edit.end, edit.text[wanted:]))
        return found

    def rest(self) -> list[_Stretch]:
        """Return the edits that are left."""
        return [_Stretch(*edit) for edit in reversed(self._ahead)]


def _merged(stretches: Iterable[_Stretch]) -> tuple[Edit, ...]:
    """Return the edits among ``stretches``, those that touch as one."""
    merged: list[Edit] = []
    for start, end, text in stretches:
        if text is None:
            continue
        if merged and merged[-1].end == start:
            merged[-1] = Edit(merged[-1].start, end, merged[-1].text + text)
        else:
            merged.append(Edit(start, end, text))
    return tuple(edit for edit in merged if edit.start < edit.end or edit.text)


def least(text: str, edit: Edit) -> Edit:
    """Return an edit of ``text`` without the characters at its ends that it does not change."""
    start, end, new = edit
    while start < end and new and text[start] == new[0]:
        start, new = start + 1, new[1:]
    while start < end and new and text[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return Edit(start, end, new)


def least_edits(text: str, edits: Iterable[Edit]) -> list[Edit]:
    """Return ``edits`` of ``text`` in order, each the least of its kind, without those that change nothing."""
    shorter = (least(text, edit) for edit in edits)
    return in_order(edit for edit in shorter if edit.start < edit.end or edit.text)
