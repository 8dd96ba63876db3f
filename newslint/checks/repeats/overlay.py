"""Where a text repeats itself side by side, found at the speed of big integers.

The exclusive or of a text with itself shifted by ``d`` characters is zero wherever it repeats at distance ``d``: one
operation in C for each distance, and one search for a run of zero bytes. Only the low byte of each code unit is used,
which keeps the numbers small; what is found is compared in the text itself. Offsets are code points.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newslint.document import Document

#: A run of zeros that is passed over at once.
_RUN = 64
_ZEROS = bytes(_RUN)


class Repeat(NamedTuple):
    """A stretch ``start`` to ``end`` in which every character but the last ``period`` returns ``period`` characters
    later.

    It has at least two periods; a part of one more may follow, as in 甲乙丙甲乙丙甲, where the period is 3.
    """

    start: int
    end: int
    period: int


def overlay(text: str) -> int:
    """Return ``text`` as a number: the low bytes of its code units, the first lowest."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    low = encoded[::2] if len(encoded) == 2 * len(text) else text.encode("utf-32-le", "surrogatepass")[::4]
    return int.from_bytes(low, "little")


def side_by_side(text: str, shortest: int, longest: int, number: int | None = None) -> list[Repeat]:
    """Return the longest possible repeats in ``text`` with periods from ``shortest`` to ``longest``, sorted by place.

    A stretch is returned for its shortest period only: 甲乙甲乙甲乙甲乙 for 2 and not for 4. Stretches of different
    periods may overlap otherwise. The time is linear in the text for each period. ``number`` is the text's overlay, if
    that is known.
    """
    number = overlay(text) if number is None else number
    size = len(text)
    longest = min(longest, size // 2)
    found: dict[int, list[Repeat]] = {}
    period = shortest
    while period <= longest:
        # A byte that is zero for one of several periods is zero in the bits that their differences share, and long runs
        # of zeros are rare there by chance: one search shows that the text has none of these periods.
        common = number ^ number >> 8 * period
        stop = period + 1
        if period >= 5:
            common &= number ^ number >> 8 * stop
            stop += 1
            if period >= 9:
                common &= number ^ number >> 8 * stop
                stop += 1
        if common.to_bytes(size, "little").find(bytes(period), 0, size - period) >= 0:
            for one in range(period, min(stop, longest + 1)):
                if new := _repeats(text, number, one, found):
                    found[one] = new
        period = stop
    return sorted(repeat for repeats in found.values() for repeat in repeats)


def _repeats(text: str, number: int, period: int, found: Mapping[int, Sequence[Repeat]]) -> list[Repeat]:
    """Return the longest possible repeats with ``period``, in order, without those of a smaller one in ``found``."""
    size = len(text)
    limit = size - period
    differences = (number ^ number >> 8 * period).to_bytes(size, "little")
    zeros = bytes(period)
    repeats: list[Repeat] = []
    at = differences.find(zeros, 0, limit)
    while at >= 0:
        end = _after_zeros(differences, at, limit)
        repeats.extend(
            Repeat(start, stop + period, period)
            for start, stop in _equal(text, at, end, period)
            if not _known(start, stop + period, period, found)
        )
        at = differences.find(zeros, end, limit)
    return repeats


def interlocked(text: str, number: int | None = None) -> list[int]:
    """Return the offsets at which six characters have the shape 甲乙甲丙甲乙, with 甲, 乙 and 丙 all different.

    ``number`` is the text's overlay, if that is known.
    """
    size = len(text)
    if size < 6:
        return []
    number = overlay(text) if number is None else number
    by_four = number ^ number >> 32
    # Zero where the character is repeated two and four places on, and the next one four places on.
    differences = (number ^ number >> 16 | by_four | by_four >> 8).to_bytes(size, "little")
    places = []
    for at in _zeros(differences, size - 5, text, 2):
        six = text[at : at + 6]
        if six[0] == six[2] and six[4:] == six[:2] and len({*six[:2], six[3]}) == 3:
            places.append(at)
    return places


def returning(text: str, number: int | None = None) -> list[int]:
    """Return the offsets of four characters that are followed by the first two of them, and not part of a repeat
    side by side.

    ``number`` is the text's overlay, if that is known.
    """
    size = len(text)
    if size < 6:
        return []
    number = overlay(text) if number is None else number
    by_four = number ^ number >> 32
    differences = (by_four | by_four >> 8).to_bytes(size, "little")
    places = []
    for at in _zeros(differences, size - 5, text, 4):
        inside = text[at : at + 2] == text[at + 4 : at + 6]
        # 荡气回肠荡气回肠 is written twice: a repeat side by side.
        if inside and text[at + 2 : at + 4] not in (text[at + 6 : at + 8], text[max(0, at - 2) : at]):
            places.append(at)
    return places


def _zeros(differences: bytes, end: int, text: str, period: int) -> Iterator[int]:
    """Yield the offsets of the zeros before ``end``, where the characters compared may be equal.

    Of a run in which the characters do return after ``period``, only the last ones: what is looked for is no repeat
    side by side.
    """
    at = differences.find(0, 0, end)
    while at >= 0:
        stop = _after_zeros(differences, at, end) if differences[at : at + _RUN] == _ZEROS else at
        if stop - at > _RUN and text[at:stop] == text[at + period : stop + period]:
            at = stop - period
        yield at
        at = differences.find(0, at + 1, end)


def _after_zeros(differences: bytes, at: int, limit: int) -> int:
    """Return the end of the run of zero bytes at ``at``, in steps that double: a run may be as long as the text."""
    step = 64
    while at < limit:
        part = differences[at : min(at + step, limit)]
        rest = part.lstrip(b"\0")
        at += len(part) - len(rest)
        if rest:
            break
        step *= 2
    return at


def _equal(text: str, start: int, end: int, period: int) -> list[tuple[int, int]]:
    """Cut a run of equal low bytes where the characters differ after all; keep the parts of one period or more."""
    if text[start:end] == text[start + period : end + period]:
        return [(start, end)]
    parts = []
    while start < end:
        stop = start
        while stop < end and text[stop] == text[stop + period]:
            stop += 1
        if stop - start >= period:
            parts.append((start, stop))
        start = stop + 1
    return parts


def _known(start: int, end: int, period: int, found: Mapping[int, Sequence[Repeat]]) -> bool:
    """Return True if the stretch is in one already ``found`` for a divisor of ``period``."""
    for smaller, repeats in found.items():
        if smaller < period and period % smaller == 0:
            index = bisect_right(repeats, start, key=_start) - 1
            if index >= 0 and end <= repeats[index].end:
                return True
    return False


def _start(repeat: Repeat) -> int:
    return repeat.start


def overlays(document: Document) -> list[int]:
    """Return the overlay of each stretch of a document; call it through ``document.once``."""
    return [overlay(document.view[start:end]) for start, end in document.stretches]
