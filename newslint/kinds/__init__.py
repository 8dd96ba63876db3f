"""The kinds of rule, one module each. A rule file names its kind; the kind says how such a rule looks at a Document."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module

from newslint.kinds.match import Check, Options

#: Module and class of every kind, by the name that rule files use. A new kind is added here and nowhere else. A module is
#: imported when a rule of its kind is first needed: a text comes across few of them.
KINDS: dict[str, tuple[str, str]] = {
    "addresses": ("addresses", "Addresses"),
    "byline": ("byline", "BylineFault"),
    "byline-names": ("byline_names", "BylineNames"),
    "byline-style": ("byline_style", "BylineStyle"),
    "calendar": ("calendar", "CalendarFault"),
    "characters": ("characters", "Characters"),
    "denied-words": ("denied", "DeniedWords"),
    "directive": ("directive", "DirectiveFault"),
    "dots": ("dots", "Dots"),
    "doubling": ("doubling", "Doubling"),
    "duplicates": ("duplicates", "Duplicates"),
    "enumeration": ("enumeration", "Enumeration"),
    "fullwidth": ("fullwidth", "FullWidth"),
    "headline": ("headline", "Headline"),
    "layout": ("layout", "Layout"),
    "interleaved": ("interleaved", "Interleaved"),
    "issue-date": ("issue_date", "IssueDate"),
    "headline-body": ("headline_body", "HeadlineBody"),
    "headline-page": ("headline_page", "HeadlinePage"),
    "house-form": ("house_form", "HouseForm"),
    "latin": ("latin", "Latin"),
    "linebreak": ("linebreak", "LineBreak"),
    "listed-count": ("listed_count", "ListedCount"),
    "markup": ("markup", "Markup"),
    "mojibake": ("mojibake", "Mojibake"),
    "month-day": ("month_day", "MonthDay"),
    "nested-list": ("nested_list", "NestedList"),
    "pairing": ("pairing", "PairingFault"),
    "pattern": ("pattern", "Pattern"),
    "quote-style": ("quote_style", "QuoteStyle"),
    "ranges": ("ranges", "Ranges"),
    "repeated-items": ("repeated_items", "RepeatedItems"),
    "repetition": ("repetition", "Repetition"),
    "reprints": ("reprints", "Reprints"),
    "run-in-heading": ("runin", "RunInHeading"),
    "script": ("script", "Script"),
    "sentences": ("sentences", "Sentences"),
    "spacing": ("spacing", "Spacing"),
    "spacing-style": ("spacing_style", "SpacingStyle"),
    "straight-quote": ("straight", "StraightQuote"),
    "width": ("width", "Width"),
    "words": ("words", "Words"),
}
#: The kinds that look at the comments of a file as it stands; all others look at its prose.
OF_FILE = frozenset({"directive"})


@cache
def find_kind(name: str) -> Callable[[Options], Check]:
    """Return what makes a check of the kind ``name`` from its options; raises ``KeyError`` if there is no such kind."""
    module, kind = KINDS[name]
    made: Callable[[Options], Check] = getattr(import_module(f"{__name__}.{module}"), kind)
    return made
