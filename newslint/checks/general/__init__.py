"""Checks that take their content from a rule page: patterns, words, doubling."""

MODULES = ("denied_words", "dots", "doubling", "idioms", "pattern", "words")
