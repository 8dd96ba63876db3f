"""Punctuation marks of a Document: pairs, dots and width."""
