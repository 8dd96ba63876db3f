"""Punctuation marks: pairs, quotes, brackets, width, and the ends of sentences."""

MODULES = (
    "brackets",
    "correlatives",
    "missing_stop",
    "month_day",
    "offices",
    "pairing",
    "purpose",
    "quotes",
    "sentence_length",
    "straight",
    "width",
)
