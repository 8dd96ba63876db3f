"""The date of issue in the names of folders and files."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.monthly.dates import Dated, date_of_folder, date_of_name

DAY = date(2026, 4, 18)
WRITTEN = (
    "2026-04-18",
    "20260418",
    "2026年4月18日",
    "2026.4.18",
    "2026_04_18",
    "2026/04/18",
    "2026-04/18",
    "202604/18",
)


@pytest.mark.parametrize("written", [*WRITTEN, "2026年/4月/18日", "报纸2026年04月18日A叠", "清河日报-20260418"])
def test_a_folder_tells_the_date(written: str) -> None:
    assert date_of_folder(f"来稿/{written}/一版.txt") == Dated(DAY, ("一版.txt",))


def test_what_lies_below_the_folder_is_told() -> None:
    assert date_of_folder("2026-04-18/要闻/一版/甲.txt") == Dated(DAY, ("要闻", "一版", "甲.txt"))


def test_the_innermost_folder_counts() -> None:
    found = date_of_folder("2025-12-31存档/2026-04-18/甲.txt")
    assert found is not None and found.day == DAY


@pytest.mark.parametrize(
    "name", ["120260418.txt", "20261399.txt", "2026-02-30.txt", "A03版.txt", "第20260418001号.txt"]
)
def test_a_number_is_no_date(name: str) -> None:
    assert date_of_name(name) is None
    assert date_of_folder(f"{name}/甲.txt") is None


def test_the_name_of_a_file_is_not_that_of_a_folder() -> None:
    assert (date_of_folder("来稿/2026-04-18.txt"), date_of_name("来稿/2026-04-18.txt")) == (None, DAY)
    assert date_of_name("2026-04-18/甲.txt") is None


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.text("甲乙A-_ /", max_size=6), st.text("甲乙A-_ ", max_size=6)
)
def test_every_day_is_read_back(day: date, before: str, after: str) -> None:
    for written in (f"{day:%Y-%m-%d}", f"{day:%Y%m%d}", f"{day.year}年{day.month}月{day.day}日"):
        found = date_of_folder(f"{before}{written}{after}/甲.txt")
        assert found is not None and found.day == day


@given(st.text("0123456789-./_年月日\\甲", max_size=40))
def test_any_path_is_read(path: str) -> None:
    date_of_folder(path)
    date_of_name(path)
