"""What one article, or one page of articles, says in two ways."""

MODULES = ("people", "roster", "spellings", "terms", "titles", "transliterations")
