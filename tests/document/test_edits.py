"""Edits: made in their order, and rounds of them composed into edits of the first text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document.edits import apply_edits, composed, least
from newslint.finding import Edit


def test_edits_are_made_together_and_the_rest_stays() -> None:
    edits = [Edit(4, 4, "丙"), Edit(1, 2, "乙"), Edit(3, 4, "")]
    assert apply_edits("甲丁甲丁甲", edits) == "甲乙甲丙甲"


@pytest.mark.parametrize(
    ("first", "then", "both"),
    [
        ([Edit(1, 2, "乙乙")], [Edit(2, 3, "")], [Edit(1, 2, "乙")]),
        ([Edit(1, 2, "")], [Edit(1, 2, "丁")], [Edit(1, 3, "丁")]),
        ([Edit(0, 0, "子")], [Edit(0, 1, "")], []),
        ([Edit(0, 1, "子")], [Edit(3, 4, "丑")], [Edit(0, 1, "子"), Edit(3, 4, "丑")]),
        ([], [Edit(1, 2, "子")], [Edit(1, 2, "子")]),
    ],
)
def test_two_rounds_become_one(first: list[Edit], then: list[Edit], both: list[Edit]) -> None:
    assert list(composed(first, then)) == both


def edits_of(text: str, draw: st.DrawFn) -> list[Edit]:
    """Draw edits of ``text`` that do not overlap."""
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    words = st.text("子丑寅", max_size=3)
    return [Edit(start, end, draw(words)) for start, end in zip(places[::2], places[1::2], strict=False)]


@st.composite
def rounds(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    first = text = draw(st.text("甲乙丙丁", max_size=12))
    made = []
    for _ in range(draw(st.integers(1, 4))):
        made.append(edits_of(text, draw))
        text = apply_edits(text, made[-1])
    return first, made


@given(rounds())
def test_any_rounds_do_together_what_they_do_in_turn(drawn: tuple[str, list[list[Edit]]]) -> None:
    first, made = drawn
    text = first
    together: tuple[Edit, ...] = ()
    for edits in made:
        text = apply_edits(text, edits)
        together = composed(together, edits)
    assert apply_edits(first, together) == text
    assert all(one.end < other.start for one, other in pairwise(together))


@given(st.text("甲乙", max_size=6), st.integers(0, 6), st.integers(0, 6), st.text("甲乙", max_size=6))
def test_the_least_edit_does_the_same(text: str, one: int, other: int, new: str) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    edit = least(text, Edit(start, end, new))
    assert apply_edits(text, [edit]) == apply_edits(text, [Edit(start, end, new)])
    assert start <= edit.start <= edit.end <= end
