"""Bylines, datelines and the names in them."""

MODULES = ("issue_date", "name_variants", "names", "second_head", "slips", "style")
