"""Numbers, dates and ranges."""

MODULES = (
    "approximations",
    "calendar",
    "figures",
    "number_forms",
    "percentages",
    "ranges",
    "sums",
    "unit_forms",
    "units",
)
