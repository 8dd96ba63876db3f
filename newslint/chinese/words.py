"""The word frequency list: which strings are Chinese words, how common they are, and their part of speech.

The list is a sorted text file beside this module (``data/words.txt``; source and licence in ``data/README.md``).
Nothing is read at import. A question maps the file into memory and looks at one small part of it: the words that begin
with the same character. The latest answers are cached.

Frequencies are counts in a corpus of ``total()`` words, so the cost of a word is ``log(total / frequency)`` in nats: 5
for 的, about 9 for an everyday word of two characters, 16 for a rare one. A missing word has frequency 0 and no cost.
"""

import mmap
from bisect import bisect_left
from functools import cache, lru_cache
from math import log
from os.path import dirname, join

#: The length of the longest word in the list.
LONGEST = 8

_UNKNOWN = (0, "")
#: The distance of landmarks in bytes, and how many bytes of a line are compared: more than one character has.
_APART = 4_000
_KEY = 8
_PATH = join(dirname(__file__), "data", "words.txt")


def frequency(word: str) -> int:
    """Return how often ``word`` was counted; 0 if it is not in the list."""
    return _entry(word)[0]


def is_word(word: str) -> bool:
    """Return True if ``word`` is in the list. Nearly all single characters are, so ask this of two or more."""
    return _entry(word) is not _UNKNOWN


def tag(word: str) -> str:
    """Return the commonest part of speech of ``word`` in ICTCLAS notation, or "" if the list does not have the word.

    The first letter is the class: n noun (nr person, ns place, nt institution, nz other name), v verb (vn verbal noun),
    a adjective, d adverb, p preposition, c conjunction, m numeral, q measure word, r pronoun, t time, f and s place
    word, i idiom, l set phrase, j abbreviation, u particle. A word has only one tag, and for single characters and rare
    words it is often vague (zg, g, x): treat it as a hint.
    """
    return _entry(word)[1]


def costs(first: str) -> dict[str, float]:
    """Return every word that begins with the character ``first`` with its cost in nats, as a new dictionary."""
    start, end = _stretch(first)
    fields = _data()[start:end].decode().split()
    return dict(zip(fields[::3], map(_costs.__getitem__, fields[1::3]), strict=True))


class _Costs(dict[str, float]):
    """The cost of a word in nats by its count as written: few counts occur often, and each is computed once."""

    def __missing__(self, count: str) -> float:
        found = self[count] = log(total() / int(count))
        return found


_costs = _Costs()


@cache
def total() -> int:
    """Return the sum of all frequencies in the list."""
    data = _data()
    return int(data[: data.find(b";")].split()[-1])


@cache
def _data() -> mmap.mmap:
    # A mapping stays valid after its file is closed, and parallel processes share its pages.
    with open(_PATH, "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


# Bounded, or a long run over many articles would keep every answer.
@lru_cache(maxsize=8192)
def _entry(word: str) -> tuple[int, str]:
    """Return the count and part of speech of ``word``; ``_UNKNOWN`` if it is not in the list."""
    # A blank ends the word in its line.
    if len(word) > LONGEST or " " in word:
        return _UNKNOWN
    start, end = _stretch(word[:1])
    data = _data()
    at = data.find(b"\n%b " % word.encode("utf-8", "surrogatepass"), start - 1, end)
    if at < 0:
        return _UNKNOWN
    _, count, part = data[at + 1 : data.find(b"\n", at + 1)].decode().split(" ")
    return int(count), part


@cache
def _stretch(first: str) -> tuple[int, int]:
    """Return the byte offsets between which the words that begin with the character ``first`` are in the file."""
    # Only these can begin a word; a lone surrogate could not even be encoded.
    if first < "〇" or "\ud800" <= first <= "\udfff":
        return 1, 1
    key = first.encode()
    # UTF-8 sorts like code points, and none of its bytes is 0xFF: that key is after every word with this character.
    return _line_from(key), _line_from(key + b"\xff")


def _line_from(key: bytes) -> int:
    """Return the byte offset of the first line that is not less than ``key``, at most the length of the data."""
    data = _data()
    places, lines = _landmarks()
    at = bisect_left(lines, key)
    low, high = places[max(0, at - 1)], places[at] if at < len(places) else len(data)
    while low < high:  # both are starts of lines
        middle = (low + high) // 2
        start = data.rfind(b"\n", 0, middle) + 1
        after = data.find(b"\n", middle) + 1
        if data[start:after] < key:
            low = after
        else:
            high = start
    return low


@cache
def _landmarks() -> tuple[list[int], list[bytes]]:
    """Return the offsets of some lines of the file and how these lines begin, to find any line quickly."""
    data = _data()
    places = [data.find(b"\n", at) + 1 for at in range(0, len(data) - _APART, _APART)]
    return places, [data[place : place + _KEY] for place in places]
