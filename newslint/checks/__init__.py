"""Checks: what finds faults in a Document. One folder for each family of rules, its grammar inside."""
