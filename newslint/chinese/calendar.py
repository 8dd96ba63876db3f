"""Facts of the Gregorian calendar that a date in an article can be held against.

Every function takes plain ints, so that the caller decides how a numeral was written. A date in a newspaper often
lacks its year; a missing year is taken in the date's favour, which is why 29 February is possible without one.
"""

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

WEEKDAYS = "一二三四五六日"
"""The character after 星期 or 周 for each value of :func:`weekday`."""


def is_leap(year: int) -> bool:
    """Return True if ``year`` of the Gregorian calendar has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(month: int, year: int | None = None) -> int:
    """The number of days in ``month`` (1 to 12); 0 for a month that does not exist.

    Without a year February has 29 days, the most it can have.
    """
    if not 1 <= month <= 12:
        return 0
    if month == 2 and year is not None and not is_leap(year):
        return 28
    return _DAYS[month - 1]


def is_month(month: int) -> bool:
    """Return True if ``month`` is one of the twelve."""
    return 1 <= month <= 12


def is_date(month: int, day: int, year: int | None = None) -> bool:
    """Return True if ``month`` has a day ``day``, in ``year`` where it is known."""
    return 1 <= day <= days_in_month(month, year)


def weekday(year: int, month: int, day: int) -> int:
    """The weekday of a date, Monday 0 to Sunday 6.

    Raises ValueError for a date that does not exist or a year outside 1 to 9999.
    """
    from datetime import date  # few articles name the weekday of a date

    return date(year, month, day).weekday()
