"""Numbers, dates and ranges."""

MODULES = ("approximations", "calendar", "figures", "number_forms", "ranges", "sums", "unit_forms", "units")
