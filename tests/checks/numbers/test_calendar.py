"""Dates that no calendar has, and weekdays that are another."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings
from newslint.readers import document_from_text
from newslint.run.linter import Linter

IMPOSSIBLE = Linter(Settings(select=("NU01",)))
WEEKDAY = Linter(Settings(select=("NU02",)))
NAMES = "一二三四五六日"


def texts(text: str, linter: Linter) -> list[str]:
    return [finding.text for finding in linter.check_document(document_from_text(text))]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_real_date_and_its_weekday_are_never_reported(day: date) -> None:
    text = f"会议于{day.year}年{day.month}月{day.day}日（星期{NAMES[day.weekday()]}）召开。"
    assert texts(text, IMPOSSIBLE) == texts(text, WEEKDAY) == []


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.integers(1, 6))
def test_every_other_weekday_is(day: date, shift: int) -> None:
    wrong = NAMES[(day.weekday() + shift) % 7]
    assert texts(f"会议于{day.year}年{day.month}月{day.day}日，星期{wrong}召开。", WEEKDAY) == [wrong]


@pytest.mark.parametrize(
    "written", ["2月30日", "4月31日", "6月31号", "13月1日", "1月32日", "9月0日", "十三月一日", "十一月三十一日"]
)
def test_days_that_do_not_exist(written: str) -> None:
    assert texts(f"报名于{written}截止。", IMPOSSIBLE) == [written]


@pytest.mark.parametrize(
    "text",
    [
        "农历二月三十日开市。",
        "十一月三十日开市。",
        "工期13个月，30日完工。",
        "编号2.13月5日。",
        "2024年2月29日开市。",
        "3月31号线通车。",
        "民国二十年二月三十一日一说有误。",
    ],
)
def test_what_is_no_impossible_date(text: str) -> None:
    assert texts(text, IMPOSSIBLE) == []


@pytest.mark.parametrize("text", ["3月三四日停电。", "三四月三十一日停电。", "2024年2月二三日（星期一）停电。"])
def test_an_approximate_date_is_left(text: str) -> None:
    assert texts(text, IMPOSSIBLE) == texts(text, WEEKDAY) == []


def test_the_end_of_a_range_is_read_too() -> None:
    assert texts("报名时间为8月1日至9月31日。", IMPOSSIBLE) == ["9月31日"]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2023年2月29日", "2023年不是闰年，2月只有28天"),
        ("2月30日", "2月只有29天"),
        ("13月1日", "一年没有13月"),
    ],
)
def test_the_message_says_why(written: str, reason: str) -> None:
    (finding,) = IMPOSSIBLE.check_document(document_from_text(f"截至{written}。"))
    assert finding.message == f"没有“{written}”这一天：{reason}；请核对原始材料"


@pytest.mark.parametrize(
    "text", ["天气预报：{}有雾。", "路桥公司消息（综合）：{}通车。", "自{}台风登陆以来，渡轮停航。", "3月5日-{}停电。"]
)
def test_a_date_behind_a_mark_or_before_any_word_is_read(text: str) -> None:
    assert texts(text.format("11月31日"), IMPOSSIBLE) == ["11月31日"]


@pytest.mark.parametrize(
    "text", ["比赛8:13月台见。", "票价3/13月31日。", "门牌5-31月30日。", "农历消息：二月三十日赶集。"]
)
def test_a_number_that_goes_on_to_the_left_is_no_month(text: str) -> None:
    assert texts(text, IMPOSSIBLE) == []


def test_a_word_of_the_sentence_before_says_nothing_of_the_date() -> None:
    assert texts("旧桥没有拆。9月31日通车。", IMPOSSIBLE) == ["9月31日"]
