"""Numbers, dates and ranges."""
