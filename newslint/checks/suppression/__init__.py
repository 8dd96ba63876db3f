"""Comments in an article that leave findings out."""

MODULES = ("directive",)
