"""Files that newslint keeps or replaces: the cache folder, whole-file writes, file stamps."""
