"""Repeats side by side: the fast search against the plain definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.checks.repeats.overlay import Repeat, interlocked, returning, side_by_side

# Few characters make many repeats; two pairs share a low byte, one is beyond the first plane.
TEXTS = st.text(alphabet="甲乙丙，\u4e01\u4f01\U00020000a\n", max_size=40)
# Long repeats are passed over at once; a character of the same low byte may be in them.
LONG = st.lists(st.tuples(st.text("甲乙丙\u4e01\u4f01", min_size=1, max_size=5), st.integers(1, 60)), max_size=4).map(
    lambda parts: "".join(unit * count for unit, count in parts)
)


def plain(text: str, period: int) -> list[Repeat]:
    """Every longest stretch of one period, straight from the definition."""
    found = []
    start = 0
    while start < len(text):
        end = start
        while end + period < len(text) and text[end] == text[end + period]:
            end += 1
        if end - start >= period:
            found.append(Repeat(start, end + period, period))
        start = end + 1
    return found


@given(TEXTS, st.integers(1, 6))
def test_finds_what_the_definition_finds(text: str, period: int) -> None:
    assert side_by_side(text, period, period) == plain(text, period)


@given(TEXTS)
def test_a_multiple_is_left_out_only_where_its_divisor_is_found(text: str) -> None:
    found = side_by_side(text, 1, 6)
    for period in range(1, 7):
        for repeat in plain(text, period):
            shorter = [
                other
                for other in found
                if period % other.period == 0 and other.start <= repeat.start and repeat.end <= other.end
            ]
            assert shorter


@given(TEXTS | LONG)
def test_interlocked_is_the_shape_and_nothing_else(text: str) -> None:
    expected = [
        at
        for at in range(len(text) - 5)
        if text[at] == text[at + 2] == text[at + 4]
        and text[at + 1] == text[at + 5]
        and len({text[at], text[at + 1], text[at + 3]}) == 3
    ]
    assert interlocked(text) == expected


@given(TEXTS | LONG)
def test_returning_is_four_characters_and_the_first_two_of_them(text: str) -> None:
    expected = [
        at
        for at in range(len(text) - 5)
        if text[at : at + 2] == text[at + 4 : at + 6]
        and text[at + 2 : at + 4] not in (text[at + 6 : at + 8], text[max(0, at - 2) : at])
    ]
    assert returning(text) == expected


def test_equal_low_bytes_are_not_equal_characters() -> None:
    assert side_by_side("\u4e01\u4e02\u4f01\u4f02", 2, 2) == []


def test_a_remainder_belongs_to_the_stretch() -> None:
    assert side_by_side("在甲乙丙甲乙丙甲丁", 2, 8) == [Repeat(1, 8, 3)]
