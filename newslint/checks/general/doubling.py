"""A short literal that is wrong where its halves stand as words of their own: 的的, 对于对, 100元元, 云岭市市.

The same characters are right where they belong to two words: 目的的, 现在在, 市市场监管局. Both readings are compared:
the finding stands only where the cheapest segmentation of the neighbourhood reads the literal by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.checks.check import AnchorCheck, Hit, Match
from newslint.checks.options import OptionError, Options, compiled, prove_pattern
from newslint.checks.registry import Declared
from newslint.chinese.names import is_common, surname
from newslint.chinese.segmentation import after, before, cost, segment
from newslint.chinese.words import is_word, tag
from newslint.document import Document
from newslint.language import tr

if TYPE_CHECKING:
    import regex

#: Characters on each side of the literal that the patterns of the options can see.
_CONTEXT = 12
#: By how many nats a reading with a longer word may cost more than the cheapest one.
_TOLERANCE = 3.0
#: So many characters behind a doubled unit tell whether the same comes again.
_NAME = 2
#: Units of time, which begin many words that no list holds: 年中, 年味, 月考.
_TIMES = frozenset("年月日时")
#: What may follow them in such a word: tags of single characters, and characters that are tagged as verbs.
_THINGS = ("n", "f", "q", "t", "j")
_YEARLY = frozenset("考关费租耗供会谱俗率休检审报")
#: Single characters that are words by themselves behind a time.
_FREE = frozenset(
    "的在于至到以和与及或将被已就都也是有能可不未从为由起向对把让使用共各其该此这但并而又再还才曾来称版讯电"
)
#: Tags of characters that no given name begins with.
_NO_GIVEN_NAME = ("d", "p", "r", "u", "m", "c")


def doubling_check(options: Options) -> AnchorCheck:
    """Return the check for the options of a doubling.

    ``anchor`` are the literals; ``replace`` is what to write for each (default: its first half); ``still`` are words in
    which a doubled character is still the same function word (也是 before 是), so that they prove nothing; ``right``
    are patterns of what is right although it reads so (the part that touches the literal counts); ``preceded`` and
    ``followed`` are patterns that must fit just before and just after it, ``after`` literals of which one stands there,
    without which no pattern is tried; ``attached`` says that the first half may be
    the end of a longer word (the 市 of a town's name), ``seam`` that the second half makes no fault where it begins any
    word of the list (3年年均), or a unit of time may begin another with one character behind it (2026年年中);
    ``speech`` are literals that a person may well say twice, spared in quotations.
    """
    found = _Doubling(options)
    options.done()
    return AnchorCheck(found.find, found.anchors, prove=found.prove)


class _Doubling:
    """What the options come to, with their patterns compiled when they are first tried."""

    def __init__(self, options: Options) -> None:
        self.anchors = options.texts("anchor")
        self._replace = options.pairs("replace", {})
        self._still = frozenset(options.texts("still", ()))
        self._sources = {
            "right": options.texts("right", ()),
            "preceded": (options.text("preceded", ""),),
            "followed": (options.text("followed", ""),),
        }
        self._after = options.texts("after", ())
        self._before_verb = frozenset(options.texts("before_verb", ()))
        self._attached = options.flag("attached", False)
        self._seam = options.flag("seam", False)
        self._speech = frozenset(options.texts("speech", ()))
        for literal in self.anchors:
            if literal not in self._replace and literal[: len(literal) // 2] * 2 != literal:
                raise OptionError(
                    "replace", tr("没有写明 {literal} 应改成什么；它不是同一个词写两遍。", literal=literal)
                )

    def prove(self) -> None:
        """Raise ``OptionError`` for an invalid pattern."""
        for key, sources in self._sources.items():
            for source in sources:
                prove_pattern(key, source, self.anchors[0] if self.anchors else "")

    @cached_property
    def _right(self) -> list[regex.Pattern[str]]:
        return [compiled("right", source) for source in self._sources["right"]]

    @cached_property
    def _preceded(self) -> regex.Pattern[str]:
        return compiled("preceded", rf"(?:{self._sources['preceded'][0]})\Z")

    @cached_property
    def _followed(self) -> regex.Pattern[str]:
        return compiled("followed", self._sources["followed"][0])

    def find(self, document: Document, hits: Sequence[Hit]) -> Iterator[Match]:
        """Yield the literals that stand by themselves; three or more of one character are one finding."""
        view = document.view
        judged: dict[tuple[str, int, int], bool] = {}
        for _, start, end in hits:
            if self._after and not view.endswith(self._after, 0, start):
                continue
            literal = view[start:end]
            char = literal[0]
            if char == literal[-1] and len(literal) == 2:
                # Of three measure words the first two may be a word: 件件件.
                if view[start - 1 : start] == char or (self._attached and view[end : end + 1] == char):
                    continue
                while view[end : end + 1] == char:
                    end += 1
            # A name comes again, a slip does not: 1998年年主题.
            if self._seam and char in _TIMES and view[end : end + 1].isalpha() and _comes_again(view, start, end):
                continue
            if literal in self._speech and document.inside(start, end, "quotation"):
                continue
            # The same neighbourhood is looked at once: a broken text may hold it ten thousand times.
            around = view[max(0, start - _CONTEXT) : end + _CONTEXT]
            key = around, min(start, _CONTEXT), end - start
            if key not in judged:
                judged[key] = self._stands(view, start, end, literal) and self._fits(view, start, end, literal)
            if judged[key]:
                yield Match(start, end, self._replace.get(literal, literal[: len(literal) // 2]))

    def _fits(self, view: str, start: int, end: int, literal: str) -> bool:
        """Whether the patterns of the options allow a finding here."""
        base = max(0, start - _CONTEXT)
        left, right = view[base:start], view[end : end + _CONTEXT]
        if not self._preceded.search(left) or not self._followed.match(right):
            return False
        if self._seam and _may_begin_word(literal[len(literal) // 2 :], after(view, end)):
            return False
        around = left + literal + right
        end = start + len(literal)
        return not any(
            found.start() < end - base and found.end() > start - base
            for pattern in self._right
            for found in pattern.finditer(around)
        )

    def _stands(self, view: str, start: int, end: int, literal: str) -> bool:
        """Whether the cheapest reading has word boundaries around the literal and between its halves."""
        left, right = before(view, start), after(view, end)
        half = len(literal) // 2
        doubled = literal[:half] == literal[half:]
        if not left and not right:
            return False
        text = left + view[start:end] + right
        at, stop = len(left), len(left) + end - start
        wanted = {stop, *range(at + half, stop, half)} if doubled else {stop}
        if not self._attached:
            wanted.add(at)
        tokens = segment(text)
        if not wanted <= {0, *(edge for _, edge in tokens)}:
            crossing = {text[a:b] for a, b in tokens if any(a < edge < b for edge in wanted)}
            # After a number or a place's name even a literal that the list knows as a word (个个, 县县) is a doubling.
            if not crossing <= self._still and not (self._attached and crossing == {literal}):
                return False
            return self._agrees(literal, left, right, doubled and half == 1)
        # 国是是大家的事, 正在在建工地: a rare word the cheapest reading broke up.
        if doubled and half == 1 and not self._attached:
            rest = next((text[a:b] for a, b in tokens if b == at), "")
            if len(rest) == 1 and is_word(rest + literal[0]) and rest + literal[0] not in self._still:
                return False
            if self._may_begin(literal[0], right):
                return False
        return self._agrees(literal, left, right, doubled and half == 1)

    def _may_begin(self, char: str, right: str) -> bool:
        """Whether a word with the second character is read there at little more cost than without it."""
        for size in range(1, min(2, len(right)) + 1):
            word = char + right[:size]
            if is_word(word) and word not in self._still:
                return cost(word) + cost(right[size:]) - cost(char) - cost(right) <= _TOLERANCE
        return False

    def _agrees(self, literal: str, left: str, right: str, one_character: bool) -> bool:
        """Whether what stands on both sides rules out a preposition before its object, and a name."""
        if literal in self._before_verb and not _begins_with_verb(right):
            return False
        return not (one_character and surname(literal[0])) or self._attached or _is_no_name(left, right)


def _comes_again(view: str, start: int, end: int) -> bool:
    return view.count(view[start : end + _NAME]) > 1


def _may_begin_word(half: str, right: str) -> bool:
    """Whether ``half`` and what is behind it make a word of the list, or may make one that the list lacks."""
    if any(is_word(half + right[:size]) for size in range(1, min(3, len(right)) + 1)):
        return True
    if half not in _TIMES or not right:
        return False
    following = right[: segment(right)[0][1]]
    if len(following) > 1 or following in _FREE or not following.isalpha():
        return False
    return following in _YEARLY or (tag(following).startswith(_THINGS) and not tag(following).startswith(("ns", "nr")))


def _is_no_name(left: str, right: str) -> bool:
    """Whether neither half can belong to a name: the second could be a surname (和, 向), the first end a given name.

    The second is a surname unless a word or another surname follows. A place before and a common noun behind make an
    institution with such a name.
    """
    tokens = segment(right)
    following = right[: tokens[0][1]] if right else ""
    second = right[slice(*tokens[1])] if len(tokens) > 1 else ""
    # A given name has one character or two: 和晓丽; 和可供参考 and 向更多地区 are no names.
    if (
        len(following) == 1
        and not following.isascii()
        and not surname(right)
        and len(second) < 2
        and tag(following) not in _NO_GIVEN_NAME
    ):
        return False
    words = [left[start:end] for start, end in segment(left)[-3:]]
    if not words:
        return True
    if tag(words[-1]) == "ns" and tag(following) not in ("ns", "nr"):
        return False
    if len(words) == 3 and all(len(word) == 1 for word in words) and is_common(words[0]):
        # 周立新和: the name is complete.
        return True
    first = words[-2] if len(words) > 1 else ""
    ends_name = len(words[-1]) == 1 and (is_common(words[-1]) or (len(first) == 1 and surname(first)))
    return not ends_name


def _begins_with_verb(text: str) -> bool:
    tokens = segment(text)
    return bool(tokens) and tag(text[: tokens[0][1]]).startswith(("v", "d", "ad", "p"))


CHECKS: Mapping[str, Declared] = {
    "doubling": doubling_check,
}
