"""Words that only the whole article shows to be wrong: written in two ways, announced and not used, out of date."""

MODULES = ("latin_case", "renamed", "short_names", "surname_title")
