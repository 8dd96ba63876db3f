"""Spaces within lines and the layout of lines."""

MODULES = ("layout", "spacing", "spacing_style")
