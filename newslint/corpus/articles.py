"""One article of a corpus, and how a row of columns becomes one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple

from newslint.errors import UserError
from newslint.language import join_list, tr
from newslint.patterns import lazy

#: The usual names of a column, the likeliest first.
GUESSES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "content", "body", "article"),
    "id": ("id", "doc_id", "docid", "article_id", "uuid", "url"),
    "source": ("source", "src", "newspaper", "media", "site"),
    "date": ("date", "published", "publish_date", "pub_date", "published_at", "datetime", "time", "month"),
}
_MONTH = lazy(r"((?:19|20)\d\d)\D?(0[1-9]|1[0-2]|[1-9](?!\d))")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of the text of an article, its id, its source and its date; None means one of the usual names."""

    text: str | None = None
    id: str | None = None
    source: str | None = None
    date: str | None = None

    def among(self, names: Iterable[str], place: str) -> Columns:
        """Return the columns by their names in ``names``, None for those that do not exist.

        Raises ``UserError`` if there is no text or a requested column is missing; ``place`` is named in the message.
        """
        known = list(names)
        found: dict[str, str | None] = {}
        for field in fields(self):
            wanted = getattr(self, field.name)
            if wanted is not None and wanted not in known:
                raise UserError(
                    tr(
                        "{place}：没有名为 {name} 的列；有的列是 {columns}。",
                        place=place,
                        name=wanted,
                        columns=join_list(known),
                    )
                )
            guess = next((name for name in GUESSES[field.name] if name in known), None)
            found[field.name] = wanted or guess
        if found["text"] is None:
            raise UserError(
                tr(
                    "{place}：看不出哪一列是正文，请用 --text-column 指明；有的列是 {columns}。",
                    place=place,
                    columns=join_list(known),
                )
            )
        return Columns(**found)

    def wanted(self) -> list[str]:
        """Return the names of the columns that exist."""
        return list(dict.fromkeys(name for field in fields(self) if (name := getattr(self, field.name)) is not None))


class Article(NamedTuple):
    """An article as a worker gets it: its number in the corpus from 0, id, source, month (YYYY-MM, "" if unknown),
    and its text, or its bytes with ``name`` telling their format; ``problem`` says why there is neither.
    """

    number: int
    id: str
    source: str
    month: str
    text: str | bytes
    name: str = ""
    problem: str = ""


def article_of(row: Mapping[str, object], columns: Columns, number: int) -> Article:
    """Return the article of a row; one without text has a ``problem`` that says so."""
    told = {field.name: row.get(name) if (name := getattr(columns, field.name)) else None for field in fields(columns)}
    text = told["text"]
    problem = "" if isinstance(text, str) else tr("{column} 列没有文字。", column=columns.text)
    name = str(number) if told["id"] is None else str(told["id"])
    return Article(
        number, name, _word(told["source"]), month_of(told["date"]), "" if problem else str(text), problem=problem
    )


def month_of(value: object) -> str:
    """Return the month of a date, or of a text or number that begins with year and month, as YYYY-MM; or ""."""
    if isinstance(value, date):
        return f"{value.year:04}-{value.month:02}"
    match = _MONTH.match(str(value).strip()) if value is not None else None
    return f"{match[1]}-{int(match[2]):02}" if match else ""


def month_in(path: str) -> str:
    """Return the month in a path such as 2026/04/18.txt; "" if there is none."""
    match = _MONTH.search(path)
    return f"{match[1]}-{int(match[2]):02}" if match else ""


def _word(value: object) -> str:
    return "" if value is None else str(value)
