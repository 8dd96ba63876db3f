"""The titles that an article names between 《 and 》."""

from __future__ import annotations

from newslint.document import Document
from newslint.facts.mention import Mention, mention
from newslint.patterns import lazy

_TITLE = lazy("《([^《》\n]{2,60})》")


def titles(document: Document) -> tuple[Mention, ...]:
    """Return the titles without their marks, in order."""
    if "《" not in document.view:
        return ()
    return tuple([mention(document, *match.span(1)) for match in _TITLE.finditer(document.view)])


def has_titles(document: Document) -> bool:
    """Return True if a document has two titles."""
    return document.view.count("《") > 1
