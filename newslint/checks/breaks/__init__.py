"""Paragraphs and words broken by column layout."""

MODULES = ("broken", "furniture", "interleaved")
