"""Misspellings in running text: idioms, characters that fit nowhere, words put for each other."""

MODULES = ("misspelt",)
