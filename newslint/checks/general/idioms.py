"""Idioms with one character put for another that sounds or looks alike: 惨绝人环, 与众不问."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.general.words import is_mentioned
from newslint.checks.options import OptionError, Options
from newslint.checks.registry import Declared
from newslint.chinese.homophones import sound_alike
from newslint.chinese.segmentation import stands_alone
from newslint.chinese.words import frequency, is_word
from newslint.document import Document
from newslint.document.structure import BlockKind
from newslint.language import tr

_LENGTH, _HALF = 4, 2
#: A headline plays on a character that the article has so many times: 心信相印 above an article on letters.
_THEME = 3


def idioms_check(options: Options) -> AnchorCheck:
    """Return the check for the options ``first`` and ``last``, texts of idioms of four characters with white space
    between them, whose first or last two characters are hardly ever anything else; ``same``, a text of groups of
    characters that are written for each other by choice (词辞); ``sounds``, a text of rare characters, each with a
    common one that sounds alike (寰欢); ``shapes``, a text of groups of characters that look alike; ``except``, forms
    that are right.

    The characters that an idiom is listed for are its anchor; the fault is looked for in the other two.
    """
    first, last = (options.text(key, "").split() for key in ("first", "last"))
    sounds, shapes, same = (options.text(key, "").split() for key in ("sounds", "shapes", "same"))
    alike = _Alike({pair[0]: pair[1:] for pair in sounds}, shapes, same)
    right = frozenset(options.texts("except", ()))
    options.done()

    def prove() -> None:
        for key, idioms in (("first", first), ("last", last)):
            for idiom in idioms:
                if len(idiom) != _LENGTH:
                    raise OptionError(key, tr("{word} 不是四个字。", word=idiom))

    def is_misspelt(view: str, start: int, idiom: str) -> bool:
        end = start + _LENGTH
        form = view[start:end]
        return (
            form != idiom
            and alike.mistaken(form, idiom)
            and form not in right
            and not is_word(form)
            and not is_mentioned(view, start, end)
            and stands_alone(view, start, end, as_frequency=max(1, frequency(idiom)))
        )

    def find(document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        reached = 0
        for number, half, _end in hits:
            is_first = number < len(first)
            idiom, start = (first[number], half) if is_first else (last[number - len(first)], half - _HALF)
            if start >= reached and is_misspelt(document.view, start, idiom) and not _plays(document, start, idiom):
                reached = start + _LENGTH
                yield Match(start, reached, idiom)

    halves = [idiom[:_HALF] for idiom in first] + [idiom[_HALF:] for idiom in last]
    return AnchorCheck(find, halves, prove=prove)


def _plays(document: Document, start: int, idiom: str) -> bool:
    """Return True if a headline has a character of the article's theme in the place of another of ``idiom``."""
    index = document.block_index(start)
    if index < 0 or document.blocks[index].kind not in (BlockKind.HEADLINE, BlockKind.SUBHEADLINE):
        return False
    form = document.view[start : start + _LENGTH]
    return any(
        one != other and document.view.count(one) - form.count(one) >= _THEME
        for one, other in zip(form, idiom, strict=True)
    )


class _Alike(NamedTuple):
    """Characters that are put for each other: by their sound, where ``sounds`` has common ones for rare ones, or by
    their shape, in groups; not those of a group of ``same``, which are written for each other by choice.
    """

    sounds: Mapping[str, str]
    shapes: Sequence[str]
    same: Sequence[str]

    def mistaken(self, form: str, idiom: str) -> bool:
        """Return True if one character of ``form`` is put for another of ``idiom``."""
        differing = [(one, other) for one, other in zip(form, idiom, strict=False) if one != other]
        if len(form) != _LENGTH or len(differing) != 1:
            return False
        [(one, other)] = differing
        if _in_one(one, other, self.same):
            return False
        sounds = self.sounds
        return sound_alike(sounds.get(one, one), sounds.get(other, other)) or _in_one(one, other, self.shapes)


def _in_one(one: str, other: str, groups: Sequence[str]) -> bool:
    return any(one in group and other in group for group in groups)


CHECKS: Mapping[str, Declared] = {
    "idioms": idioms_check,
}
