"""Faults of line breaking: paragraphs broken inside a word, a sentence or a number, and other traces of columns."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from newslint.chinese.seam import divisible
from planting.article import HAN, Article, Planted
from planting.registry import fault

_SEPARATORS = ("\n", "\n\n", "\n\u3000\u3000", "\n\n\u3000\u3000")
_LINES = ("LS01", "LS02", "LS03", "LS05", "LS06")
#: No break is planted within this many characters of either end of a paragraph.
MARGIN = 3
#: An upper piece of this length, in characters, cannot be taken for a heading.
LONG = 30
#: Breaks that are plainly faults: no mark at the break ends a sentence, or opens or closes anything.
_CUT = re.compile(f"(?<=[{HAN}0-9A-Za-z，、%])(?=[{HAN}0-9A-Za-z])(?<![A-Za-z](?=[A-Za-z]))")


def break_at(article: Article, at: int, separator: str) -> Planted:
    """Return the article with a paragraph broken at ``at``."""
    return article.replace(at, at, separator)


def _inside(article: Article, at: int) -> bool:
    """Return True if ``at`` is well inside a paragraph."""
    return any(start + MARGIN <= at <= end - MARGIN for start, end in article.paragraphs)


def _upper(article: Article, at: int) -> int:
    """Return the number of characters of its paragraph before ``at``."""
    return at - max(start for start, _ in article.paragraphs if start <= at)


def _cuts(article: Article) -> list[int]:
    return [match.start() for match in article.places(_CUT.pattern) if _inside(article, match.start())]


def _behind(pattern: str) -> Callable[[Article], list[int]]:
    return lambda article: [match.end() for match in article.places(pattern) if _inside(article, match.end())]


def _in_words(article: Article) -> list[int]:
    """Return the offsets inside words whose parts are not words themselves."""
    found: list[int] = []
    for word in article.words:
        text = article.text[word.start : word.end]
        if word.tag[:1] in tuple("nvadil") and re.fullmatch(f"[{HAN}]{{2,4}}", text):
            found.extend(word.start + cut for cut in range(1, len(text)) if not divisible(text, cut))
    return [at for at in found if _inside(article, at)]


def _between_words(article: Article) -> list[int]:
    return [at for at in _cuts(article) if at in article.edges]


#: The offsets of an article at which a paragraph may be broken, by mode.
MODES: dict[str, Callable[[Article], list[int]]] = {
    "any": _cuts,
    "after a comma": _behind(f"，(?=[{HAN}])"),
    "after 、": _behind(f"、(?=[{HAN}])"),
    "before 的": _behind(f"[{HAN}](?=的[{HAN}])"),
    "between digits": _behind("[0-9](?=[0-9])"),
    "inside a word": _in_words,
    "between words": _between_words,
}


def plant_break(article: Article, random: Random, mode: str) -> tuple[Planted, int] | None:
    """Break one paragraph in ``mode``; return it with the length of the upper piece, or None if there is no place."""
    places = MODES[mode](article)
    if not places:
        return None
    at = random.choice(places)
    return break_at(article, at, random.choice(_SEPARATORS)), _upper(article, at)


def _planted(
    article: Article, random: Random, mode: str, *, at_least: int = 0, less_than: int = 10_000
) -> Planted | None:
    for _ in range(8):
        found = plant_break(article, random, mode)
        if found and at_least <= found[1] < less_than:
            return found[0]
    return None


@fault("LS01", *_LINES)
def inside_a_word(article: Article, random: Random) -> Planted | None:
    """A break inside a word that cannot be divided."""
    return _planted(article, random, "inside a word")


@fault("LS02", *_LINES)
def between_words(article: Article, random: Random) -> Planted | None:
    """A break between two words of a clause, the upper piece too long to be a heading."""
    return _planted(article, random, "between words", at_least=LONG)


@fault("LS02", *_LINES, beyond="a short line without a mark may be a heading")
def between_words_of_a_short_line(article: Article, random: Random) -> Planted | None:
    """A break between two words of a clause, the upper piece as short as a heading."""
    return _planted(article, random, "between words", less_than=LONG)


@fault("LS02", *_LINES)
def after_a_comma(article: Article, random: Random) -> Planted | None:
    """A break between two clauses."""
    return _planted(article, random, "after a comma")


@fault("LS03", "LS02", "LS01")
def mark_at_the_beginning(article: Article, random: Random) -> Planted | None:
    """A break before a mark that cannot begin a line."""
    places = [
        match
        for match in article.places(f"(?<=[{HAN}])[，。、；：！？”）](?=[{HAN}])")
        if _inside(article, match.start())
    ]
    if not places:
        return None
    match = random.choice(places)
    separator = random.choice(_SEPARATORS)
    planted = article.replace(match.start(), match.start(), separator)
    return planted._replace(end=planted.end + 1, spans=((planted.end, planted.end + 1), (planted.start, planted.end)))


@fault("LS05", *_LINES)
def inside_a_number(article: Article, random: Random) -> Planted | None:
    """A break inside a number, a date, or between a number and its unit."""
    numbers = "[0-9](?=[0-9])|[0-9](?=[%％])|[0-9](?=[月年日]|万|亿|元|个|名|人)|月(?=[0-9]{1,2}日)|年(?=[0-9]{1,2}月)"
    places = [match.end() for match in article.places(numbers) if _inside(article, match.end())]
    return break_at(article, random.choice(places), random.choice(_SEPARATORS)) if places else None


@fault("LS06", *_LINES)
def piece_on_both_sides(article: Article, random: Random) -> Planted | None:
    """组¶组织, 中心¶中心主任: the end of the upper line repeated at the beginning of the lower one."""
    starts = {word.start for word in article.words}
    words = [word for word in article.words if re.fullmatch(f"[{HAN}]{{2,4}}", article.text[word.start : word.end])]
    # After a short line the repetition may be a heading and the first word below it.
    words = [
        word
        for word in words
        if word.end in starts and _upper(article, word.start) >= LONG and _inside(article, word.end)
    ]
    if not words:
        return None
    word = random.choice(words)
    text = article.text[word.start : word.end]
    # Either the whole word is repeated, or its first character remains on the upper line.
    piece = random.choice([text, text[0]])
    separator = random.choice(_SEPARATORS)
    planted = article.replace(word.start, word.start, piece + separator)
    seam = (word.start + len(piece), word.start + len(piece) + len(separator))
    return planted._replace(end=planted.end + len(piece), spans=(seam,))


@fault("LS04")
def every_line_at_one_width(article: Article, random: Random) -> Planted | None:
    """Three or more paragraphs cut at one width, 16 to 38 characters."""
    if len(article.paragraphs) < 4:
        return None
    width = random.randint(16, 38)
    lines = []
    for start, end in article.paragraphs:
        text = "\u3000\u3000" + article.text[start:end]
        while text:
            cut = width
            while cut < len(text) and text[cut] in "，。、；：！？”’》）…—":
                cut += 1
            lines.append(text[:cut])
            text = text[cut:]
    before = "\n".join("\u3000\u3000" + article.text[start:end] for start, end in article.paragraphs)
    wrapped = "\n".join(lines)
    return Planted(wrapped, 0, len(wrapped), ((2, len(wrapped)),), before)


@fault("LS07")
def jump_line(article: Article, random: Random) -> Planted | None:
    """（下转第三版） at the end of a paragraph, （上接第一版） at the beginning of one."""
    if not article.paragraphs:
        return None
    start, end = random.choice(article.paragraphs)
    page = random.choice("二三四56")
    if random.random() < 0.5:
        return article.replace(end, end, f"（下转第{page}版）")
    return article.replace(start, start, f"（上接第{page}版）")
