"""Every character twice, as text comes out of PDF files that print bold type by printing it twice: 云云岭岭市市.

Chinese doubles characters too (高高兴兴, 爸爸妈妈天天), so every character once must be far easier to
read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newslint.checks.check import Match, StructureCheck
from newslint.checks.registry import Declared
from newslint.checks.repeats.gates import has_pairs, stretches_of_pairs
from newslint.chinese.segmentation import cost
from newslint.chinese.words import is_word, tag
from newslint.document import Document
from newslint.patterns import lazy

#: A stretch has at least this many pairs of Han characters.
PAIRS = 3
#: By how many nats for each pair every character once must be easier to read: in short stretches, from four pairs on,
#: and from six pairs on. Doubled words (吃吃喝喝玩玩乐乐, 哥哥姐姐唱唱跳跳) reach 7.2 and 5.5.
GAIN, GAIN_OF_FOUR, GAIN_OF_SIX = 8.0, 7.3, 5.8
#: How much of a long passage the message shows, in characters.
_SHOWN = 16

_HAN = lazy("[\u3400-\u9fff]+")


def every_character_twice(document: Document) -> Iterator[Match]:
    """A stretch in which every character is there twice: 云云岭岭市市图图书书馆馆."""
    for start, end in document.once(stretches_of_pairs):
        once = document.view[start:end:2]
        if _is_fault(once):
            shown = once if len(once) <= _SHOWN else once[:_SHOWN] + "……"
            yield Match(start, end, once, values={"shown": shown})


def _is_fault(once: str) -> bool:
    """Return True if the characters ``once`` are not ones that are doubled as words."""
    han = "".join(_HAN.findall(once))
    if len(set(han)) < PAIRS or all(_is_doubled_on_purpose(han[at : at + 2]) for at in range(0, len(han), 2)):
        return False
    wanted = GAIN if len(han) < 4 else GAIN_OF_FOUR if len(han) < 6 else GAIN_OF_SIX
    return cost("".join(2 * char for char in han)) - cost(han) >= wanted * len(han)


def _is_doubled_on_purpose(word: str) -> bool:
    """Return True if the characters of ``word`` are doubled as a word: 高兴, 顺利."""
    return is_word("".join(2 * char for char in word)) or tag(word).startswith("a")


CHECKS: Mapping[str, Declared] = {
    "every-character": StructureCheck(every_character_twice, gate=has_pairs, values=["shown"]),
}
