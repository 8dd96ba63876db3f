"""Places: which of them lie in which, and what they are called."""

MODULES = ("hierarchy", "renamed")
