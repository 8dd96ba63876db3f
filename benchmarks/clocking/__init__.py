"""Timing of the parts of a run: the cost of each stage, shared computation and rule by itself."""
