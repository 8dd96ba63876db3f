"""Signs of numbers that have two forms: the percent sign, and the comma that parts thousands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from newslint.checks.either_form import COUNTS, Occurrence, Sign, all_at_first, either_form
from newslint.checks.registry import Declared
from newslint.document import Article, Document
from newslint.finding import Edit
from newslint.patterns import lazy

_PERCENT = lazy("[%％](?<=[0-9].)")
#: What shows that a text has such a number: the pattern below begins with a look-behind and is slow.
_COMMA = lazy(",(?<=[0-9],)(?=[0-9]{3})")
_PARTED = lazy("(?<![0-9.,，])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9,]*[0-9])")
#: Of five digits and counting something: shorter ones are written without commas in either style, others are numbers of
#: things (a telephone, a document).
_CLOSE = lazy(
    "[1-9](?<![0-9A-Za-z.,，#№:：\\-].)[0-9]{4,}(?=(?:\\.[0-9]+)?[余多]?"
    "(?:[元人名个件台辆吨家亩户间部套册头株份张棵平米]|公[里斤顷]|立方|千[米克瓦]|美元|欧元|日元|港元|万))"
)
_DIGITS = "0123456789"


def _has_half_percent(document: Document) -> bool:
    return "%" in document.text


def _has_wide_percent(document: Document) -> bool:
    return "％" in document.text


def _has_comma_in_number(document: Document) -> bool:
    return "," in document.text and _COMMA.search(document.view) is not None


def _has_digit(document: Document) -> bool:
    text = document.text
    return any(digit in text for digit in _DIGITS)


def _percents(document: Document, article: Article, want: str) -> Iterator[Occurrence]:
    """Yield the percent signs behind half-width digits: 8%, 8％."""
    for match in _PERCENT.finditer(document.view, article.start, article.end):
        start, end = match.span()
        yield Occurrence(start, end, match[0], (Edit(start, end, "％" if match[0] == "%" else "%"),))


def _thousands(document: Document, article: Article, want: str) -> Iterator[Occurrence]:
    """Yield the amounts with commas (12,000元) and those of five digits or more without (12000元)."""
    for match in _PARTED.finditer(document.view, article.start, article.end):
        start, end = match.span()
        yield Occurrence(start, end, ",", (Edit(start, end, match[0].replace(",", "")),))
    for match in _CLOSE.finditer(document.view, article.start, article.end):
        start, end = match.span()
        parted = re.sub("(?<=[0-9])(?=(?:[0-9]{3})+$)", ",", match[0])
        yield Occurrence(start, end, "none", (Edit(start, end, parted),))


PERCENT = Sign({"%": _has_half_percent, "％": _has_wide_percent}, _percents, all_at_first, COUNTS, ("several",))
THOUSANDS = Sign({",": _has_comma_in_number, "none": _has_digit}, _thousands, all_at_first, COUNTS, ("several",))

CHECKS: Mapping[str, Declared] = {
    "percent": either_form(PERCENT),
    "thousands": either_form(THOUSANDS),
}
