"""The articles of a document as reports count them: where each is, how long, and who made it."""

from __future__ import annotations

from newslint.document import Document
from newslint.document.makers import makers_of
from newslint.document.structure import BlockKind
from newslint.results import CheckedArticle, Credited


def articles_of(document: Document) -> tuple[CheckedArticle, ...]:
    """Return the articles of ``document``, each with the people of its bylines."""
    makers = makers_of(document)
    found = []
    for number, article in enumerate(document.articles):
        first = article.blocks[0]
        headline = first.text if first.kind is BlockKind.HEADLINE else ""
        characters = sum(len("".join(block.text.split())) for block in article.blocks)
        people = tuple(Credited(role, name) for role, name in makers.get(number, ()))
        found.append(CheckedArticle(article.start, article.end, characters, headline, people))
    return tuple(found)
