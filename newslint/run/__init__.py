"""Files to results. A check goes down this list and does not come back up:

- ``discovery``: the paths of a command to files.
- ``run``: the files by their settings, as batches; the results of all batches as one.
- ``cached_batch``: what the ``cache`` has of a batch with this ``fingerprint``: the whole of it, or some of its files.
- ``batch``: the other files, one after the other or in ``workers``.
- ``linter``: the stages of every check: a file is read and examined (``engine``), the files are compared
  (``engine.cross_file``), what was found passes the filters (``filters.chain``), and what is left is the result.
- ``rewriting``: for a fix, the files with the fixes of what is left, written back.
"""
