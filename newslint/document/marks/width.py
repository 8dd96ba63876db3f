"""Half-width marks in Chinese text that are read as full-width ones.

Text from a normalising crawler or a Latin keyboard has ``, . ; : ! ? ( )`` where Chinese needs ``，。；：！？（）``.
``folded_marks`` finds them; ``unfold`` makes a view of the same length in which they are full-width, which every rule
but the width rules reads. Numbers, times, list numbers and Latin passages keep their marks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from newslint.chinese.characters import is_han
from newslint.patterns import lazy

#: The full-width form of each half-width mark.
FULL = {",": "，", ".": "。", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_POINTS = ",.;:!?"
#: The marks that folding turns half-width; 。 and 、 are not among them, so they survive it.
_FOLDABLE = "，：；！？（）"
_HALF = frozenset(",:;!?()")
#: A text is folded if it has at least so many half-width marks, and they are at least this share of all foldable ones.
_LEAST, _SHARE = 5, 0.9
_HALF_BRACKET = lazy("[()]")
_BRACKET = lazy("[(（)）]")
#: The type of a source in a list of references (GB/T 7714—2015).
_REFERENCE = lazy(r"\[(?:[MCNJDRSPGAZ]|(?:DB|CP|EB|J|M|N|C|D|R)/(?:OL|CD|MT|DK))\](?=[.．,，:/ 　]|//)")
_BESIDE = frozenset("，。、；：！？“”‘’「」『』（）《》〈〉【】〔〕…—·～　％")
#: Characters between a mark and the letter that tells which script it belongs to.
_TRANSPARENT = "0123456789０１２３４５６７８９%％.,:;!?()℃+-*/~～\"' "
_REACH = 24
_TOGETHER = 1_000
#: Quotation marks of vertical text; they are paired like the usual ones.
_VERTICAL_QUOTES = str.maketrans("〝〞〟", "“””")


def folded_marks(text: str, masked: Sequence[tuple[int, int]] = ()) -> list[int]:
    """Return the offsets of the half-width marks that should be full-width in Chinese text, in order.

    ``masked`` are sorted spans that are not prose (code, links); their marks are left alone.
    """
    starts = [start for start, _ in masked]
    found: list[int] = []
    # Most texts have few of these marks, and one search for each is cheaper than one for all.
    for mark in _POINTS:
        at = text.find(mark)
        while at >= 0:
            if not _is_masked(at, starts, masked) and _is_chinese_point(text, at, mark):
                found.append(at)
            at = text.find(mark, at + 1)
    if "(" in text or ")" in text:
        found.extend(_folded_brackets(text, starts, masked))
    found.sort()
    if found and "[" in text:
        found = _without_references(text, found)
    return found


def _without_references(text: str, offsets: Sequence[int]) -> list[int]:
    """Return those of ``offsets`` that are in no line of a list of references, 鲁知微. 山河小记[M]. 云岭, 2018."""
    starts: list[int] = []
    ends: list[int] = []
    for match in _REFERENCE.finditer(text):
        last = ends[-1] if ends else 0
        if match.start() >= last:  # in another line
            starts.append(text.rfind("\n", last, match.start()) + 1 or last)
            end = text.find("\n", match.end())
            ends.append(end if end >= 0 else len(text))
    return [at for at in offsets if not (line := bisect_right(starts, at)) or at >= ends[line - 1]]


def unfold(text: str, offsets: Sequence[int], interpuncts: Iterable[int] = ()) -> str:
    """Return ``text`` with full-width marks at ``offsets``, · at ``interpuncts``, and vertical quotes as the usual
    ones.

    The length does not change.
    """
    if "〝" in text or "〞" in text or "〟" in text:
        text = text.translate(_VERTICAL_QUOTES)
    marks = {at: "·" for at in interpuncts}
    if not offsets and not marks:
        return text
    places = sorted({*offsets, *marks}) if marks else offsets
    # Joined a thousand at a time: all pieces of a long text would take three times its memory.
    joined = []
    last = 0
    for first in range(0, len(places), _TOGETHER):
        parts = []
        for at in places[first : first + _TOGETHER]:
            parts.append(text[last:at])
            parts.append(marks.get(at) or FULL[text[at]])
            last = at + 1
        joined.append("".join(parts))
    joined.append(text[last:])
    return "".join(joined)


def is_folded(text: str, folded: Sequence[int]) -> bool:
    """Return True if nearly all foldable marks of ``text`` are half-width, and there are enough of them to tell.

    ``folded`` are the offsets of ``folded_marks``.
    """
    if len(folded) < _LEAST:
        return False
    half = sum(text[at] in _HALF for at in folded)
    return half >= _LEAST and half >= _SHARE * (half + sum(map(text.count, _FOLDABLE)))


def _is_masked(at: int, starts: Sequence[int], masked: Sequence[tuple[int, int]]) -> bool:
    inside = bisect_right(starts, at) - 1
    return inside >= 0 and at < masked[inside][1]


def _folded_brackets(text: str, starts: Sequence[int], masked: Sequence[tuple[int, int]]) -> list[int]:
    """Return the half-width brackets that belong to Chinese text: both of a pair or neither, whatever the other's
    width.
    """
    found: list[int] = []
    reached = 0
    # Pairs do not leave their line, and few lines have half-width ones.
    while half := _HALF_BRACKET.search(text, reached):
        start = text.rfind("\n", reached, half.start()) + 1 or reached
        end = text.find("\n", half.start())
        reached = end if end >= 0 else len(text)
        found.extend(_folded_in_line(text, start, reached, starts, masked))
    return found


def _folded_in_line(
    text: str, begin: int, stop: int, starts: Sequence[int], masked: Sequence[tuple[int, int]]
) -> list[int]:
    found: list[int] = []
    opened: list[tuple[int, bool]] = []
    for match in _BRACKET.finditer(text, begin, stop):
        at = match.start()
        mark = text[at]
        if starts and _is_masked(at, starts, masked):
            continue
        if mark in "(（":
            opened.append((at, mark == "（" or _opens_chinese(text, at)))
        else:
            start, chinese = opened.pop() if opened else (None, False)
            if mark == "）" or chinese or _closes_chinese(text, at, start):
                if start is not None and text[start] == "(":
                    found.append(start)
                if mark == ")":
                    found.append(at)
    found.extend(place for place, chinese in opened if chinese and text[place] == "(")
    return found


def _is_chinese_point(text: str, at: int, mark: str) -> bool:
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    if mark in ",.:" and before in "0123456789" and after in "0123456789":
        return False
    if mark == ".":
        # A full stop only after Chinese: "1.加强" is a list number and "U.S.中国" an abbreviation; several dots are an
        # ellipsis.
        return (is_han(before) or before in _BESIDE) and (not after.isascii() or after in "\r\n")
    if before.isascii() and before.isalpha():
        # The mark of a Latin sentence or name ("Yahoo!", "Hello, 世界") unless it separates that from Chinese.
        return mark not in "!?" and (is_han(after) or after in _BESIDE)
    if is_han(before) or is_han(after) or before in _BESIDE or after in _BESIDE:
        return True
    return _script_before(text, at) and (after in "\r\n" or _script_after(text, at))


def _opens_chinese(text: str, at: int) -> bool:
    before = text[at - 1] if at else ""
    after = text[at + 1 : at + 2]
    return bool(before and (is_han(before) or before in _BESIDE)) or bool(after and is_han(after))


def _closes_chinese(text: str, at: int, opened: int | None) -> bool:
    before = text[at - 1] if at else ""
    after = text[at + 1 : at + 2]
    if before and is_han(before):
        return True
    if opened is None:
        return bool(after and (is_han(after) or after in _BESIDE))
    return bool(after and is_han(after)) and not text[opened + 1 : at].isascii()


def _script_before(text: str, at: int) -> bool:
    """Return True if the first letter to the left of ``at``, past digits and marks, is Chinese."""
    char = text[max(0, at - _REACH + 1) : at].rstrip(_TRANSPARENT)[-1:]
    return char != "" and (is_han(char) or char in _BESIDE)


def _script_after(text: str, at: int) -> bool:
    """Return True if the first letter to the right of ``at``, past digits and marks, is Chinese."""
    char = text[at + 1 : at + _REACH].lstrip(_TRANSPARENT)[:1]
    return char != "" and (is_han(char) or char in _BESIDE)
