"""Corpora: any number of articles, checked partition by partition in bounded memory, and summed up.

``lint_corpus`` reads Parquet, JSON Lines and folders of articles, and writes findings as Parquet; ``report_corpus``
sums them up by rule, source and month. docs/en/corpora.md describes the columns, and how a run that was stopped
goes on.
"""

from newslint.corpus.articles import Columns
from newslint.corpus.lint import ENGINES, Progress, Summary, lint_corpus
from newslint.corpus.report import CorpusReport, Line, report_corpus
from newslint.corpus.shown import FORMATS, shown

__all__ = [
    "ENGINES",
    "FORMATS",
    "Columns",
    "CorpusReport",
    "Line",
    "Progress",
    "Summary",
    "lint_corpus",
    "report_corpus",
    "shown",
]
