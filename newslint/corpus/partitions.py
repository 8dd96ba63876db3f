"""Partitions: the parts of a corpus that are checked, written and, after a stop, skipped as a whole."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newslint.corpus.articles import Article

#: A partition ends at this many articles, or when their texts reach this many characters (bytes, for files).
ARTICLES = 1_000
CHARACTERS = 2_000_000


class Partition(NamedTuple):
    """Consecutive articles; ``number`` counts from 0 and is always the same for the same corpus and size."""

    number: int
    articles: list[Article]


def cut(articles: Iterable[Article], size: int = ARTICLES) -> Iterator[Partition]:
    """Yield the partitions of ``articles``, ``size`` articles each or fewer if they are long."""
    number = characters = 0
    held: list[Article] = []
    for article in articles:
        held.append(article)
        characters += len(article.text)
        if len(held) >= size or characters >= CHARACTERS:
            yield Partition(number, held)
            number += 1
            held, characters = [], 0
    if held:
        yield Partition(number, held)
