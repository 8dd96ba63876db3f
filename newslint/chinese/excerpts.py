"""Whole words around a place in a text, as a message quotes them."""

from newslint.chinese.characters import HAN_LETTER
from newslint.chinese.segmentation import after, before, split_words
from newslint.patterns import lazy

#: So many characters are shown at least, if there are, and so many marks next to the place.
_LEAST, _MARKS = 3, 2
#: What no phrase begins with, and what none ends with.
_LEANING, _TURNED = frozenset("的了着过们"), frozenset("的和与在把被对从向")
#: A number or a Latin word, with its signs, is one word; so much of a long one is shown, in characters.
_REACH = 16
_SIGN = "[A-Za-z0-9.%％/+-]|(?<=[0-9])[:：∶](?=[0-9])"
_LATIN_BEFORE, _LATIN_BEHIND = lazy(f"[A-Za-z0-9](?:{_SIGN})*$"), lazy(f"(?:{_SIGN}){{1,16}}")
#: Between a number and what it counts: 17|日, 6| 月.
_COUNTED = lazy(f"(?<=[0-9]) ?(?={HAN_LETTER})")


def words_before(text: str, at: int) -> str:
    """Return the last words before ``at`` (code points), with the marks between them and it; "" at a line's start."""
    start = at
    while at - start < _MARKS and _is_mark(text[start - 1 : start]):
        start -= 1
    first = start
    while first - start < _LEAST or text[start] in _LEANING or _COUNTED.match(text, start):
        latin = _LATIN_BEFORE.search(text, max(0, start - _REACH), start)
        words = [latin[0]] if latin else split_words(before(text, start))
        if not words:
            break
        start -= len(words[-1])
    return text[start:at]


def words_behind(text: str, at: int) -> str:
    """Return the first words from ``at`` (code points) on, with the marks before them; "" at a line's end."""
    end = at
    while end - at < _MARKS and _is_mark(text[end : end + 1]):
        end += 1
    first = end
    while end - first < _LEAST or text[end - 1] in _TURNED or _COUNTED.match(text, end):
        if end > first and (counted := _COUNTED.match(text, end)):
            end = counted.end()
        latin = _LATIN_BEHIND.match(text, end)
        words = [latin[0]] if latin else split_words(after(text, end))
        if not words:
            break
        end += len(words[0])
    return text[at:end]


def _is_mark(char: str) -> bool:
    return bool(char) and not char.isalnum() and not char.isspace()
