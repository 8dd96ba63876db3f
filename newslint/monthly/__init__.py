"""The issues of a month and what their errors count: from JSON reports that were kept, or from articles by date.

- ``dates``: the date of issue that the name of a file or a folder tells.
- ``reading``: a JSON report back to results.
- ``intake``: paths to issues, and what could not be counted.
- ``sums``: issues to the numbers that ``reports.month`` shows.
"""
