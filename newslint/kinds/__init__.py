"""The kinds of rule, one module each. A rule file names its kind; the kind says how such a rule looks at a Document."""

from __future__ import annotations

from collections.abc import Callable

from newslint.kinds.addresses import Addresses
from newslint.kinds.byline import BylineFault
from newslint.kinds.byline_names import BylineNames
from newslint.kinds.byline_style import BylineStyle
from newslint.kinds.calendar import CalendarFault
from newslint.kinds.characters import Characters
from newslint.kinds.dots import Dots
from newslint.kinds.doubling import Doubling
from newslint.kinds.duplicates import Duplicates
from newslint.kinds.enumeration import Enumeration
from newslint.kinds.fullwidth import FullWidth
from newslint.kinds.headline import Headline
from newslint.kinds.layout import Layout
from newslint.kinds.interleaved import Interleaved
from newslint.kinds.issue_date import IssueDate
from newslint.kinds.headline_body import HeadlineBody
from newslint.kinds.headline_page import HeadlinePage
from newslint.kinds.house_form import HouseForm
from newslint.kinds.latin import Latin
from newslint.kinds.linebreak import LineBreak
from newslint.kinds.listed_count import ListedCount
from newslint.kinds.markup import Markup
from newslint.kinds.match import Check, Options
from newslint.kinds.mojibake import Mojibake
from newslint.kinds.month_day import MonthDay
from newslint.kinds.nested_list import NestedList
from newslint.kinds.pairing import PairingFault
from newslint.kinds.pattern import Pattern
from newslint.kinds.quote_style import QuoteStyle
from newslint.kinds.ranges import Ranges
from newslint.kinds.repeated_items import RepeatedItems
from newslint.kinds.repetition import Repetition
from newslint.kinds.reprints import Reprints
from newslint.kinds.runin import RunInHeading
from newslint.kinds.script import Script
from newslint.kinds.sentences import Sentences
from newslint.kinds.spacing import Spacing
from newslint.kinds.spacing_style import SpacingStyle
from newslint.kinds.straight import StraightQuote
from newslint.kinds.width import Width
from newslint.kinds.words import Words

#: Every kind by the name that rule files use. A new kind is added here and nowhere else.
KINDS: dict[str, Callable[[Options], Check]] = {
    "addresses": Addresses,
    "byline": BylineFault,
    "byline-names": BylineNames,
    "byline-style": BylineStyle,
    "calendar": CalendarFault,
    "characters": Characters,
    "dots": Dots,
    "doubling": Doubling,
    "duplicates": Duplicates,
    "enumeration": Enumeration,
    "fullwidth": FullWidth,
    "headline": Headline,
    "layout": Layout,
    "interleaved": Interleaved,
    "issue-date": IssueDate,
    "headline-body": HeadlineBody,
    "headline-page": HeadlinePage,
    "house-form": HouseForm,
    "latin": Latin,
    "linebreak": LineBreak,
    "listed-count": ListedCount,
    "markup": Markup,
    "mojibake": Mojibake,
    "month-day": MonthDay,
    "nested-list": NestedList,
    "pairing": PairingFault,
    "pattern": Pattern,
    "quote-style": QuoteStyle,
    "ranges": Ranges,
    "repeated-items": RepeatedItems,
    "repetition": Repetition,
    "reprints": Reprints,
    "run-in-heading": RunInHeading,
    "script": Script,
    "sentences": Sentences,
    "spacing": Spacing,
    "spacing-style": SpacingStyle,
    "straight-quote": StraightQuote,
    "width": Width,
    "words": Words,
}
