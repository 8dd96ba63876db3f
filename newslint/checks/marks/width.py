"""The width of marks: half-width ones in Chinese, and whole texts that a crawler folded to half-width."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.check import Match, StructureCheck
from newslint.checks.marks.gates import has_folded, is_folded
from newslint.checks.registry import Declared
from newslint.chinese.characters import HAN_LETTER
from newslint.document import Document
from newslint.document.marks.width import FULL
from newslint.finding import Edit
from newslint.patterns import lazy

_BETWEEN = lazy(f"{HAN_LETTER}[?]{HAN_LETTER}")
#: What makes a question of the words before a mark, and how far they reach, in characters.
_QUESTION = lazy(
    "[吗呢吧么啊呀嘛啦谁哪几何咋啥]|怎|为什|多[少大长远]|是否|能否|可否|是不是|有没有|难道|真的|(.)不\\1[^?]*$"
)
_REACH = 40


def folded(document: Document) -> Iterator[Match]:
    """Yield the first mark of a folded text, for all of them."""
    text = document.text
    edits = tuple(Edit(at, at + 1, FULL[text[at]]) for at in document.folded)
    first = document.folded[0]
    yield Match(first, first + 1, FULL[text[first]], edits, values={"count": len(edits)})


#: A comma between two numbers with a space behind it, as in Latin text.
_AMONG_NUMBERS = lazy("[0-9%],[ \xa0]+[0-9.+-]*[0-9]+(?:\\.[0-9]+)?%?(?:, |[)）])")


def halfwidth(document: Document) -> Iterator[Match]:
    """Yield the half-width point marks in Chinese, those side by side as one; none of a folded text."""
    text = document.text
    places = [at for at in document.folded if document.dots.get(at) or _is_stop(text, at)]
    if not places or document.is_folded:
        return
    start = previous = places[0]
    for at in (*places[1:], -1):
        if at != previous + 1:
            yield Match(start, previous + 1, "".join(map(FULL.__getitem__, text[start : previous + 1])))
            start = at
        previous = at


def _is_stop(text: str, at: int) -> bool:
    """Return True if the mark is no bracket, and no dot inside a line: whether that is a full stop, the document
    tells.
    """
    mark = text[at]
    if mark == "?" and _BETWEEN.match(text, at - 1) and not _QUESTION.search(text, max(0, at - _REACH), at):
        return False  # a character that was lost: 加纳?贝内特
    if mark == "," and _AMONG_NUMBERS.match(text, at - 1):
        return False  # (115.395, 2.79, 2.47%)
    return mark not in "()" and (mark != "." or text[at + 1 : at + 2] in ("", "\r", "\n", "”", "’", "）"))


CHECKS: Mapping[str, Declared] = {
    "folded": StructureCheck(folded, is_folded, values=("count",)),
    "halfwidth": StructureCheck(halfwidth, has_folded),
}
