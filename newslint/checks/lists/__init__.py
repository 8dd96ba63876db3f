"""Enumerations: their ordinals, marks and counts."""
