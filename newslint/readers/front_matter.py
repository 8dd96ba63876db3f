"""Front matter, which Markdown and HTML may begin with, and the date of issue in it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from newslint.patterns import lazy

#: An article of an earlier year is none that newslint checks: its date is a placeholder.
_FIRST_YEAR = 1800
#: Fields with the date of issue, the clearest first: ``date`` may be the day of writing.
_FIELDS = (("issue-date", "issue_date", "issued", "刊期", "出版日期", "见报日期"), ("date", "日期"))
_FIELD = lazy(r"(?m)^([\w\u4e00-\u9fff-]+)[ \t]*[:=][ \t]*[\"\']?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")

_FRONT = lazy(r"\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?s:(.*?)(?:\r\n|\r|\n))??(\1|\.\.\.)[ \t]*(?=[\r\n]|\Z)")
_LINE_END = lazy(r"\r\n|\r|\n")
_FIELD_LINE = lazy(r"(?:[A-Za-z_\"'][\w.\"' -]*|[\u4e00-\u9fff]{1,8})[ \t]*(?::(?=[ \t]|$)|=)")
_MORE = lazy(r"[ \t]+\S|-[ \t]|#|[\]}\[]|[ \t]*$")


class FrontMatter(NamedTuple):
    """The front matter of a text, which ends before the offset ``end``, and the ``fields`` between its rules."""

    end: int
    fields: str


def front_matter(text: str) -> FrontMatter | None:
    """Return the front matter in YAML or TOML that ``text`` begins with; None for an article between two rules."""
    match = _FRONT.match(text)
    if match and _are_fields(_LINE_END.split(match[2] or "")):
        return FrontMatter(match.end(), match[2] or "")
    return None


def _are_fields(lines: list[str]) -> bool:
    """Return True if lines between two rules at the top are front matter, not an article between rules."""
    rest = [line for line in lines if not _FIELD_LINE.match(line)]
    return (len(rest) < len(lines) and all(map(_MORE.match, rest))) or not any(line.strip() for line in lines)


def issue_date(front_matter: str) -> date | None:
    """Return the date of issue that YAML or TOML ``front_matter`` states as year, month, day; None if there is none."""
    stated = {match[1].lower(): match.groups()[1:] for match in _FIELD.finditer(front_matter)}
    for names in _FIELDS:
        for name in names:
            if name in stated:
                year, month, day = map(int, stated[name])
                try:
                    found = date(year, month, day)
                except ValueError:
                    continue
                # A generator of pages writes 0001-01-01 for a date that nobody has set.
                return found if year >= _FIRST_YEAR else None
    return None
