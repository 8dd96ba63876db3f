"""Paragraphs and words broken by column layout."""
