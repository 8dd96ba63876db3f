"""Files to results: discovery, batches of equal settings, workers, the result cache, rewriting."""
