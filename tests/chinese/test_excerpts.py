"""Tests of the words that a message quotes around a place."""

import pytest

from newslint.chinese.excerpts import words_before, words_behind


@pytest.mark.parametrize(
    ("before", "behind", "expected"),
    [
        ("云岭市图书馆", "昨天开馆，座位全满", ("图书馆", "昨天开馆")),
        ("首日接待读者三千人。", "馆长说", ("三千人。", "馆长说")),
        ("馆长说：", "“座位还会增加。", ("馆长说：", "“座位还")),
        ("新开的3.5米长廊\n", "昨天", ("", "昨天")),
        ("全程42.195", "公里", ("42.195", "公里")),
        ("闭馆到17日举行", "今天", ("17日举行", "今天")),
        ("开放到17：00", "6 月起延长", ("17：00", "6 月")),
        ("用了20", "3年时间", ("用了20", "3年时间")),
    ],
)
def test_whole_words_with_their_marks(before: str, behind: str, expected: tuple[str, str]) -> None:
    text = f"{before} {behind}"
    assert (words_before(text, len(before)), words_behind(text, len(before) + 1)) == expected
