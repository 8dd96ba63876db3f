"""Characters that do not belong in the text, and what conversion left behind."""

MODULES = ("addresses", "characters", "fullwidth", "labels", "latin", "markup", "mojibake", "script")
