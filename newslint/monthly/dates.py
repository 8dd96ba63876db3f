"""The date of issue that folders and files have in their names: 2026-04-18, 20260418, 2026年4月18日, 2026/04/18."""

from __future__ import annotations

import os
import re
from datetime import date
from typing import NamedTuple

#: A date of which no digit is part of a longer number. Folders may hold one another: 2026/04/18, 2026-04/18.
_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)"
    r"(?:(?P<month>[01]\d)(?P<day>[0-3]\d)"
    r"|(?:[-._/]|年/?)(?P<month1>\d{1,2})(?:[-._/]|月/?)(?P<day1>\d{1,2})"
    r"|(?P<month2>[01]\d)/(?P<day2>[0-3]\d))(?!\d)"
)


class Dated(NamedTuple):
    """A date in a path, and what of the path follows the folder that has it, in parts."""

    day: date
    below: tuple[str, ...]


def date_of_folder(path: str) -> Dated | None:
    """Return the date that the folders of ``path`` tell, the innermost one; None if they tell none."""
    folder, name = os.path.split(_plain(path))
    found = None
    for match in _DATE.finditer(folder):
        if (day := _day(match)) is not None:
            # What stands behind the date in the same name belongs to that name.
            _, _, below = folder[match.end() :].partition("/")
            found = Dated(day, (*filter(None, below.split("/")), name))
    return found


def date_of_name(path: str) -> date | None:
    """Return the date that the name of a file tells, the first one; None if it tells none."""
    days = map(_day, _DATE.finditer(os.path.basename(_plain(path))))
    return next((day for day in days if day is not None), None)


def _plain(path: str) -> str:
    return path.replace(os.sep, "/")


def _day(match: re.Match[str]) -> date | None:
    month = match["month"] or match["month1"] or match["month2"]
    day = match["day"] or match["day1"] or match["day2"]
    try:
        return date(int(match["year"]), int(month), int(day))
    except ValueError:
        return None  # 20261399 is a number
