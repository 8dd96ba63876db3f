"""The strings of two and three characters that articles have, counted by article, and the table of those kept."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator

from newslint.spelling.grams import DIGIT, LETTER, MARK, is_han, number_of
from newslint.spelling.learnt import HEADER, LEAST, MAGIC, slots_for
from newslint.spelling.slots import put
from newslint.spelling.tables import tables

_OTHER = re.compile("[^一-鿿〇]")


def strings_of(text: str) -> set[str]:
    """Return the strings of two Han characters in a text, and those of three with two of them or more."""
    plain = f"{MARK}{_OTHER.sub(_seen, text)}{MARK}"
    found = {plain[at : at + 2] for at in range(len(plain) - 1) if is_han(plain[at]) and is_han(plain[at + 1])}
    threes = {plain[at : at + 3] for at in range(len(plain) - 2)}
    found.update(three for three in threes if sum(map(is_han, three)) > 1)
    return found


def _seen(match: re.Match[str]) -> str:
    char = match[0]
    plain = chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else char
    if not plain.isascii() or not plain.isalnum():
        return MARK
    return DIGIT if plain.isdigit() else LETTER


def summed(counts: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Yield each string once with the sum of its counts, of counts sorted by string."""
    last, total = "", 0
    for string, count in counts:
        if string != last:
            if last:
                yield last, total
            last, total = string, 0
        total += count
    if last:
        yield last, total


def learnt_table(counts: Iterable[tuple[str, int]], articles: int, characters: int) -> bytes:
    """Return the file of what is learnt from the counts of an archive; equal counts give equal bytes."""
    own = tables().number
    kept = [string for string, count in counts if count >= LEAST[len(string)]]
    slots = array("H", bytes(2 * slots_for(len(kept))))
    for string in kept:
        put(slots, number_of(*[own(ord(char)) for char in string]), 1)
    return HEADER.pack(MAGIC, articles, characters, len(kept)) + slots.tobytes()


def counted(texts: Iterable[str]) -> list[tuple[str, int]]:
    """Return the strings of some articles with the number of articles that have them, sorted by string."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(strings_of(text))
    return sorted(found.items())
