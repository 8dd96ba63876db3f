"""Clauses of a text, parted at once: none is lost where one stretch of a long text ends and the next begins."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newslint.document.rough_clauses import rough_clauses


def parted(text: str, marks: str, shortest: int = 0) -> list[str]:
    return [clause for clauses in rough_clauses(text, marks, shortest) for clause in clauses]


@given(st.text(alphabet="甲乙，。；", max_size=40), st.integers(0, 3))
def test_clauses_are_what_stands_between_the_marks(text: str, shortest: int) -> None:
    assert parted(text, "。；", shortest) == [part for part in re.split("[，。；]", text) if len(part) >= shortest]
    assert parted(text, "", shortest) == [part for part in text.split("，") if len(part) >= shortest]


def test_a_long_text_is_parted_as_a_short_one_is() -> None:
    clauses = [f"第{number}个村子通了水" for number in range(20_000)]
    assert parted("，".join(clauses), "。") == clauses
