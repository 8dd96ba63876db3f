"""Faults of repetition within a text: sentences, paragraphs, list items, whole articles."""

from __future__ import annotations

from random import Random

from planting.article import HAN, Article, Planted
from planting.doubled import twice
from planting.registry import fault

_SENTENCE = rf"(?<=[。！？])[{HAN}][^。！？\n“”]{{7,60}}[。！？](?![”’])"


@fault("DU05")
def sentence_at_once(article: Article, random: Random) -> Planted | None:
    """A sentence repeated at once."""
    places = [match for match in article.places(_SENTENCE) if not article.quoted(match.start())]
    if not places:
        return None
    match = random.choice(places)
    return twice(article, match.start(), match.end())


@fault("DU06", "DU05")
def paragraph(article: Article, random: Random) -> Planted | None:
    """A paragraph repeated at once or after one other."""
    if len(article.paragraphs) < 3:
        return None
    index = random.randrange(len(article.paragraphs) - 1)
    start, end = article.paragraphs[index]
    at = article.paragraphs[index + random.randint(0, 1)][1]
    planted = article.replace(at, at, "\n" + article.text[start:end])
    return planted._replace(start=at + 1, spans=((at + 1, planted.end),))


@fault("DU07")
def list_item(article: Article, random: Random) -> Planted | None:
    """An item between two 、 repeated one item later."""
    item = f"[{HAN}]{{2,8}}"
    places = [
        match
        for match in article.places(f"(?<=、)({item})、({item})(?=、{item})")
        if match[1] != match[2] and not article.quoted(match.start())
    ]
    if not places:
        return None
    match = random.choice(places)
    planted = article.replace(match.end(), match.end(), "、" + match[1], mark=(1, 1 + len(match[1])))
    first = match.span(1)
    return planted._replace(start=first[0], spans=((planted.start, planted.end), first))


@fault("DU11", "DU06", "HD15")
def article_on_the_same_page(article: Article, random: Random) -> Planted | None:
    """The article repeated under another headline, in a Markdown page."""
    if len(article.paragraphs) < 3 or not article.title or "#" in article.text:
        return None
    body = "\n\n".join(article.text[start:end] for start, end in article.paragraphs)
    first = f"# {article.title}\n\n{body}\n\n"
    second = f"# {article.clauses[0] if article.clauses else '另一个标题'}\n\n"
    text = first + second + body + "\n"
    start = len(first) + 2
    return Planted(text, start, len(text), ((start, len(first) + len(second) - 2),), first, "markdown")
