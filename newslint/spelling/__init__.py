"""Misspellings in running text: tables of short strings, candidates by sound and shape, and the scores of both.

``docs/en/spelling.md`` describes the method, the sources of the tables and what they cost.
"""
