"""Lists: their ordinals, marks and counts."""

MODULES = ("enumeration_marks", "enumeration_numbers", "listed_count", "nested_list")
