"""Parts that do not make the whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text
from newslint.finding import Severity

SUM = Settings(select=("NU16",), level=Severity.INFO)
SHARES = Settings(select=("NU17",), level=Severity.INFO)


@given(st.integers(1, 5000), st.integers(1, 5000), st.sampled_from([-1, 0, 1, 7]))
def test_men_and_women_make_all(men: int, women: int, off: int) -> None:
    text = f"学校共有教师{men + women + off}人，其中男教师{men}人，女教师{women}人。"
    assert len(check_text(text, settings=SUM)) == (off != 0)


def test_the_whole_is_named() -> None:
    (finding,) = check_text("代表队获奖牌三十枚，其中金牌十枚、银牌十二枚、铜牌九枚。", settings=SUM)
    assert "31" in finding.message and "三十枚" in finding.message
    (place,) = finding.related
    assert "三十枚" in place.message


@pytest.mark.parametrize(
    "text",
    [
        "外贸总值5.19万亿元，其中出口3.05万亿元，进口2.15万亿元。",
        "学校有教师近120人，其中男70人，女45人。",
        "学校有教师120人，其中男70余人，女45人。",
        "学校有教师120人。其中男70人，女45人。",
        "学校有党员120人，其中男70人，占六成。",
        "学校有教师120人，其中男70人，女班主任5个。",
    ],
)
def test_parts_that_are_not_added_up(text: str) -> None:
    assert not check_text(text, settings=SUM)


@pytest.mark.parametrize(
    ("shares", "wrong"),
    [
        ("8.1∶38.3∶53.6", False),
        ("8.1:38.3:53.7", False),
        ("8:38:53", False),
        ("8.1:38.3:55.6", True),
        ("10：42：58", True),
    ],
)
def test_the_sectors_make_a_hundred(shares: str, wrong: bool) -> None:
    assert bool(check_text(f"全市三次产业结构调整为{shares}。", settings=SHARES)) == wrong
