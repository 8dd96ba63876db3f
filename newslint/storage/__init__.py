"""Files on the disk: the cache folder, atomic writes, and stamps that show whether files have changed."""
