import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.chinese.calendar import WEEKDAYS, days_in_month, is_date, is_leap, is_month, weekday


@pytest.mark.parametrize(("year", "leap"), [(2024, True), (2023, False), (1900, False), (2000, True)])
def test_leap_years(year, leap):
    assert is_leap(year) is leap


def test_february_without_a_year_may_have_29_days():
    assert days_in_month(2) == 29
    assert days_in_month(2, 2023) == 28
    assert is_date(2, 29)
    assert not is_date(2, 29, 2023)
    assert not is_date(2, 30)


@pytest.mark.parametrize(("month", "day"), [(0, 1), (13, 1), (4, 31), (6, 0), (1, 32), (-1, 5)])
def test_impossible_dates(month, day):
    assert not is_date(month, day)


def test_months_that_do_not_exist():
    assert days_in_month(13) == days_in_month(0) == 0
    assert is_month(12)
    assert not is_month(13)


def test_weekday_of_a_known_day():
    # 1 October 1949 was a Saturday.
    assert WEEKDAYS[weekday(1949, 10, 1)] == "六"


def test_weekday_of_no_day():
    with pytest.raises(ValueError, match="day"):
        weekday(2023, 2, 29)


@given(st.dates())
def test_every_real_day_is_possible(day):
    assert is_date(day.month, day.day, day.year)
    assert weekday(day.year, day.month, day.day) == day.weekday()


@given(st.integers(1, 9999), st.integers(-2, 15), st.integers(-2, 40))
def test_possible_means_that_the_calendar_has_it(year, month, day):
    try:
        datetime.date(year, month, day)
    except ValueError:
        assert not is_date(month, day, year)
    else:
        assert is_date(month, day, year)
