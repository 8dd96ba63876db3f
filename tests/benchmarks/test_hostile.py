"""The benchmark of hostile texts: what it calls faulty, and that it stops before a faulty text takes hours."""

from __future__ import annotations

from itertools import pairwise

from hostile import Row, measured

from newslint.run.linter import Linter


def test_a_row_is_faulty_if_its_time_grows_with_the_square_or_is_too_long() -> None:
    assert Row("甲", 100_000, 0.4, 0.1).is_faulty
    assert Row("甲", 1_000_000, 5.1, 2.5).is_faulty
    assert not Row("甲", 1_000_000, 4.9, 2.4).is_faulty
    assert not Row("甲", 100_000, 0.04, 0.01).is_faulty


def test_a_text_is_doubled_up_to_the_size_that_is_asked_for() -> None:
    sizes = []

    def make(characters: int) -> str:
        sizes.append(characters)
        return "会议。" * (characters // 3)

    row = measured(Linter(), "会议", make, "plain", 40_000)
    assert 20_000 < row.size <= 40_000
    assert [later // earlier for earlier, later in pairwise(sizes[1:])] == [2, 2]
