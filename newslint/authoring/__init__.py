"""What authors of rules use: examples run as tests, and the reference made from rule pages."""
