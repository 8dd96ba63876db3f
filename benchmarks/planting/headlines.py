"""Faults in headlines, in a page of Markdown where the headline is marked as such."""

from __future__ import annotations

import re
from random import Random

from newslint.chinese.segmentation import segment
from planting.article import HAN, Article, Planted
from planting.registry import fault


def _page(article: Article, title: str) -> str:
    return f"# {title}\n\n{article.text}"


def _plain_title(article: Article) -> str:
    """Return the headline if it is one line of 8 or more characters without a space, otherwise ""."""
    title = article.title
    return (
        title
        if len(title) >= 8 and not re.search(r"[\s\u3000#*_\[\]<>]", title) and re.match(f"[{HAN}]", title)
        else ""
    )


@fault("HD01")
def space_inside_a_word(article: Article, random: Random) -> Planted | None:
    """A space inside a word of the headline."""
    return _inside_word(article, random, " ")


@fault("HD02")
def line_end_inside_a_word(article: Article, random: Random) -> Planted | None:
    """A headline of two lines with the line end inside a word."""
    return _inside_word(article, random, "\n# ")


def _inside_word(article: Article, random: Random, gap: str) -> Planted | None:
    """Insert ``gap`` inside a word of two characters of the headline."""
    title = _plain_title(article)
    places = [
        start + 1 for start, end in segment(title) if end - start == 2 and re.fullmatch(f"[{HAN}]+", title[start:end])
    ]
    if not places:
        return None
    at = random.choice(places)
    text = _page(article, title[:at] + gap + title[at:])
    end = at + 2 + len(gap)
    return Planted(text, at + 2, end, ((at + 2, end),), _page(article, title), "markdown")


@fault("HD15", "DU11")
def headline_over_two_articles(article: Article, random: Random) -> Planted | None:
    """One headline over two different articles of a page."""
    title = _plain_title(article)
    if not title or len(article.paragraphs) < 4:
        return None
    texts = [article.text[start:end] for start, end in article.paragraphs]
    first, second = "\n\n".join(texts[:2]), "\n\n".join(texts[2:4])
    other = article.clauses[0] if article.clauses else "另一个标题"
    pages = [f"# {title}\n\n{first}\n\n# {heading}\n\n{second}\n" for heading in (title, other)]
    start = pages[0].rindex("# ") + 2
    return Planted(pages[0], start, start + len(title), ((start, start + len(title)),), pages[1], "markdown")


@fault("HD03")
def stop_at_the_end(article: Article, random: Random) -> Planted | None:
    """A full stop or a comma after the headline."""
    title = _plain_title(article)
    if not title or not re.search(f"[{HAN}0-9]$", title):
        return None
    text = _page(article, title + random.choice("。，；"))
    end = len(title) + 3
    return Planted(text, end - 1, end, ((end - 1, end),), _page(article, title), "markdown")
