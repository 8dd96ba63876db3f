"""Characters, phrases, clauses and paragraphs that are repeated."""
