"""Names behind the posts that people hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.chinese.posts import ends_with_post, name_at


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("沈砚秋", "沈砚秋"),
        ("李伟", "李伟"),
        ("郭伟带领科室负责人", "郭伟"),
        ("何一舟说", "何一舟"),
        ("王军等到场", "王军"),
        ("项伯言", "项伯言"),
        ("阿依努尔·买买提", "阿依努尔·买买提"),
        ("保罗·杜邦出席会议", "保罗·杜邦"),
    ],
)
def test_a_name_ends_where_the_sentence_goes_on(text: str, name: str) -> None:
    assert text[: name_at(text)] == name


@pytest.mark.parametrize("text", ["", "办公会", "高级工程师", "任务重", "会议", "的办公室", "张", "成果发布会"])
def test_words_are_no_names(text: str) -> None:
    assert name_at(text) == 0


def test_posts() -> None:
    assert ends_with_post("市图书馆副馆长")
    assert not ends_with_post("市图书馆")


@given(st.text(alphabet="沈何李一舟伟·、，说到场办公会A ", max_size=12))
def test_a_name_lies_inside_the_text(text: str) -> None:
    assert 0 <= name_at(text) <= len(text)
