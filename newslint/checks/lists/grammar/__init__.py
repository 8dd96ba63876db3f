"""How enumerations are written: ordinals, items and announcements."""
