"""Clauses that a document has twice: none that stands between the same marks again is missed."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newslint.document import Document
from newslint.document.clauses import clause_stretches, repeated_characters, rough_clauses


@given(st.text(alphabet="甲乙丙，。；！”\n", max_size=40))
def test_nothing_that_stands_twice_is_missed(text: str) -> None:
    sentences = re.split("[。！？\n]", text)
    for sentence in set(sentences):
        if sentence and sentences.count(sentence) > 1:
            assert repeated_characters(Document(text)) > len(sentence)


@given(st.text(alphabet="甲乙，。；！”\n", max_size=40))
def test_clauses_are_told_in_order(text: str) -> None:
    told = [clause for clauses in clause_stretches(Document(text)) for clause in clauses if clause]
    assert told == [clause for clause in re.split("[，。；”\n]", text) if clause]


def parted(text: str, marks: str) -> list[str]:
    return [clause for clauses in rough_clauses(text, marks) for clause in clauses]


@given(st.text(alphabet="甲乙，。；", max_size=40))
def test_clauses_are_what_stands_between_the_marks(text: str) -> None:
    assert parted(text, "。；") == re.split("[，。；]", text)
    assert parted(text, "") == text.split("，")


def test_no_clause_of_a_long_text_is_lost_between_stretches() -> None:
    clauses = [f"第{number}个村子通了水" for number in range(20_000)]
    assert parted("，".join(clauses), "。") == clauses
