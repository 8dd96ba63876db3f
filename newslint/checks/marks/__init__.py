"""Punctuation marks: pairs, quotes, width and sentence ends."""
