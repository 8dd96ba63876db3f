"""Punctuation marks: pairs, quotes, brackets, width, and the ends of sentences."""

from __future__ import annotations

from collections.abc import Mapping

from newslint.checks.check import AnchorCheck, StructureCheck
from newslint.checks.either_form import either_form
from newslint.checks.marks import brackets, pairing, quotes, straight, width
from newslint.checks.marks.correlatives import HEADS, cut_correlatives, parallel_commas
from newslint.checks.marks.missing_stop import has_open_prose, missing_stops
from newslint.checks.marks.month_day import ANCHORS, named_days
from newslint.checks.marks.sentence_length import long_sentences, sentences_of_many_commas
from newslint.checks.registry import Declared

CHECKS: Mapping[str, Declared] = {
    # Pairs.
    "unpaired": StructureCheck(
        pairing.unpaired, pairing.has_misfits, values=("name", "other", "opened"), messages=("mismatched", "partner")
    ),
    "crossed": StructureCheck(
        pairing.crossed, pairing.has_misfits, values=("name", "inner", "inner_name"), messages=("inner",)
    ),
    "reversed": StructureCheck(pairing.turned, pairing.has_misfits, values=("name", "kind"), messages=("pair",)),
    "line-end": StructureCheck(pairing.opening_at_line_end, pairing.has_misfits, values=("name",)),
    "nested-quote": StructureCheck(pairing.nested_quotes, pairing.has_misfits),
    "nested-title": StructureCheck(pairing.nested_titles, pairing.has_misfits),
    # Quotes.
    "quote-form": either_form(quotes.QUOTATION),
    "outer-single": StructureCheck(quotes.outer_singles, quotes.has_singles),
    "headline-quotes": StructureCheck(quotes.headline_quotes, quotes.has_headlines_with_both, messages=("other",)),
    "straight-quote": either_form(straight.STRAIGHT),
    "lone-straight-quote": StructureCheck(straight.lone_quotes, straight.has_straight_quotes),
    # Brackets.
    "bracket-form": either_form(brackets.BRACKET),
    "uneven-brackets": StructureCheck(brackets.uneven_brackets, brackets.has_brackets_of_both_widths),
    "nested-round": StructureCheck(brackets.nested_rounds, brackets.has_round_in_round),
    # Width.
    "folded": StructureCheck(width.folded, width.is_folded, values=("count",)),
    "halfwidth": StructureCheck(width.halfwidth, width.has_folded),
    # Sentences.
    "long-sentence": long_sentences,
    "many-commas": sentences_of_many_commas,
    "correlatives": AnchorCheck(cut_correlatives, HEADS, values=("first",), messages=("head",)),
    "parallel": AnchorCheck(parallel_commas, ("有的",), values=("count",)),
    "missing-stop": StructureCheck(missing_stops, has_open_prose, values=("piece",)),
    "month-day": AnchorCheck(named_days, ANCHORS),
}
