"""One Document and the rules to findings; files of a run compared; findings to fixed text."""
