"""Facts about the Gregorian calendar, to check the dates in an article.

All functions take ints. A date in a newspaper often has no year; then the date gets the benefit of the doubt, and 29
February exists.
"""

from datetime import date

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

#: The character after 星期 or 周 for each value of ``weekday``.
WEEKDAYS = "一二三四五六日"


def is_leap(year: int) -> bool:
    """Return True if ``year`` is a leap year of the Gregorian calendar."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(month: int, year: int | None = None) -> int:
    """Return the number of days in ``month`` (1 to 12), or 0 if there is no such month.

    Without a year February has 29 days.
    """
    if not 1 <= month <= 12:
        return 0
    if month == 2 and year is not None and not is_leap(year):
        return 28
    return _DAYS[month - 1]


def is_month(month: int) -> bool:
    """Return True if ``month`` is 1 to 12."""
    return 1 <= month <= 12


def is_date(month: int, day: int, year: int | None = None) -> bool:
    """Return True if ``month`` has a day ``day``, in ``year`` if that is known."""
    return 1 <= day <= days_in_month(month, year)


def weekday(year: int, month: int, day: int) -> int:
    """Return the weekday of a date, from Monday 0 to Sunday 6.

    Raises ``ValueError`` for a date that does not exist or a year outside 1 to 9999.
    """
    return date(year, month, day).weekday()
