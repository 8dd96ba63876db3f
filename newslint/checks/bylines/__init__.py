"""Bylines, datelines and the names in them."""
