"""The kinds of rule, one module each. A rule file names its kind; the kind says how such a rule looks at a Document."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from newslint.checks.check import Check, Options

#: Module and class of every kind, by the name that rule files use. A new kind is added here and nowhere else. A module
#: is imported when a rule of its kind is first needed: a text comes across few of them.
KINDS: dict[str, tuple[str, str]] = {
    "addresses": ("characters.addresses", "Addresses"),
    "byline": ("bylines.byline", "BylineFault"),
    "byline-names": ("bylines.byline_names", "BylineNames"),
    "byline-style": ("bylines.byline_style", "BylineStyle"),
    "calendar": ("numbers.calendar", "CalendarFault"),
    "characters": ("characters.characters", "Characters"),
    "denied-words": ("general.denied", "DeniedWords"),
    "directive": ("suppression.directive", "DirectiveFault"),
    "dots": ("general.dots", "Dots"),
    "doubling": ("general.doubling", "Doubling"),
    "duplicates": ("repeats.duplicates", "Duplicates"),
    "enumeration": ("lists.enumeration", "Enumeration"),
    "fullwidth": ("characters.fullwidth", "FullWidth"),
    "headline": ("headlines.headline", "Headline"),
    "layout": ("spaces.layout", "Layout"),
    "interleaved": ("breaks.interleaved", "Interleaved"),
    "issue-date": ("bylines.issue_date", "IssueDate"),
    "headline-body": ("headlines.headline_body", "HeadlineBody"),
    "headline-page": ("headlines.headline_page", "HeadlinePage"),
    "house-form": ("marks.house_form", "HouseForm"),
    "latin": ("characters.latin", "Latin"),
    "linebreak": ("breaks.linebreak", "LineBreak"),
    "listed-count": ("lists.listed_count", "ListedCount"),
    "markup": ("characters.markup", "Markup"),
    "mojibake": ("characters.mojibake", "Mojibake"),
    "month-day": ("marks.month_day", "MonthDay"),
    "nested-list": ("lists.nested_list", "NestedList"),
    "pairing": ("marks.pairing", "PairingFault"),
    "pattern": ("general.pattern", "Pattern"),
    "quote-style": ("marks.quote_style", "QuoteStyle"),
    "ranges": ("numbers.ranges", "Ranges"),
    "repeated-items": ("repeats.repeated_items", "RepeatedItems"),
    "repetition": ("repeats.repetition", "Repetition"),
    "reprints": ("repeats.reprints", "Reprints"),
    "run-in-heading": ("headlines.runin", "RunInHeading"),
    "script": ("characters.script", "Script"),
    "sentences": ("marks.sentences", "Sentences"),
    "spacing": ("spaces.spacing", "Spacing"),
    "spacing-style": ("spaces.spacing_style", "SpacingStyle"),
    "straight-quote": ("marks.straight", "StraightQuote"),
    "width": ("marks.width", "Width"),
    "words": ("general.words", "Words"),
}
#: The kinds that look at the comments of a file as it stands; all others look at its prose.
OF_FILE = frozenset({"directive"})


@cache
def find_kind(name: str) -> Callable[[Options], Check]:
    """Return what makes a check of the kind ``name`` from its options; raises ``KeyError`` if there is no such kind."""
    module, kind = KINDS[name]
    made: Callable[[Options], Check] = getattr(import_module(f"newslint.checks.{module}"), kind)
    return made
