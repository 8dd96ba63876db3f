"""Watches over the parts of a run: what a stage, a shared computation or a rule costs by itself."""
