"""A Document: the text of one file, and what is known about every place in it."""

from newslint.document.articles import Article
from newslint.document.document import Document
from newslint.document.spans import SPARED, Span
from newslint.document.view import MASK

__all__ = ["MASK", "SPARED", "Article", "Document", "Span"]
