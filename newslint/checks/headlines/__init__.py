"""Headlines, alone and against the body."""
