"""What findings pass on their way from the engine to a report."""
