"""Checks that take their content from a rule page: patterns, words, doubling."""
