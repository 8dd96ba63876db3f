"""An article, and the places in it where a fault can be planted.

Places are found by simple means of this module's own, not by the parts of newslint that are being tested, with one
exception: word boundaries come from newslint's word list, because anything else would take another package. So a word
that is not in the list is never broken or doubled here; gold segmentation (``accuracy.py splits``) covers those.
"""

from __future__ import annotations

import re
from functools import cached_property
from random import Random
from typing import NamedTuple

from newslint.chinese.segmentation import segment
from newslint.chinese.words import tag

#: The Han characters, for use inside a character class.
HAN = "\u3400-\u4dbf\u4e00-\u9fff"
#: A paragraph has at least this many characters and ends with one of the marks.
PARAGRAPH = 30
_ENDS = "。！？”…）"
#: Clauses that depend on the preceding text, contain a number, or would read as another item.
_LEANING = re.compile("[其首第最再一二三四五六七八九十但而并要是也还又既同此另除将以就则却才使让]|从而|进而|包括")
_MARK = re.compile(r"[，。、；：！？“”‘’（）《》〈〉【】〔〕「」『』…—～·,;:?!()\[\]\"' \u3000]")


class Planted(NamedTuple):
    """A text with one fault.

    ``spans`` are the spans that an editor might mark, best first (code points; several if a fault has two ends, such as
    an unpaired quote). A finding that overlaps ``start`` to ``end``, or if that is empty one of the characters beside
    it, has found the fault. ``before`` is the text without the fault.
    """

    text: str
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    before: str
    format: str = "plain"


class Word(NamedTuple):
    """A word of a paragraph: its span in the article, and its part of speech in the word list, or ""."""

    start: int
    end: int
    tag: str


class Article:
    """A clean article: its headline, and its text with one paragraph per line."""

    def __init__(self, text: str, title: str = "") -> None:
        self.text = text
        self.title = title.strip()
        self._found: dict[str, list[re.Match[str]]] = {}

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """The spans of paragraphs of prose, without surrounding white space."""
        spans = []
        for match in re.finditer(r"[^\s][^\r\n]*", self.text):
            line = match[0].rstrip()
            if len(line) >= PARAGRAPH and line[-1] in _ENDS and "\t" not in line:
                spans.append((match.start(), match.start() + len(line)))
        return tuple(spans)

    def places(self, pattern: str) -> list[re.Match[str]]:
        """Return every match of ``pattern`` in a paragraph, in order; text outside the paragraph is not visible to
        it.
        """
        if pattern not in self._found:
            compiled = re.compile(pattern)
            self._found[pattern] = [match for span in self.paragraphs for match in compiled.finditer(self.text, *span)]
        return self._found[pattern]

    def pick(self, random: Random, pattern: str) -> re.Match[str] | None:
        """Return one match of ``pattern`` at random, or None."""
        places = self.places(pattern)
        return random.choice(places) if places else None

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words of all paragraphs, in order, without punctuation."""
        found = []
        for start, end in self.paragraphs:
            at = start
            for piece in _MARK.split(self.text[start:end]):
                for begin, stop in segment(piece) if piece else ():
                    found.append(Word(at + begin, at + stop, tag(piece[begin:stop])))
                at += len(piece) + 1
        return tuple(found)

    @cached_property
    def edges(self) -> frozenset[int]:
        """The offsets at which words of the paragraphs begin or end."""
        return frozenset(edge for word in self.words for edge in (word.start, word.end))

    @cached_property
    def clauses(self) -> tuple[str, ...]:
        """Distinct clauses of 6 to 14 Han characters, from which lists can be composed."""
        found = self.places(f"(?<=[，。；])[{HAN}]{{6,14}}(?=[，。；])")
        return tuple(dict.fromkeys(match[0] for match in found if not _LEANING.match(match[0])))

    def quoted(self, at: int) -> bool:
        """Return True if ``at`` is between quotation marks, title marks or brackets of its paragraph."""
        start = self.text.rfind("\n", 0, at) + 1
        head = self.text[start:at]
        return any(head.count(mark) > head.count(other) for mark, other in ("“”", "《》", "（）", "‘’", "()"))

    def replace(self, start: int, end: int, new: str, *, mark: tuple[int, int] | None = None) -> Planted:
        """Return the text with ``new`` for ``start`` to ``end``; ``mark`` is the fault's span in ``new``, by default
        all of it.
        """
        first, last = mark if mark is not None else (0, len(new))
        text = self.text[:start] + new + self.text[end:]
        return Planted(text, start + first, start + last, ((start + first, start + last),), self.text)

    def insert(self, at: int, right: str, wrong: str, mark: tuple[int, int]) -> Planted:
        """Return the text with ``wrong`` inserted at ``at``; without the fault it would be ``right``. ``mark`` as in
        ``replace``.
        """
        first, last = at + mark[0], at + mark[1]
        text, before = (self.text[:at] + new + self.text[at:] for new in (wrong, right))
        return Planted(text, first, last, ((first, last),), before)
