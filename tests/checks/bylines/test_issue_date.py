"""Datelines and weekdays held against the date of the issue."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint import Settings, check_text

STORY = "全国图书馆年会今天开幕，各地代表出席。"
# 2026-04-18 is a Saturday.
ISSUE = date(2026, 4, 18)


def found(text: str, issued: date | None = ISSUE, filename: str = "a.txt") -> list[tuple[str, str]]:
    settings = Settings(select=("BY14", "NU41"), issue_date=issued)
    return [(finding.code, finding.text) for finding in check_text(text, filename=filename, settings=settings)]


@pytest.mark.parametrize(
    ("head", "late"),
    [
        ("新华社北京4月20日电（记者 田一川）", ["4月20日"]),
        ("新华社北京4月18日电（记者 田一川）", []),
        ("新华社北京4月17日电 ", []),
        ("据新华社北京4月19日电 ", ["4月19日"]),
        ("本报云岭4月19日讯（记者 田一川）", ["4月19日"]),
        ("本报云岭19日讯（记者 田一川）", ["19日"]),
        ("本报云岭30日讯（记者 田一川）", ["30日"]),
        ("本报云岭9日讯（记者 田一川）", []),
        ("新华社北京2025年4月20日电 ", []),
        ("新华社北京2027年4月1日电 ", ["2027年4月1日"]),
        ("新华社北京２０日电（记者 田一川）", ["２０日"]),
    ],
)
def test_a_dateline_later_than_the_issue(head: str, late: list[str]) -> None:
    assert found(head + STORY) == [("BY14", text) for text in late]
    assert found(head + STORY, None) == []


@pytest.mark.parametrize(
    ("issued", "dateline", "late"),
    [
        (date(2027, 1, 1), "12月31日", False),
        (date(2026, 12, 31), "1月1日", True),
        (date(2027, 1, 1), "1月2日", True),
        (date(2026, 3, 1), "28日", False),
        (date(2026, 3, 1), "31日", False),
        (date(2028, 2, 28), "2月29日", True),
        (date(2026, 2, 28), "2月29日", False),
    ],
)
def test_the_turn_of_months_and_years(issued: date, dateline: str, late: bool) -> None:
    assert bool(found(f"新华社北京{dateline}电 {STORY}", issued)) is late


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("定于4月20日（星期二）开馆。", ["二"]),
        ("定于4月20日（星期一）开馆。", []),
        ("定于4月19日（周天）开馆。", []),
        ("定于2026年4月20日（星期二）开馆。", []),
        ("去年4月20日（星期日）奠基。", []),
        ("定于9月20日（星期二）开馆。", []),
        ("今天（星期三）上午开馆。", ["三"]),
        ("今天（星期六）上午开馆，明天（4月19日，周日）照常开放。", []),
        ("今天（星期五）下午，记者来到图书馆。", []),
        ("昨日（星期五）上午开馆，昨天是星期四也照常。", []),
        ("明天是星期二。", ["二"]),
        ("他说：“明天是星期二。”", []),
        ("4月20日，星期二到星期四休馆。", []),
    ],
)
def test_weekdays(text: str, wrong: list[str]) -> None:
    assert found(f"本报讯（记者 田一川）云岭市图书馆{text}") == [("NU41", name) for name in wrong]


def test_today_is_the_day_of_the_dateline() -> None:
    assert found("新华社北京4月16日电 全国图书馆年会今天（星期四）开幕。") == []
    assert found("新华社北京4月16日电 全国图书馆年会今天（星期六）开幕。") == [("NU41", "六")]


@pytest.mark.parametrize(
    "field",
    [
        "date: 2026-04-18",
        "issue-date: 2026/4/18",
        "刊期: 2026年4月18日",
        '日期: "2026-04-18 08:00"',
        "date: 2026-05-01\nissue-date: 2026-04-18",
    ],
)
def test_the_front_matter_comes_before_the_setting(field: str) -> None:
    text = f"---\ntitle: 图书馆年会\n{field}\n---\n\n# 图书馆年会开幕\n\n新华社北京4月20日电 {STORY}\n"
    assert found(text, date(2026, 5, 1), "a.md") == [("BY14", "4月20日")]
    assert found(text, None, "a.md") == [("BY14", "4月20日")]


@pytest.mark.parametrize("field", ["date: soon", "date: 2026-13-40", "updated: 2026-04-18", "date:"])
def test_front_matter_without_a_date_tells_none(field: str) -> None:
    assert (
        found(f"---\ntitle: 年会\n{field}\n---\n\n# 图书馆年会开幕\n\n新华社北京4月20日电 {STORY}\n", None, "a.md")
        == []
    )


@given(
    st.lists(
        st.sampled_from(
            [
                *"0123456789０年月日（）：，",
                "今天",
                "明天",
                "是",
                "星期",
                "周",
                "一",
                "天",
                "新华社北京",
                "电 ",
                "本报讯",
                STORY,
                "\n",
            ]
        ),
        max_size=30,
    ).map("".join),
    st.dates(),
)
def test_any_text_and_any_date(text: str, issued: date) -> None:
    for _, part in found(text, issued):
        assert part in text
