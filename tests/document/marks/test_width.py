"""Which half-width marks are read as Chinese ones, and which are left as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.document.marks.width import FULL, folded_marks, unfold


def view(text: str) -> str:
    return unfold(text, folded_marks(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昨天开馆,市民(多为学生)排队:有的借书;有的办证!", "昨天开馆，市民（多为学生）排队：有的借书；有的办证！"),
        ("增长3%,下降2%;", "增长3%，下降2%；"),
        ("选手来自中国,USA和英国.", "选手来自中国，USA和英国。"),
        ("见右图（二)和(三）。", "见右图（二）和（三）。"),
        ("(李明\n摄)", "（李明\n摄）"),
        ("完成 , 开工", "完成 ， 开工"),
    ],
)
def test_marks_in_chinese_are_full_width(text: str, expected: str) -> None:
    assert view(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "9:30开赛，比分3:2，奖金1,200元，用时12.5秒。",
        "Hello, world! It is (really) late: go; now.",
        "她唱Oh, well, 歌声很轻。",
        "1.加强领导 2.落实责任",
        "Yahoo!公司总部",
        "The rate is 5%, and so on; 35%;",
        "等等...再说",
        "print(len(a), b)",
    ],
)
def test_numbers_and_latin_keep_their_marks(text: str) -> None:
    assert folded_marks(text) == []


def test_masked_spans_are_left_alone() -> None:
    text = "见a,中,乙"
    assert folded_marks(text, [(1, 4)]) == [4]


@given(st.text(alphabet='甲乙a1 ,.;:!?()（），。\n"', max_size=40))
def test_the_view_has_the_same_length_and_only_marks_change(text: str) -> None:
    offsets = folded_marks(text)
    assert offsets == sorted(set(offsets))
    new = unfold(text, offsets)
    assert len(new) == len(text)
    assert all(a == b or FULL.get(a) == b for a, b in zip(text, new, strict=True))
    assert folded_marks(new) == [] or set(folded_marks(new)).isdisjoint(offsets)
