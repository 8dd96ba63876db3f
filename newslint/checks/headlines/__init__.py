"""Headlines, by themselves, on their page and compared with the body."""

MODULES = ("line", "names", "numbers", "page", "run_in", "stray_space")
