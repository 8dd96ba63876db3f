"""Two columns set into each other, line by line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text, fix_text

ONLY = Settings(select=("LS11",))
LEFT = (
    "今年夏天，星桥街道把闲置多年的车库改成了社区食",
    "堂，老人凭卡用餐可以打八折，厨师每天换着花",
    "样做菜，周末也照常开门。",
)
RIGHT = (
    "北岸小学请来退休的老师傅，教孩子们用竹篾编灯",
    "笼，做好的作品挂满走廊，家长们看了都说很精",
    "致，下学期还要开剪纸课。",
)


def page(*lines: str, end: str = "\n") -> str:
    return end.join(("两件实事", *lines))


def test_a_passage_of_six_lines_is_one_finding_and_the_fix_parts_the_columns() -> None:
    mixed = [line for pair in zip(LEFT, RIGHT, strict=True) for line in pair]
    for end in ("\n", "\r\n", "\n\n"):
        text = page(*mixed, end=end)
        (finding,) = check_text(text, settings=ONLY)
        assert (finding.code, finding.start.line) == ("LS11", 3 if end == "\n\n" else 2)
        assert fix_text(text, settings=ONLY, unsafe=True) == page("".join(LEFT), "".join(RIGHT), end=end)


def test_it_speaks_for_the_broken_lines_in_it() -> None:
    mixed = [line for pair in zip(LEFT, RIGHT, strict=True) for line in pair]
    assert [finding.code for finding in check_text(page(*mixed))] == ["LS11"]


def test_lines_that_go_on_in_the_next_are_no_interleaved_columns() -> None:
    assert check_text(page(*LEFT, *RIGHT), settings=ONLY) == []


@given(st.lists(st.sampled_from([*LEFT, *RIGHT, "", "# 标题", "短句。"]), max_size=12))
def test_any_page_is_survived_and_settles(lines: list[str]) -> None:
    text = "\n".join(lines)
    once = fix_text(text, settings=ONLY, unsafe=True)
    assert fix_text(once, settings=ONLY, unsafe=True) == once
