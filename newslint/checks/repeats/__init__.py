"""What is written twice: words, clauses, items of lists, sentences, paragraphs, articles."""

MODULES = (
    "duplicate_paragraphs",
    "duplicates",
    "fake_bold",
    "interlocking",
    "repeated_items",
    "repetition",
    "reprints",
)
