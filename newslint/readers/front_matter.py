"""The date of issue in front matter."""

from __future__ import annotations

from datetime import date

from newslint.patterns import lazy

#: Fields with the date of issue, the clearest first: ``date`` may be the day of writing.
_FIELDS = (("issue-date", "issue_date", "issued", "刊期", "出版日期", "见报日期"), ("date", "日期"))
_FIELD = lazy(r"(?m)^([\w\u4e00-\u9fff-]+)[ \t]*[:=][ \t]*[\"\']?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)")


def issue_date(front_matter: str) -> date | None:
    """Return the date of issue that YAML or TOML ``front_matter`` states as year, month, day; None if there is none."""
    stated = {match[1].lower(): match.groups()[1:] for match in _FIELD.finditer(front_matter)}
    for names in _FIELDS:
        for name in names:
            if name in stated:
                year, month, day = map(int, stated[name])
                try:
                    return date(year, month, day)
                except ValueError:
                    continue
    return None
