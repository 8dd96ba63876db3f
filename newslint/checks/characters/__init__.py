"""Characters that do not belong in a text: odd scripts, markup, text decoded wrongly."""
