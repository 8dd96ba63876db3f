"""Spaces within lines and the layout of lines."""
