"""What one article, or one page of articles, says in two ways."""

MODULES = (
    "institutions",
    "longer_terms",
    "models",
    "number_forms",
    "people",
    "roster",
    "spellings",
    "terms",
    "titles",
    "transliterations",
)
